// Every address of the system, built in one place: they stand in mails, on paper and in people's bookmarks.

import type { CampaignState } from './campaign/campaign.ts'
import type { CampaignStep } from './campaign/readiness.ts'
import type { EvidenceReference, Sha256 } from './evidence/reference.ts'
import type { CampaignId, FormId, PeriodId, PersonId, ReportId, ResponseId, TeamId, UnitId } from './ids.ts'
import type { Action } from './organisation/access.ts'

/** What can be done to a unit, each on a page of its own. */
export const unitEdits = ['add', 'change', 'move', 'merge', 'split', 'close'] as const
export type UnitEdit = (typeof unitEdits)[number]

/** `on`: a day; `page`: from 1; `done`: what was just done to the unit. */
type TreeLook = {
  readonly q?: string
  readonly on?: string | undefined
  readonly page?: number | undefined
  readonly done?: UnitEdit | 'import'
}

const lookAt = ({ q = '', on = '', page, done }: TreeLook) => ({
  q,
  on,
  page: page === undefined ? '' : String(page),
  done: done ?? '',
})

/** Parameters without a value are left out. */
function withQuery(address: string, parameters: Readonly<Record<string, string>>): string {
  const query = new URLSearchParams(Object.entries(parameters).filter(([, value]) => value !== '')).toString()
  return query === '' ? address : `${address}?${query}`
}

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
  /** The top of the tree, or what was found in it; of another day where `on` says so. */
  organisation: (look: TreeLook = {}) => withQuery('/organisation', lookAt(look)),
  unit: (unit: UnitId, look: TreeLook = {}) => withQuery(`/organisation/units/${unit}`, lookAt(look)),
  unitEdit: (unit: UnitId, edit: UnitEdit) => `/organisation/units/${unit}/${edit}`,
  treeImport: () => '/organisation/import',
  treeImportPreview: () => '/organisation/import/preview',
  treeFile: (format: 'csv' | 'xlsx') => `/organisation/units.${format}`,
  /** `filters`: what the list is narrowed to, as query parameters. */
  people: (filters: Readonly<Record<string, string>> = {}) => withQuery('/people', filters),
  personNew: () => '/people/new',
  peopleImport: () => '/people/import',
  peopleImported: () => '/people/imported',
  peopleInvitations: () => '/people/invitations',
  peopleSlips: () => '/people/slips',
  /** `done`: what has just happened, in a word that the page knows. */
  person: (person: PersonId, done?: string) => withQuery(`/people/${person}`, done === undefined ? {} : { done }),
  personRemoval: (person: PersonId) => `/people/${person}/removal`,
  personInvitation: (person: PersonId) => `/people/${person}/invitation`,
  personLinks: (person: PersonId) => `/people/${person}/links`,
  linkRevocation: (person: PersonId, link: string) => `/people/${person}/links/${link}/revocation`,
  teams: () => '/people/teams',
  teamNew: () => '/people/teams/new',
  team: (team: TeamId) => `/people/teams/${team}`,
  teamRemoval: (team: TeamId) => `/people/teams/${team}/removal`,
  /** The way in by a personal link. Whoever holds the address is that person. */
  enter: (token: string) => `/enter/${token}`,
  setup: () => '/setup',
  organisationSettings: () => '/organisation/settings',
  nextSteps: () => '/organisation/next-steps',
  audit: (filters: Readonly<Record<string, string>> = {}) => withQuery('/audit', filters),
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
