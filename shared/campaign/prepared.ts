// A campaign as it is prepared: a draft may lack its form and its periods for as long as it is one.

import * as v from 'valibot'
import { FormReference } from '../form/form.ts'
import { Campaign, CampaignPeriod } from './campaign.ts'

export const PreparedCampaign = v.pipe(
  v.strictObject({
    ...Campaign.entries,
    form: v.nullable(FormReference),
    periods: v.pipe(v.array(CampaignPeriod), v.maxLength(200)),
  }),
  v.check(({ state, form, periods }) => state === 'draft' || (form !== null && periods.length > 0)),
)
export type PreparedCampaign = v.InferOutput<typeof PreparedCampaign>

/** The campaign that it is, where nothing is missing. */
export function wholeCampaign(prepared: PreparedCampaign): Campaign | undefined {
  const read = v.safeParse(Campaign, prepared)
  return read.success ? read.output : undefined
}
