// The shapes of what programs send and get, by the names under which they stand in the document. What is sent is checked
// by the very same schemas; what is answered is checked against these by tests.

import * as v from 'valibot'
import { CampaignPeriod, CampaignState, CountingRule } from '../../../shared/campaign/campaign.ts'
import { MediaType } from '../../../shared/evidence/kinds.ts'
import { ExportFailure, ExportRequest } from '../../../shared/export/request.ts'
import { CampaignId, ExportId, FormId, PeriodId, PersonId, ResponseId, UnitId } from '../../../shared/ids.ts'
import { LocalText } from '../../../shared/language.ts'
import { places } from '../../../shared/response/state.ts'
import { Step } from '../../../shared/response/step.ts'
import { Submission } from '../../../shared/response/submission.ts'

const Moment = v.pipe(v.string(), v.isoTimestamp())
const Count = v.pipe(v.number(), v.safeInteger(), v.minValue(0))
const Text = v.string()
const UnitName = v.strictObject({ id: UnitId, code: Text, name: Text })
const Next = v.nullable(Text)

const Answers = v.pipe(
  v.record(v.string(), v.unknown()),
  v.description(
    'Answers by the name of their question: a whole number as a number; names of several choices as an array; the rounds of a repeat as an array of such objects; a file as its SHA-256, a blank and its name; everything else as text, decimals included ("1.5").',
  ),
)

const Receipt = v.strictObject({
  id: ResponseId,
  revision: Count,
  contentHash: v.pipe(Text, v.description('SHA-256 of the canonical content (RFC 8785), base64url.')),
  receivedAt: Moment,
  standing: v.picklist(['on-time', 'late', 'quarantined', 'withdrawn']),
})

const ResponseRecord = v.strictObject({
  id: ResponseId,
  revision: Count,
  campaign: CampaignId,
  period: PeriodId,
  unit: UnitName,
  state: v.picklist(places),
  late: v.boolean(),
  step: Step,
  receivedAt: Moment,
  changedAt: Moment,
  finishedAt: v.nullable(Moment),
  by: v.nullable(v.strictObject({ id: PersonId, name: Text })),
  enteredFor: v.nullable(Text),
  formVersion: Count,
  contentHash: Text,
  name: v.nullable(Text),
  score: v.nullable(Text),
  findings: v.array(v.strictObject({ kind: v.picklist(['consistency', 'finding']), question: Text })),
  answers: Answers,
})

const Campaign = v.strictObject({
  id: CampaignId,
  title: LocalText,
  kind: v.picklist(['inspection', 'unit-report', 'member-survey']),
  state: CampaignState,
  unit: UnitId,
  form: v.strictObject({ id: FormId, version: Count, earlierVersions: v.array(Count) }),
  countingRule: CountingRule,
  figures: v.picklist(['submitted', 'accepted']),
  periods: v.array(
    v.strictObject({ ...CampaignPeriod.entries, state: v.picklist(['early', 'open', 'grace', 'closed']) }),
  ),
})

const Unit = v.strictObject({
  id: UnitId,
  code: Text,
  name: Text,
  level: Text,
  parent: v.nullable(UnitId),
  members: Count,
})

const Evidence = { size: Count, type: MediaType, receivedAt: Moment }

const Export = v.strictObject({
  id: ExportId,
  request: ExportRequest,
  askedAt: Moment,
  state: v.picklist(['waiting', 'running', 'ready', 'failed']),
  failure: v.nullable(ExportFailure),
  cutOff: v.nullable(Moment),
  responses: v.strictObject({ done: Count, total: Count }),
  bytes: v.nullable(Count),
  missingFiles: Count,
  file: v.nullable(Text),
  expiresAt: Moment,
})

const Group = v.strictObject({
  unit: UnitId,
  code: Text,
  name: Text,
  expected: Count,
  reported: Count,
  missing: v.array(UnitName),
})

export const schemas = {
  Submission,
  Stored: v.strictObject({ receipt: Receipt }),
  StoredResponse: v.strictObject({ receipt: Receipt, answers: Answers }),
  ResponseList: v.strictObject({ responses: v.array(ResponseRecord), next: Next }),
  CampaignList: v.strictObject({ campaigns: v.array(Campaign) }),
  Campaign,
  Progress: v.strictObject({
    campaign: CampaignId,
    period: PeriodId,
    asOf: Moment,
    recounting: Count,
    expected: Count,
    reported: Count,
    responses: Count,
    groups: v.array(Group),
  }),
  FormVersion: v.strictObject({
    id: FormId,
    version: Count,
    form: v.pipe(
      v.looseObject({ questions: v.array(v.unknown()) }),
      v.description('The form as the XLSForm language describes it: settings, questions, choice lists.'),
    ),
  }),
  UnitList: v.strictObject({ units: v.array(Unit), next: Next }),
  UnitSuggestions: v.strictObject({
    units: v.array(v.strictObject({ ...UnitName.entries, where: Text })),
    hasMore: v.boolean(),
  }),
  UploadState: v.strictObject({
    complete: v.boolean(),
    parts: v.array(Count),
    size: v.optional(Evidence.size),
    type: v.optional(Evidence.type),
    receivedAt: v.optional(Evidence.receivedAt),
  }),
  Evidence: v.strictObject({ complete: v.literal(true), ...Evidence }),
  ExportRequest,
  Export,
  Problem: v.pipe(
    v.looseObject({ type: Text, title: Text, status: Count, detail: Text, code: Text }),
    v.description('RFC 9457. `code` keeps its meaning for ever; further members belong to it.'),
  ),
} as const satisfies Record<string, v.GenericSchema>
export type SchemaName = keyof typeof schemas
