// Branded ids: a unit's id can't be passed for a campaign's. Ids are opaque; what people read are codes and names.

import * as v from 'valibot'

const id = (pattern: RegExp) => v.pipe(v.string(), v.regex(pattern))
const opaque = /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/

export const OrganisationId = v.pipe(id(opaque), v.brand('OrganisationId'))
export type OrganisationId = v.InferOutput<typeof OrganisationId>

export const UnitId = v.pipe(id(opaque), v.brand('UnitId'))
export type UnitId = v.InferOutput<typeof UnitId>

export const PersonId = v.pipe(id(opaque), v.brand('PersonId'))
export type PersonId = v.InferOutput<typeof PersonId>

export const TeamId = v.pipe(id(opaque), v.brand('TeamId'))
export type TeamId = v.InferOutput<typeof TeamId>

export const FormId = v.pipe(id(opaque), v.brand('FormId'))
export type FormId = v.InferOutput<typeof FormId>

export const CampaignId = v.pipe(id(opaque), v.brand('CampaignId'))
export type CampaignId = v.InferOutput<typeof CampaignId>

/** "2013-H1", "2013-Q2", "2013-07", "2013": the name of a period is its id. */
export const PeriodId = v.pipe(id(/^\d{4}(-(H[12]|Q[1-4]|0[1-9]|1[0-2]))?$/), v.brand('PeriodId'))
export type PeriodId = v.InferOutput<typeof PeriodId>

/** "2013-02..2013-05": several periods of one kind, from the first to the last (report/period.ts checks that). */
export const SpanId = v.pipe(
  id(
    /^(?:\d{4}\.\.\d{4}|\d{4}-H[12]\.\.\d{4}-H[12]|\d{4}-Q[1-4]\.\.\d{4}-Q[1-4]|\d{4}-(?:0[1-9]|1[0-2])\.\.\d{4}-(?:0[1-9]|1[0-2]))$/,
  ),
  v.brand('SpanId'),
)
export type SpanId = v.InferOutput<typeof SpanId>

/** Made by the client before the first try (a random UUID, version 4), so that a retry is recognised. */
export const ResponseId = v.pipe(
  id(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/),
  v.brand('ResponseId'),
)
export type ResponseId = v.InferOutput<typeof ResponseId>

/** Short, because a report's id holds it. */
export const ReportPlanId = v.pipe(id(/^[A-Za-z0-9][A-Za-z0-9_-]{0,31}$/), v.brand('ReportPlanId'))
export type ReportPlanId = v.InferOutput<typeof ReportPlanId>

/** Begins with the moment at which the report was asked for, so that reports sort by time. It holds the ids of plan, period and unit. */
export const ReportId = v.pipe(id(/^[A-Za-z0-9][A-Za-z0-9_-]{0,159}$/), v.brand('ReportId'))
export type ReportId = v.InferOutput<typeof ReportId>

/** Worked out from the finding that an action comes from, so that it comes to be once however often it is made. */
export const ActionId = v.pipe(id(/^[0-9a-f]{24}$/), v.brand('ActionId'))
export type ActionId = v.InferOutput<typeof ActionId>

/** Begins with the moment at which the export was asked for, so that exports sort by time. */
export const ExportId = v.pipe(id(opaque), v.brand('ExportId'))
export type ExportId = v.InferOutput<typeof ExportId>

export const TokenId = v.pipe(id(opaque), v.brand('TokenId'))
export type TokenId = v.InferOutput<typeof TokenId>

export const PastImportId = v.pipe(id(opaque), v.brand('PastImportId'))
export type PastImportId = v.InferOutput<typeof PastImportId>

/** Reads a trusted literal as an id; throws where it is none. For starter content and tests, never for input. */
export const asId = <const S extends v.GenericSchema<unknown, string>>(schema: S, text: string): v.InferOutput<S> =>
  v.parse(schema, text)
