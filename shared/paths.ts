// Every address of the system, built in one place: they stand in mails, on paper and in people's bookmarks.

import type { EvidenceReference, Sha256 } from './evidence/reference.ts'
import type { CampaignId, FormId, PeriodId, ReportId, ResponseId, UnitId } from './ids.ts'
import type { Action } from './organisation/access.ts'

/** What can be done to a unit, each on a page of its own. */
export const unitEdits = ['add', 'change', 'move', 'merge', 'split', 'close'] as const
export type UnitEdit = (typeof unitEdits)[number]

/** `on`: a day; `page`: from 1. */
type TreeLook = { readonly q?: string; readonly on?: string | undefined; readonly page?: number | undefined }

/** "?on=2026-03-31&page=2"; '' where nothing is set. */
function queryOf(look: TreeLook): string {
  const set = Object.entries(look).filter(([, value]) => value !== undefined && value !== '')
  return set.length === 0 ? '' : `?${new URLSearchParams(set.map(([name, value]) => [name, String(value)]))}`
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
  /** The top of the tree, or what was found in it; of another day where `on` says so. */
  organisation: (look: TreeLook = {}) => `/organisation${queryOf(look)}`,
  unit: (unit: UnitId, look: TreeLook = {}) => `/organisation/units/${unit}${queryOf(look)}`,
  unitEdit: (unit: UnitId, edit: UnitEdit) => `/organisation/units/${unit}/${edit}`,
  treeImport: () => '/organisation/import',
  treeImportPreview: () => '/organisation/import/preview',
  treeFile: (format: 'csv' | 'xlsx') => `/organisation/units.${format}`,
  asset: (name: string) => `/assets/${name}`,
  api: {
    responses: () => '/api/responses',
    response: (campaign: CampaignId, period: PeriodId, unit: UnitId, response: ResponseId) =>
      `/api/campaigns/${campaign}/periods/${period}/units/${unit}/responses/${response}`,
    /** What the addresses of evidence begin with: a hash follows. */
    evidenceBase: (campaign: CampaignId, period: PeriodId, unit: UnitId) =>
      `/api/campaigns/${campaign}/periods/${period}/units/${unit}/evidence`,
    /** Units to suggest for a field; `&q=` and what was typed follow it. */
    units: (action: Action) => `/api/units?action=${action}`,
    /** How far a file has come; `/parts/N` and `/complete` follow it. */
    evidence: (campaign: CampaignId, period: PeriodId, unit: UnitId, sha256: Sha256) =>
      `/api/campaigns/${campaign}/periods/${period}/units/${unit}/evidence/${sha256}`,
    progress: (campaign: CampaignId, period: PeriodId) => `/api/campaigns/${campaign}/periods/${period}/progress`,
  },
} as const
