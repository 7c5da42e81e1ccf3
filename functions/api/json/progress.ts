// Progress for programs.

import type { SignedInCall } from '../call.ts'
import { refuse } from '../problem-response.tsx'
import { progressAddress, readProgress } from '../progress.ts'

/** GET /api/campaigns/:campaign/periods/:period/progress: units of the visitor's scope, by the level below the top. */
export async function getProgress(call: SignedInCall): Promise<Response> {
  const address = await progressAddress(call)
  if (!address.ok) return refuse(call, address.problem)
  const { campaign, period } = address.value
  const { progress, total, recounting } = await readProgress(call, campaign, period.id)
  return call.c.json({
    campaign: campaign.id,
    period: period.id,
    asOf: call.now,
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
