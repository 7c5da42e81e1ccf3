// What a form's ${last-saved#name} says: answers of the last form that the same sender sent before this one. In a unit's report
// those of the unit's last period, in a named survey those of the member's.

import type { CampaignPeriod } from '../../shared/campaign/campaign.ts'
import { previousPeriod } from '../../shared/campaign/period.ts'
import { type Answers, readAnswers } from '../../shared/form/answers.ts'
import type { DraftSettings } from '../../shared/form/draft-settings.ts'
import { type FormVersion, formItems } from '../../shared/form/form.ts'
import type { FormItem } from '../../shared/form/items.ts'
import { familyOf } from '../../shared/form/type-family.ts'
import type { PersonId } from '../../shared/ids.ts'
import { outlines } from '../../shared/response/counted.ts'
import { isAccepted, isSent } from '../../shared/response/step.ts'
import { keysInGroup } from '../../shared/survey/scoring.ts'
import type { Survey } from '../../shared/survey/survey.ts'
import type { XlsForm } from '../../shared/xlsform/form.ts'
import { programFor } from '../form-engine.ts'
import type { Directory } from '../store/directory.ts'
import { readRound, type StoredRevision, type UnitRound } from '../store/responses.ts'
import type { Table } from '../store/table.ts'

export type LastSaved = NonNullable<DraftSettings['lastSaved']>

const known = new WeakMap<XlsForm, ReadonlySet<string>>()

/** The names that a form asks of the last one, wherever it does: most forms ask none, and then nothing is read. */
export function lastSavedNames({ form }: FormVersion): ReadonlySet<string> {
  const before = known.get(form)
  if (before) return before
  const written = JSON.stringify(form.questions).matchAll(/\$\{\s*last-saved#([^{}\s]+)\s*\}/g)
  const names = new Set([...written].map(([, name = '']) => name))
  known.set(form, names)
  return names
}

/** Questions in rounds have many answers: of these nothing is said. */
const byName = ({ form }: FormVersion): Map<string, FormItem> =>
  new Map(formItems(form).flatMap((item) => (item.repeats.length === 0 ? [[item.name, item]] : [])))

/** What `version` is told of answers that were given to `then`, of questions that are still of the same kind. */
export function lastSavedIn(version: FormVersion, then: FormVersion, answers: Answers): LastSaved {
  const { values } = readAnswers(programFor(then, '').program, answers).entered
  const [now, before] = [byName(version), byName(then)]
  return Object.fromEntries(
    [...lastSavedNames(version)].flatMap((name): [string, string][] => {
      const [item, old] = [now.get(name), before.get(name)]
      const value = old && values.get(old.key)
      return item && old && value !== undefined && familyOf(item.type) === familyOf(old.type) ? [[name, value]] : []
    }),
  )
}

/** How far back a form is looked for, in periods: a year of months. */
const mostBack = 12

/** The periods before one, the newest first. */
export function periodsBefore(periods: readonly CampaignPeriod[], { id }: CampaignPeriod): CampaignPeriod[] {
  const before = previousPeriod(periods, id)
  return before ? [before, ...periodsBefore(periods, before)].slice(0, mostBack) : []
}

/**
 * What a member may know of an own answer: everything once it is confirmed; until then what was sent, without the scores.
 * Undefined where nothing of it stands. `history`: its revisions, oldest first.
 */
export function ownAnswersOf(
  version: FormVersion,
  { scoring }: Pick<Survey, 'scoring'>,
  history: readonly StoredRevision[],
): Answers | undefined {
  const [outline] = outlines(history).values()
  const shown = outline?.standing ?? outline?.held
  if (!shown) return undefined
  if (isAccepted(shown.step)) return shown.answers
  const sent = history.findLast(({ step, revision }) => isSent(step) && revision <= shown.revision) ?? shown
  if (scoring === undefined) return sent.answers
  const hidden = keysInGroup(version, scoring)
  return new Map([...sent.answers].filter(([key]) => !hidden.has(key)))
}

type Deps = { readonly table: Table; readonly directory: Directory }

/**
 * What the form of a unit's response is told; nothing in campaigns where one person's form is no matter of the next one's.
 * `sender`: the member, in a named survey.
 */
export async function lastSavedFor(
  { table, directory }: Deps,
  round: UnitRound,
  version: FormVersion,
  sender?: PersonId | '',
): Promise<LastSaved | undefined> {
  const { campaign, period, campaignUnit } = round
  const { survey } = campaign
  const isReport = campaign.kind === 'unit-report'
  if (lastSavedNames(version).size === 0 || (!isReport && !(survey?.way === 'named' && sender))) return undefined
  for (const before of periodsBefore(campaign.periods, period)) {
    const { counted, waiting, revisions } = await readRound(table, { campaign, period: before, campaignUnit })
    const own = revisions.find(({ by, step }) => by === sender && isSent(step))
    const history = revisions.filter(({ id }) => id === own?.id).sort((a, b) => a.revision - b.revision)
    const last = isReport ? (counted[0] ?? waiting[0]) : history.at(-1)
    if (!last) continue
    const { formId } = campaign.form
    const then = await directory.form(campaign.organisationId, { formId, version: last.formVersion })
    const answers = survey ? ownAnswersOf(then, survey, history) : last.answers
    if (answers) return lastSavedIn(version, then, answers)
  }
  return undefined
}
