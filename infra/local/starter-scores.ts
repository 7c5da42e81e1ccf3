// The cells of the demo score what their members sent, and the secretary confirms it: by the steps that the pages take.

import { takeStep } from '../../functions/api/review.ts'
import { scoreMember } from '../../functions/api/score.ts'
import { programFor } from '../../functions/form-engine.ts'
import type { StoredInvitation } from '../../functions/store/invitations.ts'
import { listRevisions, type UnitRound } from '../../functions/store/responses.ts'
import { memberResponseId, unsealKeys } from '../../functions/survey-secret.ts'
import { bucketFor } from '../../shared/campaign/bucket.ts'
import { type CampaignPeriod, enterUnit } from '../../shared/campaign/campaign.ts'
import { type AnswerValue, readAnswers } from '../../shared/form/answers.ts'
import type { FormVersion } from '../../shared/form/form.ts'
import { unitTree } from '../../shared/organisation/unit.ts'
import { cells, organisation, units } from '../../shared/starter/organisation.ts'
import { personFor, starterPeople } from '../../shared/starter/people.ts'
import type { InvitedSurvey, SurveyDeps } from './starter-invited.ts'

export type Judged = {
  readonly survey: InvitedSurvey
  readonly version: FormVersion
  readonly month: CampaignPeriod
  readonly scores: Readonly<Record<string, AnswerValue>>
  /** Whether the secretary has confirmed it too. */
  readonly isConfirmed: boolean
  /** When; ISO 8601, UTC. */
  readonly at: string
}

const tree = unitTree(units)

/** Scores what a member sent in a month, and confirms it; what was scored or confirmed before stays as it is. */
export async function judge(deps: SurveyDeps, { invitation }: StoredInvitation, judged: Judged): Promise<void> {
  const { survey, version, month, scores, isConfirmed, at } = judged
  const { campaign, secret, invitations } = survey
  const group = campaign.survey?.scoring
  const cell = cells.find(({ id }) => id === invitation.unitId)
  if (group === undefined || !cell) throw new Error(`Nothing is scored in ${campaign.id}`)
  const expected = invitations.filter((one) => one.invitation.unitId === cell.id).length
  const round: UnitRound = { campaign, period: month, campaignUnit: enterUnit(cell.id, expected) }
  const id = memberResponseId(secret, unsealKeys(secret, invitation.sealed ?? '').token, month.id)
  const history = () => listRevisions(deps.table, bucketFor(campaign.id, month.id, round.campaignUnit, id), id)
  const then = { ...deps, now: () => at }

  const sent = await history()
  const replaces = sent.at(-1)?.revision
  if (replaces === undefined) throw new Error(`What is to be scored in ${campaign.id} was not sent`)
  if (sent.some(({ step }) => step.kind === 'accepted')) return
  const by = (role: 'reporter' | 'leader') => {
    const people = starterPeople.filter(({ person }) => person.roles.some((one) => one.role === role))
    return { ...round, person: personFor(people, cell).person, tree, id }
  }
  const isScored = sent.some(({ step }) => step.kind === 'scored')
  if (!isScored) {
    const typed = readAnswers(programFor(version, '').program, new Map(Object.entries(scores))).entered
    const seen = { ...by('reporter'), replaces, timeZone: organisation.timeZone }
    const scored = await scoreMember(then, seen, { version, group, history: sent }, typed)
    if (!scored.ok) throw new Error(`A score of the demo was refused: ${JSON.stringify(scored.problem)}`)
  }
  if (!isConfirmed) return
  const seen = { ...by('leader'), replaces: isScored ? replaces : replaces + 1 }
  const accepted = await takeStep(then, { ...seen, wanted: { kind: 'accept' } })
  if (!accepted.ok) throw new Error(`A score of the demo was not confirmed: ${JSON.stringify(accepted.problem)}`)
}
