// The two campaigns of the practice "quality of cells" and the report made of them. Periods are exported open: whoever
// loads the demo submits first and then closes the complete one.

import { type Campaign, type CampaignPeriod, type CampaignUnit, enterUnit } from '../campaign/campaign.ts'
import type { FormVersion } from '../form/form.ts'
import { asId, CampaignId, PeriodId, ReportPlanId } from '../ids.ts'
import type { ReportPlan } from '../report/plan.ts'
import { cellSurvey, committeeReport } from './forms.ts'
import { cellIndicators, committeeIndicators } from './indicators.ts'
import { blocId, cells, committees, organisation } from './organisation.ts'

/** In `complete` everybody has reported; in `open` some are still in the field. */
export const starterPeriods = { complete: asId(PeriodId, '2013-H1'), open: asId(PeriodId, '2013-H2') } as const

const periods: CampaignPeriod[] = [
  { id: starterPeriods.complete, opensAt: '2013-01-01T00:00:00+07:00', closesAt: null, graceDays: 7 },
  { id: starterPeriods.open, opensAt: '2013-07-01T00:00:00+07:00', closesAt: null, graceDays: 7 },
]

const formOf = ({ formId, version }: FormVersion) => ({ formId, version })

export const cellCampaign: Campaign = {
  id: asId(CampaignId, 'k2xw7pd'),
  organisationId: organisation.id,
  unitId: blocId,
  state: 'open',
  figures: 'submitted',
  title: { vi: 'Khảo sát chất lượng sinh hoạt chi bộ', en: 'Survey of the quality of cell meetings' },
  kind: 'inspection',
  form: formOf(cellSurvey),
  earlierVersions: [],
  countingRule: 'one-per-unit',
  periods,
  indicators: cellIndicators,
}

export const committeeCampaign: Campaign = {
  id: asId(CampaignId, 'k8rn5gs'),
  organisationId: organisation.id,
  unitId: blocId,
  state: 'open',
  figures: 'submitted',
  title: { vi: 'Báo cáo kiểm tra, giám sát chi bộ', en: 'Reports on the inspection and supervision of cells' },
  kind: 'unit-report',
  form: formOf(committeeReport),
  earlierVersions: [],
  countingRule: 'one-per-unit',
  periods,
  indicators: committeeIndicators,
}

/** A campaign with its form and the units it asks. */
export type StarterCampaign = {
  readonly campaign: Campaign
  readonly form: FormVersion
  readonly units: readonly CampaignUnit[]
}

export const starterCampaigns: readonly [cells: StarterCampaign, committees: StarterCampaign] = [
  { campaign: cellCampaign, form: cellSurvey, units: cells.map(({ id }) => enterUnit(id, 1)) },
  { campaign: committeeCampaign, form: committeeReport, units: committees.map(({ id }) => enterUnit(id, 1)) },
]

export const starterPlan: ReportPlan = {
  id: asId(ReportPlanId, 'r6tb4jy'),
  organisationId: organisation.id,
  title: {
    vi: 'kết quả kiểm tra, giám sát và chất lượng sinh hoạt chi bộ',
    en: 'Inspection, supervision and the quality of cell meetings',
  },
  template: 'cell-quality',
  language: 'vi',
  preset: 'party-2018',
  unitId: blocId,
  campaigns: { cells: cellCampaign.id, committees: committeeCampaign.id },
  header: { bodyAbove: 'ĐẢNG ỦY KHỐI', body: 'BAN TỔ CHỨC', documentSymbol: 'BC/BTCĐUK', place: 'Hà Nội' },
  recipients: ['Thường trực Đảng ủy Khối', 'Các đảng ủy trực thuộc', 'Lưu Ban Tổ chức'],
  sign: { authority: null, post: 'TRƯỞNG BAN' },
  scope: 'whole',
  every: 'period',
  schedule: { kind: 'days-after', days: 15, hour: 7 },
  since: '2013-01-01T00:00:00Z',
}
