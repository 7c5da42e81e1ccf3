// An organisation in which every unit stands in another relation to the unit where roles are held, with something of each kind
// at each of them; and who is under whom, worked out by hand from the list of what happened.

import { createHash } from 'node:crypto'
import { storeEvidence } from '../../functions/api/evidence.ts'
import { roundSecret } from '../../functions/invite.ts'
import { contentTypes, reportFiles } from '../../functions/report-files.ts'
import { listUnitActions, saveAction } from '../../functions/store/actions.ts'
import { insertCampaignUnit, saveCampaign } from '../../functions/store/campaigns.ts'
import { insertExport, newExport } from '../../functions/store/exports.ts'
import { formPictureKey, publishForm } from '../../functions/store/form-library.ts'
import { insertDoor } from '../../functions/store/invitations.ts'
import { noteVerification } from '../../functions/store/issues.ts'
import { addMark } from '../../functions/store/marks.ts'
import { saveTree } from '../../functions/store/organisation.ts'
import { insertPastImport } from '../../functions/store/past-imports.ts'
import { insertPerson } from '../../functions/store/people.ts'
import { insertLink } from '../../functions/store/personal-links.ts'
import { savePlan } from '../../functions/store/report-plans.ts'
import { saveOwnTemplate } from '../../functions/store/report-templates.ts'
import { insertReport, newReport, reportFolder } from '../../functions/store/reports.ts'
import { insertRevision } from '../../functions/store/responses.ts'
import { insertSession } from '../../functions/store/sessions.ts'
import { saveTeam } from '../../functions/store/teams.ts'
import { bucketFor } from '../../shared/campaign/bucket.ts'
import { type Campaign, enterUnit } from '../../shared/campaign/campaign.ts'
import { pdf, png } from '../../shared/evidence/evidence-fixture.ts'
import { Sha256 } from '../../shared/evidence/reference.ts'
import {
  asId,
  CampaignId,
  FormId,
  type OrganisationId,
  OrganisationId as OrganisationIdSchema,
  PastImportId,
  PersonId,
  ReportPlanId,
  type ResponseId,
  TeamId,
  type UnitId,
} from '../../shared/ids.ts'
import { type Action, type Person, type Role, roles, rolesFor } from '../../shared/organisation/access.ts'
import { type Day, firstDay } from '../../shared/organisation/day.ts'
import type { TreeHistory, UnitHistory } from '../../shared/organisation/history.ts'
import { emptyTally } from '../../shared/past/import.ts'
import { newOwnId } from '../../shared/report/own-template.ts'
import { plainTemplate } from '../../shared/report/suggest-template.ts'
import { campaignResults } from '../../shared/report/templates/campaign-results.ts'
import { VerifyCode } from '../../shared/report/verify-code.ts'
import { sentStep } from '../../shared/response/step.ts'
import { memberPersonId } from '../../shared/survey/member-id.ts'
import { Door } from '../../shared/survey/survey.ts'
import { partitionedTable } from '../bench/support/partitioned-table.ts'
import { testApi } from './api.ts'
import { aRequest } from './export-scene.ts'
import { sampleReport } from './sample-report.ts'
import { aCampaign, aSubmission, org, period, plan, raisingForm, responseId, unitId } from './scenario.ts'

// --- what happened to the tree ---

/** Where the unit at which roles are held stands to each of the others; "foreign" is of another organisation. */
export const relations = [
  'own',
  'parent',
  'sibling',
  'child',
  'cousin',
  'moved-in',
  'moved-out',
  'ended',
  'merged',
  'foreign',
] as const
export type Relation = (typeof relations)[number]

type Happened =
  | { readonly day: string; readonly unit: string; readonly under: string | null }
  /** `heir`: who carries on; null: nobody, so that it rolls up to what it stood under. */
  | { readonly day: string; readonly unit: string; readonly closedInto: string | null }

const began = '2000-01-01'
const merger = '2013-02-01'
const happened: readonly Happened[] = [
  { day: began, unit: 'top', under: null },
  { day: began, unit: 'parent', under: 'top' },
  { day: began, unit: 'other', under: 'top' },
  { day: began, unit: 'own', under: 'parent' },
  { day: began, unit: 'sibling', under: 'parent' },
  { day: began, unit: 'child', under: 'own' },
  { day: began, unit: 'cousin', under: 'other' },
  { day: began, unit: 'moved-in', under: 'other' },
  { day: began, unit: 'moved-out', under: 'own' },
  { day: began, unit: 'ended', under: 'own' },
  { day: began, unit: 'merged', under: 'own' },
  { day: merger, unit: 'moved-in', under: 'own' },
  { day: merger, unit: 'moved-out', under: 'other' },
  { day: merger, unit: 'ended', closedInto: null },
  { day: merger, unit: 'merged', closedInto: 'cousin' },
]

/** The unit and all that it stands under or rolls up to at the end of what happened, one after the other. */
function lineByHand(unit: string): readonly string[] {
  let above: string | null = null
  for (const one of happened) {
    if (one.unit !== unit) continue
    if ('under' in one) above = one.under
    else if (one.closedInto !== null) above = one.closedInto
  }
  return above === null ? [unit] : [unit, ...lineByHand(above)]
}

const isClosed = (unit: string): boolean => happened.some((one) => one.unit === unit && 'closedInto' in one)

/** What is done by a unit's own people takes a unit that stands. */
const byTheUnit: readonly Action[] = ['inspection.answer', 'unit-report.answer']

/** Whether a role held at one unit allows it at another: the table of roles, and the tree by hand. */
export function allowedByHand(role: Role, heldAt: string, action: Action, target: string): boolean {
  const may: readonly Role[] = rolesFor[action]
  if (target === 'foreign' || !may.includes(role)) return false
  if (isClosed(target) && byTheUnit.includes(action)) return false
  return lineByHand(target).includes(heldAt)
}

/** A name that a page can be searched for. */
export const markOf = (unit: string): string => `Zq${unit.replace('-', '')}`

const asDay = (text: string): Day => text as Day
const treeOf = (): TreeHistory =>
  [...new Set(happened.map(({ unit }) => unit))].map((id): UnitHistory => {
    const facts = { code: `K-${id}`, name: `Chi bộ ${markOf(id)}`, level: 'cell', members: 30 }
    const own = happened.filter(({ unit }) => unit === id)
    const states = own.flatMap((one) =>
      'under' in one
        ? [
            {
              ...facts,
              parentId: one.under === null ? null : unitId(one.under),
              from: one.day === began ? firstDay : asDay(one.day),
            },
          ]
        : [],
    )
    const end = own.flatMap((one) =>
      'closedInto' in one
        ? [{ from: asDay(one.day), successors: one.closedInto === null ? [] : [unitId(one.closedInto)] }]
        : [],
    )[0]
    return { id: unitId(id), states, ...(end ? { closed: end } : {}) }
  })

// --- who is there ---

export type Holder = { readonly person: Person; readonly role: Role; readonly heldAt: 'own' | 'top' }

const personOf = (id: string, held: Person['roles']): Person => ({
  id: asId(PersonId, id),
  name: `Người ${id}`,
  email: `${id}@example.org`,
  roles: held,
})
export const holders: readonly Holder[] = (['own', 'top'] as const).flatMap((heldAt) =>
  roles.map((role) => ({
    role,
    heldAt,
    person: personOf(`${role}-${heldAt}`, [{ role, unitId: unitId(heldAt) }]),
  })),
)
/** Whoever sent what there is; nobody of the holders. */
const field = personOf('field', [
  { role: 'inspector', unitId: unitId('top') },
  { role: 'reporter', unitId: unitId('top') },
])
const otherOrg = asId(OrganisationIdSchema, 'other-org')
/** Of the other organisation, with every role there is, at units some of which have the same ids. */
export const stranger = personOf(
  'stranger',
  roles.flatMap((role) => ['top', 'own'].map((at) => ({ role, unitId: unitId(at) }))),
)

// --- what there is at each unit ---

export const sha256 = asId(Sha256, createHash('sha256').update(pdf).digest('hex'))
export const pictureHash = asId(Sha256, createHash('sha256').update(png).digest('hex'))
export const surveyDoor = 'K7M4'
export const linkToken = 'a-token-of-many-random-bits'
export const exportId = 'an-export'
/** Of an issued report of the organisation. */
export const verifyCode = asId(VerifyCode, 'K7M42XQ9PD3W0A1B')
const before = '2013-01-10T00:00:00.000Z'
const now = '2013-03-01T00:00:00.000Z'

/** What addresses and bodies name of a unit. */
export type Things = {
  readonly unit: UnitId
  readonly code: string
  /** Holds the unit: a campaign of visits and one of reports, of the whole organisation; and one that is the unit's own. */
  readonly visits: CampaignId
  readonly reports: CampaignId
  readonly own: CampaignId
  /** The survey of the whole organisation, and one under names that cells score. */
  readonly members: CampaignId
  readonly scored: CampaignId
  readonly response: ResponseId
  readonly report: string
  readonly plan: ReportPlanId
  readonly template: string
  readonly person: PersonId
  readonly link: string
  readonly team: TeamId
  readonly form: FormId
  /** An action of the unit, and the version it was stored in. */
  readonly action: string
}

export type AccessWorld = Awaited<ReturnType<typeof accessWorld>>

export async function accessWorld() {
  let time = before
  const table = partitionedTable()
  const api = testApi({ table, now: () => time })
  const cookieOf = async (person: Person, of: OrganisationId = org): Promise<string> => {
    const token = api.deps.randomToken()
    await insertSession(table, token, { organisationId: of, personId: person.id }, '2999-01-01T00:00:00.000Z')
    return `phieu-session=${token}`
  }
  const send = async (address: string, init: RequestInit & { cookie?: string | undefined } = {}) => {
    const headers = new Headers({ 'accept-language': 'en', origin: api.deps.publicUrl })
    new Headers(init.headers).forEach((value, name) => {
      headers.set(name, value)
    })
    if (init.cookie) headers.set('cookie', init.cookie)
    return api.app.request(`${api.deps.publicUrl}${address}`, { ...init, headers })
  }
  const makes = { api, table, send, cookieOf }
  await fillOrganisation(makes, org, treeOf(), '')
  await fillOrganisation(makes, otherOrg, foreignTree(), 'foreign-')
  const things = new Map<Relation, Things>()
  for (const [n, relation] of relations.entries())
    things.set(relation, await fillUnit(makes, relation, n + 1, relation === 'foreign' ? 'foreign-' : ''))
  await insertPerson(table, otherOrg, stranger)
  for (const { person } of holders) await insertPerson(table, org, person)
  time = now
  return { ...makes, things: (relation: Relation) => known(things, relation), otherOrg }
}
type Makes = {
  readonly api: ReturnType<typeof testApi>
  readonly table: ReturnType<typeof partitionedTable>
  readonly send: (address: string, init?: RequestInit & { cookie?: string | undefined }) => Promise<Response>
  readonly cookieOf: (person: Person, of?: OrganisationId) => Promise<string>
}

function known<K, V>(map: ReadonlyMap<K, V>, key: K): V {
  const value = map.get(key)
  if (value === undefined) throw new Error(`Nothing at ${String(key)}`)
  return value
}

const foreignTree = (): TreeHistory =>
  (['top', 'own', 'foreign'] as const).map((id) => {
    const facts = { code: `F-${id}`, name: `Khác ${id}`, level: 'cell', members: 1 }
    return { id: unitId(id), states: [{ ...facts, parentId: id === 'top' ? null : unitId('top'), from: firstDay }] }
  })

const campaignNamed = (name: string, of: OrganisationId, changes: Partial<Campaign> = {}): Campaign =>
  aCampaign({
    id: asId(CampaignId, name),
    organisationId: of,
    unitId: unitId('top'),
    form: { formId: formOf(of), version: 1 },
    ...changes,
  })
const formOf = (of: OrganisationId) => asId(FormId, of === org ? 'cell-form' : 'foreign-form')

/** Tree, people, the form with a CSV file beside it, and the two campaigns of the whole. */
async function fillOrganisation(
  { api, table }: Makes,
  of: OrganisationId,
  history: TreeHistory,
  prefix: string,
): Promise<void> {
  await saveTree(table, { id: of, name: { vi: 'Khối' }, timeZone: 'Asia/Ho_Chi_Minh' }, history, 0)
  await insertPerson(table, of, field)
  const form = { ...raisingForm.form, fileLists: [{ name: 'towns.csv', columns: ['name'], rows: [['hue']] }] }
  await publishForm(table, { organisationId: of, formId: formOf(of), form, by: null, at: before })
  await api.objects.put(formPictureKey(of, formOf(of), pictureHash), png, 'image/png')
  for (const [name, kind] of [
    ['visits', 'inspection'],
    ['reports', 'unit-report'],
  ] as const)
    await saveCampaign(table, campaignNamed(`${prefix}${name}`, of, { kind }), 0)
  if (of === org) await anIssuedReport(table)
  await saveCampaign(table, campaignNamed(`${prefix}scored`, of, scoredSurvey), 0)
  // One link that nobody revokes on the walk, for entering.
  if (of === org) await insertLink(table, linkToken, linkOf(of, field.id))
  if (of === org) await openSurvey(api, campaignNamed('members', of, { kind: 'member-survey' }))
  const entry = newExport({ organisationId: of, request: aRequest(), askedBy: field.id, askedAt: before }, 'random')
  await insertExport(table, { ...entry, id: `${prefix}${exportId}` as typeof entry.id })
}

/** A report that anybody may verify. */
async function anIssuedReport(table: Makes['table']): Promise<void> {
  const planId = asId(ReportPlanId, 'plan-issued')
  const issued = { ...plan, id: planId, organisationId: org, unitId: unitId('top'), title: { vi: 'Báo cáo' } }
  await savePlan(table, issued, 0)
  const report = {
    ...newReport(issued, { periodId: period, requestedAt: before, requestedBy: 'schedule' }),
    state: 'ready',
    content: 'i'.repeat(43),
    issue: {
      number: 1,
      date: asDay('2013-01-10'),
      place: 'Hà Nội',
      signatory: { authority: null, post: 'TRƯỞNG BAN', name: 'Trần Văn A' },
      hasQr: false,
      body: { above: 'ĐẢNG ỦY KHỐI', name: 'BAN TỔ CHỨC' },
      documentNumber: 'Số 01-BC/BTC',
      subject: 'Chất lượng chi bộ',
      code: verifyCode,
      by: field.id,
      at: before,
      files: { pdf: { sha256: 'a'.repeat(64), size: 5 } },
    },
  } as const
  await insertReport(table, report)
  await noteVerification(table, verifyCode, report)
}

const scoredSurvey: Partial<Campaign> = {
  kind: 'member-survey',
  countingRule: 'many',
  survey: { way: 'named', breakdowns: [], scoring: 'marks' },
}

const memberAnswer = (n: number) => ({
  ...{ id: responseId(n), revision: 1, formVersion: 1, contentHash: '', receivedAt: before, finishedAt: undefined },
  ...({ standing: 'on-time', step: sentStep, raised: { findings: [] } } as const),
  answers: new Map([['meetings', 3]]),
  by: memberPersonId({ hash: `member-${n}` }),
})

/** A survey that whoever has its link may answer. */
async function openSurvey({ table, deps }: Makes['api'], campaign: Campaign): Promise<void> {
  const door = asId(Door, surveyDoor)
  await saveCampaign(table, { ...campaign, survey: { way: 'open', breakdowns: [], door } }, 0)
  await insertDoor(table, door, { organisationId: campaign.organisationId, campaignId: campaign.id })
  await roundSecret(deps, campaign, 'all')
}

/** A response with evidence and an action, the unit's own campaign, plan, report, person, team. */
async function fillUnit(makes: Makes, relation: Relation, n: number, prefix: string): Promise<Things> {
  const { api, table, send, cookieOf } = makes
  const of = relation === 'foreign' ? otherOrg : org
  const unit = unitId(relation)
  const [visits, reports] = [asId(CampaignId, `${prefix}visits`), asId(CampaignId, `${prefix}reports`)]
  const own = campaignNamed(`c-${relation}`, of, { unitId: unit })
  await saveCampaign(table, own, 0)
  for (const [id, kind] of [
    [visits, 'inspection'],
    [reports, 'unit-report'],
    [own.id, 'inspection'],
  ] as const)
    await insertCampaignUnit(table, campaignNamed(id, of, { kind }), enterUnit(unit, 1))
  const scored = campaignNamed(`${prefix}scored`, of, scoredSurvey)
  await insertCampaignUnit(table, scored, enterUnit(unit, 1))
  const bucket = bucketFor(scored.id, period, enterUnit(unit, 1), responseId(n))
  await insertRevision(table, bucket, memberAnswer(n))
  await addMark(table, bucket)
  const answers = { meetings: 3, minutes: 'no' }
  const submission = aSubmission({ id: responseId(n), campaign: visits, unit, answers })
  const sent = await send('/api/responses', {
    method: 'POST',
    body: JSON.stringify(submission),
    headers: { 'content-type': 'application/json' },
    cookie: await cookieOf(field, of),
  })
  if (sent.status !== 201) throw new Error(`${relation}: answered ${sent.status} ${await sent.text()}`)
  const round = {
    campaign: campaignNamed(visits, of),
    period: known(new Map(own.periods.map((one) => [one.id, one])), period),
    campaignUnit: enterUnit(unit, 1),
  }
  await storeEvidence(api.deps, round, pdf, 'a.pdf', field.id, 'file')
  await storeEvidence(api.deps, round, png, 'a.png', field.id, 'image')
  return {
    ...{
      unit,
      visits,
      reports,
      members: asId(CampaignId, `${prefix}members`),
      scored: scored.id,
      own: own.id,
      response: responseId(n),
      code: of === org ? `K-${relation}` : 'F-foreign',
    },
    ...(await fillDesk(makes, of, relation, n)),
    form: formOf(of),
    action: await anAction(makes, of, unit),
  }
}

const linkOf = (of: OrganisationId, personId: PersonId) => ({
  organisationId: of,
  personId,
  createdAt: before,
  createdBy: field.id,
  expiresAt: '2999-01-01T00:00:00.000Z',
  units: [unitId('top')],
})

async function fillDesk({ api, table }: Makes, of: OrganisationId, relation: Relation, n: number) {
  const unit = unitId(relation)
  const planId = asId(ReportPlanId, `plan-${relation}`)
  const title = { vi: `Báo cáo ${markOf(relation)}` }
  const campaigns = { cells: asId(CampaignId, `c-${relation}`) }
  const own = { ...plan, id: planId, organisationId: of, unitId: unit, title, campaigns }
  await savePlan(table, own, 0)
  const asked = newReport(own, {
    periodId: period,
    requestedAt: `2013-01-${String(n).padStart(2, '0')}T00:00:00.000Z`,
    requestedBy: 'schedule',
  })
  const report = { ...asked, state: 'composed', content: 'x'.repeat(43) } as const
  await insertReport(table, report)
  const { data, ...made } = reportFiles(reportFolder(report) ?? '')
  await api.objects.put(data, Buffer.from(JSON.stringify(sampleReport({ subject: title.vi }))), contentTypes.json)
  for (const file of Object.values(made)) await api.objects.put(file, Buffer.from('%PDF-'), contentTypes.pdf)
  const person = personOf(`p-${relation}`, [{ role: 'reporter', unitId: unit }])
  await insertPerson(table, of, { ...person, name: `Ông ${markOf(relation)}` })
  const token = `${linkToken}-${relation}`
  await insertLink(table, token, linkOf(of, person.id))
  const team = asId(TeamId, `t-${relation}`)
  await saveTeam(table, of, { id: team, name: `Tổ ${markOf(relation)}`, unitId: unit, memberIds: [person.id] }, 0)
  const rows = { header: { row: 1, cells: [] }, rows: [], locale: 'vi' } as const
  await insertPastImport(api.deps, asId(CampaignId, `c-${relation}`), pastImport, rows)
  const template = newOwnId(`template${relation}`)
  const drafted = { ...plainTemplate({ vi: `Mẫu ${markOf(relation)}` }), sections: campaignResults.sections }
  await saveOwnTemplate({ table }, of, { id: template, unitId: unit, published: 0, draft: drafted, before: null }, 0)
  return { template, plan: planId, report: report.id, person: person.id, team, link: token }
}

const pastImport = {
  id: asId(PastImportId, 'import-1'),
  fileName: 'a.csv',
  by: field.id,
  at: '2013-02-01T00:00:00.000Z',
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
} as const

/** An action of the unit's response, with a file in its history. */
async function anAction({ table, send, cookieOf }: Makes, of: OrganisationId, unit: UnitId): Promise<string> {
  await send('/actions', { cookie: await cookieOf(field, of) })
  const [found] = await listUnitActions(table, of, unit)
  if (!found) throw new Error(`${unit} has no action`)
  const files = [{ sha256, name: 'a.pdf' as never }]
  const step = { kind: 'checked', at: before, by: field.id, files } as const
  await saveAction(table, of, { ...found.action, steps: [...found.action.steps, step] }, found.version)
  return found.action.id
}
