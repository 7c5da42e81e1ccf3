// A chart in a Word document: one picture as SVG, for Word since 2016 and LibreOffice, and as a metafile for all others; with
// what it shows in words.

import { chartSvg } from '../../../shared/report/chart-svg.ts'
import type { ChartBlock } from '../../../shared/report/document.ts'
import { pageOf } from '../../../shared/report/preset.ts'
import { chartEmf } from './emf.ts'
import { paragraph, textParagraph } from './paragraph.ts'
import { family, styleId } from './styles.ts'
import type { Writing } from './writing.ts'
import { w, xmlHead } from './xml.ts'

const drawing = 'http://schemas.openxmlformats.org/drawingml/2006'
const svgBlip = {
  uri: '{96DAC541-7B7A-43D3-8B79-37D633B846F1}',
  namespace: 'http://schemas.microsoft.com/office/drawing/2016/SVG/main',
} as const

/** English Metric Units, in which pictures are measured. */
const emu = (points: number): number => Math.round(points * 12_700)

/** A picture in a line of text. `width`, `height`: points. */
type Inline = {
  readonly name: string
  readonly alternative: string
  readonly title?: string
  readonly width: number
  readonly height: number
  /** The media file that every program can draw, and one that better ones draw instead. */
  readonly media: string
  readonly vector?: string
}

/** A chart wider or taller than the text is drawn smaller. */
export function chartBlock(writing: Writing, chart: ChartBlock): string {
  const { textWidth, textHeight } = pageOf(writing.preset)
  const scale = Math.min(1, textWidth / chart.width, (textHeight * 0.8) / chart.height)
  const id = writing.nextId()
  writing.addFile(`word/media/chart${id}.emf`, chartEmf(chart, family))
  writing.addFile(`word/media/chart${id}.svg`, xmlHead + chartSvg(chart))
  const picture = inlinePicture(writing, id, {
    name: `Chart ${id}`,
    alternative: chart.alternative,
    title: chart.caption,
    width: chart.width * scale,
    height: chart.height * scale,
    media: `media/chart${id}.emf`,
    vector: `media/chart${id}.svg`,
  })
  return textParagraph('caption', chart.caption) + paragraph(styleId('tableCell'), picture, w('jc', { val: 'center' }))
}

/** The run that holds a picture; `id`: its number in the document. */
export function inlinePicture(writing: Writing, id: number, given: Inline): string {
  const { name, alternative, title, width, height, media, vector } = given
  const better =
    vector === undefined
      ? ''
      : w(
          'a:extLst',
          {},
          w(
            'a:ext',
            { ':uri': svgBlip.uri },
            w('asvg:svgBlip', { 'xmlns:asvg': svgBlip.namespace, 'r:embed': writing.relate('image', vector) }),
          ),
        )
  const named = { ':id': id, ':name': name, ':descr': alternative, ':title': title }
  const size = { ':cx': emu(width), ':cy': emu(height) }
  const picture = w(
    'pic:pic',
    { 'xmlns:pic': `${drawing}/picture` },
    w('pic:nvPicPr', {}, w('pic:cNvPr', named), w('pic:cNvPicPr')),
    w(
      'pic:blipFill',
      {},
      w('a:blip', { 'r:embed': writing.relate('image', media) }, better),
      w('a:stretch', {}, w('a:fillRect')),
    ),
    w(
      'pic:spPr',
      {},
      w('a:xfrm', {}, w('a:off', { ':x': 0, ':y': 0 }), w('a:ext', size)),
      w('a:prstGeom', { ':prst': 'rect' }, w('a:avLst')),
    ),
  )
  const inline = w(
    'wp:inline',
    { 'xmlns:wp': `${drawing}/wordprocessingDrawing`, ':distT': 0, ':distB': 0, ':distL': 0, ':distR': 0 },
    w('wp:extent', size),
    w('wp:docPr', named),
    w('a:graphic', { 'xmlns:a': `${drawing}/main` }, w('a:graphicData', { ':uri': `${drawing}/picture` }, picture)),
  )
  return w('r', {}, w('drawing', {}, inline))
}
