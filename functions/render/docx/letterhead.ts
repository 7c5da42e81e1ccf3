// The top of the first page and the end of the last: who issues the document and what it is, who receives and who signs it.
// Two columns without lines, as the offices' own templates have them.

import { widthOf } from '../../../shared/report/chart-marks.ts'
import type { ReportDocument } from '../../../shared/report/document.ts'
import { type LetterheadLine, type Preset, pageOf, type Rule, type TextStyle } from '../../../shared/report/preset.ts'
import { paragraph, textParagraph } from './paragraph.ts'
import { styleId } from './styles.ts'
import { twips, w } from './xml.ts'

type Row = readonly [left: string, right: string]

/** Rows of two cells side by side; together they are as wide as the text. */
export function columns(preset: Preset, leftShare: number, rows: readonly Row[]): string {
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
  const cells = rows.map(([left, right]) =>
    w('tr', {}, w('trPr', {}, w('cantSplit')), cell(left, widths[0]), cell(right, widths[1])),
  )
  return w('tbl', {}, properties, grid, ...cells)
}

const shownIn = (text: string, { letters }: TextStyle) => (letters === 'upper' ? text.toLocaleUpperCase('vi') : text)

/** Bold capitals are wider than the plain ones that are measured. */
const bold = 1.08

type Align = 'left' | 'center' | 'right'
type Header = ReportDocument['header']

const border = (thickness: number) => ({
  val: 'single',
  sz: Math.max(2, Math.round(thickness * 8)),
  space: 0,
  color: 'auto',
})

/** A rule that goes by the length of the text above it: the border of an empty paragraph that is drawn in at its sides. */
function ruleBelow(
  { share, thickness, gap }: Rule,
  text: string,
  style: TextStyle,
  width: number,
  align: Align,
): string {
  const length =
    Math.min(width, widthOf(shownIn(text, style), style.size) * (style.weight === 'bold' ? bold : 1)) * share
  const slack = twips(width - length)
  const sides = {
    left: { left: 0, right: slack },
    center: { left: Math.round(slack / 2), right: Math.round(slack / 2) },
    right: { left: slack, right: 0 },
  }
  return spaceOf(gap * 2, w('pBdr', {}, w('top', border(thickness))), w('ind', sides[align]))
}

const textOf = ({ text }: LetterheadLine, header: Header): string =>
  typeof text === 'string' ? (header[text] ?? '') : text.fixed

export function letterhead({ header }: ReportDocument, preset: Preset): string {
  const { leftShare, align, rows, foot, spaceAfter } = preset.letterhead
  const { textWidth } = pageOf(preset)
  const widths = { left: textWidth * leftShare, right: textWidth * (1 - leftShare) }
  const block = (lines: readonly LetterheadLine[], side: 'left' | 'right', spaceAbove: number) => {
    const shown = lines.filter((line) => textOf(line, header) !== '')
    if (shown.length === 0) return spaceOf(1)
    return shown
      .map(({ role, rule, ...line }, index) => {
        const text = textOf({ role, ...line }, header)
        const above = w('spacing', {
          before: index === 0 ? twips(spaceAbove) : 0,
          after: 0,
          line: 240,
          lineRule: 'auto',
        })
        const below = rule ? ruleBelow(rule, text, preset.text[role], widths[side], align[side]) : ''
        return textParagraph(role, text, above + w('jc', { val: align[side] })) + below
      })
      .join('')
  }
  const isShown = (lines: readonly LetterheadLine[]) => lines.some((line) => textOf(line, header) !== '')
  const cells = rows
    .filter(({ left, right }) => isShown(left) || isShown(right))
    .map(({ left, right, spaceAbove }): Row => [block(left, 'left', spaceAbove), block(right, 'right', spaceAbove)])
  const across = foot ? spaceOf(foot.gap, w('pBdr', {}, w('bottom', border(foot.thickness)))) : ''
  return columns(preset, leftShare, cells) + across + spaceOf(spaceAfter)
}

/** An empty paragraph of this height; its border and its indents. */
export const spaceOf = (points: number, edges = '', indents = ''): string => {
  const height = w('spacing', { before: 0, after: 0, line: twips(points), lineRule: 'exact' })
  return w('p', {}, w('pPr', {}, w('keepNext'), edges, height, indents))
}

export function title({ kind, subject }: ReportDocument, preset: Preset): string {
  const { subjectRule, spaceAfter, align } = preset.title
  const after = w('spacing', { before: 0, after: twips(spaceAfter), line: 240, lineRule: 'auto' })
  const words = textParagraph('kind', kind) + textParagraph('subject', subject)
  if (typeof subjectRule === 'string') return words + textParagraph('separator', subjectRule, after)
  const { textWidth } = pageOf(preset)
  const rule = subjectRule ? ruleBelow(subjectRule, subject, preset.text.subject, textWidth, align) : ''
  return words + rule + spaceOf(spaceAfter)
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
  return spaceOf(spaceAbove) + columns(preset, 1 - signShare, [[list.join(''), signing.join('')]])
}
