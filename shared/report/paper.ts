// A Paper is a document of the office other than a report, as plain data: the record of a visit, to be signed, or a blank
// form, to be filled in by pen. It has what a report has (document.ts), and pictures, signatures side by side and fields.
// Several records may be one paper: each of its parts begins on a page of its own.

import * as v from 'valibot'
import { Sha256 } from '../evidence/reference.ts'
import { HeadingBlock, ListBlock, LongText, ParagraphBlock, ReportDocument, ShortText, TableBlock } from './document.ts'

/** How many days a paper is kept after it was drawn: it can be made again at any time. */
export const papersLiveDays = 7

const Count = (most: number) => v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(most))

/** A picture by the SHA-256 of its bytes, which lie beside the data. In pixels, as it is looked at. */
export const PaperPicture = v.strictObject({ sha256: Sha256, width: Count(20_000), height: Count(20_000) })
export type PaperPicture = v.InferOutput<typeof PaperPicture>

/** What the document is about, a line each: "Đơn vị: Chi bộ Sông Hồng 1"; room for the pen where the value is empty. */
const FactsBlock = v.strictObject({
  type: v.literal('facts'),
  items: v.array(v.strictObject({ label: ShortText, value: LongText })),
})
export type FactsBlock = v.InferOutput<typeof FactsBlock>

/** Photos, two a row, each with words below. */
const PicturesBlock = v.strictObject({
  type: v.literal('pictures'),
  items: v.array(v.strictObject({ picture: PaperPicture, caption: ShortText })),
})
export type PicturesBlock = v.InferOutput<typeof PicturesBlock>

/** Who signs, two a row: a drawn signature, or room for the pen. `name` is printed below. */
const SignaturesBlock = v.strictObject({
  type: v.literal('signatures'),
  items: v.array(
    v.strictObject({
      heading: ShortText,
      remark: ShortText,
      picture: v.nullable(PaperPicture),
      name: ShortText,
    }),
  ),
})
export type SignaturesBlock = v.InferOutput<typeof SignaturesBlock>

const Choices = v.pipe(v.array(ShortText), v.minLength(1), v.maxLength(2_000))

/**
 * Where an answer is written: lines to write on; a box for each digit, in groups ([2, 2, 4] is a date); choices
 * with a ring (one of them), a square (any of them) or a box for the place in an order; numbers on a scale; an open box,
 * for a signature; nothing, for what is only read.
 */
export const PaperField = v.variant('field', [
  v.strictObject({ field: v.literal('lines'), lines: Count(20) }),
  v.strictObject({
    field: v.literal('digits'),
    groups: v.pipe(v.array(Count(20)), v.minLength(1), v.maxLength(8)),
    /** What stands between the groups: one fewer than there are groups. */
    between: v.array(ShortText),
    after: ShortText,
  }),
  v.strictObject({ field: v.literal('choices'), sign: v.picklist(['ring', 'square', 'order']), choices: Choices }),
  v.strictObject({ field: v.literal('scale'), values: Choices }),
  v.strictObject({ field: v.literal('box'), heightMm: Count(200) }),
  v.strictObject({ field: v.literal('none') }),
])
export type PaperField = v.InferOutput<typeof PaperField>

/** A question on paper. `condition` says in words when it is answered at all. */
const QuestionBlock = v.strictObject({
  type: v.literal('question'),
  number: ShortText,
  label: LongText,
  isRequired: v.boolean(),
  hint: LongText,
  condition: LongText,
  picture: v.nullable(PaperPicture),
  answer: PaperField,
})

/** Questions with the same choices: a row each, a mark in one of the columns or in several. */
const MatrixBlock = v.strictObject({
  type: v.literal('matrix'),
  sign: v.picklist(['ring', 'square']),
  columns: v.pipe(v.array(ShortText), v.minLength(1), v.maxLength(50)),
  rows: v.array(v.strictObject({ number: ShortText, label: LongText, isRequired: v.boolean(), remark: LongText })),
})
export type MatrixBlock = v.InferOutput<typeof MatrixBlock>

/** Rounds of short questions: a column for each question, empty rows to write in. */
const GridBlock = v.strictObject({
  type: v.literal('grid'),
  columns: v.pipe(v.array(v.strictObject({ header: LongText, weight: Count(100) })), v.minLength(1), v.maxLength(12)),
  rows: Count(50),
})
export type GridBlock = v.InferOutput<typeof GridBlock>

/** The heading of a part of a form: level 1 stands above a rule. */
const SectionBlock = v.strictObject({ type: v.literal('section'), level: v.picklist([1, 2]), text: ShortText })

/** Words in italics, left: how to fill in, a condition of a whole group. */
const RemarkBlock = v.strictObject({ type: v.literal('remark'), text: LongText })

export const PaperBlock = v.variant('type', [
  HeadingBlock,
  ParagraphBlock,
  ListBlock,
  TableBlock,
  FactsBlock,
  PicturesBlock,
  SignaturesBlock,
  QuestionBlock,
  MatrixBlock,
  GridBlock,
  SectionBlock,
  RemarkBlock,
])
export type PaperBlock = v.InferOutput<typeof PaperBlock>

export const PaperPart = v.strictObject({
  /** What the part is called in the outline of the file. */
  bookmark: ShortText,
  /** Printed on every page: "ĐÃ TRẢ LẠI". */
  mark: v.nullable(ShortText),
  /** The letterhead of an office, or a plain line at the top. */
  header: v.variant('type', [
    v.strictObject({ type: v.literal('letterhead'), ...ReportDocument.entries.header.entries }),
    v.strictObject({ type: v.literal('line'), left: ShortText, right: ShortText }),
  ]),
  kind: ShortText,
  subject: ShortText,
  blocks: v.array(PaperBlock),
  /** Pages are numbered at the top from the second on, or each of all at the foot. */
  numbering: v.picklist(['top', 'foot']),
  /** Small lines at the foot of every page. */
  footer: v.pipe(v.array(ShortText), v.maxLength(3)),
})
export type PaperPart = v.InferOutput<typeof PaperPart>

/** Slips on one sheet of A4. */
export const slipsPerPage = [8, 16] as const
export type SlipsPerPage = (typeof slipsPerPage)[number]

/** Slips in one file: some 5 KB each, so that it goes through the function, and can be taken away once it is fetched. */
export const mostSlips = 500

/** Slips to cut out: one for each invitation to a survey, two a row. */
export const SlipsPart = v.strictObject({
  bookmark: ShortText,
  perPage: v.picklist(slipsPerPage),
  /** The same on each: who asks, what it is, how to answer, and what is promised until when. */
  organisation: ShortText,
  title: ShortText,
  how: ShortText,
  promise: ShortText,
  slips: v.pipe(
    v.array(
      v.strictObject({
        /** Unit, and before it the name where answers are given under it. */
        whose: ShortText,
        /** The address that the QR code holds. */
        link: v.pipe(v.string(), v.url(), v.maxLength(200)),
        /** As it is printed: "K7M4-2XQ9-PD3W". */
        code: v.pipe(v.string(), v.maxLength(20)),
      }),
    ),
    v.minLength(1),
    v.maxLength(mostSlips),
  ),
})
export type SlipsPart = v.InferOutput<typeof SlipsPart>

export const Paper = v.strictObject({
  version: v.literal(1),
  language: ReportDocument.entries.language,
  preset: ReportDocument.entries.preset,
  /** ISO 8601, UTC: the PDF's creation date, so that the same data give the same bytes. */
  asOf: ReportDocument.entries.asOf,
  title: ShortText,
  author: ShortText,
  parts: v.pipe(v.array(v.union([PaperPart, SlipsPart])), v.minLength(1), v.maxLength(500)),
})
export type Paper = v.InferOutput<typeof Paper>
