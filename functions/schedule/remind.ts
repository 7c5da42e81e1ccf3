// Reminders that are due by the rules of open campaigns.

import { type Campaign, type CampaignPeriod, periodState } from '../../shared/campaign/campaign.ts'
import { mayNow } from '../../shared/campaign/lifecycle.ts'
import { dueOccasion } from '../../shared/campaign/reminders.ts'
import type { OrganisationId } from '../../shared/ids.ts'
import { remindedAt, sendReminders, whoOwes } from '../reminders.ts'
import { listCampaigns } from '../store/campaigns.ts'
import { key } from '../store/keys.ts'
import type { ScheduleDeps } from './deps.ts'
import { remindMembers } from './remind-members.ts'

/** The number of mails that went. Without a sender none do. */
export async function remind(deps: ScheduleDeps, org: OrganisationId): Promise<number> {
  if (!deps.mail) return 0
  const now = deps.now()
  let sent = 0
  for (const campaign of await listCampaigns(deps.table, org))
    for (const period of campaign.periods)
      sent += await (campaign.survey ? remindMembers : remindOf)(deps, campaign, period, now)
  return sent
}

async function remindOf(deps: ScheduleDeps, campaign: Campaign, period: CampaignPeriod, now: string): Promise<number> {
  const { mail } = deps
  const { reminders: rule } = campaign
  const state = periodState(period, now)
  const isRunning = mayNow('remind', campaign) && (state === 'open' || state === 'grace')
  const occasion = rule && isRunning ? dueOccasion(rule, period, now) : undefined
  if (!mail || !rule || occasion === undefined) return 0
  // Looked at once for each occasion: who owes what is read from the whole campaign.
  const done = key.reminded(campaign.id, period.id, occasion)
  if (await deps.table.get(done)) return 0
  const { organisation, tree } = await deps.directory.organisation(campaign.organisationId, now)
  const round = { campaign, period, tree }
  const latest = await remindedAt(deps.table, round)
  // A reminder that the office sent counts too: nobody hears twice within the days of the rule.
  const since = new Date(Date.parse(now) - rule.everyDays * 86_400_000 + 3_600_000).toISOString()
  const { reminders } = await whoOwes(deps, round)
  const due = reminders.filter(({ person }) => (latest.get(person.id) ?? '') < since)
  const { timeZone } = organisation
  const sending = { table: deps.table, mail, at: now, publicUrl: deps.publicUrl, timeZone }
  const sent = await sendReminders(sending, round, occasion, due)
  await deps.table.insert(done)
  return sent
}
