// What a submission's answers come to: checked against their form version, worked out again, and what they raise.

import type { Answers } from '../../shared/form/answers.ts'
import { type CheckedAnswers, checkAnswers } from '../../shared/form/check.ts'
import type { FormVersion } from '../../shared/form/form.ts'
import { keyOf } from '../../shared/form/program.ts'
import { findingsOf, type Raised, scoreIn } from '../../shared/form/rules.ts'
import type { OrganisationId } from '../../shared/ids.ts'
import { type Person, usernameOf } from '../../shared/organisation/access.ts'
import type { UnitTree } from '../../shared/organisation/unit.ts'
import type { Submission } from '../../shared/response/submission.ts'
import { draftSettings, programFor } from '../form-engine.ts'
import type { Organisation } from '../store/organisation.ts'
import { nothingRaised } from '../store/responses.ts'
import type { EntryStep } from './admission.ts'
import type { LastSaved } from './last-saved.ts'

/** Who sends, as today's organisation and tree know them. */
export type Sender = {
  readonly person: Person
  readonly organisationId: OrganisationId
  readonly organisation: Pick<Organisation, 'timeZone'>
  readonly tree: UnitTree
}

export type Checked = Pick<CheckedAnswers, 'answers' | 'faults' | 'problems'> & { readonly raised: Raised }

/**
 * In the form's default language: labels that calculations ask for must not depend on who sends. `before`: the answers of the
 * revision that this one follows; `lastSaved`: what the sender's last form says.
 */
export function checkSubmission(
  form: FormVersion,
  { person, organisation }: Sender,
  submission: Submission,
  step: EntryStep,
  now: string,
  { before, lastSaved }: { readonly before?: Answers | undefined; readonly lastSaved?: LastSaved | undefined } = {},
): Checked {
  // A visit that could not be made has no answers: nothing of the form is asked of it.
  if (step.kind === 'not-possible') return { answers: new Map(), raised: nothingRaised, faults: [], problems: [] }
  const settings = draftSettings({
    id: submission.id,
    startedAt: submission.startedAt ?? now,
    timeZone: organisation.timeZone,
    locale: 'vi',
    username: usernameOf(person),
    ...(before ? { kept: answeredBefore(form, before) } : {}),
    ...(lastSaved ? { lastSaved } : {}),
  })
  const checked = checkAnswers(programFor(form, '').program, new Map(Object.entries(submission.answers)), settings)
  return { ...checked, raised: raisedBy(form, checked) }
}

/**
 * What was noted without asking when a response was first filled in (who, on which day), by type: it stays, whoever
 * changes the answers later.
 */
export function answeredBefore(form: FormVersion, before: Answers): Record<string, string> {
  const { items } = programFor(form, '').program
  return Object.fromEntries(
    items.flatMap((item): [string, string][] => {
      const value = before.get(keyOf(item))
      return typeof value === 'string' ? [[item.type, value]] : []
    }),
  )
}

/** Longer names of records are cut. */
const longestName = 200

/** Findings, score and name of the record. */
export function raisedBy({ form }: FormVersion, { draft }: Pick<CheckedAnswers, 'draft'>): Raised {
  const score = scoreIn(draft)
  const { instanceName } = form.settings
  const name = instanceName && draft.text(instanceName.tree, draft.root).slice(0, longestName).toWellFormed()
  return { findings: findingsOf(draft), ...(score === undefined ? {} : { score }), ...(name ? { name } : {}) }
}
