// How each route is asked for on behalf of a unit, and what must be allowed there: said here a second time, apart from the
// route table, so that a route that forgets its check is found out. A route that isn't here fails the walk.

import { hashOf } from '../../functions/store/tokens.ts'
import { answersMessages } from '../../shared/messages/answers.ts'
import type { Action } from '../../shared/organisation/access.ts'
import { type UnitEdit, unitEdits } from '../../shared/paths.ts'
import { exportId, linkToken, pictureHash, sha256, surveyDoor, type Things, verifyCode } from './access-world.ts'
import { aSubmission, period } from './scenario.ts'

/**
 * at: allowed by a role for it at the unit or above · role: by a role for one of these anywhere · top: by a role at the top ·
 * everybody: who is signed in · open: guests too · nobody: it belongs to somebody else, or isn't there.
 */
export type Allowed =
  | { readonly at: Action; readonly standing?: true }
  | { readonly role: readonly Action[] }
  | { readonly top: Action }
  | 'everybody'
  | 'open'
  | 'nobody'

export type Probe = {
  readonly allowed: Allowed
  readonly campaign?: 'visits' | 'reports' | 'own' | 'members' | 'scored'
  readonly query?: (of: Things) => string
  readonly fields?: (of: Things) => Readonly<Record<string, string>>
  readonly json?: (of: Things, id: string) => unknown
  /** What a refusal looks like where it is none by its status: the page says so. */
  readonly refusedBy?: (status: number, text: string) => boolean
}

const unit = '/campaigns/:campaign/periods/:period/units/:unit'
const response = `${unit}/responses/:response`
const inPeriod = '/campaigns/:campaign/periods/:period'
const version = '/forms/:form/versions/:version'
const action = `${unit}/actions/:action`
const past = '/campaigns/:campaign/past'
const campaign = '/campaigns/:campaign'

type Entry = readonly [name: string, ...probes: Probe[]]
const none = () => ({})

const at = (needed: Action, more: Partial<Probe> = {}): Probe => ({ allowed: { at: needed }, ...more })
const role = (...needed: Action[]): Probe => ({ allowed: { role: needed } })
/** By GET and by POST alike. */
const both = (path: string, ...probes: Probe[]): Entry[] => [
  [`GET ${path}`, ...probes],
  [`POST ${path}`, ...probes.map((probe) => ({ fields: none, ...probe }))],
]
const get = (path: string, ...probes: Probe[]): Entry => [`GET ${path}`, ...probes]
const post = (path: string, ...probes: Probe[]): Entry => [
  `POST ${path}`,
  ...probes.map((probe) => (probe.json ? probe : { fields: none, ...probe })),
]

const answering = [at('inspection.answer'), at('unit-report.answer', { campaign: 'reports' })]
const announced = () => 'size=1024&partSize=32768&type=file'
const open: Probe = { allowed: 'open' }
const everybody: Probe = { allowed: 'everybody' }
const nobody: Probe = { allowed: 'nobody' }

const ways: readonly Entry[] = [
  get('/', open),
  get('/assets/:name', open),
  post('/language', { ...open, fields: () => ({ language: 'en' }) }),
  get('/sign-in', open),
  get('/sign-in/callback', open),
  post('/sign-out', open),
  get('/enter/:token', open),
  post('/enter/:token', open),
  get('/s', open),
  post('/s', { ...open, fields: () => ({ code: surveyDoor }) }),
  get('/s/sent', open),
  ...both('/s/:key', open),
  // Of a named survey alone, by the member's own link.
  get('/s/:key/own/:period', nobody),
  ...both('/s/:key/own/:period/edit', nobody),
  // Gone, because there is an organisation.
  ...both('/setup', nobody),
]

const answers: readonly Entry[] = [
  get('/visits', everybody),
  get('/forms/:form/pictures/:sha256', everybody),
  get(`${unit}/form`, ...answering),
  post(`${unit}/form`, ...answering.map((one) => ({ ...one, fields: () => ({ id: 'no id' }) }))),
  post(
    '/api/responses',
    at('inspection.answer', { json: (of, id) => aSubmission({ id: id as never, campaign: of.visits, unit: of.unit }) }),
    at('unit-report.answer', {
      json: (of, id) => aSubmission({ id: id as never, campaign: of.reports, unit: of.unit }),
    }),
  ),
  get(response, at('response.read')),
  get(`/api${response}`, at('response.read')),
  get(`${response}/record`, at('response.read')),
  get(`${response}/paper`, at('response.read')),
  get(`${response}/record.pdf`, at('response.read')),
  get(`${unit}/evidence/:sha256/:name`, at('response.read')),
  get(`${unit}/pictures/:sha256`, at('response.read')),
  get(`/api${unit}/evidence/:sha256/file`, at('response.read')),
  post(`${response}/accept`, at('response.review')),
  post(`${response}/return`, at('response.review')),
  post(`${response}/release`, at('response.amend')),
  ...both(`${response}/withdraw`, at('response.amend')),
  ...both(`${response}/correct`, at('response.amend')),
  // Whoever amends is led on to a correction; it is changed by who sent it alone.
  get(`${response}/edit`, at('response.amend')),
  post(`${response}/edit`, nobody),
  ...both(`${unit}/not-possible`, at('inspection.answer')),
  ...both(`${unit}/enter`, at('response.amend')),
  get(`${inPeriod}/enter`, { ...role('response.amend'), campaign: 'visits' }),
  // One's own draft, wherever one may answer by now.
  ...both(`${unit}/draft`, everybody),
  // Sending a file is a part of answering, and of typing in for somebody.
  ...(['GET', 'PUT', 'POST'] as const).map((method): Entry => {
    const rest = { GET: '', PUT: '/parts/:part', POST: '/complete' }[method]
    const more = { query: announced, ...(method === 'POST' ? { fields: none } : {}) }
    const path = `/api${unit}/evidence/:sha256${rest}`
    return [`${method} ${path}`, at('inspection.answer', more), at('response.amend', more)]
  }),
  get('/answers', role('response.read')),
  get('/answers/waiting', role('response.review')),
  post(
    '/answers/waiting',
    at('response.review', {
      campaign: 'visits',
      fields: (of) => ({ row: `${of.visits}.${period}.${of.unit}.${of.response}.1` }),
      refusedBy: (_, text) => text.includes(answersMessages.en.many.unknown),
    }),
  ),
  get(`${campaign}/answers`, { ...role('response.read'), campaign: 'visits' }),
  get(`${campaign}/answers/neighbour`, { ...role('response.read'), campaign: 'visits' }),
  post(
    `${campaign}/answers`,
    at('response.review', {
      campaign: 'visits',
      fields: (of) => ({ row: `${of.visits}.${period}.${of.unit}.${of.response}.1` }),
      refusedBy: (_, text) => text.includes(answersMessages.en.many.unknown),
    }),
  ),
  get(`${inPeriod}/scoring`, { ...role('member.score'), campaign: 'scored' }),
  post(
    `${inPeriod}/scoring`,
    at('response.review', {
      campaign: 'scored',
      fields: (of) => ({ row: `${of.scored}.${period}.${of.unit}.${of.response}.1` }),
      refusedBy: (_, text) => text.includes(answersMessages.en.many.unknown),
    }),
  ),
  ...both(`${response}/scoring`, at('member.score', { campaign: 'scored' })),
  get(past, at('response.amend', { campaign: 'own' })),
  get(`${past}/template.xlsx`, at('response.amend', { campaign: 'own' })),
  get(`${past}/:import`, at('response.amend', { campaign: 'own' })),
  post(past, at('response.amend', { campaign: 'own' })),
  post(`${past}/periods`, at('response.amend', { campaign: 'own' })),
  post(`${past}/:import`, at('response.amend', { campaign: 'own' })),
]

const ownCampaign = at('campaign.manage', { campaign: 'own' })
const campaigns: readonly Entry[] = [
  ...both('/campaigns', role('campaign.manage')),
  get('/campaigns/new', role('campaign.manage')),
  get(campaign, ownCampaign),
  ...both(`${campaign}/steps/:step`, ownCampaign),
  post(`${campaign}/steps/:step/look`, ownCampaign),
  post(`${campaign}/filling`, ownCampaign),
  post(`${campaign}/open`, ownCampaign),
  ...['pause', 'resume', 'close', 'copy', 'delete', 'units'].flatMap((change) =>
    both(`${campaign}/${change}`, ownCampaign),
  ),
  get(`${campaign}/invitations`, ownCampaign),
  get(`${campaign}/invitations/units.csv`, ownCampaign),
  ...['preview', 'made', 'slips', 'links.csv', 'mails'].map((act) =>
    post(`${campaign}/invitations/${act}`, ownCampaign),
  ),
  ...both(`${campaign}/invitations/slips/:file`, ownCampaign),
  ...['assignments', 'assignments/import', 'reminders', 'extend', 'close'].flatMap((change) =>
    both(`${inPeriod}/${change}`, ownCampaign),
  ),
]

const organisation: readonly Entry[] = [
  get('/organisation', role('unit.read')),
  get('/organisation/units/:unit', at('unit.read')),
  get('/organisation/units.csv', role('unit.read')),
  get('/organisation/units.xlsx', role('unit.read')),
  get('/api/units', { ...role('progress.read'), query: () => 'action=progress.read&q=chi' }),
  ...unitEdits.flatMap((edit: UnitEdit) => [
    get(`/organisation/units/:unit/${edit}`, at('unit.manage')),
    post(`/organisation/units/:unit/${edit}`, at('unit.manage', { fields: () => ({ step: 'edit' }) })),
  ]),
  ...both('/organisation/import', { allowed: { top: 'unit.manage' } }),
  post('/organisation/import/preview', { allowed: { top: 'unit.manage' } }),
  // Only leads back.
  get('/organisation/import/preview', role('unit.manage')),
  ...both('/organisation/settings', { allowed: { top: 'person.manage' } }),
  get('/organisation/next-steps', { allowed: { top: 'person.manage' } }),
  get('/audit', role('audit.read')),
]

const toPerson = at('person.manage', { fields: (of) => ({ person: of.person }) })
const people: readonly Entry[] = [
  ...both('/people', role('person.manage')),
  get('/people/new', role('person.manage')),
  ...both('/people/import', role('person.manage')),
  post('/people/imported', role('person.manage')),
  post('/people/invitations', toPerson),
  post('/people/slips', toPerson),
  ...both('/people/:person', at('person.manage')),
  ...both('/people/:person/removal', at('person.manage')),
  post('/people/:person/invitation', at('person.manage')),
  post('/people/:person/links', at('person.manage')),
  post('/people/:person/links/:link/revocation', at('person.manage')),
  ...both('/people/teams', role('campaign.manage')),
  get('/people/teams/new', role('campaign.manage')),
  ...both('/people/teams/:team', at('campaign.manage')),
  ...both('/people/teams/:team/removal', at('campaign.manage')),
]

const forms: readonly Entry[] = [
  ...both('/forms', role('form.design')),
  ...both('/forms/preview', role('form.design')),
  get(version, role('form.design')),
  get(`${version}/form.xlsx`, role('form.design')),
  get(`${version}/form.json`, role('form.design')),
  get(`${version}/files/:file`, role('form.design')),
  ...['blank', 'blank.pdf'].map((file) =>
    get(`${version}/${file}`, role('form.design', 'inspection.answer', 'unit-report.answer', 'response.amend')),
  ),
  ...both(`${version}/campaigns/:campaign`, at('form.design', { campaign: 'own' })),
]

/** What the form of a plan says, but for its unit and its campaign. */
const aPlan = {
  titleVi: 'Báo cáo',
  template: 'campaign-results',
  scope: 'whole',
  every: 'period',
  reportSchedule: 'by-hand',
  reportLanguage: 'vi',
  reportPreset: 'plain',
  reportBody: 'BAN TỔ CHỨC',
  reportPlace: 'Hà Nội',
  reportRecipients: 'Lưu',
  reportPost: 'TRƯỞNG BAN',
}

/** Exports are whoever asked for them; none of those who walk has asked for this one. */
const leading: readonly Entry[] = [
  get('/progress', role('progress.read')),
  get(`${campaign}/board`, at('progress.read', { campaign: 'visits', query: (of) => `unit=${of.unit}` })),
  get(`${inPeriod}/results`, { allowed: { top: 'progress.read' }, campaign: 'members' }),
  post(`${inPeriod}/results`, { allowed: { top: 'campaign.manage' }, campaign: 'members' }),
  // There are none: that says the one who may see them.
  get(`${inPeriod}/results.csv`, { allowed: 'nobody', campaign: 'members' }),
  get(`${inPeriod}/progress`, { ...role('progress.read'), campaign: 'visits' }),
  get(`/api${inPeriod}/progress`, { ...role('progress.read'), campaign: 'visits' }),
  get('/reports', role('report.read')),
  ...['', '/edit', '/stop', '/resume'].map((page) => get(`/report-plans/:plan${page}`, at('report.make'))),
  ...['/edit', '/look', '/stop', '/resume'].map((page) => post(`/report-plans/:plan${page}`, at('report.make'))),
  get('/report-plans', role('report.make')),
  get('/report-plans/new', role('report.make')),
  post('/report-plans/look', role('report.make')),
  post('/report-plans', {
    allowed: { at: 'report.make', standing: true },
    fields: (of) => ({ ...aPlan, unit: of.code, 'campaign-campaign-results-results': of.visits }),
    // Another unit than one's own is no choice of the form's.
    refusedBy: (status) => status === 422,
  }),
  post('/reports', at('report.make', { fields: (of) => ({ plan: of.plan, period }) })),
  get('/reports/:report', at('report.read')),
  get('/reports/:report/report.pdf', at('report.read')),
  get('/reports/:report/edit', at('report.read')),
  post('/reports/:report/edit', at('report.make')),
  post('/reports/:report/again', at('report.make')),
  post('/reports/:report/try', at('report.make')),
  get('/reports/:report/delivery', at('report.read')),
  post('/reports/:report/delivery', at('report.make')),
  post('/reports/:report/delivery/revocation', at('report.make')),
  ...both('/report-plans/:plan/delivery', at('report.make')),
  post('/report-plans/:plan/webhook-secret', at('report.make')),
  // By a link of one's own, which nobody of those who walk holds.
  ...both('/read/:token', nobody),
  ...['', '/report.pdf', '/report.docx', '/report.xlsx', '/report.json'].map((file) =>
    get(`/reading/:report${file}`, nobody),
  ),
  ...both('/reports/:report/comments', at('report.read')),
  get('/reports/:report/issue', at('report.read')),
  post('/reports/:report/issue', at('report.issue')),
  post('/reports/:report/signed', at('report.issue')),
  post('/reports/:report/correction', at('report.make')),
  post('/reports/:report/withdrawal', at('report.issue')),
  get('/templates', role('report.make')),
  post('/templates', role('campaign.manage')),
  get('/templates/new', role('campaign.manage')),
  get('/templates/:template', role('report.make')),
  post('/templates/:template', at('campaign.manage')),
  post('/templates/:template/preview', role('report.make')),
  post('/templates/:template/publication', at('campaign.manage')),
  ...both('/templates/:template/deletion', at('campaign.manage')),
  get('/templates/:template/template.json', role('report.make')),
  get('/verify', open),
  post('/verify', { ...open, fields: () => ({ code: verifyCode }) }),
  ...both('/verify/:code', open),
  get('/reports/:report/report.docx', at('report.read')),
  get('/reports/:report/report.xlsx', at('report.read')),
  get('/reports/:report/report.json', at('report.read')),
  get(`${inPeriod}/records`, at('response.export', { campaign: 'visits', query: (of) => `unit=${of.unit}` })),
  post(`${inPeriod}/records.pdf`, at('response.export', { campaign: 'visits', fields: (of) => ({ unit: of.unit }) })),
  get(`${inPeriod}/records.pdf`, { ...nobody, campaign: 'visits', query: () => `content=${'r'.repeat(43)}` }),
  get('/exports', role('response.export')),
  get('/exports/new', role('response.export')),
  post('/exports', {
    allowed: { at: 'response.export', standing: true },
    fields: (of) => ({ campaign: of.visits, unit: of.code, period }),
    // Another unit than one's own is no choice of the form's; who has asked for too many already was let through.
    refusedBy: (status) => status === 422,
  }),
  get('/exports/:export/file', nobody),
  post('/exports/:export/again', nobody),
  post(
    '/api/exports',
    at('response.export', { json: (of) => ({ campaign: of.visits, unit: of.unit, periods: [period], format: 'csv' }) }),
  ),
  get('/api/exports/:export', nobody),
  get('/api/exports/:export/file', nobody),
]

/** What programs and their makers use; tokens are whoever made them. */
const developer: readonly Entry[] = [
  get('/api', open),
  get('/api/openapi.json', open),
  get('/developer/try', { ...everybody, query: () => 'operation=listCampaigns' }),
  post('/developer/try', { ...everybody, fields: () => ({ body: '{}' }) }),
  ...both('/account/tokens', everybody),
  ...both('/account/tokens/:token/revocation', nobody),
  get('/api/campaigns', everybody),
  get('/api/campaigns/:campaign', everybody),
  get(`/api${inPeriod}/responses`, { ...role('response.read'), campaign: 'visits' }),
  get(`/api${version}`, everybody),
  get('/api/organisation/units', everybody),
]

const actionEntries: readonly Entry[] = [
  get('/actions', role('action.read')),
  post(
    '/actions',
    at('action.manage', {
      fields: (of) => ({ choose: `${of.visits}/${period}/${of.unit}/${of.action}/1`, due: '2013-05-01' }),
      // Nothing that was chosen may be given out: as if nothing had been chosen.
      refusedBy: (status) => status === 422,
    }),
  ),
  get('/actions/actions.csv', role('action.read')),
  get('/actions/actions.xlsx', role('action.read')),
  get(action, at('action.read')),
  get(`${action}/files/:sha256/:name`, at('action.read')),
  post(`${action}/confirm`, at('action.manage')),
  post(`${action}/assign`, at('action.manage')),
  post(`${action}/done`, at('action.report')),
  post(`${action}/check`, at('inspection.answer')),
  post(`${action}/reopen`, at('action.manage')),
  post(`${action}/drop`, at('action.manage')),
]

export const addresses: ReadonlyMap<string, readonly Probe[]> = new Map(
  [
    ...ways,
    ...answers,
    ...campaigns,
    ...organisation,
    ...people,
    ...forms,
    ...leading,
    ...developer,
    ...actionEntries,
  ].map(([name, ...probes]) => [name, probes]),
)

/** What stands for each part of an address that is named by a colon. */
export function fillIn(path: string, of: Things, probe: Probe): string {
  const values: Readonly<Record<string, string>> = {
    campaign: of[probe.campaign ?? 'visits'],
    period,
    unit: of.unit,
    response: of.response,
    action: of.action,
    sha256: path.includes('/pictures/') ? pictureHash : sha256,
    name: path.startsWith('/assets') ? 'style.test.css' : 'a.pdf',
    part: '1',
    form: of.form,
    version: '1',
    file: 'towns.csv',
    report: of.report,
    template: of.template,
    plan: of.plan,
    export: exportId,
    person: of.person,
    team: of.team,
    link: hashOf(of.link),
    token: linkToken,
    key: surveyDoor,
    code: verifyCode,
    step: path.endsWith('look') ? 'units' : 'about',
    import: 'import-1',
  }
  const filled = path.replace(/:([a-z0-9]+)/gi, (_, name: string) => {
    const value = values[name]
    if (value === undefined) throw new Error(`Nothing to put in for :${name} in ${path}`)
    return encodeURIComponent(value)
  })
  return probe.query ? `${filled}?${probe.query(of)}` : filled
}
