// Texts and facts about a campaign that several of its pages show.

import type { PreparedCampaign } from '../../../../shared/campaign/prepared.ts'
import { type CampaignStep, stepsOf } from '../../../../shared/campaign/readiness.ts'
import { localize } from '../../../../shared/language.ts'
import { type CampaignMessages, campaignMessages } from '../../../../shared/messages/campaigns.ts'
import type { StepPageProps } from '../../../../web/pages/campaigns/step.tsx'
import type { Call } from '../../call.ts'

export const textsFor = ({ language }: Call): CampaignMessages => campaignMessages[language]

/** The steps in which something has been decided. */
function stepsSet({
  form,
  scope,
  periods,
  indicators,
  description,
  reminders,
  report,
  survey,
}: PreparedCampaign): Set<CampaignStep> {
  const set = new Set<CampaignStep>()
  if (description) set.add('about')
  if (form) set.add('form')
  if (scope) set.add('units')
  if (periods.length > 0) set.add('periods')
  if (survey) set.add('answering')
  if (indicators.length > 0) set.add('indicators')
  if (reminders || report) set.add('more')
  return set
}

/** What the frame of a step is told of its campaign. */
export const headOf = (campaign: PreparedCampaign): NonNullable<StepPageProps['campaign']> => ({
  id: campaign.id,
  title: campaign.title,
  isDraft: campaign.state === 'draft',
  steps: stepsOf(campaign),
  set: stepsSet(campaign),
})

const plain = (text: string) => text.normalize('NFC').replace(/\s+/g, ' ').trim().toLocaleLowerCase('vi')

/** Whether a campaign's name was typed, as the page shows it or in Vietnamese; capitals and blanks don't matter. */
export const isNamed = ({ title }: PreparedCampaign, typed: string, { language }: Call): boolean =>
  [localize(title, language), title.vi].some((name) => plain(name) === plain(typed))
