// Every address of the system, built in one place: they stand in mails, on paper and in people's bookmarks.

import type { CampaignState } from './campaign/campaign.ts'
import type { CampaignStep } from './campaign/readiness.ts'
import type { EvidenceReference, Sha256 } from './evidence/reference.ts'
import type { CampaignId, FormId, PeriodId, ReportId, ResponseId, UnitId } from './ids.ts'

const asQuery = (query: Readonly<Record<string, string>>): string => {
  const text = new URLSearchParams(query).toString()
  return text && `?${text}`
}

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
  campaigns: (state?: CampaignState, page = 1) =>
    state ? `/campaigns?state=${state}${page > 1 ? `&page=${page}` : ''}` : '/campaigns',
  newCampaign: () => '/campaigns/new',
  campaign: (campaign: CampaignId) => `/campaigns/${campaign}`,
  campaignStep: (campaign: CampaignId, step: CampaignStep) => `/campaigns/${campaign}/steps/${step}`,
  /** Shows what the fields of a step come to, and stores nothing. */
  campaignLook: (campaign: CampaignId, step: CampaignStep) => `/campaigns/${campaign}/steps/${step}/look`,
  /** Goes on with writing the units of a draft. */
  campaignFilling: (campaign: CampaignId) => `/campaigns/${campaign}/filling`,
  /** The editor of one indicator: one that there is, or a new one of a measure and a question. */
  indicator: (campaign: CampaignId, of: Readonly<Record<string, string>>) =>
    `/campaigns/${campaign}/steps/indicators?${new URLSearchParams(of)}`,
  openCampaign: (campaign: CampaignId) => `/campaigns/${campaign}/open`,
  /** A page that asks before it is done. */
  campaignChange: (campaign: CampaignId, change: 'pause' | 'resume' | 'close' | 'copy' | 'delete') =>
    `/campaigns/${campaign}/${change}`,
  campaignUnits: (campaign: CampaignId, query: Readonly<Record<string, string>> = {}) =>
    `/campaigns/${campaign}/units${asQuery(query)}`,
  periodChange: (campaign: CampaignId, period: PeriodId, change: 'extend' | 'close') =>
    `/campaigns/${campaign}/periods/${period}/${change}`,
  assignments: (campaign: CampaignId, period: PeriodId, query: Readonly<Record<string, string>> = {}) =>
    `/campaigns/${campaign}/periods/${period}/assignments${asQuery(query)}`,
  assignmentImport: (campaign: CampaignId, period: PeriodId) =>
    `/campaigns/${campaign}/periods/${period}/assignments/import`,
  reminders: (campaign: CampaignId, period: PeriodId) => `/campaigns/${campaign}/periods/${period}/reminders`,
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
