// A ReportDocument is a finished report as plain data: what stands where, and for every figure where it came from.
// It knows nothing of pages, fonts or millimetres (preset.ts) nor of campaigns (compose.ts makes it from summaries).
// Every renderer (PDF, Word, Excel, web page) reads this and nothing else; as JSON it is the report for machines.

import * as v from 'valibot'
import { CampaignId, UnitId } from '../ids.ts'
import { Day } from '../organisation/day.ts'
import { ReportPeriod } from './period.ts'
import { PresetId } from './preset-id.ts'

export const ShortText = v.pipe(v.string(), v.maxLength(1_000))
export const LongText = v.pipe(v.string(), v.maxLength(20_000))
const Points = v.pipe(v.number(), v.finite())

/**
 * Where a figure came from: the campaign and period, the unit, and how many responses it rests on. A figure is of the unit and all
 * that counts below it, by the tree of the day that the document names; unit: of this unit alone · place: of it and of the closed
 * ones that count in its place.
 */
export const FigureSource = v.strictObject({
  campaign: CampaignId,
  period: ReportPeriod,
  unit: UnitId,
  within: v.optional(v.picklist(['unit', 'place'])),
  indicator: v.optional(ShortText),
  /** Of what the units have to put right, as it stood that day: no answer that comes later makes it another. */
  actions: v.optional(v.literal(true)),
  /** It stands on the page of a survey's results, and nobody sees the answers behind it. */
  released: v.optional(v.literal(true)),
  responses: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
})
export type FigureSource = v.InferOutput<typeof FigureSource>

/**
 * A figure as a number, exactly as it is printed: `value` has the decimals that are shown ("0.536" is 53.6 %, "12.50" is 12.50).
 * number: as it is · percent: a fraction of one · change: a number with its sign, in points where percentages are compared.
 * `decimals`: those that a reader sees.
 */
export const FigureNumber = v.strictObject({
  value: v.pipe(v.string(), v.regex(/^-?\d{1,40}(\.\d{1,12})?$/)),
  format: v.picklist(['number', 'percent', 'change']),
  decimals: v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(12)),
  /** Of a target: what is asked for, "≥ 90 %". */
  bound: v.optional(v.picklist(['at-least', 'at-most'])),
})
export type FigureNumber = v.InferOutput<typeof FigureNumber>

/**
 * A piece of a sentence or a cell. A run with a source is a figure; `text` is already formatted for the report's language, and
 * says the same as `number`, which figures have that are numbers.
 */
export const Run = v.strictObject({
  text: LongText,
  number: v.optional(FigureNumber),
  source: v.optional(FigureSource),
})
export type Run = v.InferOutput<typeof Run>

/**
 * Heading levels follow the outline of the body: 1 "I- TÊN PHẦN", 2 "1.", 3 "1.1.", 4 "a)".
 * `marker` is printed as it stands before the text.
 */
export const HeadingBlock = v.strictObject({
  type: v.literal('heading'),
  level: v.picklist([1, 2, 3, 4]),
  marker: ShortText,
  text: ShortText,
})

/** `byHand`: a generated sentence that the office has changed, or a paragraph of its own. */
export const ParagraphBlock = v.strictObject({
  type: v.literal('paragraph'),
  runs: v.array(Run),
  byHand: v.optional(v.picklist(['edited', 'own'])),
})

/** A list of dashed items ("- ..."), each a sequence of runs; `edited`: those that the office has changed, from 0. */
export const ListBlock = v.strictObject({
  type: v.literal('list'),
  items: v.array(v.array(Run)),
  edited: v.optional(v.array(v.pipe(v.number(), v.safeInteger(), v.minValue(0)))),
})

/** `emphasis`: met and missed colour a value against its target; missing greys what stands in place of a figure. */
export const Cell = v.strictObject({
  runs: v.array(Run),
  emphasis: v.optional(v.picklist(['met', 'missed', 'missing'])),
})
export type Cell = v.InferOutput<typeof Cell>

/** `weight` is the column's share of the table's width; a row's kind decides its weight and background. */
export const TableBlock = v.strictObject({
  type: v.literal('table'),
  caption: ShortText,
  columns: v.array(
    v.strictObject({ header: ShortText, weight: Points, align: v.picklist(['left', 'right', 'center']) }),
  ),
  rows: v.array(v.strictObject({ kind: v.picklist(['row', 'target', 'total']), cells: v.array(Cell) })),
  note: v.optional(ShortText),
})
export type TableBlock = v.InferOutput<typeof TableBlock>

/**
 * Drawing primitives in points, origin at the top left of the chart, y downwards; text is placed at its baseline.
 * `tone` names a role, not a colour: each renderer maps it to something legible in black and white print.
 * heat-0 to heat-4: from the least to the most; on-dark: text on the darker ones.
 */
const tone = v.picklist([
  ...(['bar', 'bar-missed', 'axis', 'grid', 'target', 'label', 'value', 'on-dark'] as const),
  ...(['series-1', 'series-2', 'series-3', 'heat-0', 'heat-1', 'heat-2', 'heat-3', 'heat-4'] as const),
])
export const ChartMark = v.variant('mark', [
  v.strictObject({ mark: v.literal('rect'), tone, x: Points, y: Points, width: Points, height: Points }),
  v.strictObject({ mark: v.literal('line'), tone, x1: Points, y1: Points, x2: Points, y2: Points }),
  v.strictObject({
    mark: v.literal('text'),
    tone,
    x: Points,
    y: Points,
    size: Points,
    anchor: v.picklist(['start', 'middle', 'end']),
    text: ShortText,
    /** Where the text is a figure of the report, as in a run. */
    number: v.optional(FigureNumber),
    source: v.optional(FigureSource),
  }),
])
export type ChartMark = v.InferOutput<typeof ChartMark>

/** `alternative` says in words what the chart shows, for readers who can't see it; `data` is what it was drawn from. */
export const ChartBlock = v.strictObject({
  type: v.literal('chart'),
  caption: ShortText,
  alternative: LongText,
  data: v.strictObject({ columns: v.array(ShortText), rows: v.array(v.array(Cell)) }),
  width: Points,
  height: Points,
  marks: v.array(ChartMark),
})
export type ChartBlock = v.InferOutput<typeof ChartBlock>

/** What templates compose. */
const Block = v.variant('type', [HeadingBlock, ParagraphBlock, ListBlock, TableBlock, ChartBlock])
export type Block = v.InferOutput<typeof Block>

/** A block's place under its headings, "ket-qua/uu-diem/table-1" (keys.ts): edits hang on it, and parts of the web page go by it. */
const key = ShortText
const KeyedBlock = v.variant('type', [
  v.strictObject({ key, ...HeadingBlock.entries }),
  v.strictObject({ key, ...ParagraphBlock.entries }),
  v.strictObject({ key, ...ListBlock.entries }),
  v.strictObject({ key, ...TableBlock.entries }),
  v.strictObject({ key, ...ChartBlock.entries }),
])
export type KeyedBlock = v.InferOutput<typeof KeyedBlock>

/** Number and date of an issue are empty until the report is issued; the renderer then leaves room for the pen. */
export const ReportDocument = v.strictObject({
  version: v.literal(2),
  id: ShortText,
  /** The template that it was made by, in the version of that day. */
  template: v.strictObject({ id: ShortText, version: v.pipe(v.number(), v.safeInteger(), v.minValue(1)) }),
  /** BCP 47; the text direction and hyphenation follow it. */
  language: v.picklist(['vi', 'en']),
  preset: PresetId,
  /** The moment the figures were read, ISO 8601 in UTC. It is the PDF's creation date, so that the same data give the same bytes. */
  asOf: v.pipe(v.string(), v.isoTimestamp()),
  /** Printed on every page until the report is issued, e.g. "DỰ THẢO"; null once issued. */
  draftMark: v.nullable(ShortText),
  header: v.strictObject({
    /** "ĐẢNG CỘNG SẢN VIỆT NAM", or the national title; '' where the preset has none. Its motto stands below it. */
    heading: ShortText,
    motto: v.optional(ShortText),
    /** A few letters or words for whoever has no emblem: "PHIẾU". */
    logo: v.optional(ShortText),
    /** '' where no body stands above. */
    bodyAbove: ShortText,
    body: ShortText,
    /** e.g. "Số       -BC/BTCĐUK" with blanks, or "Số 113-BC/BTCĐUK" */
    documentNumber: ShortText,
    /** e.g. "Hà Nội, ngày      tháng 7 năm 2013" */
    placeAndDate: ShortText,
  }),
  kind: ShortText,
  subject: ShortText,
  blocks: v.array(KeyedBlock),
  /**
   * From a figure, links lead to the answers behind it (links.ts): the address of the installation, without a trailing slash, and
   * the day whose tree says which units those are of.
   */
  links: v.strictObject({
    publicUrl: v.pipe(ShortText, v.regex(/^https?:\/\/[^\s/]+[^\s]*[^\s/]$/)),
    placedOn: Day,
  }),
  recipients: v.strictObject({ heading: ShortText, items: v.array(ShortText) }),
  /** Where whoever holds a copy finds out whether it is genuine: a QR code on the last page, with these lines and the address beside it. */
  verification: v.optional(
    v.strictObject({ address: v.pipe(ShortText, v.regex(/^https?:\/\/\S+$/)), lines: v.array(ShortText) }),
  ),
  sign: v.strictObject({
    /** "T/M BAN THƯỜNG VỤ", "K/T TRƯỞNG BAN" or null where a post signs alone */
    authority: v.nullable(ShortText),
    post: ShortText,
    name: ShortText,
  }),
})
export type ReportDocument = v.InferOutput<typeof ReportDocument>
