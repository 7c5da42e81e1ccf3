// Every address of the system, built in one place: they stand in mails, on paper and in people's bookmarks.

import type { EvidenceReference, Sha256 } from './evidence/reference.ts'
import type { CampaignId, FormId, PeriodId, ReportId, ResponseId, UnitId } from './ids.ts'

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
  /** A file as a download, under the name it is given there. */
  evidence: (campaign: CampaignId, period: PeriodId, unit: UnitId, { sha256, name }: EvidenceReference) =>
    `/campaigns/${campaign}/periods/${period}/units/${unit}/evidence/${sha256}/${encodeURIComponent(name)}`,
  /** The record of a response as a PDF; where it isn't drawn yet, the way to the page that says so. */
  recordPdf: (campaign: CampaignId, period: PeriodId, unit: UnitId, response: ResponseId) =>
    `/campaigns/${campaign}/periods/${period}/units/${unit}/responses/${response}/record.pdf`,
  record: (campaign: CampaignId, period: PeriodId, unit: UnitId, response: ResponseId) =>
    `/campaigns/${campaign}/periods/${period}/units/${unit}/responses/${response}/record`,
  /** Many records as one file: what to put in, and the files that were made. */
  records: (campaign: CampaignId, period: PeriodId, unit?: UnitId) =>
    `/campaigns/${campaign}/periods/${period}/records${unit === undefined ? '' : `?unit=${unit}`}`,
  /** The same page, waiting for what was asked for. */
  recordsMade: (campaign: CampaignId, period: PeriodId, unit: UnitId) =>
    `/campaigns/${campaign}/periods/${period}/records?unit=${unit}&made=1`,
  /** Asked for by POST; with `content`, the file that came of it. */
  recordsPdf: (campaign: CampaignId, period: PeriodId, content?: string) =>
    `/campaigns/${campaign}/periods/${period}/records.pdf${content === undefined ? '' : `?content=${content}`}`,
  /** A form to fill in by pen: the choice of language and rounds, and the PDF. */
  blankForm: (form: FormId, version: number) => `/forms/${form}/versions/${version}/blank`,
  blankFormPdf: (form: FormId, version: number, language?: string, rounds?: number) =>
    `/forms/${form}/versions/${version}/blank.pdf${language === undefined ? '' : `?language=${encodeURIComponent(language)}&rounds=${rounds ?? 3}`}`,
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
