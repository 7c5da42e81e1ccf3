// Walks the whole route table with everybody. What each may do is stated here a second time, by name, so that a change in
// the table of roles or in a route's needs shows as a difference.

import { createHash } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { pdf, png } from '../../shared/evidence/evidence-fixture.ts'
import { Sha256 } from '../../shared/evidence/reference.ts'
import { asId, FormId, OrganisationId, PastImportId, TeamId, TokenId } from '../../shared/ids.ts'
import { type Person, rolesFor } from '../../shared/organisation/access.ts'
import type { Team } from '../../shared/organisation/team.ts'
import { emptyTally, type PastImport } from '../../shared/past/import.ts'
import { path, unitEdits } from '../../shared/paths.ts'
import { type TestApi, testApi, testNow } from '../../test/support/api.ts'
import { roundAt } from '../../test/support/evidence.ts'
import { aRequest } from '../../test/support/export-scene.ts'
import {
  admin,
  aSubmission,
  campaignId,
  designer,
  form,
  inspector,
  lakeLeader,
  leader,
  office,
  org,
  period,
  plan,
  reporter,
  responseId,
  riverInspector,
  store,
  unitId,
  units,
} from '../../test/support/scenario.ts'
import { insertToken } from '../store/api-tokens.ts'
import { insertExport, newExport } from '../store/exports.ts'
import { formPictureKey, publishForm } from '../store/form-library.ts'
import { saveOrganisation } from '../store/organisation.ts'
import { noteRecordsFile } from '../store/papers.ts'
import { insertPastImport } from '../store/past-imports.ts'
import { insertPerson } from '../store/people.ts'
import { insertLink } from '../store/personal-links.ts'
import { insertReport, newReport, reportPdfKey } from '../store/reports.ts'
import { insertSession } from '../store/sessions.ts'
import { saveTeam } from '../store/teams.ts'
import { hashOf } from '../store/tokens.ts'
import { storeEvidence } from './evidence.ts'
import { routes } from './routes.ts'

const people = { admin, office, designer, leader, lakeLeader, inspector, riverInspector, reporter }
type Who = keyof typeof people
const staff: Who[] = ['admin', 'office', 'leader']
const everyone = Object.keys(people) as Who[]
const leaders: Who[] = [...staff, 'lakeLeader']

const designers: Who[] = ['admin', 'designer']
const planners: Who[] = ['admin', 'office']
const team: Team = { id: asId(TeamId, 'team'), name: 'Tổ 1', unitId: unitId('bloc'), memberIds: [inspector.id] }
/** Of a personal link of the reporter's. */
const linkToken = 'a-token-of-many-random-bits'

const version = `/forms/${form.formId}/versions/1`
/** A form with a CSV file. */
const filed = {
  formId: asId(FormId, 'filed'),
  form: { ...form.form, fileLists: [{ name: 'towns.csv', columns: ['name'], rows: [['hue']] }] },
}

const unit = (name: string) => `/campaigns/${campaignId}/periods/${period}/units/${name}`
const pastImport: PastImport = {
  id: asId(PastImportId, 'import-1'),
  fileName: 'a.csv',
  by: office.id,
  at: testNow,
  phase: 'checked',
  period: undefined,
  rows: 0,
  next: 0,
  tally: emptyTally,
  faults: [],
  notices: [],
  noticeCount: 0,
  unknown: [],
  twice: [],
  missingPeriods: [],
  sample: [],
}
const sent = `${unit('cell-1')}/responses/${responseId(1)}`
const records = `/campaigns/${campaignId}/periods/${period}/records`
const report = newReport({
  organisationId: org,
  planId: plan.id,
  periodId: period,
  requestedAt: '2013-02-01T00:00:00.000Z',
  requestedBy: 'schedule',
})
/** Tokens of the leader's, one of them for being revoked. */
const tokenTexts = ['phieu_kept', 'phieu_revoked'] as const
const tokenIdOf = (text: string) => asId(TokenId, `t${hashOf(text)}`)
/** The leader's; to everybody else it isn't there. */
const exported = {
  ...newExport({ organisationId: org, request: aRequest(), askedBy: leader.id, askedAt: testNow }, 'random'),
  state: 'ready',
  file: 'exports/org/x/run.zip',
} as const
const make = { plan: plan.id, period }
const sha256 = createHash('sha256').update(pdf).digest('hex')
const pictureHash = asId(Sha256, createHash('sha256').update(png).digest('hex'))

type Case = {
  route: string
  path: string
  fields?: Record<string, string>
  method?: 'PUT'
  may: Who[]
  guests?: boolean
}
/** What managers of campaigns do; a change without the version that it is made over changes nothing. */
const campaign = `/campaigns/${campaignId}`
const managers: Who[] = ['admin', 'office']
const asked = (address: string): Case[] => [
  { route: `GET ${routeOf(address)}`, path: address, may: managers },
  { route: `POST ${routeOf(address)}`, path: address, fields: {}, may: managers },
]
const routeOf = (address: string) =>
  address.replace(`${campaign}/periods/${period}`, 'PERIOD').replace(campaign, 'CAMPAIGN')
const campaignCases: Case[] = [
  { route: 'GET /campaigns', path: '/campaigns', may: managers },
  { route: 'POST /campaigns', path: '/campaigns', fields: {}, may: managers },
  { route: 'GET /campaigns/new', path: '/campaigns/new', may: managers },
  { route: 'GET CAMPAIGN', path: campaign, may: managers },
  { route: 'GET CAMPAIGN/steps/:step', path: `${campaign}/steps/about`, may: managers },
  { route: 'POST CAMPAIGN/steps/:step', path: `${campaign}/steps/about`, fields: {}, may: managers },
  {
    route: 'POST CAMPAIGN/steps/:step/look',
    path: `${campaign}/steps/units/look`,
    fields: {},
    may: managers,
  },
  { route: 'POST CAMPAIGN/filling', path: `${campaign}/filling`, fields: {}, may: managers },
  { route: 'POST CAMPAIGN/open', path: `${campaign}/open`, fields: {}, may: managers },
  ...['pause', 'resume', 'close', 'copy', 'delete', 'units'].flatMap((change) => asked(`${campaign}/${change}`)),
  ...['extend', 'close', 'assignments', 'assignments/import', 'reminders'].flatMap((change) =>
    asked(`${campaign}/periods/${period}/${change}`),
  ),
]

/** Each route as it is asked for, who gets through, and whether guests do. cell-1 is under river, cell-3 under lake. */
const cases: Case[] = [
  { route: 'GET /', path: '/', may: everyone, guests: true },
  { route: 'GET /assets/:name', path: '/assets/style.test.css', may: everyone, guests: true },
  { route: 'POST /language', path: '/language', fields: { language: 'en' }, may: everyone, guests: true },
  { route: 'GET /sign-in', path: '/sign-in', may: everyone, guests: true },
  { route: 'POST /sign-out', path: '/sign-out', fields: {}, may: everyone, guests: true },
  { route: 'GET /visits', path: '/visits', may: everyone },
  { route: 'GET UNIT/form', path: `${unit('cell-1')}/form`, may: ['inspector', 'riverInspector'] },
  { route: 'GET UNIT/form', path: `${unit('cell-3')}/form`, may: ['inspector'] },
  {
    route: 'POST UNIT/form',
    path: `${unit('cell-1')}/form`,
    fields: { id: 'no id' },
    may: ['inspector', 'riverInspector'],
  },
  { route: 'POST UNIT/form', path: `${unit('cell-3')}/form`, fields: { id: 'no id' }, may: ['inspector'] },
  {
    route: 'GET UNIT/responses/:response',
    path: `${unit('cell-1')}/responses/${responseId(1)}`,
    may: [...staff, 'inspector'],
  },
  {
    route: 'GET UNIT/responses/:response',
    path: `${unit('cell-3')}/responses/${responseId(2)}`,
    may: [...leaders, 'inspector'],
  },
  { route: 'GET /answers', path: '/answers', may: leaders },
  { route: 'GET CAMPAIGN/answers', path: `/campaigns/${campaignId}/answers`, may: leaders },
  { route: 'POST CAMPAIGN/answers', path: `/campaigns/${campaignId}/answers`, fields: {}, may: leaders },
  {
    route: 'GET CAMPAIGN/answers/neighbour',
    path: `/campaigns/${campaignId}/answers/neighbour`,
    may: leaders,
  },
  ...([1, 2] as const).flatMap((n): Case[] => {
    const place = unit(n === 1 ? 'cell-1' : 'cell-3')
    const record = `${place}/responses/${responseId(n)}`
    const readers = n === 1 ? staff : leaders
    const amenders: Who[] = ['admin', 'office']
    return [
      { route: 'GET UNIT/responses/:response/record', path: `${record}/record`, may: [...readers, 'inspector'] },
      { route: 'POST UNIT/responses/:response/accept', path: `${record}/accept`, fields: {}, may: readers },
      { route: 'POST UNIT/responses/:response/return', path: `${record}/return`, fields: {}, may: readers },
      { route: 'POST UNIT/responses/:response/release', path: `${record}/release`, fields: {}, may: amenders },
      { route: 'GET UNIT/responses/:response/withdraw', path: `${record}/withdraw`, may: amenders },
      { route: 'POST UNIT/responses/:response/withdraw', path: `${record}/withdraw`, fields: {}, may: amenders },
      {
        route: 'GET UNIT/pictures/:sha256',
        path: `${place}/pictures/${createHash('sha256').update(png).digest('hex')}`,
        may: [...readers, 'inspector'],
      },
    ]
  }),
  // The office is led on to a correction; whoever may not read a response hears that there is none.
  { route: 'GET UNIT/responses/:response/edit', path: `${sent}/edit`, may: ['admin', 'office', 'inspector'] },
  { route: 'POST UNIT/responses/:response/edit', path: `${sent}/edit`, fields: {}, may: ['inspector'] },
  { route: 'GET UNIT/responses/:response/correct', path: `${sent}/correct`, may: ['admin', 'office'] },
  { route: 'POST UNIT/responses/:response/correct', path: `${sent}/correct`, fields: {}, may: ['admin', 'office'] },
  ...(['cell-1', 'cell-3'] as const).flatMap((cell): Case[] => {
    const may: Who[] = cell === 'cell-1' ? ['inspector', 'riverInspector'] : ['inspector']
    return [
      { route: 'GET UNIT/not-possible', path: `${unit(cell)}/not-possible`, may },
      { route: 'POST UNIT/not-possible', path: `${unit(cell)}/not-possible`, fields: {}, may },
      { route: 'GET UNIT/enter', path: `${unit(cell)}/enter`, may: ['admin', 'office'] },
      { route: 'POST UNIT/enter', path: `${unit(cell)}/enter`, fields: {}, may: ['admin', 'office'] },
    ]
  }),
  ...(
    [
      ['GET CAMPAIGN/past', ''],
      ['GET CAMPAIGN/past/template.xlsx', '/template.xlsx'],
      ['GET CAMPAIGN/past/:import', '/import-1'],
      ['POST CAMPAIGN/past', ''],
      ['POST CAMPAIGN/past/periods', '/periods'],
      ['POST CAMPAIGN/past/:import', '/import-1'],
    ] as const
  ).map(
    ([route, rest]): Case => ({
      route,
      path: `/campaigns/${campaignId}/past${rest}`,
      ...(route.startsWith('POST') ? { fields: {} } : {}),
      may: ['admin', 'office'],
    }),
  ),
  { route: 'GET /actions', path: '/actions', may: [...leaders, 'inspector', 'riverInspector', 'reporter'] },
  { route: 'POST /actions', path: '/actions', fields: {}, may: leaders },
  ...(['csv', 'xlsx'] as const).map((ending): Case => {
    const file = `/actions/actions.${ending}`
    return { route: `GET ${file}`, path: file, may: [...leaders, 'inspector', 'riverInspector', 'reporter'] }
  }),
  { route: 'GET PERIOD/enter', path: `/campaigns/${campaignId}/periods/${period}/enter`, may: ['admin', 'office'] },
  // One's own draft, wherever one may answer by now.
  { route: 'GET UNIT/draft', path: `${unit('cell-1')}/draft`, may: everyone },
  { route: 'POST UNIT/draft', path: `${unit('cell-1')}/draft`, fields: {}, may: everyone },
  {
    route: 'GET UNIT/evidence/:sha256/:name',
    path: `${unit('cell-1')}/evidence/${sha256}/a.pdf`,
    may: [...staff, 'inspector'],
  },
  {
    route: 'GET UNIT/evidence/:sha256/:name',
    path: `${unit('cell-3')}/evidence/${sha256}/a.pdf`,
    may: [...leaders, 'inspector'],
  },
  { route: 'GET /people', path: '/people', may: ['admin'] },
  { route: 'POST /people', path: '/people', fields: {}, may: ['admin'] },
  { route: 'GET /people/new', path: '/people/new', may: ['admin'] },
  { route: 'POST /people/invitations', path: '/people/invitations', fields: { person: office.id }, may: ['admin'] },
  { route: 'POST /people/slips', path: '/people/slips', fields: { person: office.id }, may: ['admin'] },
  { route: 'GET /people/:person', path: path.person(office.id), may: ['admin'] },
  { route: 'POST /people/:person', path: path.person(office.id), fields: {}, may: ['admin'] },
  { route: 'GET /people/:person/removal', path: path.personRemoval(office.id), may: ['admin'] },
  { route: 'POST /people/:person/removal', path: path.personRemoval(office.id), fields: {}, may: ['admin'] },
  { route: 'POST /people/:person/invitation', path: path.personInvitation(office.id), fields: {}, may: ['admin'] },
  { route: 'POST /people/:person/links', path: path.personLinks(office.id), fields: {}, may: ['admin'] },
  {
    route: 'POST /people/:person/links/:link/revocation',
    path: path.linkRevocation(office.id, hashOf(linkToken.toUpperCase())),
    fields: {},
    may: ['admin'],
  },
  { route: 'GET /audit', path: '/audit', may: ['admin'] },
  { route: 'GET /people/import', path: '/people/import', may: ['admin'] },
  { route: 'POST /people/import', path: '/people/import', fields: {}, may: ['admin'] },
  { route: 'POST /people/imported', path: '/people/imported', fields: {}, may: ['admin'] },
  { route: 'GET /people/teams', path: '/people/teams', may: planners },
  { route: 'POST /people/teams', path: '/people/teams', fields: {}, may: planners },
  { route: 'GET /people/teams/new', path: '/people/teams/new', may: planners },
  { route: 'GET /people/teams/:team', path: path.team(team.id), may: planners },
  { route: 'POST /people/teams/:team', path: path.team(team.id), fields: {}, may: planners },
  { route: 'GET /people/teams/:team/removal', path: path.teamRemoval(team.id), may: planners },
  { route: 'POST /people/teams/:team/removal', path: path.teamRemoval(team.id), fields: {}, may: planners },
  { route: 'GET /organisation/next-steps', path: '/organisation/next-steps', may: ['admin'] },
  { route: 'GET /organisation/settings', path: '/organisation/settings', may: ['admin'] },
  { route: 'POST /organisation/settings', path: '/organisation/settings', fields: {}, may: ['admin'] },
  // Gone, because there is an organisation.
  { route: 'GET /setup', path: '/setup', may: [] },
  { route: 'POST /setup', path: '/setup', fields: {}, may: [] },
  { route: 'GET /enter/:token', path: path.enter(linkToken), may: everyone, guests: true },
  { route: 'POST /enter/:token', path: path.enter(linkToken), fields: {}, may: everyone, guests: true },
  ...(['paper', 'record.pdf'] as const).flatMap((file): Case[] => [
    {
      route: `GET UNIT/responses/:response/${file}`,
      path: `${unit('cell-1')}/responses/${responseId(1)}/${file}`,
      may: [...staff, 'inspector'],
    },
    {
      route: `GET UNIT/responses/:response/${file}`,
      path: `${unit('cell-3')}/responses/${responseId(2)}/${file}`,
      may: [...leaders, 'inspector'],
    },
  ]),
  { route: 'GET PERIOD/records', path: `${records}?unit=cell-1`, may: staff },
  { route: 'GET PERIOD/records', path: `${records}?unit=cell-3`, may: leaders },
  { route: 'POST PERIOD/records.pdf', path: `${records}.pdf`, fields: { unit: 'cell-1' }, may: staff },
  { route: 'POST PERIOD/records.pdf', path: `${records}.pdf`, fields: { unit: 'cell-3' }, may: leaders },
  { route: 'GET PERIOD/records.pdf', path: `${records}.pdf?content=${'r'.repeat(43)}`, may: staff },
  {
    route: 'GET VERSION/blank',
    path: `${version}/blank`,
    may: ['inspector', 'riverInspector', 'office', ...designers],
  },
  {
    route: 'GET VERSION/blank.pdf',
    path: `${version}/blank.pdf`,
    may: ['inspector', 'riverInspector', 'office', ...designers],
  },
  { route: 'GET CAMPAIGN/board', path: `/campaigns/${campaignId}/board`, may: leaders },
  { route: 'GET CAMPAIGN/board', path: `/campaigns/${campaignId}/board?unit=cell-1`, may: staff },
  { route: 'GET /progress', path: '/progress', may: leaders },
  { route: 'GET PERIOD/progress', path: `/campaigns/${campaignId}/periods/${period}/progress`, may: leaders },
  { route: 'GET /reports', path: '/reports', may: leaders },
  { route: 'POST /reports', path: '/reports', fields: make, may: staff },
  { route: 'GET /reports/:report/report.pdf', path: `/reports/${report.id}/report.pdf`, may: staff },
  { route: 'GET /forms', path: '/forms', may: designers },
  { route: 'POST /forms', path: '/forms', fields: {}, may: designers },
  { route: 'GET /forms/preview', path: '/forms/preview', may: designers },
  { route: 'POST /forms/preview', path: '/forms/preview', fields: {}, may: designers },
  { route: 'GET VERSION', path: version, may: designers },
  { route: 'GET /forms/:form/pictures/:sha256', path: `/forms/visit/pictures/${pictureHash}`, may: everyone },
  { route: 'GET VERSION/form.xlsx', path: `${version}/form.xlsx`, may: designers },
  { route: 'GET VERSION/files/:file', path: path.formFile(filed.formId, 1, 'towns.csv'), may: designers },
  { route: 'GET VERSION/form.json', path: `${version}/form.json`, may: designers },
  { route: 'GET VERSION/campaigns/:campaign', path: `${version}/campaigns/${campaignId}`, may: designers },
  { route: 'POST VERSION/campaigns/:campaign', path: `${version}/campaigns/${campaignId}`, fields: {}, may: designers },
  ...campaignCases,
  { route: 'POST /api/responses', path: '/api/responses', fields: {}, may: everyone },
  {
    route: 'GET /apiUNIT/responses/:response',
    path: `/api${unit('cell-1')}/responses/${responseId(1)}`,
    may: [...staff, 'inspector'],
  },
  ...(['cell-1', 'cell-3'] as const).flatMap((cell): Case[] => {
    const evidence = `/api${unit(cell)}/evidence/${sha256}`
    const announced = `size=${pdf.length}&partSize=32768&type=file`
    const entering: Who[] = ['admin', 'office', 'inspector']
    const may: Who[] = cell === 'cell-1' ? [...entering, 'riverInspector'] : entering
    return [
      { route: 'GET /apiUNIT/evidence/:sha256', path: `${evidence}?${announced}`, may },
      {
        route: 'PUT /apiUNIT/evidence/:sha256/parts/:part',
        path: `${evidence}/parts/1?${announced}`,
        method: 'PUT',
        may,
      },
      {
        route: 'POST /apiUNIT/evidence/:sha256/complete',
        path: `${evidence}/complete?${announced}`,
        fields: {},
        may,
      },
    ]
  }),
  { route: 'GET /organisation', path: '/organisation', may: [...leaders, 'designer'] },
  { route: 'GET /organisation/units/:unit', path: '/organisation/units/cell-1', may: [...staff, 'designer'] },
  { route: 'GET /organisation/units/:unit', path: '/organisation/units/cell-3', may: [...leaders, 'designer'] },
  { route: 'GET /account/tokens', path: '/account/tokens', may: everyone },
  { route: 'POST /account/tokens', path: '/account/tokens', fields: {}, may: everyone },
  {
    route: 'GET /account/tokens/:token/revocation',
    path: path.tokenRevocation(tokenIdOf('phieu_kept')),
    may: ['leader'],
  },
  {
    route: 'POST /account/tokens/:token/revocation',
    path: path.tokenRevocation(tokenIdOf('phieu_revoked')),
    fields: {},
    may: ['leader'],
  },
  { route: 'GET /exports', path: '/exports', may: leaders },
  { route: 'GET /exports/new', path: '/exports/new', may: leaders },
  { route: 'POST /exports', path: '/exports', fields: { campaign: campaignId }, may: leaders },
  { route: 'GET /exports/:export/file', path: path.exportFile(exported.id), may: ['leader'] },
  { route: 'POST /exports/:export/again', path: path.exportAgain(exported.id), fields: {}, may: ['leader'] },
  { route: 'POST /api/exports', path: '/api/exports', fields: {}, may: leaders },
  { route: 'GET /api/exports/:export', path: path.api.export(exported.id), may: ['leader'] },
  { route: 'GET /api/exports/:export/file', path: path.api.exportFile(exported.id), may: ['leader'] },
  ...unitEdits.flatMap((edit): Case[] => [
    { route: `GET /organisation/units/:unit/${edit}`, path: `/organisation/units/cell-1/${edit}`, may: ['admin'] },
    {
      route: `POST /organisation/units/:unit/${edit}`,
      path: `/organisation/units/cell-1/${edit}`,
      fields: { step: 'edit' },
      may: ['admin'],
    },
  ]),
  { route: 'GET /organisation/import', path: '/organisation/import', may: ['admin'] },
  { route: 'POST /organisation/import', path: '/organisation/import', fields: {}, may: ['admin'] },
  { route: 'GET /organisation/import/preview', path: '/organisation/import/preview', may: ['admin'] },
  { route: 'POST /organisation/import/preview', path: '/organisation/import/preview', fields: {}, may: ['admin'] },
  { route: 'GET /organisation/units.csv', path: '/organisation/units.csv', may: [...leaders, 'designer'] },
  { route: 'GET /organisation/units.xlsx', path: '/organisation/units.xlsx', may: [...leaders, 'designer'] },
  { route: 'GET /api/units', path: '/api/units?action=progress.read&q=cell', may: leaders },
  { route: 'GET /apiPERIOD/progress', path: `/api/campaigns/${campaignId}/periods/${period}/progress`, may: leaders },
]

const nameOf = ({ method, path }: (typeof routes)[number]) =>
  `${method} ${path}`
    .replace('/campaigns/:campaign/periods/:period/units/:unit', 'UNIT')
    .replace('/campaigns/:campaign/periods/:period', 'PERIOD')
    .replace('/forms/:form/versions/:version', 'VERSION')
    .replace(/ \/campaigns\/:campaign(?=\/|$)/, ' CAMPAIGN')

let api: TestApi
beforeAll(async () => {
  api = testApi()
  await store(api.table)
  for (const [n, cell] of [
    [1, 'cell-1'],
    [2, 'cell-3'],
  ] as const)
    await api.postJson('/api/responses', aSubmission({ id: responseId(n), unit: unitId(cell) }), inspector)
  for (const text of tokenTexts)
    await insertToken(api.table, text, {
      ...{ organisationId: org, personId: leader.id, name: 'Test', scopes: ['units:read'] },
      ...{ createdAt: testNow, expiresAt: '2013-12-31T00:00:00.000Z' },
    })
  await insertExport(api.table, exported)
  await insertReport(api.table, { ...report, state: 'composed', content: 'x'.repeat(43) })
  await api.objects.put(
    reportPdfKey({ ...report, content: 'x'.repeat(43) }) ?? '',
    Buffer.from('%PDF-'),
    'application/pdf',
  )
  for (const cell of ['cell-1', 'cell-3']) {
    await storeEvidence(api.deps, roundAt(unitId(cell)), pdf, 'a.pdf', inspector.id, 'file')
    await storeEvidence(api.deps, roundAt(unitId(cell)), png, 'a.png', inspector.id, 'image')
  }
  // Everybody has asked for a file of cell-1 when they could.
  for (const { id } of Object.values(people))
    await noteRecordsFile(api.table, org, id, {
      campaignId,
      periodId: period,
      unitId: unitId('cell-1'),
      content: 'r'.repeat(43),
      records: 1,
      askedAt: testNow,
    })
  await api.objects.put(formPictureKey(org, asId(FormId, 'visit'), pictureHash), png, 'image/png')
  await publishForm(api.table, { organisationId: org, ...filed, by: null, at: testNow })
  await insertLink(api.table, linkToken, { ...link, personId: reporter.id })
  await insertLink(api.table, linkToken.toUpperCase(), { ...link, personId: office.id })
  await saveTeam(api.table, org, team, 0)
  const rows = { header: { row: 1, cells: [] }, rows: [], locale: 'vi' } as const
  await insertPastImport(api.deps, campaignId, pastImport, rows)
  await storeOther()
})

const link = {
  organisationId: org,
  createdAt: testNow,
  createdBy: admin.id,
  expiresAt: '2999-01-01T00:00:00.000Z',
  units: [unitId('bloc')],
}

/** A second organisation, whose one person holds every role there is, at units with the same ids; it has no cells. */
const otherOrg = asId(OrganisationId, 'other')
async function storeOther() {
  const other = units.filter(({ level }) => level !== 'cell')
  await saveOrganisation(api.table, { id: otherOrg, name: { vi: 'Khác' }, timeZone: 'Asia/Ho_Chi_Minh' }, other, 0)
  await insertPerson(api.table, otherOrg, admin)
}

const ask = ({ path, fields, method }: Case, as?: Person) =>
  fields ? api.postForm(path, fields, as) : api.request(path, { method: method ?? 'GET', ...(as ? { as } : {}) })

/** 401, 403 and "no such response" are refusals; so is being led to sign in. Anything else got through to the route. */
const refused = (status: number, location: string | null) =>
  status === 401 || status === 403 || status === 404 || (status === 302 && (location ?? '').startsWith('/sign-in?'))

/** The callback is for tests of signing in, actions of a unit for the access matrix. */
test('the table below names every other route', () => {
  const known = new Set(cases.map(({ route }) => route))
  const ofUnits = / UNIT\/actions\//
  expect(routes.map(nameOf).filter((name) => !known.has(name) && !ofUnits.test(name))).toEqual([
    'GET /sign-in/callback',
  ])
  expect([...known].filter((name) => !routes.map(nameOf).includes(name))).toEqual([])
})

describe.each(cases)('$route $path', (one) => {
  const { may, guests } = one
  test.each(everyone)('%s', async (who) => {
    const answer = await ask(one, people[who])
    expect(refused(answer.status, answer.headers.get('location')), `answered ${answer.status}`).toBe(!may.includes(who))
  })
  test('a guest', async () => {
    const answer = await ask(one)
    expect(refused(answer.status, answer.headers.get('location')), `answered ${answer.status}`).toBe(!guests)
  })
})

test('every role of the table of roles is held by somebody in this walk', () => {
  const held = new Set(Object.values(people).flatMap((person) => person.roles.map(({ role }) => role)))
  expect(
    Object.values(rolesFor)
      .flat()
      .filter((role) => !held.has(role)),
  ).toEqual([])
})

test('a leader of a part sees the figures of that part alone', async () => {
  const figures = async (as: Person) =>
    (await api.request(`/api/campaigns/${campaignId}/periods/${period}/progress`, { as })).json()
  expect(await figures(leader)).toMatchObject({ expected: 3, reported: 2, responses: 2 })
  expect(await figures(lakeLeader)).toMatchObject({ expected: 1, reported: 1, responses: 1 })
  expect(JSON.stringify(await figures(lakeLeader))).not.toContain('Sông')
})

test('a response is found under its own unit alone, and a unit of another shape is no unit', async () => {
  for (const path of [
    `${unit('cell-3')}/responses/${responseId(1)}`,
    `${unit('cell-')}/responses/${responseId(1)}`,
    `${unit('..%2Fcell-1')}/form`,
  ])
    expect((await api.request(path, { as: inspector })).status, path).toBe(404)
})

test.each(cases.filter(({ guests }) => !guests))(
  'another organisation finds nothing of this one: $route',
  async ({ path, fields, method }) => {
    const token = api.deps.randomToken()
    const who = { organisationId: otherOrg, personId: admin.id }
    const roles = Object.values(people).flatMap((person) => person.roles)
    await api.table.remove({ pk: `ORG#${otherOrg}`, sk: `PERSON#${admin.id}` })
    await insertPerson(api.table, otherOrg, { ...admin, roles })
    await insertSession(api.table, token, who, '2999-01-01T00:00:00.000Z')
    const headers = { cookie: `phieu-session=${token}` }
    const init = fields
      ? { method: 'POST', body: new URLSearchParams(fields), headers }
      : { method: method ?? 'GET', headers }
    const answer = await api.request(path, init)
    const text = await answer.text()
    const lists = [
      '/visits',
      '/progress',
      '/reports',
      '/forms',
      '/forms/preview',
      '/exports',
      '/exports/new',
      '/api/units',
      '/organisation',
      '/organisation/import',
      '/organisation/import/preview',
      '/organisation/units.csv',
      '/organisation/units.xlsx',
      '/account/tokens',
      '/people',
      '/people/new',
      '/people/import',
      '/audit',
      '/organisation/next-steps',
      '/organisation/settings',
      '/people/teams',
      '/people/teams/new',
      '/answers',
      '/actions',
      '/actions/actions.csv',
      '/actions/actions.xlsx',
      '/campaigns',
      '/campaigns/new',
    ]
    if (lists.includes(path.replace(/\?.*/, '')) && !fields)
      expect(text).not.toMatch(/Khảo sát chi bộ|Cell survey|Quality of cells|cell-form/)
    else expect(answer.status).toBeGreaterThanOrEqual(400)
  },
)
