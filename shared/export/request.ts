// What whoever asks for an export chooses. The same for the page, for programs, and in the stored job.

import * as v from 'valibot'
import type { Campaign } from '../campaign/campaign.ts'
import { CampaignId, PeriodId, UnitId } from '../ids.ts'
import { Language } from '../language.ts'
import { readsSingly } from '../survey/survey.ts'

export const exportFormats = ['xlsx', 'csv', 'jsonl'] as const
export type ExportFormat = (typeof exportFormats)[number]

/** What is left out unless it is asked for: answers that wait for the office, and answers that were taken back. */
export const leftOut = ['quarantined', 'withdrawn'] as const
export type LeftOut = (typeof leftOut)[number]

export const ExportRequest = v.strictObject({
  campaign: CampaignId,
  periods: v.pipe(v.array(PeriodId), v.minLength(1), v.maxLength(200)),
  /** The unit whose answers, and those of every unit below it, are taken. */
  unit: UnitId,
  format: v.picklist(exportFormats),
  /** What stands for a chosen answer: what people read, or the name that the form gives it. */
  choices: v.optional(v.picklist(['labels', 'codes']), 'labels'),
  /** What stands above a column: the question as people read it, or its name. */
  headings: v.optional(v.picklist(['labels', 'names']), 'labels'),
  /** Of CSV files. With a semicolon numbers have a decimal comma, as Excel set to Vietnamese reads them. */
  separator: v.optional(v.picklist(['comma', 'semicolon']), 'comma'),
  language: v.optional(Language, 'vi'),
  /** Whether the files that belong to the answers come along. */
  evidence: v.optional(v.boolean(), false),
  include: v.optional(v.pipe(v.array(v.picklist(leftOut)), v.maxLength(leftOut.length)), []),
})
export type ExportRequest = v.InferOutput<typeof ExportRequest>

/**
 * Whether answers of the campaign may leave at all. Of member surveys only those under a name: a row for each answer is more
 * than any group that is too small to be shown.
 */
export const isExportable = (campaign: Pick<Campaign, 'kind' | 'survey'>): boolean => readsSingly(campaign)

/** Why an export came to nothing. `failed`: a bug of ours, or an engine that is down; the log says more. */
export const ExportFailure = v.picklist([
  'failed',
  'no-access',
  'campaign-gone',
  'not-exportable',
  'too-large',
  'too-wide',
])
export type ExportFailure = v.InferOutput<typeof ExportFailure>
