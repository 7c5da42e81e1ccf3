// The top of the first page and the end of the last: who issues the document and what it is, who receives and who signs it.
// Two columns without lines, as the offices' own templates have them.

import { widthOf } from '../../../shared/report/chart.ts'
import type { ReportDocument } from '../../../shared/report/document.ts'
import { type LetterheadLine, type Preset, pageOf, type Rule, type TextStyle } from '../../../shared/report/preset.ts'
import { paragraph, textParagraph } from './paragraph.ts'
import { isWordRole, styleId } from './styles.ts'
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
const boldFactor = 1.08

type Column = { readonly width: number; readonly align: 'left' | 'center' | 'right' }

const textOf = ({ text }: LetterheadLine, header: ReportDocument['header']): string =>
  typeof text === 'string' ? (header[text] ?? '') : text.fixed

/** How far a rule below a text is drawn in from both sides: it goes by the length of the text. */
function rulePart({ share, thickness, gap }: Rule, text: string, style: TextStyle, { width, align }: Column) {
  const weight = style.weight === 'bold' ? boldFactor : 1
  const slack = width - Math.min(width, widthOf(shownIn(text, style), style.size) * weight) * share
  const left = align === 'center' ? slack / 2 : align === 'right' ? slack : 0
  const edge = { val: 'single', sz: Math.max(2, Math.round(thickness * 8)), space: Math.round(gap / 2), color: 'auto' }
  return {
    border: w('pBdr', {}, w('bottom', edge)),
    indent: w('ind', { left: twips(left), right: twips(slack - left) }),
  }
}

/** Lines below one another; the border of a paragraph that is drawn in from the sides is the rule below its text. */
function stack(
  lines: readonly LetterheadLine[],
  column: Column,
  header: ReportDocument['header'],
  preset: Preset,
): string {
  let above = 0
  const shown = lines.flatMap((line) => {
    const text = textOf(line, header)
    if (text === '') return []
    const rule = line.rule && rulePart(line.rule, text, preset.text[line.role], column)
    const spacing = w('spacing', { before: twips(above), after: 0, line: 240, lineRule: 'auto' })
    above = line.rule ? line.rule.gap * 2 : 0
    const jc = w('jc', { val: column.align })
    return [letterheadParagraph(line.role, text, (rule?.border ?? '') + spacing + (rule?.indent ?? '') + jc)]
  })
  return shown.length > 0 ? shown.join('') : paragraph(styleId('separator'), '')
}

const letterheadParagraph = (role: LetterheadLine['role'], text: string, properties: string): string => {
  if (!isWordRole(role)) throw new Error(`A letterhead of Word has no style for ${role}`)
  return textParagraph(role, text, properties)
}

/** Rows of two blocks side by side, as the preset has them. */
export function letterhead({ header }: ReportDocument, preset: Preset): string {
  const { leftShare, align, rows, foot, spaceAfter } = preset.letterhead
  const { textWidth } = pageOf(preset)
  const left = { width: textWidth * leftShare, align: align.left }
  const right = { width: textWidth * (1 - leftShare), align: align.right }
  const isShown = (lines: readonly LetterheadLine[]) => lines.some((line) => textOf(line, header) !== '')
  const shown = rows.filter((row) => isShown(row.left) || isShown(row.right))
  const tables = shown.map(
    (row, at) =>
      (at === 0 ? '' : spaceOf(Math.max(1, row.spaceAbove))) +
      columns(preset, leftShare, stack(row.left, left, header, preset), stack(row.right, right, header, preset)),
  )
  const edge = foot && { val: 'single', sz: Math.round(foot.thickness * 8), space: 0, color: 'auto' }
  return tables.join('') + spaceOf(spaceAfter, edge ? w('pBdr', {}, w('top', edge)) : '')
}

/** An empty paragraph of this height. */
const spaceOf = (points: number, border = ''): string =>
  w(
    'p',
    {},
    w('pPr', {}, w('keepNext'), border, w('spacing', { before: 0, after: 0, line: twips(points), lineRule: 'exact' })),
  )

export function title({ kind, subject }: ReportDocument, preset: Preset): string {
  const { align, subjectRule, spaceAfter } = preset.title
  const jc = w('jc', { val: align })
  const after = w('spacing', { before: 0, after: twips(spaceAfter), line: 240, lineRule: 'auto' })
  const head = textParagraph('kind', kind, jc)
  if (typeof subjectRule === 'string')
    return head + textParagraph('subject', subject, jc) + textParagraph('separator', subjectRule, after + jc)
  if (!subjectRule) return head + textParagraph('subject', subject, after + jc)
  const column = { width: pageOf(preset).textWidth, align }
  const { border, indent } = rulePart(subjectRule, subject, preset.text.subject, column)
  // A paragraph of its own: a border below the subject would draw the subject in with it.
  const rule = w('p', {}, w('pPr', {}, w('keepNext'), border, after, indent))
  return head + textParagraph('subject', subject, jc) + rule
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
