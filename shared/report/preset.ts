// A preset is how one office's documents must look, as dated data: a newer guideline is a new entry, not new code.
// Page measures are millimetres, as the guidelines give them; sizes of type and everything drawn are points.
// What a report says is document.ts; the renderers read sizes and places here and nowhere else.

import type { ReportDocument } from './document.ts'
import type { PresetId } from './preset-id.ts'
import { party2018 } from './preset-party.ts'
import { plain } from './preset-plain.ts'
import { state2020 } from './preset-state.ts'

export type TextStyle = {
  size: number
  weight: 'regular' | 'bold'
  slant: 'upright' | 'italic'
  /** 'upper' is set in capitals whatever the case of the data. */
  letters: 'as-written' | 'upper'
  underline: boolean
}

/** Every kind of text a report has. A renderer asks for a role and never for a size. */
export type TextRole =
  | 'heading'
  | 'motto'
  | 'logo'
  | 'bodyAbove'
  | 'body'
  | 'separator'
  | 'documentNumber'
  | 'placeAndDate'
  | 'kind'
  | 'subject'
  | 'part'
  | 'section'
  | 'subsection'
  | 'point'
  | 'paragraph'
  | 'caption'
  | 'tableHeader'
  | 'tableCell'
  | 'tableTotal'
  | 'tableNote'
  | 'chart'
  | 'recipientsHeading'
  | 'recipient'
  | 'signAuthority'
  | 'signPost'
  | 'signName'
  | 'pageNumber'
  | 'draftMark'
  | 'fact'
  | 'factLabel'
  | 'formPart'
  | 'formSection'
  | 'remark'
  | 'question'
  | 'questionNumber'
  | 'hint'
  | 'choice'
  | 'photoCaption'
  | 'signRemark'
  | 'marginLine'
  | 'footer'

/** A rule below a text, as a share of the text's last line; thickness and the space around it in points. */
export type Rule = { share: number; thickness: number; gap: number }

/** What a letterhead shows of a document's header. A line whose text is empty is left out, with its rule. */
export type LetterheadLine = {
  role: 'heading' | 'motto' | 'logo' | 'bodyAbove' | 'body' | 'separator' | 'documentNumber' | 'placeAndDate'
  text: keyof ReportDocument['header'] | { fixed: string }
  rule?: Rule
}

export type Preset = {
  /** The guideline the measures come from, and the day it was signed; without a guideline, the day it was drawn up. */
  source: { title: string; date: string }
  page: { widthMm: number; heightMm: number }
  marginsMm: { top: number; bottom: number; left: number; right: number }
  /** A face with the metrics of Times New Roman, which the guidelines are written for. */
  typeface: 'Tinos'
  text: Record<TextRole, TextStyle>
  paragraph: {
    /** At least this much between paragraphs, points. */
    spacing: number
    firstLineIndentMm: number
    /** Points from one line of the body to the next, or 'single' for the face's own. */
    leading: number | 'single'
    /** A page break leaves at least this many lines of a paragraph on either side. */
    linesKept: number
  }
  letterhead: {
    /** The left block's share of the text width; the right block has the rest. */
    leftShare: number
    align: { left: 'left' | 'center'; right: 'center' | 'right' }
    /** Rows of two blocks side by side; the first lines of both share a baseline. */
    rows: readonly { left: readonly LetterheadLine[]; right: readonly LetterheadLine[]; spaceAbove: number }[]
    /** A rule below it all, across the text. */
    foot: { thickness: number; gap: number } | null
    spaceAfter: number
  }
  /** What joins the kind of document and the office in its symbol: "BC/BTCĐUK", "BC-UBND". */
  symbolJoint: '/' | '-'
  /** Whether a document needs the name of a body above, and a symbol behind its number. */
  needs: { bodyAbove: boolean; documentSymbol: boolean }
  /** Below the subject stand signs, or a rule. */
  title: { align: 'center' | 'left'; subjectRule: string | Rule | null; spaceAfter: number }
  /** Space above a heading beyond the paragraph spacing; what stands behind the numeral of a part ("I-", "I."). */
  headings: { spaceAbove: Record<1 | 2 | 3 | 4, number>; partMark: '-' | '.' }
  list: { marker: string }
  table: {
    paddingX: number
    paddingY: number
    border: number
    /** Tables of this many columns or more are set in the smaller size. */
    dense: { fromColumns: number; size: number }
  }
  chart: {
    rowHeight: number
    barHeight: number
    labelShare: number
    labelLeading: number
    gap: number
    axisHeight: number
    tickLength: number
  }
  closing: {
    spaceAbove: number
    /** The sign block's share of the text width, at the right. */
    signShare: number
    /** Room for signature and seal. */
    signatureRoomMm: number
    recipientMarker: string
  }
  /** The QR code by which a copy is verified: whether an issue carries it unless somebody says otherwise, and its side. */
  verification: { isUsual: boolean; sideMm: number; gap: number; spaceAbove: number }
  pageNumber: { firstPage: number; baselineMm: number }
  draftMark: { baselineMm: number }
  /** Records and blank forms (paper.ts). */
  paper: {
    /** The labels' share of the text width; the line that a value is written on is this high. */
    facts: { labelShare: number; penHeight: number }
    photos: { gap: number; heightMm: number }
    signature: { widthMm: number; heightMm: number }
    question: {
      spacing: number
      /** Numbers stand in a column of their own. */
      numberWidth: number
      lineHeight: number
      digit: { width: number; height: number; border: number }
      /** The radius of a ring; the sides of a square, and of a box for a place in an order. */
      ring: number
      square: number
      order: number
      /** Between the sign of a choice and its words, and between columns of choices. */
      signGap: number
      columnGap: number
      pictureMm: number
    }
    /** The least height of a row that is filled in by pen. */
    gridRowHeight: number
    footer: { baselineMm: number; leading: number }
  }
}

export const presets: Readonly<Record<PresetId, Preset>> = { 'party-2018': party2018, 'state-2020': state2020, plain }

const POINTS_PER_MM = 72 / 25.4

export const pointsOf = (millimetres: number): number => millimetres * POINTS_PER_MM

/** The page's measures in points: the text area is what the margins leave. */
export function pageOf(preset: Preset) {
  const { page, marginsMm } = preset
  return {
    width: pointsOf(page.widthMm),
    height: pointsOf(page.heightMm),
    left: pointsOf(marginsMm.left),
    top: pointsOf(marginsMm.top),
    textWidth: pointsOf(page.widthMm - marginsMm.left - marginsMm.right),
    textHeight: pointsOf(page.heightMm - marginsMm.top - marginsMm.bottom),
  }
}
export type PageMeasures = ReturnType<typeof pageOf>
