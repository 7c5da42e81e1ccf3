// Records to put on paper: a response of the scenario's form, or of another one, with what a test wants otherwise.

import { Sha256 } from '../../shared/evidence/reference.ts'
import type { AnswerValue } from '../../shared/form/answers.ts'
import type { FormVersion } from '../../shared/form/form.ts'
import { formLanguage } from '../../shared/form/texts.ts'
import { asId } from '../../shared/ids.ts'
import type { Paper, PaperPart } from '../../shared/report/paper.ts'
import { recordPart } from '../../shared/report/record-document.ts'
import type { RecordInput } from '../../shared/report/record-input.ts'
import { form, period, responseId } from './scenario.ts'

type Changes = Partial<Omit<RecordInput, 'latest'>> & { readonly latest?: Partial<RecordInput['latest']> }

const someAnswers: readonly (readonly [string, AnswerValue])[] = [
  ['meetings', 1_200],
  ['hours', '1.50'],
  ['minutes', 'yes'],
  ['note', 'Sinh hoạt đúng định kỳ'],
]

const aRecord = ({ latest = {}, ...changes }: Changes = {}, version: FormVersion = form): RecordInput => ({
  version,
  language: 'vi',
  texts: formLanguage(version.form, changes.language ?? 'vi'),
  timeZone: 'Asia/Ho_Chi_Minh',
  letterhead: {
    preset: 'party-2018',
    bodyAbove: 'Đảng ủy Khối',
    body: 'Ban Tổ chức',
    office: 'BTCĐUK',
    place: 'Hà Nội',
  },
  campaign: { title: { vi: 'Khảo sát chi bộ', en: 'Cell survey' }, kind: 'inspection' },
  periodId: period,
  unit: { name: 'Chi bộ Sông 1', code: 'R1', parentName: 'Đảng bộ Sông' },
  first: { by: 'Nguyễn Thị Ánh', finishedAt: '2013-02-04T18:30:00.000Z', onBehalfOf: undefined },
  isWaiting: false,
  pictures: new Map(),
  ...changes,
  latest: {
    id: responseId(1),
    revision: 1,
    receivedAt: '2013-02-05T03:10:00.000Z',
    contentHash: 'h'.repeat(43),
    standing: 'on-time',
    step: { kind: 'sent' },
    answers: new Map(someAnswers),
    raised: { findings: [] },
    ...latest,
  },
})

export const aPart = (changes: Changes = {}, version: FormVersion = form): PaperPart =>
  recordPart(aRecord(changes, version))

export const paperOf = (...parts: PaperPart[]): Paper => ({
  version: 1,
  language: 'vi',
  preset: 'party-2018',
  asOf: '2013-02-05T03:10:00.000Z',
  title: 'Biên bản',
  author: 'Ban Tổ chức',
  parts,
})

/** A hash of one repeated digit. */
export const hashOf = (digit: string) => asId(Sha256, digit.repeat(64))
