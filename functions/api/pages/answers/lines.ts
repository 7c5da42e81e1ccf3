// Rows of responses as the table shows them: names for ids, labels for codes, numbers as people read them.

import type { Campaign } from '../../../../shared/campaign/campaign.ts'
import { evidenceKind } from '../../../../shared/evidence/question.ts'
import { parseReference } from '../../../../shared/evidence/reference.ts'
import { toDecimal } from '../../../../shared/form/decimal.ts'
import { type FormVersion, formItems } from '../../../../shared/form/form.ts'
import type { FormItem } from '../../../../shared/form/items.ts'
import { isAsked } from '../../../../shared/form/program.ts'
import { formLanguage } from '../../../../shared/form/texts.ts'
import { valuesAt } from '../../../../shared/form/values.ts'
import type { PersonId } from '../../../../shared/ids.ts'
import { answerText, itemLabel } from '../../../../shared/messages/answer.ts'
import { formatDecimal } from '../../../../shared/messages/number.ts'
import { path } from '../../../../shared/paths.ts'
import { mayTake } from '../../../../shared/response/review.ts'
import type { AnswerLine } from '../../../../web/pages/answers/table.tsx'
import type { ResponseRow } from '../../../store/response-pages.ts'
import { findSenderName } from '../../../store/sender-names.ts'
import type { SignedInCall } from '../../call.ts'
import { unitHeading } from '../visits.tsx'
import { type AnswersFilter, queryOf, type TablePlace } from './filter.ts'
import { sentRevision } from './reading.ts'

/** Question columns where none were chosen. */
const firstColumns = 3
/** Longer answers are cut in a cell; the record has them whole. */
const longestCell = 160

/** A question that people answer, or a calculation that the form shows. */
const isQuestion = ({ type, source }: FormItem): boolean =>
  isAsked(type) || (type === 'calculate' && source.label !== undefined)

/** The questions of a form that columns and filters may name. */
export function questionsOf({ form }: FormVersion, language: string): { key: string; label: string }[] {
  const texts = formLanguage(form, language)
  return formItems(form)
    .filter(isQuestion)
    .map((item) => ({ key: item.key, label: itemLabel(item, texts) }))
}

/** The columns that the filter names, as far as the form has such questions; else the first ones. */
export function columnsOf({ form }: FormVersion, { columns }: AnswersFilter): readonly FormItem[] {
  const questions = formItems(form).filter(isQuestion)
  const chosen = columns.flatMap((key) => questions.find((item) => item.key === key) ?? [])
  const isShort = (item: FormItem) => evidenceKind(item.source) === undefined && item.repeats.length === 0
  return chosen.length > 0 ? chosen : questions.filter(isShort).slice(0, firstColumns)
}

const cut = (text: string): string =>
  text.length > longestCell ? `${text.slice(0, longestCell).toWellFormed().trimEnd()}…` : text

/** An answer in a cell; of a question in a repeat, each round's. */
function cellText(
  version: FormVersion | undefined,
  key: string,
  { answers }: ResponseRow['state']['shown'],
  language: SignedInCall['language'],
): string {
  const items = version ? formItems(version.form) : []
  const item = items.find((one) => one.key === key)
  if (!version || !item) return ''
  const wording = { version, language, texts: formLanguage(version.form, language) }
  const values = valuesAt(answers, [...item.repeats.map((repeat) => items[repeat]?.key ?? ''), key])
  const isEvidence = evidenceKind(item.source) !== undefined
  const texts = values.map((value) =>
    isEvidence ? (parseReference(String(value))?.name ?? '') : answerText(item, value, wording),
  )
  return cut(texts.join('; '))
}

/** The names of those who did something with a campaign's answers, each looked up once; the id of one who is gone. */
export async function namesOf(
  { deps, language }: SignedInCall,
  campaign: Campaign,
  ids: readonly (PersonId | '')[],
): Promise<ReadonlyMap<PersonId, string>> {
  const known = [...new Set(ids.flatMap((id) => (id === '' ? [] : id)))]
  const names = await Promise.all(known.map((id) => findSenderName(deps.table, campaign, id, language)))
  return new Map(known.map((id, at) => [id, names[at] ?? id]))
}

type Table = {
  readonly campaign: Campaign
  readonly filter: AnswersFilter
  readonly place: TablePlace
  readonly forms: ReadonlyMap<number, FormVersion>
  readonly columns: readonly FormItem[]
}

export async function linesOf(call: SignedInCall, table: Table, rows: readonly ResponseRow[]): Promise<AnswerLine[]> {
  const names = await namesOf(
    call,
    table.campaign,
    rows.map((row) => sentRevision(row).by),
  )
  return rows.map((row) => lineOf(call, table, row, names))
}

function lineOf(call: SignedInCall, table: Table, row: ResponseRow, names: ReadonlyMap<PersonId, string>): AnswerLine {
  const { campaign, filter, place, forms } = table
  const { bucket, id, state, history } = row
  const { periodId, unitId } = bucket
  const { shown } = state
  const sent = sentRevision(row)
  const { score, name, findings } = shown.raised
  const { person, tree } = call.me
  const newest = history.at(-1)?.revision ?? 0
  return {
    acceptKey: mayTake({ person, tree, campaign, unitId, history }, 'accept').ok
      ? [campaign.id, periodId, unitId, id, newest].join('.')
      : undefined,
    href: path.record(campaign.id, periodId, unitId, id, queryOf(filter, place)),
    unit: unitHeading(call, unitId),
    periodId,
    place: state.place,
    isLate: shown.standing === 'late',
    isAccepted: state.isAccepted,
    isHeld: state.held !== undefined,
    receivedAt: sent.receivedAt,
    by:
      sent.by === ''
        ? undefined
        : {
            name: names.get(sent.by) ?? sent.by,
            href: path.campaignAnswers(campaign.id, queryOf({ ...filter, by: sent.by })),
          },
    onBehalfOf: sent.step.kind === 'entered' ? sent.step.onBehalfOf : undefined,
    name,
    score: score === undefined ? undefined : formatDecimal(toDecimal(score), call.language),
    findings: findings.length,
    cells: table.columns.map(({ key }) => cellText(forms.get(shown.formVersion), key, shown, call.language)),
  }
}
