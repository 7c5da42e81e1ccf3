// Sealing a survey's period: its results are released, once, and its secret is destroyed. From then on nobody can find the
// answer of a link, and what was released is all that is ever shown. A named survey is never sealed: its links stay their
// members' keys to what they sent, and its answers are scored and corrected after the close.

import * as Instant from 'temporal-polyfill/fns/Instant'
import type { Campaign, CampaignPeriod } from '../shared/campaign/campaign.ts'
import { isSealable, sealsAt } from '../shared/survey/sealing.ts'
import type { Secrets } from './secrets.ts'
import { findCampaign, saveCampaign } from './store/campaigns.ts'
import type { Directory } from './store/directory.ts'
import { insertRelease, isReleased, isSealed, noteSealed } from './store/releases.ts'
import type { Table } from './store/table.ts'
import { roundOf, secretName } from './submit/member.ts'
import { workedOut } from './survey-figures.ts'

export type SealDeps = {
  readonly table: Table
  readonly directory: Directory
  readonly secrets: Secrets
  /** ISO 8601, UTC. */
  readonly now: () => string
}

/** What was begun just before the close has ended by then, whatever it was. */
const leastMinutes = 1

const minutesSince = (moment: string, now: string): number =>
  Instant.diffMinutes(Instant.fromString(moment), Instant.fromString(now))

/** Whether a period may be released by hand: it is over, and nothing is on its way any more. */
export const maySeal = ({ closesAt }: CampaignPeriod, now: string): boolean =>
  closesAt !== null && minutesSince(closesAt, now) >= leastMinutes

/** Whether a period is to be released by itself. */
function isDueToSeal(period: CampaignPeriod, now: string): boolean {
  const at = sealsAt(period)
  return at !== undefined && minutesSince(at, now) >= 0
}

/**
 * Seals a period that may be sealed. Whoever dies in between is followed by one who goes on: the release is written once, and
 * destroying what is gone does no harm. False where it was sealed before, or has been given another closing time meanwhile.
 */
export async function sealPeriod(deps: SealDeps, known: Campaign, { id, closesAt }: CampaignPeriod): Promise<boolean> {
  if (!isSealable(known)) throw new Error(`Campaign ${known.id} is not to be sealed`)
  const marked = await markSealed(deps.table, known, { id, closesAt })
  if (!marked) return false
  const { campaign, period } = marked
  const isNew =
    !(await isReleased(deps.table, campaign.id, period.id)) &&
    (await insertRelease(deps.table, await workedOut(deps, campaign, period), deps.now()))
  await destroySecret(deps, campaign, period)
  await noteSealed(deps.table, campaign.id, period.id)
  return isNew
}

const mostTries = 10

type Marked = { readonly campaign: Campaign; readonly period: CampaignPeriod }

/**
 * Notes in the campaign that a period is sealed, before anything of it is released: whoever extends it at the same moment is
 * either too late, or first. Undefined where it no longer closes when it did.
 */
async function markSealed(
  table: Table,
  { organisationId, id }: Campaign,
  seen: Pick<CampaignPeriod, 'id' | 'closesAt'>,
): Promise<Marked | undefined> {
  for (let tries = 0; tries < mostTries; tries += 1) {
    const found = await findCampaign(table, organisationId, id)
    const period = found?.campaign.periods.find((one) => one.id === seen.id)
    if (!found || period?.closesAt !== seen.closesAt) return undefined
    if (period.sealed) return { campaign: found.campaign, period }
    const sealed: CampaignPeriod = { ...period, sealed: true }
    const periods = found.campaign.periods.map((one) => (one.id === seen.id ? sealed : one))
    const campaign = { ...found.campaign, periods }
    if (await saveCampaign(table, campaign, found.version)) return { campaign, period: sealed }
  }
  throw new Error(`Campaign ${id} was changed ${mostTries} times while ${seen.id} was to be sealed`)
}

/** A secret that holds for all periods goes with the last of them. */
async function destroySecret(deps: SealDeps, campaign: Campaign, period: CampaignPeriod): Promise<void> {
  const { survey } = campaign
  if (!survey) throw new Error(`Campaign ${campaign.id} is no survey`)
  const round = roundOf(survey, period)
  if (round === 'all')
    for (const { id, isPast } of campaign.periods)
      if (!isPast && !(await isReleased(deps.table, campaign.id, id))) return
  await deps.secrets.destroy(secretName(campaign, round))
}

/** Seals the periods that are due of some campaigns; how many there were. */
export async function sealDue(deps: SealDeps, campaigns: readonly Campaign[]): Promise<number> {
  let sealed = 0
  for (const campaign of campaigns) {
    if (!isSealable(campaign) || campaign.state === 'draft') continue
    for (const period of campaign.periods) {
      if (period.isPast || !isDueToSeal(period, deps.now())) continue
      if (await isSealed(deps.table, campaign.id, period.id)) continue
      if (await sealPeriod(deps, campaign, period)) sealed += 1
    }
  }
  return sealed
}
