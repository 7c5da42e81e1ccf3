// What a submission's answers come to: checked against their form version, worked out again, and what they raise.

import { type CheckedAnswers, checkAnswers } from '../../shared/form/check.ts'
import type { FormVersion } from '../../shared/form/form.ts'
import { findingsOf, type Raised, scoreIn } from '../../shared/form/rules.ts'
import type { OrganisationId } from '../../shared/ids.ts'
import { type Person, usernameOf } from '../../shared/organisation/access.ts'
import type { UnitTree } from '../../shared/organisation/unit.ts'
import type { Submission } from '../../shared/response/submission.ts'
import { draftSettings, programFor } from '../form-engine.ts'
import type { Organisation } from '../store/organisation.ts'

/** Who sends, as today's organisation and tree know them. */
export type Sender = {
  readonly person: Person
  readonly organisationId: OrganisationId
  readonly organisation: Pick<Organisation, 'timeZone'>
  readonly tree: UnitTree
}

/** In the form's default language: labels that calculations ask for must not depend on who sends. */
export function checkSubmission(
  form: FormVersion,
  { person, organisation }: Sender,
  submission: Submission,
  now: string,
): CheckedAnswers {
  const settings = draftSettings({
    id: submission.id,
    startedAt: submission.startedAt ?? now,
    timeZone: organisation.timeZone,
    locale: 'vi',
    username: usernameOf(person),
  })
  return checkAnswers(programFor(form, '').program, new Map(Object.entries(submission.answers)), settings)
}

/** Longer names of records are cut. */
const longestName = 200

/** Findings, score and name of the record. */
export function raisedBy({ form }: FormVersion, { draft }: CheckedAnswers): Raised {
  const score = scoreIn(draft)
  const { instanceName } = form.settings
  const name = instanceName && draft.text(instanceName.tree, draft.root).slice(0, longestName).toWellFormed()
  return { findings: findingsOf(draft), ...(score === undefined ? {} : { score }), ...(name ? { name } : {}) }
}
