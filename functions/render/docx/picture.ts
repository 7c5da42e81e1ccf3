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

/** A chart wider or taller than the text is drawn smaller. */
export function chartBlock(writing: Writing, chart: ChartBlock): string {
  const { textWidth, textHeight } = pageOf(writing.preset)
  const scale = Math.min(1, textWidth / chart.width, (textHeight * 0.8) / chart.height)
  const id = writing.nextId()
  writing.addFile(`word/media/chart${id}.emf`, chartEmf(chart, family))
  writing.addFile(`word/media/chart${id}.svg`, xmlHead + chartSvg(chart))
  const extent = { cx: emu(chart.width * scale), cy: emu(chart.height * scale) }
  const vector = w(
    'a:extLst',
    {},
    w(
      'a:ext',
      { ':uri': svgBlip.uri },
      w('asvg:svgBlip', {
        'xmlns:asvg': svgBlip.namespace,
        'r:embed': writing.relate('image', `media/chart${id}.svg`),
      }),
    ),
  )
  const named = { ':id': id, ':name': `Chart ${id}`, ':descr': chart.alternative, ':title': chart.caption }
  const size = { ':cx': extent.cx, ':cy': extent.cy }
  const picture = w(
    'pic:pic',
    { 'xmlns:pic': `${drawing}/picture` },
    w('pic:nvPicPr', {}, w('pic:cNvPr', named), w('pic:cNvPicPr')),
    w(
      'pic:blipFill',
      {},
      w('a:blip', { 'r:embed': writing.relate('image', `media/chart${id}.emf`) }, vector),
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
  const centred = w('jc', { val: 'center' })
  return (
    textParagraph('caption', chart.caption) +
    paragraph(styleId('tableCell'), w('r', {}, w('drawing', {}, inline)), centred)
  )
}
