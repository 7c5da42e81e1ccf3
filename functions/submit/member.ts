// The way in for members, who have no account: a link, a printed code or an open link is all they bring. What it promises: an
// answer counts exactly once, and in an anonymous survey nothing that is stored, logged or answered joins it to its giver.

import { type Bucket, bucketFor, unitBuckets } from '../../shared/campaign/bucket.ts'
import { type Campaign, type CampaignPeriod, enterUnit, periodState } from '../../shared/campaign/campaign.ts'
import type { Answers } from '../../shared/form/answers.ts'
import { checkAnswers, mostFaults } from '../../shared/form/check.ts'
import type { FormVersion } from '../../shared/form/form.ts'
import type { OrganisationId, ResponseId, UnitId } from '../../shared/ids.ts'
import { type Problem, problem } from '../../shared/problems.ts'
import { sentStep } from '../../shared/response/step.ts'
import { entryTiming } from '../../shared/response/timing.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import type { LinkKey } from '../../shared/survey/link-key.ts'
import { type Placement, placementOf } from '../../shared/survey/placement.ts'
import type { Survey } from '../../shared/survey/survey.ts'
import { draftSettings, programFor } from '../form-engine.ts'
import type { Secrets } from '../secrets.ts'
import { findCampaign } from '../store/campaigns.ts'
import type { Directory } from '../store/directory.ts'
import {
  findByCode,
  findDoor,
  findInvitation,
  findPlacement,
  insertPlacement,
  listInvitations,
  noteAnswered,
  type Round,
  type StoredInvitation,
} from '../store/invitations.ts'
import { addMark, readMarkCount } from '../store/marks.ts'
import { insertRevision, largestStored, type StoredRevision, storedBytes } from '../store/responses.ts'
import type { Table } from '../store/table.ts'
import { hashOf } from '../store/tokens.ts'
import { codeHash, memberResponseId, unsealKeys } from '../survey-secret.ts'
import { raisedBy } from './check-submission.ts'

export type MemberDeps = {
  readonly table: Table
  readonly directory: Directory
  readonly secrets: Secrets
  /** ISO 8601, UTC. */
  readonly now: () => string
}

/** Whoever holds a link, in the period that asks now. */
export type Member = {
  readonly organisationId: OrganisationId
  readonly campaign: Campaign
  readonly survey: Survey
  readonly period: CampaignPeriod
  /** What came with an invitation; undefined at an open link. */
  readonly invited:
    | { readonly invitation: StoredInvitation; readonly token: string; readonly secret: string }
    | undefined
}

/** Invitations of an anonymous survey hold for one period, so that nothing joins the answers of two. */
export const roundOf = ({ way }: Survey, period: CampaignPeriod): Round => (way === 'anonymous' ? period.id : 'all')

/** The name of a round's secret, below the installation's own prefix. */
export const secretName = ({ id }: Pick<Campaign, 'id'>, round: Round): string => `${id}/${round}`

/** The periods that a link may be meant for now: what is open, else what was open last, else what comes. */
function periodsAsked({ periods }: Campaign, now: string): CampaignPeriod[] {
  const order = { open: 0, grace: 1, closed: 1, early: 2 } as const
  const rank = (period: CampaignPeriod) => order[periodState(period, now)]
  // Of those that are over the newest; of those to come the first.
  const newestFirst = [...periods].sort((a, b) => (a.opensAt < b.opensAt ? 1 : -1))
  const begun = newestFirst.filter((period) => rank(period) < 2).sort((a, b) => rank(a) - rank(b))
  return [...begun, ...newestFirst.filter((period) => rank(period) === 2).reverse()]
}

/** How many periods a link is looked for in: a link of long ago is told that it is unknown. */
const mostRounds = 4

/**
 * Who a key is. It spends nothing: previews of mails and scanners may open a link as often as they like. A typed code only
 * works while its survey's secret is there.
 */
export async function findMember(deps: MemberDeps, key: LinkKey): Promise<Result<Member, Problem>> {
  const leads = await findDoor(deps.table, key.door)
  const found = leads && (await findCampaign(deps.table, leads.organisationId, leads.campaignId))
  const survey = found?.campaign.survey
  if (!leads || !found || !survey) return fail(problem.linkUnknown())
  const { campaign } = found
  const { organisationId } = leads
  const periods = periodsAsked(campaign, deps.now())
  const [first] = periods
  if (survey.way === 'open')
    return key.kind === 'open' && first
      ? ok({ organisationId, campaign, survey, period: first, invited: undefined })
      : fail(problem.linkUnknown())
  for (const period of periods.slice(0, mostRounds)) {
    const round = roundOf(survey, period)
    const invited = await invitedBy(deps, campaign, round, key)
    if (invited) return ok({ organisationId, campaign, survey, period, invited })
    if (round === 'all') break
  }
  return fail(problem.linkUnknown())
}

async function invitedBy(deps: MemberDeps, campaign: Campaign, round: Round, key: LinkKey): Promise<Member['invited']> {
  if (key.kind === 'open') return undefined
  if (key.kind === 'token') {
    const place = { campaignId: campaign.id, round, hash: hashOf(key.token) }
    const invitation = await findInvitation(deps.table, place)
    const secret = invitation && (await deps.secrets.read(secretName(campaign, round)))
    // Sealed: who holds the link still hears that the survey is over.
    return invitation && { invitation, token: key.token, secret: secret ?? '' }
  }
  const secret = await deps.secrets.read(secretName(campaign, round))
  if (secret === undefined) return undefined
  const invitation = await findByCode(deps.table, campaign.id, round, codeHash(secret, key.code))
  if (!invitation) return undefined
  const { sealed } = invitation.invitation
  return { invitation, token: sealed === undefined ? '' : unsealKeys(secret, sealed).token, secret }
}

/** Whether the member has answered in this period. */
const hasAnswered = ({ invited, period }: Member): boolean =>
  invited?.invitation.invitation.answered.includes(period.id) ?? false

/** Why the member can't answer now, in the order that they should hear it; undefined where they can. */
export function whyNotNow(member: Member, now: string): Problem | undefined {
  if (hasAnswered(member)) return problem.alreadyReceived()
  const timed = entryTiming(member.campaign, member.period, undefined, now)
  if (!timed.ok) return timed.problem
  return member.invited && member.invited.secret === '' ? problem.linkUnknown() : undefined
}

/** What a member sends: `id` is that of an open link's page; an invitation brings its own. */
export type MemberAnswers = {
  readonly version: FormVersion
  readonly answers: Answers
  readonly id: ResponseId
  /** The clock of the form's now(), where the survey isn't anonymous; ISO 8601, UTC. */
  readonly startedAt: string
}

/** What a form's expressions may ask that isn't in it. */
export type Beside = Pick<Parameters<typeof draftSettings>[0], 'kept' | 'lastSaved'>

type Judged = Pick<StoredRevision, 'answers' | 'raised'>

/** Checks what a member sends, as it would be stored under an id. */
export async function judge(
  deps: Pick<MemberDeps, 'directory' | 'now'>,
  { organisationId, period, survey }: Member,
  { version, answers, id, startedAt, ...beside }: MemberAnswers & Beside,
): Promise<Result<Judged, Problem>> {
  const isAnonymous = survey.way === 'anonymous'
  const { organisation } = await deps.directory.organisation(organisationId, deps.now())
  const { timeZone } = organisation
  const settings = draftSettings({
    ...{ id, timeZone, locale: 'vi', ...beside },
    startedAt: isAnonymous ? period.opensAt : startedAt,
  })
  const checked = checkAnswers(programFor(version, '').program, answers, settings)
  if (checked.problems.some(({ code }) => code === 'expression.budget-spent')) return fail(problem.formTooComplex())
  if (checked.faults.length > 0) return fail(problem.answersInvalid(checked.faults.slice(0, mostFaults)))
  const raised = isAnonymous ? { findings: [] } : raisedBy(version, checked)
  return storedBytes({ answers: checked.answers, raised }) > largestStored
    ? fail(problem.tooLarge(largestStored))
    : ok({ answers: checked.answers, raised })
}

/**
 * Takes the answers of an anonymous or an open survey. The order: (1) conditional put under the id that only the secret gives,
 * (2) the bucket's mark, (3) the invitation's flag; who dies in between is reminded once too often. A second send, whatever it
 * holds, hears that the answer was received. Staff can't send here, and nothing of the request but the answers is kept.
 */
export async function submitMember(
  deps: MemberDeps,
  member: Member,
  sent: MemberAnswers,
): Promise<Result<'received', Problem>> {
  const { period, survey, invited } = member
  const why = whyNotNow(member, deps.now())
  if (why) return fail(why)
  const isAnonymous = survey.way === 'anonymous'
  const id = invited ? memberResponseId(invited.secret, invited.token, period.id) : sent.id
  const judged = await judge(deps, member, { ...sent, id })
  if (!judged.ok) return judged

  const bucket = await bucketOf(deps, member, id)
  if (!invited && (await isFull(deps, member))) return fail(problem.surveyFull())
  await insertRevision(deps.table, bucket, {
    ...{ id, revision: 1, formVersion: sent.version.version, ...judged.value },
    // Nothing is compared: a second send hears the same whatever it holds.
    contentHash: '',
    // The period is all that is kept of when: a moment would join the answer to whoever was seen with the phone.
    receivedAt: isAnonymous ? period.opensAt : deps.now(),
    finishedAt: undefined,
    standing: 'on-time',
    by: '',
    step: sentStep,
  })
  await addMark(deps.table, bucket)
  if (invited) await noteAnswered(deps.table, invited.invitation, period.id, isAnonymous)
  return ok('received')
}

/** An open survey without a limit is taken for one of this many answers. */
const usualOpen = 1_000

/**
 * Where the answers of a round are kept: fixed by the first of them, from who was invited until then. Anonymous answers climb
 * to a unit where enough people are invited. (Those of a named survey are kept like any other answer of their member's unit.)
 */
async function placementFor(
  deps: MemberDeps,
  { campaign, survey, period, organisationId }: Member,
): Promise<Placement> {
  const round = roundOf(survey, period)
  const known = await findPlacement(deps.table, campaign.id, round)
  if (known) return known
  await insertPlacement(deps.table, campaign.id, round, await workOut())
  const fixed = await findPlacement(deps.table, campaign.id, round)
  if (!fixed) throw new Error(`Survey ${campaign.id}: where its answers are kept was fixed and is not there`)
  return fixed

  async function workOut(): Promise<Placement> {
    const top = campaign.unitId
    if (survey.way === 'open') return { places: [{ unitId: top, invited: survey.limit ?? usualOpen }], of: new Map() }
    const invited = new Map<UnitId, number>()
    for (const { invitation } of await listInvitations(deps.table, campaign.id, round))
      invited.set(invitation.unitId, (invited.get(invitation.unitId) ?? 0) + 1)
    const { tree } = await deps.directory.organisation(organisationId, deps.now())
    return placementOf(tree, top, invited)
  }
}

async function bucketOf(deps: MemberDeps, member: Member, id: ResponseId): Promise<Bucket> {
  const { campaign, period, invited } = member
  const { places, of } = await placementFor(deps, member)
  // Who was invited later, in a unit that nobody was invited in before, is kept at the top.
  const unitId = (invited && of.get(invited.invitation.invitation.unitId)) ?? campaign.unitId
  const place = places.find((one) => one.unitId === unitId)
  return bucketFor(campaign.id, period.id, enterUnit(unitId, place?.invited ?? 1), id)
}

/** How many answers an open link has taken in a period. */
export async function takenOpen(table: Table, { id }: Pick<Campaign, 'id'>, period: CampaignPeriod): Promise<number> {
  const [place] = (await findPlacement(table, id, 'all'))?.places ?? []
  if (!place) return 0
  const buckets = unitBuckets(id, period.id, enterUnit(place.unitId, place.invited))
  const counts = await Promise.all(buckets.map((bucket) => readMarkCount(table, bucket)))
  return counts.reduce((sum, count) => sum + count, 0)
}

/** Whether an open link has taken as many answers as it may; a few more where many send at once. */
const isFull = async (deps: MemberDeps, { campaign, survey, period }: Member): Promise<boolean> =>
  survey.limit !== undefined && (await takenOpen(deps.table, campaign, period)) >= survey.limit
