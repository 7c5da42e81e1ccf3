// What the demo holds of two more practices: the follow-up of a roll-out, and the yearly reports of helper sections.

import type { FormVersion } from '../form/form.ts'
import type { CampaignId, PeriodId, UnitId } from '../ids.ts'
import type { ReportPlan } from '../report/plan.ts'
import type { StarterCampaign } from './campaigns.ts'
import {
  helperSectionAnswers,
  helperSectionCampaign,
  helperSectionForm,
  helperSectionPlan,
  helperSectionYears,
} from './helper-section.ts'
import { blocId, committees } from './organisation.ts'
import { blocReporter, personFor, reporters } from './people.ts'
import { randomResponseId, seededRandom } from './random.ts'
import { type StarterSubmission, starterSeed } from './responses.ts'
import {
  rollOutAnswers,
  rollOutCampaigns,
  rollOutForm,
  rollOutHeadForm,
  rollOutPeriod,
  rollOutPlan,
} from './roll-out.ts'

export const practiceForms: readonly FormVersion[] = [rollOutForm, rollOutHeadForm, helperSectionForm]
export const practiceCampaigns: readonly StarterCampaign[] = [...rollOutCampaigns, helperSectionCampaign]
export const practicePlans: readonly ReportPlan[] = [rollOutPlan, helperSectionPlan]

/** Periods that are over; the helper sections' running year waits for one of them. */
export const practicePeriodsOver: readonly { readonly campaign: CampaignId; readonly period: PeriodId }[] = [
  ...rollOutCampaigns.map(({ campaign }) => ({ campaign: campaign.id, period: rollOutPeriod })),
  { campaign: helperSectionCampaign.campaign.id, period: helperSectionYears[0] },
]

function senderFor(unit: UnitId) {
  if (unit === blocId) return blocReporter.person.id
  const committee = committees.find(({ id }) => id === unit)
  if (!committee) throw new Error(`Unit ${unit} is no committee of the demo`)
  return personFor(reporters, committee).person.id
}

/** In the order in which the demo's people send them. */
export function practiceSubmissions(): StarterSubmission[] {
  const random = seededRandom(starterSeed + 2)
  const rollOut = rollOutAnswers.map((one) => ({ ...one, period: rollOutPeriod }))
  return [...rollOut, ...helperSectionAnswers].map(({ campaign, period, unit, answers }) => ({
    person: senderFor(unit),
    submission: {
      id: randomResponseId(random),
      revision: 1,
      ...{ campaign: campaign.id, unit, period, formVersion: campaign.form.version },
      answers: { ...answers },
    },
  }))
}
