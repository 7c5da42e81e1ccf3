// Reminders of members by the rule of their survey, and mailings that a page began and could not finish.

import { type Campaign, type CampaignPeriod, periodState } from '../../shared/campaign/campaign.ts'
import { mayNow } from '../../shared/campaign/lifecycle.ts'
import { dueOccasion } from '../../shared/campaign/reminders.ts'
import { localize } from '../../shared/language.ts'
import { beginMailing, findMailings } from '../store/mailings.ts'
import { roundOf } from '../submit/member.ts'
import { sendMailing } from '../survey-mail.ts'
import type { ScheduleDeps } from './deps.ts'

/** Half of the time between two ticks. */
const seconds = 120

/** The number of mails that went. */
export async function remindMembers(
  deps: ScheduleDeps,
  campaign: Campaign,
  period: CampaignPeriod,
  now: string,
): Promise<number> {
  const { mail, table } = deps
  const { survey, reminders: rule } = campaign
  const isRunning = mayNow('remind', campaign) && periodState(period, now) === 'open'
  if (!mail || !survey || survey.way === 'open' || !isRunning) return 0
  const round = roundOf(survey, period)
  const place = { campaignId: campaign.id, round }
  const due = rule && dueOccasion(rule, period, now)
  if (rule && due !== undefined)
    await beginMailing(table, place, { occasion: `${period.id} ${due}`, everyDays: rule.everyDays, now })
  const mailings = await findMailings(table, place)
  const number = mailings?.occasions.length ?? 0
  if (!mailings || mailings.done >= number) return 0
  const { organisation } = await deps.directory.organisation(campaign.organisationId, now)
  const mailing = {
    ...{ table, secrets: deps.secrets, mail, publicUrl: deps.publicUrl, now: deps.now, seconds },
    timeZone: organisation.timeZone,
    organisation: localize(organisation.name, 'vi'),
  }
  const { sent } = await sendMailing(mailing, { campaign, survey, period, round }, number)
  return sent
}
