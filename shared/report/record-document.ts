// The record of a visit (biên bản), or of a unit's own report, as a part of a paper: letterhead, what it is about, questions
// and answers, findings, photos, and room for both signatures. Pure: the same facts make the same document.

import { Temporal } from 'temporal-polyfill'
import type { Campaign } from '../campaign/campaign.ts'
import { toDecimal } from '../form/decimal.ts'
import { formTitle } from '../form/texts.ts'
import { asId, PeriodId } from '../ids.ts'
import { localize } from '../language.ts'
import { formatDecimal, formatMoment } from '../messages/number.ts'
import { paperMessages } from '../messages/paper.ts'
import { periodName } from '../messages/period.ts'
import { plainWords, shortened } from './answer-words.ts'
import { headerOf, symbolOf } from './letterhead.ts'
import type { FactsBlock, PaperBlock, PaperPart, SignaturesBlock } from './paper.ts'
import { Outline, type RecordedAnswers, type RecordFile, recordedAnswers } from './record-answers.ts'
import { findingBlocks } from './record-findings.ts'
import type { RecordInput } from './record-input.ts'

/** A line of a letterhead or a list. */
const line = (text: string): string => shortened(text, 900)

export function recordPart(input: RecordInput): PaperPart {
  const words = paperMessages[input.language]
  const outline = new Outline()
  const answers = recordedAnswers(input, outline)
  const { letterhead, unit, latest } = input
  return {
    bookmark: line(`${unit.name} (${unit.code})`),
    mark: markOf(input),
    header: {
      type: 'letterhead',
      ...headerOf(letterhead.preset, input.language, {
        bodyAbove: line(letterhead.bodyAbove),
        body: line(letterhead.body),
        logo: letterhead.logo,
        documentSymbol: line(symbolOf(letterhead.preset, words.recordSymbol, letterhead.office)),
        placeAndDate: placeAndDate(input),
      }),
    },
    kind: kindOf(input),
    subject: line(`${titleOf(input)}\n${unit.name}`),
    blocks: [
      factsOf(input),
      ...answers.blocks,
      ...findingBlocks(input, outline),
      ...noteBlocks(input, outline),
      ...attachmentBlocks(input, answers, outline),
      signaturesOf(input, answers.files),
    ],
    numbering: 'top',
    footer: [
      line(words.record.footer(moment(input, latest.receivedAt), latest.id, latest.revision)),
      words.record.hash(latest.contentHash),
    ],
  }
}

const moment = ({ language, timeZone }: RecordInput, at: string) => formatMoment(at, language, timeZone)

const titleOf = ({ version, texts }: RecordInput): string =>
  plainWords(formTitle(version.form, texts), () => '…') || version.formId

function kindOf({ campaign, latest, language }: RecordInput): string {
  const words = paperMessages[language].record
  if (latest.step.kind === 'not-possible') return words.notPossible
  if (campaign.kind === 'inspection') return words.inspection
  return campaign.kind === 'unit-report' ? words.report : words.survey
}

/** What every page says of a record that isn't what counts. */
function markOf({ latest, isWaiting, language }: RecordInput): string | null {
  const { marks } = paperMessages[language].record
  if (latest.standing === 'withdrawn') return marks.withdrawn
  if (latest.standing === 'quarantined') return marks.quarantined
  if (latest.step.kind === 'returned') return marks.returned
  return isWaiting ? marks.waiting : null
}

/** The day of the visit where the organisation is: the day the record was finished. */
function placeAndDate({ letterhead, first, timeZone, language }: RecordInput): string {
  const words = paperMessages[language]
  const { year, month, day } = Temporal.Instant.from(first.finishedAt).toZonedDateTimeISO(timeZone)
  const monthName = periodName(asId(PeriodId, `${year}-${String(month).padStart(2, '0')}`), 'en').split(' ')[0] ?? ''
  return words.placeAndDate(line(letterhead.place) || words.openPlace, { year, month, day, monthName })
}

function factsOf(input: RecordInput): FactsBlock {
  const { unit, campaign, language, first, latest } = input
  const words = paperMessages[language].record
  const by = first.by ?? words.unknownPerson
  const person =
    first.onBehalfOf === undefined
      ? { label: senderLabel(campaign.kind, words), value: by }
      : { label: words.enteredBy, value: words.enteredFor(by, first.onBehalfOf) }
  const { name, score } = latest.raised
  return {
    type: 'facts',
    items: [
      { label: words.unit, value: words.unitLine(unit.name, unit.code, unit.parentName) },
      { label: words.campaign, value: localize(campaign.title, language) },
      { label: words.period, value: periodName(input.periodId, language) },
      person,
      { label: words.at, value: moment(input, first.finishedAt) },
      ...(name === undefined ? [] : [{ label: words.name, value: shortened(name, 5_000) }]),
      ...(score === undefined ? [] : [{ label: words.score, value: formatDecimal(toDecimal(score), language) }]),
    ],
  }
}

const senderLabel = (kind: Campaign['kind'], words: { inspector: string; sender: string }): string =>
  kind === 'inspection' ? words.inspector : words.sender

/** What people said to each other about it: why it was returned, corrected, withdrawn. */
function noteBlocks({ latest, language }: RecordInput, outline: Outline): PaperBlock[] {
  const { notes, reasons } = paperMessages[language].record
  const { step } = latest
  if (step.kind === 'sent' || step.kind === 'entered' || step.kind === 'scored') return []
  const words = 'reason' in step ? step.reason : step.words
  if (words === undefined) return []
  return [outline.heading(1, notes), { type: 'paragraph', runs: [{ text: reasons[step.kind](words) }] }]
}

function attachmentBlocks(input: RecordInput, { files }: RecordedAnswers, outline: Outline): PaperBlock[] {
  const words = paperMessages[input.language].record
  const attached = files.filter(({ isSignature }) => !isSignature)
  const photos = attached.flatMap(({ reference, question, title }) => {
    const picture = input.pictures.get(reference.sha256)
    return picture ? [{ picture, caption: line(`${title}. ${question} (${reference.name})`) }] : []
  })
  const others = attached.filter(({ reference }) => !input.pictures.has(reference.sha256))
  if (attached.length === 0) return []
  return [
    outline.heading(1, words.attachments),
    ...(photos.length > 0 ? [{ type: 'pictures' as const, items: photos }] : []),
    ...(others.length > 0 ? fileBlocks(others, words) : []),
  ]
}

type FileWords = Record<'filesLead' | 'number' | 'fileName' | 'question' | 'fileHash', string>

function fileBlocks(files: readonly RecordFile[], words: FileWords): PaperBlock[] {
  return [
    { type: 'paragraph', runs: [{ text: words.filesLead }] },
    {
      type: 'table',
      caption: '',
      columns: [
        { header: words.number, weight: 10, align: 'left' },
        { header: words.fileName, weight: 25, align: 'left' },
        { header: words.question, weight: 30, align: 'left' },
        { header: words.fileHash, weight: 35, align: 'left' },
      ],
      rows: files.map(({ title, reference, question }) => ({
        kind: 'row',
        cells: [title, reference.name, question, halved(reference.sha256)].map((text) => ({ runs: [{ text }] })),
      })),
    },
  ]
}

/** A hash of 64 signs on two lines. */
const halved = (hash: string): string => `${hash.slice(0, 32)} ${hash.slice(32)}`

/** Words of a label that say that it is the team that signs, and not the unit. */
const ofTeam = /đoàn|tổ |cán bộ|kiểm tra viên|inspector|team|enumerator|interviewer/iu

/**
 * Both sides, the unit at the left and the team at the right. Who signed on the device signs under the words of their
 * question; a side for which nothing was drawn has room for the pen.
 */
function signaturesOf(input: RecordInput, files: readonly RecordFile[]): SignaturesBlock {
  const { sign } = paperMessages[input.language].record
  const drawn = files.filter(({ isSignature }) => isSignature)
  const isVisit = input.campaign.kind === 'inspection'
  const open = (heading: string, name: string) => ({ heading, remark: sign.remark, picture: null, name: line(name) })
  const signed = ({ reference, question }: RecordFile) => ({
    heading: line(question),
    remark: sign.drawn,
    picture: input.pictures.get(reference.sha256) ?? null,
    name: '',
  })
  const unit = isVisit ? open(sign.unit, '') : open(sign.head, '')
  const team = isVisit ? open(sign.team, nameOf(input)) : open(sign.writer, nameOf(input))
  const [first, second, ...others] = drawn
  if (!first) return { type: 'signatures', items: isVisit ? [unit, team] : [team, unit] }
  if (!second)
    return { type: 'signatures', items: ofTeam.test(first.question) ? [unit, signed(first)] : [signed(first), team] }
  const pair = ofTeam.test(first.question) && !ofTeam.test(second.question) ? [second, first] : [first, second]
  return { type: 'signatures', items: [...pair, ...others].map(signed) }
}

const nameOf = ({ first }: RecordInput): string => (first.onBehalfOf ?? first.by ?? '').trim()
