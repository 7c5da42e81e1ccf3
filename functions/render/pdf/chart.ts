// A chart as one slice: its marks are already geometry (shared/report/chart.ts); here they only get a face and a place.

import { type ChartTone, chartThickness, isBold } from '../../../shared/report/chart-look.ts'
import type { ChartBlock, ChartMark } from '../../../shared/report/document.ts'
import { figureHref } from '../../../shared/report/links.ts'
import { pageOf } from '../../../shared/report/preset.ts'
import { linkOver } from './links.ts'
import { type Mark, moved, type Tone } from './marks.ts'
import type { Slice } from './pages.ts'
import type { Composing } from './paragraph.ts'
import { captionSlices } from './table.ts'
import { type FaceName, faceOf } from './typeface.ts'

const toneOf = (tone: ChartTone): Tone => (tone === 'label' || tone === 'value' ? 'ink' : tone)

/** A chart too wide or too tall for the page is drawn smaller. */
export function chartSlices(chart: ChartBlock, composing: Composing): Slice[] {
  const page = pageOf(composing.preset)
  const caption = captionSlices(chart.caption, composing)
  const captionHeight = caption.reduce((height, slice) => height + slice.above + slice.height, 0)
  const above = composing.preset.paragraph.spacing
  const room = page.textHeight - captionHeight - above
  const scale = Math.min(1, page.textWidth / chart.width, room / chart.height)
  const left = (page.textWidth - chart.width * scale) / 2
  const marks = chart.marks.flatMap((mark) => pageMarks(mark, scale, composing)).map((mark) => moved(mark, left, 0))
  return [...caption, { height: chart.height * scale, above, marks, withNext: false }]
}

/** A figure leads to the answers behind it, as in a sentence. */
function pageMarks(mark: ChartMark, scale: number, { preset, typeface, links }: Composing): Mark[] {
  const tone = toneOf(mark.tone)
  if (mark.mark === 'rect')
    return [
      {
        mark: 'area',
        x: mark.x * scale,
        y: mark.y * scale,
        width: mark.width * scale,
        height: mark.height * scale,
        tone,
      },
    ]
  if (mark.mark === 'line') {
    const thickness = chartThickness[mark.tone]
    return [
      {
        mark: 'line',
        x1: mark.x1 * scale,
        x2: mark.x2 * scale,
        y1: mark.y1 * scale,
        y2: mark.y2 * scale,
        thickness,
        tone,
      },
    ]
  }
  const face: FaceName = isBold(mark.tone) ? 'bold' : faceOf(preset.text.chart)
  const size = mark.size * scale
  const text = typeface.legible(mark.text).replaceAll('\n', ' ')
  const width = typeface.widthOf(text, face, size)
  const x = mark.x * scale - (mark.anchor === 'middle' ? width / 2 : mark.anchor === 'end' ? width : 0)
  const y = mark.y * scale
  const words: Mark = { mark: 'text', x, y, face, size, text, tone }
  if (links === undefined || !mark.source) return [words]
  return [words, linkOver({ x, y, size }, width, figureHref({ links }, mark.source))]
}
