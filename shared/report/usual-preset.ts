// The preset of documents that no campaign's report says anything of: blank forms, records of a campaign without a report.

import type { ReportPlan } from './plan.ts'
import type { PresetId } from './preset-id.ts'

/** The one that all reports of the organisation are set in; the Party's where there are none, or several. */
export function usualPreset(plans: readonly Pick<ReportPlan, 'preset'>[]): PresetId {
  const [first, ...others] = new Set(plans.map(({ preset }) => preset))
  return first !== undefined && others.length === 0 ? first : 'party-2018'
}
