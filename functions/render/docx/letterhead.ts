// The top of the first page and the end of the last: who issues the document and what it is, who receives and who signs it.
// Two columns without lines, as the offices' own templates have them.

import { widthOf } from '../../../shared/report/chart.ts'
import type { ReportDocument } from '../../../shared/report/document.ts'
import { type Preset, pageOf, type TextStyle } from '../../../shared/report/preset.ts'
import { paragraph, textParagraph } from './paragraph.ts'
import { styleId } from './styles.ts'
import { twips, w } from './xml.ts'

/** Two cells side by side; together they are as wide as the text. */
function columns(preset: Preset, leftShare: number, left: string, right: string): string {
  const { textWidth } = pageOf(preset)
  const widths = [textWidth * leftShare, textWidth * (1 - leftShare)]
  const none = ['top', 'left', 'bottom', 'right'].map((edge) => w(edge, { w: 0, type: 'dxa' })).join('')
  const properties = w(
    'tblPr',
    {},
    w('tblW', { w: twips(textWidth), type: 'dxa' }),
    w('tblLayout', { type: 'fixed' }),
    w('tblCellMar', {}, none),
  )
  const cell = (content: string, width = 0) =>
    w('tc', {}, w('tcPr', {}, w('tcW', { w: twips(width), type: 'dxa' })), content)
  const grid = w('tblGrid', {}, ...widths.map((width) => w('gridCol', { w: twips(width) })))
  const row = w('tr', {}, w('trPr', {}, w('cantSplit')), cell(left, widths[0]), cell(right, widths[1]))
  return w('tbl', {}, properties, grid, row)
}

const shownIn = (text: string, { letters }: TextStyle) => (letters === 'upper' ? text.toLocaleUpperCase('vi') : text)

/** Bold capitals are wider than the plain ones that are measured. */
const bold = 1.08

/** A rule below a centred text, as long as the text: the border of a paragraph that is drawn in from both sides. */
function ruled(preset: Preset, text: string, width: number): string {
  const { size } = preset.text.heading
  const length = Math.min(width, widthOf(shownIn(text, preset.text.heading), size) * bold)
  const side = twips((width - length) / 2)
  const { thickness, gap } = preset.letterhead.rule
  const rule = { val: 'single', sz: Math.max(2, Math.round(thickness * 8)), space: Math.round(gap / 2), color: 'auto' }
  return textParagraph('heading', text, w('pBdr', {}, w('bottom', rule)) + w('ind', { left: side, right: side }))
}

export function letterhead({ header }: ReportDocument, preset: Preset): string {
  const { leftShare, separator, spaceAfter, rule } = preset.letterhead
  const right = pageOf(preset).textWidth * (1 - leftShare)
  const bodies = [
    textParagraph('bodyAbove', header.bodyAbove),
    textParagraph('body', header.body),
    textParagraph('separator', separator),
    textParagraph('documentNumber', header.documentNumber),
  ]
  const after = w('spacing', { before: twips(rule.gap * 2), after: 0, line: 240, lineRule: 'auto' })
  const place = [ruled(preset, header.heading, right), textParagraph('placeAndDate', header.placeAndDate, after)]
  return columns(preset, leftShare, bodies.join(''), place.join('')) + spaceOf(spaceAfter)
}

/** An empty paragraph of this height. */
const spaceOf = (points: number): string =>
  w('p', {}, w('pPr', {}, w('keepNext'), w('spacing', { before: 0, after: 0, line: twips(points), lineRule: 'exact' })))

export function title({ kind, subject }: ReportDocument, { title: { subjectRule, spaceAfter } }: Preset): string {
  const after = w('spacing', { before: 0, after: twips(spaceAfter), line: 240, lineRule: 'auto' })
  return (
    textParagraph('kind', kind) + textParagraph('subject', subject) + textParagraph('separator', subjectRule, after)
  )
}

export function closing({ recipients, sign }: ReportDocument, preset: Preset): string {
  const { spaceAbove, signShare, recipientMarker } = preset.closing
  const list =
    recipients.items.length === 0
      ? [paragraph(styleId('recipient'), '')]
      : [
          textParagraph('recipientsHeading', recipients.heading),
          ...recipients.items.map((item) => textParagraph('recipient', recipientMarker + item)),
        ]
  const posts = sign.authority
    ? [textParagraph('signAuthority', sign.authority), textParagraph('signPost', sign.post)]
    : [textParagraph('signAuthority', sign.post)]
  const signing = [...posts, textParagraph('signName', sign.name)]
  return spaceOf(spaceAbove) + columns(preset, 1 - signShare, list.join(''), signing.join(''))
}
