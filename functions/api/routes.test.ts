// Walks the whole route table with everybody. What each may do is stated here a second time, by name, so that a change in
// the table of roles or in a route's needs shows as a difference.

import { createHash } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { pdf, png } from '../../shared/evidence/evidence-fixture.ts'
import { Sha256 } from '../../shared/evidence/reference.ts'
import { asId, FormId, OrganisationId } from '../../shared/ids.ts'
import { type Person, rolesFor } from '../../shared/organisation/access.ts'
import { path, unitEdits } from '../../shared/paths.ts'
import { type TestApi, testApi, testNow } from '../../test/support/api.ts'
import { roundAt } from '../../test/support/evidence.ts'
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
import { formPictureKey, publishForm } from '../store/form-library.ts'
import { saveOrganisation } from '../store/organisation.ts'
import { insertPerson } from '../store/people.ts'
import { insertReport, newReport, reportPdfKey } from '../store/reports.ts'
import { insertSession } from '../store/sessions.ts'
import { storeEvidence } from './evidence.ts'
import { routes } from './routes.ts'

const people = { admin, office, designer, leader, lakeLeader, inspector, riverInspector, reporter }
type Who = keyof typeof people
const staff: Who[] = ['admin', 'office', 'leader']
const everyone = Object.keys(people) as Who[]
const leaders: Who[] = [...staff, 'lakeLeader']

const designers: Who[] = ['admin', 'designer']

const version = `/forms/${form.formId}/versions/1`
/** A form with a CSV file. */
const filed = {
  formId: asId(FormId, 'filed'),
  form: { ...form.form, fileLists: [{ name: 'towns.csv', columns: ['name'], rows: [['hue']] }] },
}

const unit = (name: string) => `/campaigns/${campaignId}/periods/${period}/units/${name}`
const report = newReport({
  organisationId: org,
  planId: plan.id,
  periodId: period,
  requestedAt: '2013-02-01T00:00:00.000Z',
  requestedBy: 'schedule',
})
const make = { plan: plan.id, period }
const sha256 = createHash('sha256').update(pdf).digest('hex')
const pictureHash = asId(Sha256, createHash('sha256').update(png).digest('hex'))

/** Each route as it is asked for, who gets through, and whether guests do. cell-1 is under river, cell-3 under lake. */
type Case = {
  route: string
  path: string
  fields?: Record<string, string>
  method?: 'PUT'
  may: Who[]
  guests?: boolean
}
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
  { route: 'POST /api/responses', path: '/api/responses', fields: {}, may: everyone },
  {
    route: 'GET /apiUNIT/responses/:response',
    path: `/api${unit('cell-1')}/responses/${responseId(1)}`,
    may: [...staff, 'inspector'],
  },
  ...(['cell-1', 'cell-3'] as const).flatMap((cell): Case[] => {
    const evidence = `/api${unit(cell)}/evidence/${sha256}`
    const announced = `size=${pdf.length}&partSize=32768&type=file`
    const may: Who[] = cell === 'cell-1' ? ['inspector', 'riverInspector'] : ['inspector']
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

let api: TestApi
beforeAll(async () => {
  api = testApi()
  await store(api.table)
  for (const [n, cell] of [
    [1, 'cell-1'],
    [2, 'cell-3'],
  ] as const)
    await api.postJson('/api/responses', aSubmission({ id: responseId(n), unit: unitId(cell) }), inspector)
  await insertReport(api.table, { ...report, state: 'composed', content: 'x'.repeat(43) })
  await api.objects.put(
    reportPdfKey({ ...report, content: 'x'.repeat(43) }) ?? '',
    Buffer.from('%PDF-'),
    'application/pdf',
  )
  for (const cell of ['cell-1', 'cell-3']) {
    await storeEvidence(api.deps, roundAt(unitId(cell)), pdf, 'a.pdf', inspector.id, 'file')
  }
  await api.objects.put(formPictureKey(org, asId(FormId, 'visit'), pictureHash), png, 'image/png')
  await publishForm(api.table, { organisationId: org, ...filed, by: null, at: testNow })
  await storeOther()
})

/** A second organisation, whose people hold every role there is, at units with the same ids; it has no cells. */
const otherOrg = asId(OrganisationId, 'other')
async function storeOther() {
  const other = units.filter(({ level }) => level !== 'cell')
  await saveOrganisation(api.table, { id: otherOrg, name: { vi: 'Khác' }, timeZone: 'Asia/Ho_Chi_Minh' }, other, 0)
  for (const person of Object.values(people)) await insertPerson(api.table, otherOrg, person)
}

const ask = ({ path, fields, method }: Case, as?: Person) =>
  fields ? api.postForm(path, fields, as) : api.request(path, { method: method ?? 'GET', ...(as ? { as } : {}) })

/** 401, 403 and "no such response" are refusals; so is being led to sign in. Anything else got through to the route. */
const refused = (status: number, location: string | null) =>
  status === 401 || status === 403 || status === 404 || (status === 302 && (location ?? '').startsWith('/sign-in?'))

test('the table below names every route but the callback, which tests of signing in cover', () => {
  const known = new Set(cases.map(({ route }) => route))
  expect(routes.map(nameOf).filter((name) => !known.has(name))).toEqual(['GET /sign-in/callback'])
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
      '/api/units',
      '/organisation',
      '/organisation/import',
      '/organisation/import/preview',
      '/organisation/units.csv',
      '/organisation/units.xlsx',
    ]
    if (lists.includes(path.replace(/\?.*/, '')) && !fields)
      expect(text).not.toMatch(/Khảo sát chi bộ|Cell survey|Quality of cells|cell-form/)
    else expect(answer.status).toBeGreaterThanOrEqual(400)
  },
)
