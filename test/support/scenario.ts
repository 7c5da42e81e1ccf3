// A small organisation with an open campaign, stored in a table: what most tests of functions/ start from.

import { insertCampaignUnit, saveCampaign } from '../../functions/store/campaigns.ts'
import { publishForm } from '../../functions/store/form-library.ts'
import { saveOrganisation } from '../../functions/store/organisation.ts'
import { insertPerson } from '../../functions/store/people.ts'
import { savePlan } from '../../functions/store/report-plans.ts'
import type { Table } from '../../functions/store/table.ts'
import type { Campaign } from '../../shared/campaign/campaign.ts'
import { enterUnit } from '../../shared/campaign/campaign.ts'
import type { FormVersion } from '../../shared/form/form.ts'
import {
  asId,
  CampaignId,
  OrganisationId,
  PeriodId,
  PersonId,
  ReportPlanId,
  ResponseId,
  UnitId,
} from '../../shared/ids.ts'
import type { Person } from '../../shared/organisation/access.ts'
import { type Unit, unitTree } from '../../shared/organisation/unit.ts'
import type { ReportPlan } from '../../shared/report/plan.ts'
import type { Submission } from '../../shared/response/submission.ts'
import { formVersion } from './forms.ts'

export const org = asId(OrganisationId, 'org')
export const campaignId = asId(CampaignId, 'survey')
export const period = asId(PeriodId, '2013-H1')
export const unitId = (name: string) => asId(UnitId, name)

/** bloc > (river > cell-1, cell-2), (lake > cell-3) */
export const units: readonly Unit[] = [
  { id: unitId('bloc'), code: 'B', name: 'Đảng ủy Khối', level: 'bloc', parentId: null, members: 100 },
  { id: unitId('river'), code: 'R', name: 'Đảng bộ Sông', level: 'committee', parentId: unitId('bloc'), members: 60 },
  { id: unitId('lake'), code: 'L', name: 'Đảng bộ Hồ', level: 'committee', parentId: unitId('bloc'), members: 40 },
  { id: unitId('cell-1'), code: 'R1', name: 'Chi bộ Sông 1', level: 'cell', parentId: unitId('river'), members: 30 },
  { id: unitId('cell-2'), code: 'R2', name: 'Chi bộ Sông 2', level: 'cell', parentId: unitId('river'), members: 30 },
  { id: unitId('cell-3'), code: 'L1', name: 'Chi bộ Hồ 1', level: 'cell', parentId: unitId('lake'), members: 40 },
]
export const cells = ['cell-1', 'cell-2', 'cell-3'].map(unitId)

/** The sheets of the form that most tests ask. */
export const formSheets = {
  survey: `
    type | name | label::Tiếng Việt (vi) | label::English (en) | required | constraint | appearance
    integer | meetings | Số kỳ họp | Meetings | yes | . >= 0 |
    decimal | hours | Thời lượng | Hours | | . >= 0 and . <= 24 |
    select_one yn | minutes | Có sổ biên bản | Minutes book | | |
    text | note | Ghi chú | Note | | string-length(.) <= 200 | multiline`,
  choices: `
    list_name | name | label::Tiếng Việt (vi) | label::English (en)
    yn | yes | Có | Yes
    yn | no | Không | No`,
  settings: `
    form_title | form_title::English (en) | default_language
    Phiếu khảo sát | Survey | Tiếng Việt (vi)`,
}
export const form: FormVersion = formVersion('cell-form', formSheets)

/** The same form where answers raise findings: few meetings, no minutes book, more hours than meetings allow. */
export const raisingForm: FormVersion = formVersion('cell-form', {
  ...formSheets,
  survey: `
    type | name | label::Tiếng Việt (vi) | label::English (en) | required | finding | finding_severity | finding_message::Tiếng Việt (vi) | finding_message::English (en) | finding_action::Tiếng Việt (vi) | finding_action::English (en) | finding_due_days | consistency | consistency_message::Tiếng Việt (vi)
    integer | meetings | Số kỳ họp | Meetings | yes | . < 6 | high | Họp quá ít | Too few meetings | Họp đủ mỗi tháng | Meet every month | 30 | |
    decimal | hours | Thời lượng | Hours | | | | | | | | | \${hours} <= \${meetings} | Số giờ không khớp với số kỳ họp
    select_one yn | minutes | Có sổ biên bản | Minutes book | | . = 'no' | low | | | | | | |
    text | note | Ghi chú | Note | | | | | | | | | |`,
})

/** The campaign, open, with what a test wants otherwise. */
export const aCampaign = (changes: Partial<Campaign> = {}): Campaign => ({
  id: campaignId,
  organisationId: org,
  unitId: unitId('bloc'),
  state: 'open',
  figures: 'submitted',
  title: { vi: 'Khảo sát chi bộ', en: 'Cell survey' },
  kind: 'inspection',
  form: { formId: form.formId, version: form.version },
  earlierVersions: [],
  countingRule: 'many',
  periods: [{ id: period, opensAt: '2013-01-01T00:00:00.000Z', closesAt: null, graceDays: 10 }],
  indicators: [
    {
      id: 'meetings',
      name: { vi: 'Số kỳ họp' },
      shortName: { vi: 'Họp' },
      measure: { kind: 'mean', question: 'meetings' },
      format: 'number',
      decimals: 1,
      target: { value: '12', direction: 'at-least' },
    },
    {
      id: 'minutes',
      name: { vi: 'Có sổ biên bản' },
      shortName: { vi: 'Sổ' },
      measure: { kind: 'share', question: 'minutes', choices: ['yes'] },
      format: 'percent',
      decimals: 1,
    },
  ],
  ...changes,
})

type WithEmail = Person & { readonly email: string }
const person = (id: string, role: Person['roles'][number]['role'], at: string): WithEmail => ({
  id: asId(PersonId, id),
  name: id,
  email: `${id}@example.org`,
  roles: [{ role, unitId: unitId(at) }],
})
export const inspector = person('inspector', 'inspector', 'bloc')
export const riverInspector = person('river-inspector', 'inspector', 'river')
export const reporter = person('reporter', 'reporter', 'river')
export const leader = person('leader', 'leader', 'bloc')
export const lakeLeader = person('lake-leader', 'leader', 'lake')
export const office = person('office', 'office', 'bloc')
export const admin = person('admin', 'admin', 'bloc')
export const designer = person('designer', 'designer', 'bloc')
const everybody = [inspector, riverInspector, reporter, leader, lakeLeader, office, admin, designer]

/** The inspector as the submit path gets to know a signed-in person. */
export const asInspector = {
  person: inspector,
  organisationId: org,
  organisation: { timeZone: 'Asia/Ho_Chi_Minh' },
  tree: unitTree(units),
}

/** A plan for the bloc's report; due 15 days after the period, at 07:00. */
export const plan: ReportPlan = {
  id: asId(ReportPlanId, 'plan'),
  organisationId: org,
  title: { vi: 'Chất lượng chi bộ', en: 'Quality of cells' },
  template: 'cell-quality',
  language: 'vi',
  preset: 'party-2018',
  unitId: unitId('bloc'),
  campaigns: { cells: campaignId, committees: campaignId },
  header: { bodyAbove: 'ĐẢNG ỦY KHỐI', body: 'BAN TỔ CHỨC', documentSymbol: 'BC/BTC', place: 'Hà Nội' },
  recipients: ['Lưu'],
  sign: { authority: null, post: 'TRƯỞNG BAN' },
  scope: 'whole',
  every: 'period',
  schedule: { kind: 'days-after', days: 15, hour: 7 },
  since: '2013-01-01T00:00:00.000Z',
}

/** Stores organisation, people, form, campaign and report plan. `shards`: buckets of each unit; `asked`: another form. */
export async function store(table: Table, campaign = aCampaign(), shards = 1, asked = form): Promise<void> {
  await saveOrganisation(table, { id: org, name: { vi: 'Khối' }, timeZone: 'Asia/Ho_Chi_Minh' }, units, 0)
  for (const one of everybody) await insertPerson(table, org, one)
  const publication = { organisationId: org, formId: asked.formId, form: asked.form }
  await publishForm(table, { ...publication, by: null, at: '2012-12-01T00:00:00.000Z' })
  await saveCampaign(table, campaign, 0)
  await savePlan(table, plan, 0)
  for (const cell of cells) await insertCampaignUnit(table, campaign, { ...enterUnit(cell, 1), shards })
}

/** The n-th response id: v4-shaped, and the same in every run. */
export const responseId = (n: number) =>
  asId(ResponseId, `${n.toString(16).padStart(8, '0')}-0000-4000-8000-${(n * 7919).toString(16).padStart(12, '0')}`)

/** A valid submission, with what a test wants otherwise. */
export const aSubmission = (changes: Partial<Submission> = {}): Submission => ({
  id: responseId(1),
  revision: 1,
  campaign: campaignId,
  unit: unitId('cell-1'),
  period,
  formVersion: 1,
  answers: { meetings: 12, hours: '1.5', minutes: 'yes', note: 'Sinh hoạt đúng định kỳ' },
  ...changes,
})
