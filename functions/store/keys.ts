// Every key of the table, and what is read by it.
//
//   pk                            sk                        what                            read by
//   ORG#org                       META                      organisation, pointer to tree   every signed-in request
//   ORG#org                       CAMPAIGN#campaign         campaign                        id, or all of an organisation
//   ORG#org                       PLAN#plan                 report plan                     id, or all of an organisation
//   ORG#org                       PERSON#person             person and roles                every signed-in request
//   ORG#org                       FORM#form                 form family: its versions       id, or all of an organisation
//   ORG#org#TREE#version          unit                      unit of one version of a tree   whole partition, cached
//   ORG#org#FORM#form             version                   form version, immutable         id and version, cached
//   ORG#org#REPORTS               report                    report and its state            newest first, paged
//   ORG#org#DUE                   plan#period#dueAt         the report made for a due date  schedule's tick
//   ORG#org#PAPERS#person         content                   records asked for as one file    a person's, and id
//   ORG#org#AUDIT#month           time#random               what staff did, append-only     a month, newest first, paged
//   ORGS                          org                       which organisations there are   schedule's tick
//   SUBJECT#hash | EMAIL#hash     META                      who signs in as whom            sign-in
//   SESSION#hash | LOGIN#hash     META                      session, sign-in under way      every signed-in request
//   C#campaign                    OWNER                     whose campaign the id names      writing a campaign
//   C#campaign#UNITS              unit                      unit in a campaign, its shards  id, or all of a campaign
//   C#campaign#CLOSED             period#state#closesAt    all buckets were folded then    schedule's tick
//   C#campaign#MARKS#0-15         period#unit#shard         mark of a bucket                by period
//   C#campaign#SUMMARIES#period   unit#shard                summary of a bucket             whole partition
//   C#campaign#B#period#unit#shard  response#revision       revision of a response          bucket, in a fold
//   C#campaign#E#period#unit      sha256#person             evidence, once for each sender  hash, or hash and person
//
// Keys hold opaque ids, never codes or paths. A campaign's marks are spread over 16 partitions, because every submit
// of the campaign writes one. Times are ISO 8601 in UTC; `expiresAt` alone is in epoch seconds, as DynamoDB's TTL wants it.

import { type Bucket, bucketName } from '../../shared/campaign/bucket.ts'
import type { Sha256 } from '../../shared/evidence/reference.ts'
import type {
  CampaignId,
  FormId,
  OrganisationId,
  PeriodId,
  PersonId,
  ReportId,
  ReportPlanId,
  ResponseId,
  UnitId,
} from '../../shared/ids.ts'
import type { Key } from './table.ts'

export const markPartitions = 16

/** Revisions sort as text, so they are padded; a response has at most 1,000. */
const revisionKey = (id: ResponseId, revision: number) => `${id}#${String(revision).padStart(4, '0')}`

const markPartition = (bucket: Bucket): number => {
  let sum = 0
  for (const character of bucketName(bucket)) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 65_521
  return sum % markPartitions
}

export const key = {
  organisation: (org: OrganisationId): Key => ({ pk: `ORG#${org}`, sk: 'META' }),
  organisationListed: (org: OrganisationId): Key => ({ pk: 'ORGS', sk: org }),
  campaign: (org: OrganisationId, id: CampaignId): Key => ({ pk: `ORG#${org}`, sk: `CAMPAIGN#${id}` }),
  plan: (org: OrganisationId, id: ReportPlanId): Key => ({ pk: `ORG#${org}`, sk: `PLAN#${id}` }),
  person: (org: OrganisationId, id: PersonId): Key => ({ pk: `ORG#${org}`, sk: `PERSON#${id}` }),
  formFamily: (org: OrganisationId, id: FormId): Key => ({ pk: `ORG#${org}`, sk: `FORM#${id}` }),
  unit: (org: OrganisationId, version: number, id: UnitId): Key => ({ pk: partition.tree(org, version), sk: id }),
  formVersion: (org: OrganisationId, id: FormId, version: number): Key => ({
    pk: `ORG#${org}#FORM#${id}`,
    sk: String(version).padStart(6, '0'),
  }),
  report: (org: OrganisationId, id: ReportId): Key => ({ pk: partition.reports(org), sk: id }),
  due: (org: OrganisationId, plan: ReportPlanId, period: PeriodId, dueAt: string): Key => ({
    pk: `ORG#${org}#DUE`,
    sk: `${plan}#${period}#${dueAt}`,
  }),
  audit: (org: OrganisationId, month: string, sk: string): Key => ({ pk: partition.audit(org, month), sk }),
  papers: (org: OrganisationId, person: PersonId, content: string): Key => ({
    pk: partition.papers(org, person),
    sk: content,
  }),
  campaignOwner: (id: CampaignId): Key => ({ pk: `C#${id}`, sk: 'OWNER' }),
  subject: (hash: string): Key => ({ pk: `SUBJECT#${hash}`, sk: 'META' }),
  email: (hash: string): Key => ({ pk: `EMAIL#${hash}`, sk: 'META' }),
  session: (hash: string): Key => ({ pk: `SESSION#${hash}`, sk: 'META' }),
  login: (hash: string): Key => ({ pk: `LOGIN#${hash}`, sk: 'META' }),
  campaignUnit: (id: CampaignId, unit: UnitId): Key => ({ pk: partition.campaignUnits(id), sk: unit }),
  /** `closesAt` is part of it: a period that is extended closes anew. */
  closed: (id: CampaignId, period: PeriodId, state: 'grace' | 'closed', closesAt: string): Key => ({
    pk: `C#${id}#CLOSED`,
    sk: `${period}#${state}#${closesAt}`,
  }),
  mark: (bucket: Bucket): Key => ({
    pk: partition.marks(bucket.campaignId, markPartition(bucket)),
    sk: bucketName(bucket),
  }),
  summary: (bucket: Bucket): Key => ({
    pk: partition.summaries(bucket.campaignId, bucket.periodId),
    sk: `${bucket.unitId}#${bucket.shard}`,
  }),
  revision: (bucket: Bucket, id: ResponseId, revision: number): Key => ({
    pk: partition.bucket(bucket),
    sk: revisionKey(id, revision),
  }),
  evidence: (place: EvidencePlace, sha256: Sha256, person: PersonId): Key => ({
    pk: partition.evidence(place),
    sk: `${sha256}#${person}`,
  }),
} as const

/** Where evidence belongs: to a unit in a period of a campaign. */
export type EvidencePlace = { readonly campaignId: CampaignId; readonly periodId: PeriodId; readonly unitId: UnitId }

export const partition = {
  organisations: () => 'ORGS',
  organisation: (org: OrganisationId) => `ORG#${org}`,
  tree: (org: OrganisationId, version: number) => `ORG#${org}#TREE#${version}`,
  audit: (org: OrganisationId, month: string) => `ORG#${org}#AUDIT#${month}`,
  reports: (org: OrganisationId) => `ORG#${org}#REPORTS`,
  papers: (org: OrganisationId, person: PersonId) => `ORG#${org}#PAPERS#${person}`,
  campaignUnits: (id: CampaignId) => `C#${id}#UNITS`,
  marks: (id: CampaignId, index: number) => `C#${id}#MARKS#${index}`,
  summaries: (id: CampaignId, period: PeriodId) => `C#${id}#SUMMARIES#${period}`,
  bucket: (bucket: Bucket) => `C#${bucket.campaignId}#B#${bucketName(bucket)}`,
  evidence: ({ campaignId, periodId, unitId }: EvidencePlace) => `C#${campaignId}#E#${periodId}#${unitId}`,
} as const
