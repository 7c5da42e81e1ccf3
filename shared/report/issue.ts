// Issuing a report: number, date and signatory. The document is composed once more with them, and from then on its bytes are
// the report; nothing of it changes any more. A mistake is put right by a new issue that names this one.

import * as v from 'valibot'
import { PersonId } from '../ids.ts'
import { issuingMessages } from '../messages/report-issue.ts'
import { Day } from '../organisation/day.ts'
import { changedFigures } from './changes.ts'
import { changesTable } from './changes-table.ts'
import type { KeyedBlock, ReportDocument } from './document.ts'
import { longestLine } from './plan.ts'
import { VerifyCode } from './verify-code.ts'

const Timestamp = v.pipe(v.string(), v.isoTimestamp())
const Line = v.pipe(v.string(), v.minLength(1), v.maxLength(longestLine))

export const largestNumber = 99_999
/** The longest reason for a withdrawal, in characters. */
export const longestReason = 500

/** What the office says when it issues a report. */
export const IssueFacts = v.strictObject({
  number: v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(largestNumber)),
  /** The day that stands in the document; numbers are unique in its year. */
  date: Day,
  place: Line,
  signatory: v.strictObject({ authority: v.nullable(Line), post: Line, name: Line }),
  /** Whether the document carries the QR code of its verification. */
  hasQr: v.boolean(),
})
export type IssueFacts = v.InferOutput<typeof IssueFacts>

/** The file formats of a report, as their endings. */
export const issuedFormats = ['pdf', 'docx', 'xlsx', 'json'] as const
export type IssuedFormat = (typeof issuedFormats)[number]

/** Bytes that never change: SHA-256 in lower-case hexadecimal, as people compare it, and how many there are. */
export const FrozenFile = v.strictObject({
  sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
  size: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
})
export type FrozenFile = v.InferOutput<typeof FrozenFile>

const Deed = { by: PersonId, at: Timestamp }

export const ReportIssue = v.strictObject({
  ...IssueFacts.entries,
  /** As they stood in the document: whoever verifies a copy is told these. */
  body: v.strictObject({ above: v.string(), name: v.string() }),
  documentNumber: v.string(),
  subject: v.string(),
  code: VerifyCode,
  ...Deed,
  /** Absent until its files have been drawn and kept: then it is issued. */
  files: v.optional(v.record(v.string(), FrozenFile)),
  /** The copy with signature and seal, or signed digitally: what is given out as the PDF, and what its hash is of. */
  signed: v.optional(v.strictObject({ ...FrozenFile.entries, ...Deed })),
  withdrawn: v.optional(v.strictObject({ ...Deed, reason: v.pipe(v.string(), v.maxLength(longestReason)) })),
})
export type ReportIssue = v.InferOutput<typeof ReportIssue>

/** What is given out, and what somebody's copy is compared with: the signed copy where there is one. */
export const issuedCopy = ({ signed, files }: ReportIssue): FrozenFile | undefined => signed ?? files?.['pdf']

export const yearOf = (date: Day): number => Number(date.slice(0, 4))

/** "113-BC/BTCĐUK": what people call the document, and type to confirm. */
export const numberAndSymbol = ({ documentNumber }: Pick<ReportIssue, 'documentNumber'>): string =>
  documentNumber.replace(/^\D*/u, '')

/** The line of the letterhead with the number where the draft has room for it. */
export const numberedLine = (draftLine: string, number: number): string =>
  draftLine.replace(/\s{3,}/, ` ${String(number).padStart(2, '0')}`)

/** The issue that a correction takes the place of. */
export type Corrected = {
  readonly document: ReportDocument
  readonly issue: Pick<ReportIssue, 'documentNumber' | 'date' | 'subject'>
}

/** Most changed figures that a correction lists; how many more there are it says. */
export const mostChangesListed = 100

/** The document as it is issued. `verifyAddress`: of the page on which a copy is verified. */
export function withIssue(
  document: ReportDocument,
  facts: IssueFacts,
  { verifyAddress, code }: { readonly verifyAddress: string; readonly code: string },
  corrected?: Corrected,
): ReportDocument {
  const m = issuingMessages[document.language]
  const { number, date, place, signatory, hasQr } = facts
  const blocks = corrected ? correctionBlocks(document, corrected) : document.blocks
  return {
    ...document,
    draftMark: null,
    header: {
      ...document.header,
      documentNumber: numberedLine(document.header.documentNumber, number),
      placeAndDate: m.placeAndDate(place, date),
    },
    blocks,
    sign: signatory,
    ...(hasQr ? { verification: { address: verifyAddress, lines: m.verify(code) } } : {}),
  }
}

/** What a correction says before all else and behind all else: which issue it takes the place of, and what has changed. */
function correctionBlocks(document: ReportDocument, { document: was, issue }: Corrected): KeyedBlock[] {
  const m = issuingMessages[document.language]
  const old = m.namedIssue(issue.documentNumber, issue.date)
  const changes = changedFigures(was, document)
  const first: KeyedBlock = { type: 'paragraph', key: 'correction/paragraph-1', runs: [{ text: m.replaces(old) }] }
  const last: KeyedBlock[] =
    changes.length === 0
      ? [{ type: 'paragraph', key: 'correction/paragraph-2', runs: [{ text: m.noFigureChanged(old) }] }]
      : [{ key: 'correction/table-1', ...changesTable(changes, m.changes(old), document.language, mostChangesListed) }]
  return [first, ...document.blocks, ...last]
}
