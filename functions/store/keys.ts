// Every key of the table, and what is read by it.
//
//   pk                            sk                        what                            read by
//   ORG#org                       META                      organisation, pointer to tree   every signed-in request
//   ORG#org                       CAMPAIGN#campaign         campaign                        id, or all of an organisation
//   ORG#org                       PLAN#plan                 report plan                     id, or all of an organisation
//   ORG#org                       TEMPLATE#template         own template of reports         id, or all of an organisation
//   ORG#org                       PERSON#person             person and roles                every signed-in request
//   ORG#org                       TEAM#team                 team and its people             id, or all of an organisation
//   ORG#org                       FORM#form                 form family: its versions       id, or all of an organisation
//   ORG#org                       ADMINS                    who administers the top         taking a role, removing a person
//   ORG#org                       WEBHOOK#plan              which secret signs a webhook    id
//   ORG#org                       DEMO                      how much of the demo is there   list of what runs
//   ORG#org#SEEN                  person                    last seen, last invited         id, or all of an organisation
//   ORG#org#PERSON#person         LINK#hash                 personal link, revocable        id, or all of a person
//   ORG#org#PERSON#person         LANGUAGE                  the language last chosen        id
//   ORG#org#PERSON#person         SUBJECT#hash              subjects of the person          all of a person
//   ORG#org#TREE#version#hash     chunk                     packed history of the tree      whole partition, cached
//   ORG#org#FORM#form             version                   form version, immutable         id and version, cached
//   ORG#org#TEMPLATE#template     version                   its version, immutable          id and version
//   ORG#org#REPORTS               report                    report and its state            newest first, paged
//   ORG#org#REPORT#report         COMMENT#time#random       comment on a draft              whole partition
//   ORG#org#REPORT#report         TRY                       how its last try went           id
//   ORG#org#DELIVERIES#plan       report#occasion#to        mail or webhook, and its claim  newest first; a report's
//   ORG#org#JOBS                  report#order              report to be looked after       schedule's tick
//   ORG#org#NUMBERS#body#year     number                    number of an issued report      number, or highest first
//   ORG#org#CORRECTIONS           report                    the report that replaces it     id of the one replaced
//   ORG#org#ISSUED              plan#period#report        a report that was issued        all of a plan's period
//   VERIFY#hash                   META                      which report a code verifies    whoever has the code
//   ORG#org#DUE                   plan#since#period         reports asked for, how far      a plan's, schedule's tick
//   ORG#org#DRAFTS#person         campaign#period#unit      form begun and kept for later   person and form, or all of a person
//   ORG#org#PAPERS#person         content                   records asked for as one file    a person's, and id
//   ORG#org#AUDIT#month           time#random               what staff did, append-only     a month, newest first, paged
//   ORG#org#UNIT#unit#ACTIONS     campaign#period#action    action of a unit                whole partition; id
//   ORG#org#ACTIONS#0-7           unit                      sheet: a unit's actions, short  a unit; all of an organisation
//   ORG#org#EXPORTS               person#export             export and how far it is         newest of a person first, paged
//   ORG#org#TOKENS                person#token             API token, by its hash          id, or all of a person
//   TOKEN#token                   META                      whose API token it is            every request of a program
//   ORGS                          org                       which organisations there are   schedule's tick
//   SUBJECT#hash | EMAIL#hash     META                      who signs in as whom            sign-in
//   READING#hash                  META                      link that opens one report      reading by it
//   ENTRY#hash                    META                      whose personal link it is       entering by it
//   FOUNDER#hash | FOUNDING       META                      who founds the organisation     set-up
//   SESSION#hash | LOGIN#hash     META                      session, sign-in under way      every signed-in request
//   C#campaign                    OWNER                     whose campaign the id names      writing a campaign
//   C#campaign                    FILLING#version           units are still to be written    schedule's tick
//   C#campaign#UNITS              unit                      unit in a campaign, its shards  id, or all of a campaign
//   C#campaign#ASSIGNMENTS        period#unit               who visits it when               by period
//   C#campaign#REMINDERS#period   occasion#person           a reminder, noted before it goes  whole partition
//   C#campaign#BATCHES            batch                     a press that invited people     id
//   C#campaign#MAILINGS           round                     mailings to members, how many   id
//   C#campaign#PAST               import                    figures from before, how far    id, or newest first
//   C#campaign#CLOSED             period#state#closesAt    all buckets were folded then    schedule's tick
//   C#campaign#MARKS#0-15         period#unit#shard         mark of a bucket                by period
//   C#campaign#SUMMARIES#period   unit#shard                summary of a bucket             whole partition
//   C#campaign#B#period#unit#shard  response#revision       revision of a response          bucket, whole or by response
//   C#campaign#E#period#unit      sha256#person             evidence, once for each sender  hash, or hash and person
//
// Keys hold opaque ids, never codes or paths. A campaign's marks are spread over 16 partitions, because every submit
// of the campaign writes one. An organisation's sheets of actions are spread over 8, so that a board reads 10,000 of them in
// a few pages side by side. Times are ISO 8601 in UTC; those that DynamoDB itself compares are in epoch seconds
// (`expiresAt` by its TTL; `seenAt`, `usedAt` and `invitedAt`, which only rise).

import { type Bucket, bucketName } from '../../shared/campaign/bucket.ts'
import type { Sha256 } from '../../shared/evidence/reference.ts'
import type {
  ActionId,
  CampaignId,
  ExportId,
  FormId,
  OrganisationId,
  PastImportId,
  PeriodId,
  PersonId,
  ReportId,
  ReportPlanId,
  ResponseId,
  TeamId,
  TokenId,
  UnitId,
} from '../../shared/ids.ts'
import type { ReportPeriod } from '../../shared/report/period.ts'
import type { Door } from '../../shared/survey/survey.ts'
import type { TreeVersion } from './organisation.ts'
import type { Key } from './table.ts'

export const markPartitions = 16
export const sheetPartitions = 8

/** Revisions sort as text, so they are padded; a response has at most 1,000. */
export const revisionSortKey = (id: ResponseId, revision: number) => `${id}#${String(revision).padStart(4, '0')}`

/** Spreads names over partitions, each always into the same. */
function spread(name: string, partitions: number): number {
  let sum = 0
  for (const character of name) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 65_521
  return sum % partitions
}

export const key = {
  organisation: (org: OrganisationId): Key => ({ pk: `ORG#${org}`, sk: 'META' }),
  organisationListed: (org: OrganisationId): Key => ({ pk: 'ORGS', sk: org }),
  campaign: (org: OrganisationId, id: CampaignId): Key => ({ pk: `ORG#${org}`, sk: `CAMPAIGN#${id}` }),
  plan: (org: OrganisationId, id: ReportPlanId): Key => ({ pk: `ORG#${org}`, sk: `PLAN#${id}` }),
  template: (org: OrganisationId, id: string): Key => ({ pk: `ORG#${org}`, sk: `TEMPLATE#${id}` }),
  templateVersion: (org: OrganisationId, id: string, version: number): Key => ({
    pk: `ORG#${org}#TEMPLATE#${id}`,
    sk: String(version).padStart(6, '0'),
  }),
  person: (org: OrganisationId, id: PersonId): Key => ({ pk: `ORG#${org}`, sk: `PERSON#${id}` }),
  team: (org: OrganisationId, id: TeamId): Key => ({ pk: `ORG#${org}`, sk: `TEAM#${id}` }),
  admins: (org: OrganisationId): Key => ({ pk: `ORG#${org}`, sk: 'ADMINS' }),
  demo: (org: OrganisationId): Key => ({ pk: `ORG#${org}`, sk: 'DEMO' }),
  seen: (org: OrganisationId, id: PersonId): Key => ({ pk: partition.seen(org), sk: id }),
  personalLink: (org: OrganisationId, id: PersonId, hash: string): Key => ({
    pk: partition.person(org, id),
    sk: `LINK#${hash}`,
  }),
  personLanguage: (org: OrganisationId, id: PersonId): Key => ({ pk: partition.person(org, id), sk: 'LANGUAGE' }),
  personSubject: (org: OrganisationId, id: PersonId, hash: string): Key => ({
    pk: partition.person(org, id),
    sk: `SUBJECT#${hash}`,
  }),
  apiToken: (org: OrganisationId, person: PersonId, id: TokenId): Key => ({
    pk: partition.apiTokens(org),
    sk: `${person}#${id}`,
  }),
  tokenForm: (hash: string): Key => ({ pk: `TOKENFORM#${hash}`, sk: 'META' }),
  tokenOwner: (id: TokenId): Key => ({ pk: `TOKEN#${id}`, sk: 'META' }),
  entry: (hash: string): Key => ({ pk: `ENTRY#${hash}`, sk: 'META' }),
  founder: (hash: string): Key => ({ pk: `FOUNDER#${hash}`, sk: 'META' }),
  founding: (): Key => ({ pk: 'FOUNDING', sk: 'META' }),
  foundingTold: (): Key => ({ pk: 'FOUNDING', sk: 'TOLD' }),
  formFamily: (org: OrganisationId, id: FormId): Key => ({ pk: `ORG#${org}`, sk: `FORM#${id}` }),
  treeChunk: (org: OrganisationId, version: TreeVersion, index: number): Key => ({
    pk: partition.tree(org, version),
    sk: String(index).padStart(4, '0'),
  }),
  formVersion: (org: OrganisationId, id: FormId, version: number): Key => ({
    pk: `ORG#${org}#FORM#${id}`,
    sk: String(version).padStart(6, '0'),
  }),
  report: (org: OrganisationId, id: ReportId): Key => ({ pk: partition.reports(org), sk: id }),
  reportComment: (org: OrganisationId, report: ReportId, at: string, random: string): Key => ({
    pk: partition.reportDesk(org, report),
    sk: `COMMENT#${at}#${random}`,
  }),
  reportTry: (org: OrganisationId, report: ReportId): Key => ({ pk: partition.reportDesk(org, report), sk: 'TRY' }),
  delivery: (
    org: OrganisationId,
    plan: ReportPlanId,
    { report, occasion, to }: { readonly report: ReportId; readonly occasion: string; readonly to: string },
  ): Key => ({ pk: partition.deliveries(org, plan), sk: `${report}#${occasion}#${to}` }),
  webhookSecret: (org: OrganisationId, plan: ReportPlanId): Key => ({ pk: `ORG#${org}`, sk: `WEBHOOK#${plan}` }),
  reading: (hash: string): Key => ({ pk: `READING#${hash}`, sk: 'META' }),
  openJob: (org: OrganisationId, report: ReportId, order: string): Key => ({
    pk: partition.openJobs(org),
    sk: `${report}#${order}`,
  }),
  /** `body`: the hash of an issuing body's name. Numbers sort as text, so they are padded. */
  documentNumber: (org: OrganisationId, body: string, year: number, number: number): Key => ({
    pk: partition.documentNumbers(org, body, year),
    sk: String(number).padStart(6, '0'),
  }),
  correction: (org: OrganisationId, replaced: ReportId): Key => ({ pk: `ORG#${org}#CORRECTIONS`, sk: replaced }),
  issued: (org: OrganisationId, plan: ReportPlanId, period: ReportPeriod, report: ReportId): Key => ({
    pk: partition.issued(org),
    sk: `${plan}#${period}#${report}`,
  }),
  verification: (hash: string): Key => ({ pk: `VERIFY#${hash}`, sk: 'META' }),
  /** `since` is part of it: with another schedule a period is due anew, with other days off it isn't. */
  dueRound: (org: OrganisationId, plan: ReportPlanId, since: string, period: PeriodId): Key => ({
    pk: partition.due(org),
    sk: `${plan}#${since}#${period}`,
  }),
  export: (org: OrganisationId, person: PersonId, id: ExportId): Key => ({
    pk: partition.exports(org),
    sk: `${person}#${id}`,
  }),
  audit: (org: OrganisationId, month: string, sk: string): Key => ({ pk: partition.audit(org, month), sk }),
  draft: (org: OrganisationId, person: PersonId, of: string): Key => ({ pk: partition.drafts(org, person), sk: of }),
  papers: (org: OrganisationId, person: PersonId, content: string): Key => ({
    pk: partition.papers(org, person),
    sk: content,
  }),
  pastImport: (id: CampaignId, one: PastImportId): Key => ({ pk: partition.pastImports(id), sk: one }),
  campaignOwner: (id: CampaignId): Key => ({ pk: `C#${id}`, sk: 'OWNER' }),
  subject: (hash: string): Key => ({ pk: `SUBJECT#${hash}`, sk: 'META' }),
  email: (hash: string): Key => ({ pk: `EMAIL#${hash}`, sk: 'META' }),
  session: (hash: string): Key => ({ pk: `SESSION#${hash}`, sk: 'META' }),
  login: (hash: string): Key => ({ pk: `LOGIN#${hash}`, sk: 'META' }),
  filling: (id: CampaignId, version: number): Key => ({ pk: partition.campaign(id), sk: `FILLING#${version}` }),
  assignment: (id: CampaignId, period: PeriodId, unit: UnitId): Key => ({
    pk: partition.assignments(id),
    sk: `${period}#${unit}`,
  }),
  reminder: (id: CampaignId, period: PeriodId, occasion: string, person: PersonId): Key => ({
    pk: partition.reminders(id, period),
    sk: `${occasion}#${person}`,
  }),
  /** Everybody was reminded on this occasion. */
  reminded: (id: CampaignId, period: PeriodId, occasion: string): Key => ({
    pk: partition.reminders(id, period),
    sk: `${occasion}#`,
  }),
  campaignUnit: (id: CampaignId, unit: UnitId): Key => ({ pk: partition.campaignUnits(id), sk: unit }),
  /** `closesAt` is part of it: a period that is extended closes anew. */
  closed: (id: CampaignId, period: PeriodId, state: 'grace' | 'closed', closesAt: string): Key => ({
    pk: `C#${id}#CLOSED`,
    sk: `${period}#${state}#${closesAt}`,
  }),
  mark: (bucket: Bucket): Key => ({
    pk: partition.marks(bucket.campaignId, spread(bucketName(bucket), markPartitions)),
    sk: bucketName(bucket),
  }),
  summary: (bucket: Bucket): Key => ({
    pk: partition.summaries(bucket.campaignId, bucket.periodId),
    sk: `${bucket.unitId}#${bucket.shard}`,
  }),
  revision: (bucket: Bucket, id: ResponseId, revision: number): Key => ({
    pk: partition.bucket(bucket),
    sk: revisionSortKey(id, revision),
  }),
  evidence: (place: EvidencePlace, sha256: Sha256, person: PersonId): Key => ({
    pk: partition.evidence(place),
    sk: `${sha256}#${person}`,
  }),
  action: (org: OrganisationId, { unitId, campaignId, periodId, id }: ActionKey): Key => ({
    pk: partition.unitActions(org, unitId),
    sk: `${campaignId}#${periodId}#${id}`,
  }),
  door: (door: Door): Key => ({ pk: `DOOR#${door}`, sk: 'META' }),
  invitation: (id: CampaignId, round: PeriodId | 'all', hash: string): Key => ({
    pk: partition.invitations(id, round),
    sk: hash,
  }),
  invitationCode: (id: CampaignId, round: PeriodId | 'all', code: string): Key => ({
    pk: `C#${id}#CODES#${round}`,
    sk: code,
  }),
  /** A press that invites people, so that pressed twice it invites once. */
  invitationBatch: (id: CampaignId, batch: string): Key => ({ pk: `C#${id}#BATCHES`, sk: batch }),
  mailings: (id: CampaignId, round: PeriodId | 'all'): Key => ({ pk: `C#${id}#MAILINGS`, sk: round }),
  release: (id: CampaignId, period: PeriodId): Key => ({ pk: `C#${id}#RELEASES`, sk: period }),
  releasePiece: (id: CampaignId, period: PeriodId, sha256: string, piece: number): Key => ({
    pk: `C#${id}#RELEASES`,
    sk: `${period}#${sha256}#${piece}`,
  }),
  tries: (day: string, network: string): Key => ({ pk: `TRIES#${day}`, sk: network }),
  placement: (id: CampaignId, round: PeriodId | 'all'): Key => ({
    pk: partition.campaign(id),
    sk: `PLACEMENT#${round}`,
  }),
  actionSheet: (org: OrganisationId, unit: UnitId): Key => ({
    pk: partition.actionSheets(org, spread(unit, sheetPartitions)),
    sk: unit,
  }),
} as const

/** Where evidence belongs: to a unit in a period of a campaign. */
export type EvidencePlace = { readonly campaignId: CampaignId; readonly periodId: PeriodId; readonly unitId: UnitId }

/** An action among all of an organisation. */
export type ActionKey = {
  readonly unitId: UnitId
  readonly campaignId: CampaignId
  readonly periodId: PeriodId
  readonly id: ActionId
}

export const partition = {
  organisations: () => 'ORGS',
  issued: (org: OrganisationId) => `ORG#${org}#ISSUED`,
  organisation: (org: OrganisationId) => `ORG#${org}`,
  person: (org: OrganisationId, id: PersonId) => `ORG#${org}#PERSON#${id}`,
  seen: (org: OrganisationId) => `ORG#${org}#SEEN`,
  tree: (org: OrganisationId, { version, hash }: TreeVersion) => `ORG#${org}#TREE#${version}#${hash}`,
  audit: (org: OrganisationId, month: string) => `ORG#${org}#AUDIT#${month}`,
  reports: (org: OrganisationId) => `ORG#${org}#REPORTS`,
  due: (org: OrganisationId) => `ORG#${org}#DUE`,
  deliveries: (org: OrganisationId, plan: ReportPlanId) => `ORG#${org}#DELIVERIES#${plan}`,
  openJobs: (org: OrganisationId) => `ORG#${org}#JOBS`,
  reportDesk: (org: OrganisationId, report: ReportId) => `ORG#${org}#REPORT#${report}`,
  documentNumbers: (org: OrganisationId, body: string, year: number) => `ORG#${org}#NUMBERS#${body}#${year}`,
  campaign: (id: CampaignId) => `C#${id}`,
  apiTokens: (org: OrganisationId) => `ORG#${org}#TOKENS`,
  exports: (org: OrganisationId) => `ORG#${org}#EXPORTS`,
  drafts: (org: OrganisationId, person: PersonId) => `ORG#${org}#DRAFTS#${person}`,
  papers: (org: OrganisationId, person: PersonId) => `ORG#${org}#PAPERS#${person}`,
  pastImports: (id: CampaignId) => `C#${id}#PAST`,
  campaignUnits: (id: CampaignId) => `C#${id}#UNITS`,
  assignments: (id: CampaignId) => `C#${id}#ASSIGNMENTS`,
  invitations: (id: CampaignId, round: PeriodId | 'all') => `C#${id}#INVITED#${round}`,
  reminders: (id: CampaignId, period: PeriodId) => `C#${id}#REMINDERS#${period}`,
  marks: (id: CampaignId, index: number) => `C#${id}#MARKS#${index}`,
  summaries: (id: CampaignId, period: PeriodId) => `C#${id}#SUMMARIES#${period}`,
  bucket: (bucket: Bucket) => `C#${bucket.campaignId}#B#${bucketName(bucket)}`,
  unitActions: (org: OrganisationId, unit: UnitId) => `ORG#${org}#UNIT#${unit}#ACTIONS`,
  actionSheets: (org: OrganisationId, index: number) => `ORG#${org}#ACTIONS#${index}`,
  evidence: ({ campaignId, periodId, unitId }: EvidencePlace) => `C#${campaignId}#E#${periodId}#${unitId}`,
} as const
