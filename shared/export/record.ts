// A response as a line of JSON, with everything that is known of it: what another program reads.

import type { CampaignId } from '../ids.ts'
import type { ExportedResponse } from './response.ts'

/** Moments are ISO 8601 in UTC; answers are as they are stored and sent. */
export const exportRecord = (campaign: CampaignId, response: ExportedResponse) => ({
  id: response.id,
  revision: response.revision,
  campaign,
  period: response.period,
  unit: { id: response.unit.id, code: response.unit.code, name: response.unit.name },
  state: response.state,
  late: response.isLate,
  step: response.step,
  receivedAt: response.receivedAt,
  changedAt: response.changedAt,
  finishedAt: response.finishedAt ?? null,
  by: response.sender ?? null,
  enteredFor: response.enteredFor ?? null,
  formVersion: response.formVersion,
  contentHash: response.contentHash,
  name: response.raised.name ?? null,
  score: response.raised.score ?? null,
  findings: response.raised.findings,
  answers: Object.fromEntries(response.answers),
})
