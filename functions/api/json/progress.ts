// Progress for programs.

import { campaignAddress } from '../address.ts'
import { refuse } from '../problem-response.tsx'
import { readProgress } from '../progress.ts'
import type { SignedInVisit } from '../visit.ts'

/** GET /api/campaigns/:campaign/periods/:period/progress: units of the visitor's scope, by the level below the top. */
export async function getProgress(visit: SignedInVisit): Promise<Response> {
  const address = await campaignAddress(visit)
  if (!address.ok) return refuse(visit, address.problem)
  const { campaign, period } = address.value
  const { progress, total, recounting } = await readProgress(visit, campaign, period.id)
  return visit.c.json({
    campaign: campaign.id,
    period: period.id,
    asOf: visit.now,
    recounting,
    expected: progress.expected,
    reported: progress.reported,
    responses: total.responses,
    groups: progress.groups.map(({ unit, expected, reported, missing }) => ({
      unit: unit.id,
      code: unit.code,
      name: unit.name,
      expected,
      reported,
      missing: missing.map(({ id, code, name }) => ({ id, code, name })),
    })),
  })
}
