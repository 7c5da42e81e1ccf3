// Every address of the system, built in one place: they stand in mails, on paper and in people's bookmarks.

import type { ActionPlace } from './action/decide.ts'
import type { MoveName } from './action/lifecycle.ts'
import type { CampaignState } from './campaign/campaign.ts'
import type { CampaignStep } from './campaign/readiness.ts'
import type { EvidenceReference, Sha256 } from './evidence/reference.ts'
import type {
  CampaignId,
  ExportId,
  FormId,
  PastImportId,
  PeriodId,
  PersonId,
  ReportId,
  ReportPlanId,
  ResponseId,
  TeamId,
  TokenId,
  UnitId,
} from './ids.ts'
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

/** What the list of forms says of a draft that was just kept or discarded. */
export const draftNotices = ['draft', 'draft-without-files', 'draft-discarded'] as const
export type DraftNotice = (typeof draftNotices)[number]

const actionPath = ({ campaignId, periodId, unitId, id }: ActionPlace) =>
  `/campaigns/${campaignId}/periods/${periodId}/units/${unitId}/actions/${id}`

const withSearch = (address: string, query: string): string => (query === '' ? address : `${address}?${query}`)

export const path = {
  home: () => '/',
  signIn: (returnTo?: string) => (returnTo ? `/sign-in?returnTo=${encodeURIComponent(returnTo)}` : '/sign-in'),
  signInCallback: () => '/sign-in/callback',
  signOut: () => '/sign-out',
  language: () => '/language',
  /** `notice`: what was just done to a draft. */
  visits: (notice?: DraftNotice) => (notice ? `/visits?notice=${notice}` : '/visits'),
  form: (campaign: CampaignId, period: PeriodId, unit: UnitId) =>
    `/campaigns/${campaign}/periods/${period}/units/${unit}/form`,
  receipt: (campaign: CampaignId, period: PeriodId, unit: UnitId, response: ResponseId) =>
    `/campaigns/${campaign}/periods/${period}/units/${unit}/responses/${response}`,
  /** The answers in their form again, to be changed by those who answer; leads the office on to a correction. */
  editResponse: (campaign: CampaignId, period: PeriodId, unit: UnitId, response: ResponseId) =>
    `/campaigns/${campaign}/periods/${period}/units/${unit}/responses/${response}/edit`,
  /** The same for the office, with a reason. */
  correctResponse: (campaign: CampaignId, period: PeriodId, unit: UnitId, response: ResponseId) =>
    `/campaigns/${campaign}/periods/${period}/units/${unit}/responses/${response}/correct`,
  notPossible: (campaign: CampaignId, period: PeriodId, unit: UnitId) =>
    `/campaigns/${campaign}/periods/${period}/units/${unit}/not-possible`,
  /** The form, to be filled in by the office for somebody else. */
  enterForm: (campaign: CampaignId, period: PeriodId, unit: UnitId) =>
    `/campaigns/${campaign}/periods/${period}/units/${unit}/enter`,
  /** Figures of past periods from a file. */
  pastFigures: (campaign: CampaignId) => `/campaigns/${campaign}/past`,
  pastTemplate: (campaign: CampaignId) => `/campaigns/${campaign}/past/template.xlsx`,
  pastPeriods: (campaign: CampaignId) => `/campaigns/${campaign}/past/periods`,
  pastImport: (campaign: CampaignId, id: PastImportId) => `/campaigns/${campaign}/past/${id}`,
  /** Where the office says for which unit it types in a paper form. */
  choosePaper: (campaign: CampaignId, period: PeriodId) => `/campaigns/${campaign}/periods/${period}/enter`,
  /** Asks whether one's draft shall go. */
  discardDraft: (campaign: CampaignId, period: PeriodId, unit: UnitId) =>
    `/campaigns/${campaign}/periods/${period}/units/${unit}/draft`,
  /** One response with its history and review. `query`: of the table that one came from. */
  record: (campaign: CampaignId, period: PeriodId, unit: UnitId, response: ResponseId, query = '') =>
    withSearch(`/campaigns/${campaign}/periods/${period}/units/${unit}/responses/${response}/record`, query),
  /** Where a step of the review is sent to. */
  reviewStep: (
    campaign: CampaignId,
    period: PeriodId,
    unit: UnitId,
    response: ResponseId,
    step: 'accept' | 'return' | 'release' | 'withdraw',
    query = '',
  ) => withSearch(`/campaigns/${campaign}/periods/${period}/units/${unit}/responses/${response}/${step}`, query),
  answers: () => '/answers',
  /** What waits for the visitor's own level, across campaigns; `after`: where the list goes on. */
  waiting: (after = '') => withSearch('/answers/waiting', after && new URLSearchParams({ after }).toString()),
  /** The table of a campaign's responses; `query`: filters, columns and place, as functions/api/pages/answers/filter.ts reads them. */
  campaignAnswers: (campaign: CampaignId, query = '') => withSearch(`/campaigns/${campaign}/answers`, query),
  /** Leads on to the record behind, or before, a place in that table. */
  neighbour: (campaign: CampaignId, query: string) => withSearch(`/campaigns/${campaign}/answers/neighbour`, query),
  /** A picture as it is shown in a page. */
  evidencePicture: (campaign: CampaignId, period: PeriodId, unit: UnitId, sha256: Sha256) =>
    `/campaigns/${campaign}/periods/${period}/units/${unit}/pictures/${sha256}`,
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
    withQuery(`/campaigns/${campaign}/units`, query),
  /** Members of a named survey whom their cell scores; `unit`: only of this one. */
  scoring: (campaign: CampaignId, period: PeriodId, unit?: UnitId) =>
    `/campaigns/${campaign}/periods/${period}/scoring${unit === undefined ? '' : `?unit=${unit}`}`,
  scoreMember: (campaign: CampaignId, period: PeriodId, unit: UnitId, response: ResponseId) =>
    `/campaigns/${campaign}/periods/${period}/units/${unit}/responses/${response}/scoring`,
  /** What a survey came to in a period, once it is released. */
  surveyResultsFile: (campaign: CampaignId, period: PeriodId) => `/campaigns/${campaign}/periods/${period}/results.csv`,
  surveyResults: (campaign: CampaignId, period: PeriodId) => `/campaigns/${campaign}/periods/${period}/results`,
  periodChange: (campaign: CampaignId, period: PeriodId, change: 'extend' | 'close') =>
    `/campaigns/${campaign}/periods/${period}/${change}`,
  assignments: (campaign: CampaignId, period: PeriodId, query: Readonly<Record<string, string>> = {}) =>
    withQuery(`/campaigns/${campaign}/periods/${period}/assignments`, query),
  assignmentImport: (campaign: CampaignId, period: PeriodId) =>
    `/campaigns/${campaign}/periods/${period}/assignments/import`,
  reminders: (campaign: CampaignId, period: PeriodId) => `/campaigns/${campaign}/periods/${period}/reminders`,
  /** `query`: what the list is narrowed to, and where it goes on. */
  actions: (query?: URLSearchParams) => (query?.size ? `/actions?${query}` : '/actions'),
  actionsFile: (format: 'csv' | 'xlsx', query?: URLSearchParams) =>
    query?.size ? `/actions/actions.${format}?${query}` : `/actions/actions.${format}`,
  action: (place: ActionPlace) => actionPath(place),
  actionMove: (place: ActionPlace, move: MoveName) => `${actionPath(place)}/${move}`,
  /** A file that shows a repair, as a download. */
  actionFile: (place: ActionPlace, { sha256, name }: EvidenceReference) =>
    `${actionPath(place)}/files/${sha256}/${encodeURIComponent(name)}`,
  /** The record of a response as a PDF; where it isn't drawn yet, the way to the page that says so. */
  recordPdf: (campaign: CampaignId, period: PeriodId, unit: UnitId, response: ResponseId) =>
    `/campaigns/${campaign}/periods/${period}/units/${unit}/responses/${response}/record.pdf`,
  /** The page that says how far that PDF is. */
  recordPaper: (campaign: CampaignId, period: PeriodId, unit: UnitId, response: ResponseId) =>
    `/campaigns/${campaign}/periods/${period}/units/${unit}/responses/${response}/paper`,
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
  /** How far a campaign is, unit by unit and period by period; `look`: unit, level, from, to, period, order, page. */
  board: (campaign: CampaignId, look: Readonly<Record<string, string>>) =>
    withQuery(`/campaigns/${campaign}/board`, look),
  progress: () => '/progress',
  campaignProgress: (campaign: CampaignId, period: PeriodId) => `/campaigns/${campaign}/periods/${period}/progress`,
  /** `query`: plan, period, state, unit, q, and before: the report after which older ones follow. */
  reports: (query: Readonly<Record<string, string>> = {}) => withQuery('/reports', query),
  reportPlans: (page = 1) => (page > 1 ? `/report-plans?page=${page}` : '/report-plans'),
  /** `template`: what a new plan is to begin with. */
  newReportPlan: (template?: string) => withQuery('/report-plans/new', template === undefined ? {} : { template }),
  /** Shows what the fields of a new plan come to, and stores nothing. */
  newReportPlanLook: () => '/report-plans/look',
  reportPlan: (plan: ReportPlanId) => `/report-plans/${plan}`,
  reportPlanStep: (plan: ReportPlanId, step: 'edit' | 'look' | 'stop' | 'resume') => `/report-plans/${plan}/${step}`,
  templates: () => '/templates',
  newTemplate: (query: Readonly<Record<string, string>> = {}) => withQuery('/templates/new', query),
  /** `query`: what is looked at, and what is open in it, as functions/api/pages/templates/look.ts reads it. */
  template: (template: string, query: Readonly<Record<string, string>> = {}) =>
    withQuery(`/templates/${template}`, query),
  templatePreview: (template: string) => `/templates/${template}/preview`,
  templatePublication: (template: string) => `/templates/${template}/publication`,
  templateDeletion: (template: string) => `/templates/${template}/deletion`,
  templateFile: (template: string) => `/templates/${template}/template.json`,
  /** The report as a page; `at`: the key of the block to begin at. */
  report: (report: ReportId, at?: string) => `/reports/${report}${at === undefined ? '' : `#${at}`}`,
  reportPdf: (report: ReportId) => `/reports/${report}/report.pdf`,
  reportFile: (report: ReportId, format: 'docx' | 'xlsx' | 'json') => `/reports/${report}/report.${format}`,
  /** Where a draft is edited; `at`: the part of the page to come back to. */
  reportEdit: (report: ReportId, at?: string) => `/reports/${report}/edit${at === undefined ? '' : `#${at}`}`,
  /** Has a draft made again from today's figures. */
  reportAgain: (report: ReportId) => `/reports/${report}/again`,
  /** Has one tried again that failed. */
  reportTryAgain: (report: ReportId) => `/reports/${report}/try`,
  /** What was delivered of it to whom; by POST once more, or its link ended. */
  reportDelivery: (report: ReportId) => `/reports/${report}/delivery`,
  reportLinkRevocation: (report: ReportId) => `/reports/${report}/delivery/revocation`,
  /** A link of one's own to one report: whoever holds it may open that, as long as the person may read it. */
  read: (token: string) => `/read/${token}`,
  /** The report for whoever came in by such a link, and its files. */
  reading: (report: ReportId) => `/reading/${report}`,
  readingFile: (report: ReportId, format: 'pdf' | 'docx' | 'xlsx' | 'json') => `/reading/${report}/report.${format}`,
  /** What was delivered of a plan's reports, and the secret of its webhook. */
  planDelivery: (plan: ReportPlanId) => `/report-plans/${plan}/delivery`,
  planWebhookSecret: (plan: ReportPlanId) => `/report-plans/${plan}/webhook-secret`,
  reportComments: (report: ReportId) => `/reports/${report}/comments`,
  /** Issuing, and what is done with an issued report. */
  reportIssue: (report: ReportId) => `/reports/${report}/issue`,
  reportSignedCopy: (report: ReportId) => `/reports/${report}/signed`,
  reportCorrection: (report: ReportId) => `/reports/${report}/correction`,
  reportWithdrawal: (report: ReportId) => `/reports/${report}/withdrawal`,
  /** Where anybody asks whether a copy of a report is genuine, by the code that stands on it. */
  verify: () => '/verify',
  verification: (code: string) => `/verify/${code}`,
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
  /** Who is invited to a survey: `query`: period, unit, made. */
  invitations: (campaign: CampaignId, query: Readonly<Record<string, string>> = {}) =>
    withQuery(`/campaigns/${campaign}/invitations`, query),
  /** A table of the units with their numbers of members, to be filled in and brought back. */
  rosterTemplate: (campaign: CampaignId) => `/campaigns/${campaign}/invitations/units.csv`,
  invitationAct: (campaign: CampaignId, act: 'preview' | 'made' | 'slips' | 'links.csv' | 'mails') =>
    `/campaigns/${campaign}/invitations/${act}`,
  /** A file of slips: how far it is, and by POST the file itself, which is gone then. */
  slips: (campaign: CampaignId, file: string, query: Readonly<Record<string, string>> = {}) =>
    withQuery(`/campaigns/${campaign}/invitations/slips/${file}`, query),
  /** Where members type a code, and where a link of theirs leads. */
  surveys: () => '/s',
  survey: (key: string) => `/s/${key}`,
  surveySent: () => '/s/sent',
  /** A named survey's member: where the own answers stand, right after one was sent, and one of them, read or changed. */
  surveyJustSent: (key: string) => `/s/${key}?sent=yes`,
  ownAnswer: (key: string, period: PeriodId) => `/s/${key}/own/${period}`,
  changeOwnAnswer: (key: string, period: PeriodId) => `/s/${key}/own/${period}/edit`,
  setup: () => '/setup',
  organisationSettings: () => '/organisation/settings',
  nextSteps: () => '/organisation/next-steps',
  apiTokens: () => '/account/tokens',
  tokenRevocation: (token: TokenId) => `/account/tokens/${token}/revocation`,
  /** The page about the API, for whoever writes a program. */
  apiDocs: () => '/api',
  /** Where that page's forms lead. */
  tryApi: () => '/developer/try',
  exports: (before?: ExportId) => (before ? `/exports?before=${before}` : '/exports'),
  /** `query`: campaign, unit, period; what it is then filled in with. */
  newExport: (query: Readonly<Record<string, string>> = {}) => withQuery('/exports/new', query),
  exportFile: (id: ExportId) => `/exports/${id}/file`,
  exportAgain: (id: ExportId) => `/exports/${id}/again`,
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
    openApi: () => '/api/openapi.json',
    campaigns: () => '/api/campaigns',
    campaign: (campaign: CampaignId) => `/api/campaigns/${campaign}`,
    /** `query`: after, limit, unit, state. */
    campaignResponses: (campaign: CampaignId, period: PeriodId, query: Readonly<Record<string, string>> = {}) =>
      withQuery(`/api/campaigns/${campaign}/periods/${period}/responses`, query),
    formVersion: (form: FormId, version: number) => `/api/forms/${form}/versions/${version}`,
    organisationUnits: (query: Readonly<Record<string, string>> = {}) => withQuery('/api/organisation/units', query),
    exports: () => '/api/exports',
    export: (id: ExportId) => `/api/exports/${id}`,
    exportFile: (id: ExportId) => `/api/exports/${id}/file`,
    progress: (campaign: CampaignId, period: PeriodId) => `/api/campaigns/${campaign}/periods/${period}/progress`,
  },
} as const
