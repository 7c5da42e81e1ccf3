// Every address of the system, built in one place: they stand in mails, on paper and in people's bookmarks.

import type { ActionPlace } from './action/decide.ts'
import type { MoveName } from './action/lifecycle.ts'
import type { EvidenceReference, Sha256 } from './evidence/reference.ts'
import type { CampaignId, FormId, PeriodId, ReportId, ResponseId, UnitId } from './ids.ts'

const actionPath = ({ campaignId, periodId, unitId, id }: ActionPlace) =>
  `/campaigns/${campaignId}/periods/${periodId}/units/${unitId}/actions/${id}`

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
  /** `query`: what the list is narrowed to, and where it goes on. */
  actions: (query?: URLSearchParams) => (query?.size ? `/actions?${query}` : '/actions'),
  actionsFile: (format: 'csv' | 'xlsx', query?: URLSearchParams) =>
    query?.size ? `/actions/actions.${format}?${query}` : `/actions/actions.${format}`,
  action: (place: ActionPlace) => actionPath(place),
  actionMove: (place: ActionPlace, move: MoveName) => `${actionPath(place)}/${move}`,
  /** A file that shows a repair, as a download. */
  actionFile: (place: ActionPlace, { sha256, name }: EvidenceReference) =>
    `${actionPath(place)}/files/${sha256}/${encodeURIComponent(name)}`,
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
