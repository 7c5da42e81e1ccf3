// A preset is how one office's documents must look, as dated data: a newer guideline is a new entry, not new code.
// Page measures are millimetres, as the guidelines give them; sizes of type and everything drawn are points.
// What a report says is document.ts; the renderers read sizes and places here and nowhere else.

import type { ReportDocument } from './document.ts'

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

export type Preset = {
  /** The guideline the measures come from, and the day it was signed. */
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
    separator: string
    /** The rule under the heading is as long as its text. */
    rule: { thickness: number; gap: number }
    spaceAfter: number
  }
  title: { subjectRule: string; spaceAfter: number }
  /** Space above a heading beyond the paragraph spacing. */
  headings: { spaceAbove: Record<1 | 2 | 3 | 4, number> }
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

const upright = { weight: 'regular', slant: 'upright', letters: 'as-written', underline: false } as const
const bold = { ...upright, weight: 'bold' } as const
const italic = { ...upright, slant: 'italic' } as const

/** Guideline 36-HD/VPTW of 3 April 2018, on the form and technique of the Party's documents. */
const party2018: Preset = {
  source: { title: 'Hướng dẫn 36-HD/VPTW', date: '2018-04-03' },
  page: { widthMm: 210, heightMm: 297 },
  marginsMm: { top: 20, bottom: 20, left: 30, right: 20 },
  typeface: 'Tinos',
  text: {
    heading: { ...bold, size: 15, letters: 'upper' },
    bodyAbove: { ...upright, size: 14, letters: 'upper' },
    body: { ...bold, size: 14, letters: 'upper' },
    separator: { ...upright, size: 14 },
    documentNumber: { ...upright, size: 14 },
    placeAndDate: { ...italic, size: 14 },
    kind: { ...bold, size: 16, letters: 'upper' },
    subject: { ...bold, size: 14 },
    part: { ...bold, size: 14, letters: 'upper' },
    section: { ...bold, size: 14 },
    subsection: { ...upright, size: 14 },
    point: { ...upright, size: 14 },
    paragraph: { ...upright, size: 14 },
    caption: { ...bold, size: 12 },
    tableHeader: { ...bold, size: 11 },
    tableCell: { ...upright, size: 11 },
    tableTotal: { ...bold, size: 11 },
    tableNote: { ...italic, size: 11 },
    chart: { ...upright, size: 10 },
    recipientsHeading: { ...upright, size: 14, underline: true },
    recipient: { ...upright, size: 12 },
    signAuthority: { ...bold, size: 14, letters: 'upper' },
    signPost: { ...upright, size: 14, letters: 'upper' },
    signName: { ...bold, size: 14 },
    pageNumber: { ...upright, size: 14 },
    draftMark: { ...bold, size: 13 },
    fact: { ...upright, size: 13 },
    factLabel: { ...bold, size: 13 },
    formPart: { ...bold, size: 13, letters: 'upper' },
    formSection: { ...bold, size: 13 },
    remark: { ...italic, size: 12 },
    question: { ...upright, size: 12.5 },
    questionNumber: { ...bold, size: 12.5 },
    hint: { ...italic, size: 11 },
    choice: { ...upright, size: 12 },
    photoCaption: { ...italic, size: 11 },
    signRemark: { ...italic, size: 12 },
    marginLine: { ...upright, size: 10 },
    footer: { ...upright, size: 8.5 },
  },
  paragraph: { spacing: 6, firstLineIndentMm: 10, leading: 18, linesKept: 2 },
  letterhead: { leftShare: 0.48, separator: '*', rule: { thickness: 0.75, gap: 2 }, spaceAfter: 20 },
  title: { subjectRule: '-----', spaceAfter: 10 },
  headings: { spaceAbove: { 1: 8, 2: 2, 3: 0, 4: 0 } },
  list: { marker: '- ' },
  table: { paddingX: 3.5, paddingY: 3, border: 0.5, dense: { fromColumns: 8, size: 10 } },
  chart: { rowHeight: 18, barHeight: 9, labelShare: 0.36, labelLeading: 9.8, gap: 6, axisHeight: 18, tickLength: 3 },
  closing: { spaceAbove: 18, signShare: 0.5, signatureRoomMm: 28, recipientMarker: '- ' },
  verification: { isUsual: false, sideMm: 24, gap: 8, spaceAbove: 18 },
  pageNumber: { firstPage: 2, baselineMm: 13 },
  draftMark: { baselineMm: 13 },
  paper: {
    facts: { labelShare: 0.24, penHeight: 24 },
    photos: { gap: 12, heightMm: 72 },
    signature: { widthMm: 60, heightMm: 28 },
    question: {
      spacing: 9,
      numberWidth: 26,
      lineHeight: 24,
      digit: { width: 18, height: 20, border: 0.6 },
      ring: 5.2,
      square: 9.6,
      order: 14,
      signGap: 5,
      columnGap: 14,
      pictureMm: 50,
    },
    gridRowHeight: 26,
    footer: { baselineMm: 285, leading: 10 },
  },
}

export const presets: Readonly<Record<ReportDocument['preset'], Preset>> = { 'party-2018': party2018 }

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
