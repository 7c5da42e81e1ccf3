// Every address of the system, built in one place: they stand in mails, on paper and in people's bookmarks.

import type { EvidenceReference, Sha256 } from './evidence/reference.ts'
import type { CampaignId, FormId, PeriodId, ReportId, ResponseId, UnitId } from './ids.ts'

const withQuery = (address: string, query: string): string => (query === '' ? address : `${address}?${query}`)

export const path = {
  home: () => '/',
  signIn: (returnTo?: string) => (returnTo ? `/sign-in?returnTo=${encodeURIComponent(returnTo)}` : '/sign-in'),
  signInCallback: () => '/sign-in/callback',
  signOut: () => '/sign-out',
  language: () => '/language',
  visits: () => '/visits',
  form: (campaign: CampaignId, period: PeriodId, unit: UnitId) =>
    `/campaigns/${campaign}/periods/${period}/units/${unit}/form`,
  receipt: (campaign: CampaignId, period: PeriodId, unit: UnitId, response: ResponseId) =>
    `/campaigns/${campaign}/periods/${period}/units/${unit}/responses/${response}`,
  /** The answers in their form again, to be changed by those who answer; leads the office on to a correction. */
  editResponse: (campaign: CampaignId, period: PeriodId, unit: UnitId, response: ResponseId) =>
    `/campaigns/${campaign}/periods/${period}/units/${unit}/responses/${response}/edit`,
  /** One response with its history and review. `query`: of the table that one came from. */
  record: (campaign: CampaignId, period: PeriodId, unit: UnitId, response: ResponseId, query = '') =>
    withQuery(`/campaigns/${campaign}/periods/${period}/units/${unit}/responses/${response}/record`, query),
  recordPdf: (campaign: CampaignId, period: PeriodId, unit: UnitId, response: ResponseId) =>
    `/campaigns/${campaign}/periods/${period}/units/${unit}/responses/${response}/record.pdf`,
  /** Where a step of the review is sent to. */
  reviewStep: (
    campaign: CampaignId,
    period: PeriodId,
    unit: UnitId,
    response: ResponseId,
    step: 'accept' | 'return' | 'release' | 'withdraw',
    query = '',
  ) => withQuery(`/campaigns/${campaign}/periods/${period}/units/${unit}/responses/${response}/${step}`, query),
  answers: () => '/answers',
  /** The table of a campaign's responses; `query`: filters, columns and place, as functions/api/pages/answers/filter.ts reads them. */
  campaignAnswers: (campaign: CampaignId, query = '') => withQuery(`/campaigns/${campaign}/answers`, query),
  /** Leads on to the record behind, or before, a place in that table. */
  neighbour: (campaign: CampaignId, query: string) => withQuery(`/campaigns/${campaign}/answers/neighbour`, query),
  /** A picture as it is shown in a page. */
  evidencePicture: (campaign: CampaignId, period: PeriodId, unit: UnitId, sha256: Sha256) =>
    `/campaigns/${campaign}/periods/${period}/units/${unit}/pictures/${sha256}`,
  /** A file as a download, under the name it is given there. */
  evidence: (campaign: CampaignId, period: PeriodId, unit: UnitId, { sha256, name }: EvidenceReference) =>
    `/campaigns/${campaign}/periods/${period}/units/${unit}/evidence/${sha256}/${encodeURIComponent(name)}`,
  progress: () => '/progress',
  campaignProgress: (campaign: CampaignId, period: PeriodId) => `/campaigns/${campaign}/periods/${period}/progress`,
  reports: (before?: ReportId) => (before ? `/reports?before=${before}` : '/reports'),
  reportPdf: (report: ReportId) => `/reports/${report}/report.pdf`,
  forms: () => '/forms',
  formPreview: () => '/forms/preview',
  formVersion: (form: FormId, version: number) => `/forms/${form}/versions/${version}`,
  formWorkbook: (form: FormId, version: number) => `/forms/${form}/versions/${version}/form.xlsx`,
  formJson: (form: FormId, version: number) => `/forms/${form}/versions/${version}/form.json`,
  /** A CSV file that lies beside the workbook. */
  formFile: (form: FormId, version: number, file: string) =>
    `/forms/${form}/versions/${version}/files/${encodeURIComponent(file)}`,
  formPicture: (form: FormId, sha256: Sha256) => `/forms/${form}/pictures/${sha256}`,
  /** What moving a campaign to this version would change. */
  rehearsal: (form: FormId, version: number, campaign: CampaignId) =>
    `/forms/${form}/versions/${version}/campaigns/${campaign}`,
  asset: (name: string) => `/assets/${name}`,
  api: {
    responses: () => '/api/responses',
    response: (campaign: CampaignId, period: PeriodId, unit: UnitId, response: ResponseId) =>
      `/api/campaigns/${campaign}/periods/${period}/units/${unit}/responses/${response}`,
    /** What the addresses of evidence begin with: a hash follows. */
    evidenceBase: (campaign: CampaignId, period: PeriodId, unit: UnitId) =>
      `/api/campaigns/${campaign}/periods/${period}/units/${unit}/evidence`,
    /** How far a file has come; `/parts/N` and `/complete` follow it. */
    /** How far a file has come; `/parts/N` and `/complete` follow it. */
    evidence: (campaign: CampaignId, period: PeriodId, unit: UnitId, sha256: Sha256) =>
      `/api/campaigns/${campaign}/periods/${period}/units/${unit}/evidence/${sha256}`,
    progress: (campaign: CampaignId, period: PeriodId) => `/api/campaigns/${campaign}/periods/${period}/progress`,
  },
} as const
