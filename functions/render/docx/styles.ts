// The styles of a Word document, made from the preset: headings are Word's own, so that its navigation, its table of contents
// and screen readers find them.

import type { ReportDocument } from '../../../shared/report/document.ts'
import { type Preset, pointsOf, type TextRole, type TextStyle } from '../../../shared/report/preset.ts'
import { part, twips, w } from './xml.ts'

/** The guidelines ask for it by name; Word and LibreOffice have it, or a face with its metrics. */
export const family = 'Times New Roman'

const languages = { vi: 'vi-VN', en: 'en-GB' } as const satisfies Record<ReportDocument['language'], string>
export const languageTag = ({ language }: Pick<ReportDocument, 'language'>): string => languages[language]

/** What a role is called: Word's own name where it has one, so that its commands work on it. */
const named = {
  paragraph: ['BodyText', 'Body Text'],
  part: ['Heading1', 'heading 1'],
  section: ['Heading2', 'heading 2'],
  subsection: ['Heading3', 'heading 3'],
  point: ['Heading4', 'heading 4'],
  kind: ['Title', 'Title'],
  subject: ['Subtitle', 'Subtitle'],
  caption: ['Caption', 'caption'],
  tableHeader: ['TableHeader', 'Table Header'],
  tableCell: ['TableCell', 'Table Cell'],
  tableTotal: ['TableTotal', 'Table Total'],
  tableNote: ['TableNote', 'Table Note'],
  heading: ['LetterheadHeading', 'Letterhead Heading'],
  motto: ['LetterheadMotto', 'Letterhead Motto'],
  logo: ['LetterheadLogo', 'Letterhead Logo'],
  bodyAbove: ['LetterheadBodyAbove', 'Letterhead Body Above'],
  body: ['LetterheadBody', 'Letterhead Body'],
  separator: ['LetterheadSeparator', 'Letterhead Separator'],
  documentNumber: ['DocumentNumber', 'Document Number'],
  placeAndDate: ['PlaceAndDate', 'Place And Date'],
  recipientsHeading: ['RecipientsHeading', 'Recipients Heading'],
  recipient: ['Recipient', 'Recipient'],
  signAuthority: ['SignAuthority', 'Sign Authority'],
  signPost: ['SignPost', 'Sign Post'],
  signName: ['SignName', 'Sign Name'],
  pageNumber: ['Header', 'header'],
  draftMark: ['DraftMark', 'Draft Mark'],
} as const satisfies Partial<Record<TextRole, readonly [id: string, name: string]>>
export type WordRole = keyof typeof named

export const styleId = (role: WordRole): string => named[role][0]
export const listStyle = 'ListDash'
export const figureStyle = 'Figure'

/** How a run looks beyond its paragraph's style, in the order of the schema. */
export const runProperties = (style: Partial<TextStyle>, color?: string): string =>
  [
    style.weight && w('b', style.weight === 'bold' ? {} : { val: 0 }),
    style.slant && w('i', style.slant === 'italic' ? {} : { val: 0 }),
    style.letters === 'upper' && w('caps'),
    color && w('color', { val: color }),
    style.size !== undefined &&
      w('sz', { val: Math.round(style.size * 2) }) + w('szCs', { val: Math.round(style.size * 2) }),
    style.underline && w('u', { val: 'single' }),
  ]
    .filter((one) => typeof one === 'string')
    .join('')

type Layout = {
  /** Stands on the same page as what follows. */
  readonly isKept?: boolean
  readonly before?: number
  readonly after?: number
  /** Set with the leading of the body, where type of its size is. */
  readonly isRunning?: boolean
  readonly isIndented?: boolean
  readonly align?: 'both' | 'center' | 'left'
  readonly outline?: number
}

function layoutOf(role: WordRole, { paragraph, headings, closing, title }: Preset): Layout {
  const heading = (level: 1 | 2 | 3 | 4): Layout => ({
    isKept: true,
    before: paragraph.spacing + headings.spaceAbove[level],
    isRunning: true,
    isIndented: true,
    align: 'both',
    outline: level - 1,
  })
  switch (role) {
    case 'paragraph':
      return { before: paragraph.spacing, isRunning: true, isIndented: true, align: 'both' }
    case 'part':
      return heading(1)
    case 'section':
      return heading(2)
    case 'subsection':
      return heading(3)
    case 'point':
      return heading(4)
    case 'caption':
      return { isKept: true, before: paragraph.spacing * 2, after: paragraph.spacing / 2, align: 'center' }
    case 'tableNote':
      return { before: paragraph.spacing / 2 }
    case 'tableCell':
    case 'tableTotal':
    case 'pageNumber':
    case 'draftMark':
      return {}
    case 'recipientsHeading':
    case 'recipient':
      return { isKept: true }
    case 'kind':
    case 'subject':
      return { isKept: true, align: title.align }
    case 'signName':
      return { before: pointsOf(closing.signatureRoomMm), align: 'center' }
    default:
      return { isKept: true, align: 'center' }
  }
}

/** Paragraph properties, in the order of the schema. */
function paragraphProperties(role: WordRole, preset: Preset, numbering = ''): string {
  const { isKept, before = 0, after = 0, isRunning, isIndented, align, outline } = layoutOf(role, preset)
  const { leading, firstLineIndentMm } = preset.paragraph
  const isExact = isRunning && leading !== 'single' && preset.text[role].size === preset.text.paragraph.size
  const line = isExact ? { line: twips(leading), lineRule: 'exact' } : { line: 240, lineRule: 'auto' }
  return [
    isKept ? w('keepNext') + w('keepLines') : '',
    numbering,
    w('spacing', { before: twips(before), after: twips(after), ...line }),
    isIndented ? w('ind', { firstLine: twips(pointsOf(firstLineIndentMm)) }) : '',
    align ? w('jc', { val: align }) : '',
    outline === undefined ? '' : w('outlineLvl', { val: outline }),
  ].join('')
}

function style(role: WordRole, preset: Preset): string {
  const [id, name] = named[role]
  return w(
    'style',
    { type: 'paragraph', styleId: id },
    w('name', { val: name }),
    w('basedOn', { val: 'Normal' }),
    layoutOf(role, preset).outline === undefined ? '' : w('next', { val: styleId('paragraph') }),
    w('qFormat'),
    w('pPr', {}, paragraphProperties(role, preset)),
    w('rPr', {}, runProperties(preset.text[role])),
  )
}

const numberOfList = 1
const dash = w('numPr', {}, w('ilvl', { val: 0 }), w('numId', { val: numberOfList }))

/** styles.xml */
export function stylesPart(document: ReportDocument, preset: Preset): string {
  const { size } = preset.text.paragraph
  const fonts = w('rFonts', { ascii: family, hAnsi: family, eastAsia: family, cs: family })
  const language = w('lang', { val: languageTag(document), eastAsia: languageTag(document) })
  const defaults = w(
    'docDefaults',
    {},
    w('rPrDefault', {}, w('rPr', {}, fonts, runProperties({ size }), language)),
    w('pPrDefault', {}, w('pPr', {}, w('spacing', { after: 0, line: 240, lineRule: 'auto' }))),
  )
  const normal = w(
    'style',
    { type: 'paragraph', default: 1, styleId: 'Normal' },
    w('name', { val: 'Normal' }),
    w('qFormat'),
  )
  const list = w(
    'style',
    { type: 'paragraph', styleId: listStyle },
    w('name', { val: 'List Bullet' }),
    w('basedOn', { val: styleId('paragraph') }),
    w('qFormat'),
    w('pPr', {}, paragraphProperties('paragraph', preset, dash)),
  )
  const figure = w('style', { type: 'character', styleId: figureStyle }, w('name', { val: 'Figure' }), w('qFormat'))
  const table = w(
    'style',
    { type: 'table', default: 1, styleId: 'TableNormal' },
    w('name', { val: 'Normal Table' }),
    w('tblPr', {}, w('tblInd', { w: 0, type: 'dxa' })),
  )
  const roles = Object.keys(named) as WordRole[]
  return part('styles', defaults + normal + roles.map((role) => style(role, preset)).join('') + list + figure + table)
}

/** numbering.xml: the dash before the items of a list. */
export function numberingPart({ list, paragraph }: Preset): string {
  const level = w(
    'lvl',
    { ilvl: 0 },
    w('start', { val: 1 }),
    w('numFmt', { val: 'bullet' }),
    w('suff', { val: 'space' }),
    w('lvlText', { val: list.marker.trim() }),
    w('lvlJc', { val: 'left' }),
    w('pPr', {}, w('ind', { left: 0, firstLine: twips(pointsOf(paragraph.firstLineIndentMm)) })),
  )
  return part(
    'numbering',
    w('abstractNum', { abstractNumId: 0 }, w('multiLevelType', { val: 'singleLevel' }), level) +
      w('num', { numId: numberOfList }, w('abstractNumId', { val: 0 })),
  )
}
