// What a member of a named survey has sent, one answer in each period, and the next revision of it. It is kept where any other
// answer of the member's unit is, under the member's own id.

import { type Bucket, bucketFor } from '../../shared/campaign/bucket.ts'
import { type CampaignPeriod, type CampaignUnit, periodState } from '../../shared/campaign/campaign.ts'
import type { FormVersion } from '../../shared/form/form.ts'
import type { ResponseId } from '../../shared/ids.ts'
import { type Problem, problem } from '../../shared/problems.ts'
import { outlines, type Standing } from '../../shared/response/counted.ts'
import { isReturned, uneditable } from '../../shared/response/editing.ts'
import { isSent, sentStep } from '../../shared/response/step.ts'
import { entryTiming } from '../../shared/response/timing.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { memberPersonId } from '../../shared/survey/member-id.ts'
import { findCampaignUnit } from '../store/campaigns.ts'
import type { Directory } from '../store/directory.ts'
import { noteAnswered } from '../store/invitations.ts'
import { addMark } from '../store/marks.ts'
import { insertRevision, listRevisions, type StoredRevision } from '../store/responses.ts'
import type { Table } from '../store/table.ts'
import { memberResponseId } from '../survey-secret.ts'
import { returnedTiming } from './admission.ts'
import { type LastSaved, lastSavedIn, lastSavedNames, ownAnswersOf, periodsBefore } from './last-saved.ts'
import { type Beside, judge, type Member, type MemberAnswers, type MemberDeps } from './member.ts'

/** A member of a named survey, in a unit of the campaign. */
export type NamedMember = Member & {
  readonly invited: NonNullable<Member['invited']>
  readonly campaignUnit: CampaignUnit
}

/** Refused where the member's unit was taken out of the campaign: nobody would read the answer. */
export async function namedMember(table: Table, member: Member): Promise<Result<NamedMember, Problem>> {
  const { invited, campaign } = member
  if (!invited || member.survey.way !== 'named') throw new Error(`Survey ${campaign.id} is not named`)
  const campaignUnit = await findCampaignUnit(table, campaign.id, invited.invitation.invitation.unitId)
  return campaignUnit ? ok({ ...member, invited, campaignUnit }) : fail(problem.unitUnknown())
}

export type OwnAnswer = {
  readonly period: CampaignPeriod
  readonly id: ResponseId
  readonly bucket: Bucket
  /** Its revisions, oldest first; empty while nothing was sent. */
  readonly history: readonly StoredRevision[]
}

export async function ownAnswer(table: Table, member: NamedMember, period: CampaignPeriod): Promise<OwnAnswer> {
  const { invited, campaign, campaignUnit } = member
  const id = memberResponseId(invited.secret, invited.token, period.id)
  const bucket = bucketFor(campaign.id, period.id, campaignUnit, id)
  return { period, id, bucket, history: await listRevisions(table, bucket, id) }
}

/** A member's own page goes back so many periods: two years of months. */
const mostOwn = 24

/** What the member has sent, the newest period first. */
export async function ownAnswers(table: Table, member: NamedMember, now: string): Promise<OwnAnswer[]> {
  const begun = member.campaign.periods.filter((period) => periodState(period, now) !== 'early')
  const newestFirst = begun.sort((a, b) => (a.opensAt < b.opensAt ? 1 : -1)).slice(0, mostOwn)
  const all = await Promise.all(newestFirst.map((period) => ownAnswer(table, member, period)))
  return all.filter(({ history }) => history.length > 0)
}

/** What the form of a period is told of the member's last one. */
export async function ownLastSaved(
  { table, directory }: { readonly table: Table; readonly directory: Directory },
  member: NamedMember,
  period: CampaignPeriod,
  version: FormVersion,
): Promise<LastSaved | undefined> {
  if (lastSavedNames(version).size === 0) return undefined
  const { campaign, survey } = member
  for (const before of periodsBefore(campaign.periods, period)) {
    const { history } = await ownAnswer(table, member, before)
    const last = history.findLast(({ step }) => isSent(step))
    if (!last) continue
    const { formId } = campaign.form
    const then = await directory.form(campaign.organisationId, { formId, version: last.formVersion })
    const answers = ownAnswersOf(then, survey, history)
    if (answers) return lastSavedIn(version, then, answers)
  }
  return undefined
}

/** The standing of what the member would send now, or why nothing can be. */
export function mayAnswerNow({ campaign }: NamedMember, { period, history }: OwnAnswer, now: string) {
  const timed = entryTiming(campaign, period, undefined, now)
  const [outline] = outlines(history).values()
  if (!outline) return timed
  const why = uneditable(outline, true, 'many')
  if (why) return fail(problem.notEditable(why))
  return isReturned(outline) ? returnedTiming(outline, timed) : timed
}

const contentOf = ({ answers }: Pick<StoredRevision, 'answers'>): string => JSON.stringify([...answers])

const newestOf = ({ history }: OwnAnswer): number => Math.max(0, ...history.map(({ revision }) => revision))

/**
 * Takes the next revision of a member's answer in a period: put, then mark, then the invitation's flag. `seen`: the newest
 * revision that the page was made from, 0 for none. The same answers sent again are the same revision; what another device
 * sent meanwhile is never overwritten unseen.
 */
export async function submitOwn(
  deps: MemberDeps,
  member: NamedMember,
  { period, seen, sent }: { readonly period: CampaignPeriod; readonly seen: number; readonly sent: OwnSent },
): Promise<Result<'received', Problem>> {
  const own = await ownAnswer(deps.table, member, period)
  const judged = await judge(deps, member, { ...sent, id: own.id })
  const isSame = (one: StoredRevision | undefined) =>
    judged.ok && one !== undefined && isSent(one.step) && contentOf(one) === contentOf(judged.value)
  const isRetry = ({ history }: OwnAnswer) => isSame(history.find(({ revision }) => revision === seen + 1))
  const refused = (now: OwnAnswer) =>
    fail(seen === 0 ? problem.alreadyReceived() : problem.responseChanged(newestOf(now)))

  const noted = async () => {
    await addMark(deps.table, own.bucket)
    await noteAnswered(deps.table, member.invited.invitation, period.id, false)
    return ok('received' as const)
  }
  if (isRetry(own)) return noted()
  if (newestOf(own) !== seen) return refused(own)
  const standing: Result<Standing, Problem> = mayAnswerNow(member, own, deps.now())
  if (!standing.ok) return standing
  if (!judged.ok) return judged
  const isNew = await insertRevision(deps.table, own.bucket, {
    ...{ id: own.id, revision: seen + 1, formVersion: sent.version.version, ...judged.value },
    contentHash: '',
    receivedAt: deps.now(),
    finishedAt: undefined,
    standing: standing.value,
    by: memberPersonId(member.invited.invitation),
    step: sentStep,
  })
  if (isNew) return noted()
  const now = await ownAnswer(deps.table, member, period)
  return isRetry(now) ? noted() : refused(now)
}

export type OwnSent = Omit<MemberAnswers, 'id'> & Beside
