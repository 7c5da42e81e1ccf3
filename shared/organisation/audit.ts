// The audit log: everything that staff do, one entry each, never changed and never deleted. Ids and short words; answers
// don't get in.

import * as v from 'valibot'
import { PersonId, UnitId } from '../ids.ts'

/** What was done. A verb keeps its meaning for ever; a retired one stays listed. */
export const auditVerbs = [
  'form.published',
  'campaign.moved-to-version',
  'report-plan.created',
  'report-plan.changed',
  'report-plan.stopped',
  'report-plan.resumed',
  'template.created',
  'template.changed',
  'template.published',
  'template.deleted',
  'report.asked-for',
  'report.edited',
  'report.made-again',
  'report.tried-again',
  'report.sent-again',
  'report.link-revoked',
  'report.opened-by-link',
  'report-plan.delivery-changed',
  'report-plan.webhook-secret-made',
  'report.commented',
  'report.issued',
  'report.signed-copy-added',
  'report.correction-begun',
  'report.withdrawn',
  'action.assigned',
  'action.done',
  'action.checked',
  'action.confirmed',
  'action.reopened',
  'action.dropped',
  'organisation.founded',
  'organisation.changed',
  'person.added',
  'person.changed',
  'person.removed',
  'person.invited',
  'person.link-made',
  'person.link-revoked',
  'people.imported',
  'team.created',
  'team.changed',
  'team.removed',
  'unit.added',
  'unit.changed',
  'unit.moved',
  'unit.merged',
  'unit.split',
  'unit.closed',
  'tree.imported',
  'campaign.created',
  'campaign.changed',
  'campaign.opened',
  'campaign.paused',
  'campaign.resumed',
  'campaign.closed',
  'campaign.copied',
  'campaign.deleted',
  'campaign.period-extended',
  'campaign.period-closed',
  'campaign.units-changed',
  'campaign.assigned',
  'campaign.reminded',
  'survey.invited',
  'survey.slips-made',
  'survey.links-taken',
  'survey.reminded',
  'survey.released',
  'response.accepted',
  'response.returned',
  'response.withdrawn',
  'response.released',
  'response.corrected',
  'response.scored',
  'response.entered',
  'responses.imported',
  'records.printed',
  'export.asked-for',
  'export.fetched',
  'token.made',
  'token.revoked',
] as const
export const AuditVerb = v.picklist(auditVerbs)
export type AuditVerb = v.InferOutput<typeof AuditVerb>

export const AuditEntry = v.strictObject({
  /** When, by the server's clock; ISO 8601, UTC. */
  at: v.pipe(v.string(), v.isoTimestamp()),
  by: PersonId,
  verb: AuditVerb,
  /** The address of what it was done to. */
  subject: v.pipe(v.string(), v.maxLength(500)),
  /** The unit it concerns, where it concerns one. */
  unitId: v.optional(UnitId),
  /** A few words: a name, a reason, from what to what. */
  details: v.optional(v.pipe(v.string(), v.maxLength(1_000))),
})
export type AuditEntry = v.InferOutput<typeof AuditEntry>

/** What a change adds to its entry. */
export type AuditNote = Partial<Pick<AuditEntry, 'subject' | 'unitId' | 'details'>>
