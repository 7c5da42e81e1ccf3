// The history of a response as its page shows it, and what differs between two of its revisions.

import type { Campaign } from '../../../../shared/campaign/campaign.ts'
import type { AnswerValue } from '../../../../shared/form/answers.ts'
import { type FormVersion, formItems } from '../../../../shared/form/form.ts'
import type { FormItem } from '../../../../shared/form/items.ts'
import { formLanguage } from '../../../../shared/form/texts.ts'
import type { Language } from '../../../../shared/language.ts'
import { answerText, itemLabel } from '../../../../shared/messages/answer.ts'
import { type AnswersMessages, answersMessages } from '../../../../shared/messages/answers.ts'
import { unitIn } from '../../../../shared/organisation/unit.ts'
import { type AnswerChange, answerChanges, inFormOrder } from '../../../../shared/response/answer-changes.ts'
import { outlines } from '../../../../shared/response/counted.ts'
import { diffWords } from '../../../../shared/response/diff.ts'
import { wordsOf } from '../../../../shared/response/step.ts'
import type { ChangeLine, ComparisonProps, HistoryLine } from '../../../../web/pages/answers/history.tsx'
import type { StoredRevision } from '../../../store/responses.ts'
import type { SignedInCall } from '../../call.ts'
import { namesOf } from './lines.ts'

type History = readonly StoredRevision[]

/** Newest first. */
export async function historyLines(call: SignedInCall, campaign: Campaign, history: History): Promise<HistoryLine[]> {
  const names = await namesOf(
    call,
    campaign,
    history.map(({ by }) => by),
  )
  return history.toReversed().map((one) => ({
    revision: one.revision,
    what: stepText(call, one),
    by: one.by === '' ? undefined : (names.get(one.by) ?? one.by),
    at: one.receivedAt,
    words: wordsOf(one.step),
    isLate: one.standing === 'late',
    isQuarantined: one.standing === 'quarantined' && one.step.kind !== 'withdrawn',
    /** The revision before it, where that has other answers. */
    compareWith: before(history, one)?.revision,
  }))
}

function before(history: History, one: StoredRevision): StoredRevision | undefined {
  const last = history.findLast(({ revision }) => revision < one.revision)
  return last && answersDiffer(last, one) ? last : undefined
}

const answersDiffer = (a: StoredRevision, b: StoredRevision): boolean => answerChanges(a.answers, b.answers).length > 0

function stepText({ language, me }: SignedInCall, { step, revision, standing }: StoredRevision): string {
  const m: AnswersMessages['history'] = answersMessages[language].history
  const nameOf = (id: Parameters<typeof unitIn>[1]) => unitIn(me.tree, id)?.name ?? id
  switch (step.kind) {
    case 'sent':
      return revision === 1 ? m.sent : m.sentAgain
    case 'entered':
      return m.entered(step.onBehalfOf)
    case 'accepted':
      return step.isFinal ? m.acceptedFinally(nameOf(step.at)) : m.accepted(nameOf(step.at))
    case 'returned':
      return m.returned(nameOf(step.at))
    case 'scored':
      return m.scored(nameOf(step.at))
    case 'withdrawn':
      return standing === 'quarantined' ? m.discarded : m.withdrawn
    default:
      return m[step.kind]
  }
}

/** The two revisions that an address names; else what waits in quarantine against what stands, else the last change. */
function pairOf(history: History, params: URLSearchParams): readonly [StoredRevision, StoredRevision] | undefined {
  const named = (name: string) => history.find(({ revision }) => String(revision) === params.get(name))
  const [from, to] = [named('from'), named('to')]
  if (from && to && from !== to) return from.revision < to.revision ? [from, to] : [to, from]
  const [outline] = outlines(history).values()
  if (outline?.held && outline.standing) return [outline.standing, outline.held]
  const changed = history.findLast((one) => before(history, one))
  const last = changed && before(history, changed)
  return last && [last, changed]
}

/** Answers that differ, and are shown: more than anybody reads at once are not. */
const mostChanges = 200

export async function comparisonOf(
  { deps, me, c, language }: SignedInCall,
  formId: FormVersion['formId'],
  history: History,
): Promise<ComparisonProps['comparison']> {
  const pair = pairOf(history, new URL(c.req.url).searchParams)
  if (!pair) return undefined
  const [from, to] = pair
  const versions = await Promise.all(
    [from, to].map(({ formVersion }) => deps.directory.form(me.organisationId, { formId, version: formVersion })),
  )
  const [older, newer] = versions
  if (!older || !newer) throw new Error('Each revision has a form version')
  const changes = inFormOrder(newer, answerChanges(from.answers, to.answers))
  return {
    from: from.revision,
    to: to.revision,
    changes: changes.slice(0, mostChanges).map((change) => changeLine(change, older, newer, language)),
    more: Math.max(0, changes.length - mostChanges),
  }
}

type Worded = { readonly version: FormVersion; readonly item: FormItem | undefined; readonly language: Language }

const found = (version: FormVersion, key: string): FormItem | undefined =>
  formItems(version.form).find((item) => item.key === key)

function valueText({ version, item, language }: Worded, value: AnswerValue): string {
  const plain = Array.isArray(value) ? value.map(String).join('; ') : String(value)
  return item ? answerText(item, value, { version, language, texts: formLanguage(version.form, language) }) : plain
}

const isProse = (item: FormItem | undefined): boolean => item === undefined || item.type === 'text'

function changeLine(change: AnswerChange, older: FormVersion, newer: FormVersion, language: Language): ChangeLine {
  const { key, rounds, before: was, after: is } = change
  const own = { version: newer, item: found(newer, key), language }
  const old = { version: older, item: found(older, key), language }
  const named = own.item ? own : old
  const texts = formLanguage(named.version.form, language)
  const label = (one: string) => {
    const item = found(named.version, one)
    return item ? itemLabel(item, texts) : one
  }
  const around = rounds.map(([repeat, round]) => `${label(repeat)} ${round} › `).join('')
  const before = was === undefined ? undefined : valueText(old, was)
  const after = is === undefined ? undefined : valueText(own, is)
  const inWords = before !== undefined && after !== undefined && isProse(named.item)
  return { label: `${around}${label(key)}`, before, after, runs: inWords ? diffWords(before, after) : undefined }
}
