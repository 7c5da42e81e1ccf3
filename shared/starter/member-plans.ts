// The plans of the demo's reports on its named surveys: half a year of registrations and scores, a quarter of study sessions.

import type { Campaign } from '../campaign/campaign.ts'
import { asId, ReportPlanId } from '../ids.ts'
import { dueMoments } from '../report/campaign-plan.ts'
import type { ReportPlan } from '../report/plan.ts'
import { organisation } from './organisation.ts'

export const scoringPlanId = asId(ReportPlanId, 'r5rn8kd')
export const studyFollowUpPlanId = asId(ReportPlanId, 'r3td6hp')

const common = {
  organisationId: organisation.id,
  language: 'vi',
  preset: 'party-2018',
  scope: 'whole',
  schedule: { kind: 'days-after', days: 5, hour: 7 },
} as const

/** The newest report that is due by now is made, and none before it. `now`: ISO 8601, UTC. */
function sinceNewest(plan: Omit<ReportPlan, 'since'>, campaigns: readonly Campaign[], now: string): ReportPlan {
  const due = dueMoments(plan, campaigns, { timeZone: organisation.timeZone })
  const newest = due.map(({ dueAt }) => dueAt).findLast((one) => Date.parse(one) <= Date.parse(now))
  const since = newest === undefined ? now : new Date(Date.parse(newest) - 1).toISOString()
  return { ...plan, since }
}

export const scoringPlan = (members: Campaign, now: string): ReportPlan =>
  sinceNewest(
    {
      ...common,
      id: scoringPlanId,
      title: { vi: 'kết quả đăng ký, chấm điểm đảng viên', en: 'Registration and scores of members' },
      template: 'criteria-scoring',
      every: 'half',
      unitId: members.unitId,
      campaigns: { members: members.id },
      header: { bodyAbove: 'ĐẢNG ỦY KHỐI', body: 'ĐẢNG BỘ SÔNG HỒNG', documentSymbol: 'BC/ĐU', place: 'Hà Nội' },
      recipients: ['Ban Tổ chức Đảng ủy Khối', 'Các chi bộ trực thuộc', 'Lưu Văn phòng'],
      sign: { authority: 'T/M BAN THƯỜNG VỤ', post: 'BÍ THƯ' },
    },
    [members],
    now,
  )

export const studyFollowUpPlan = (study: Campaign, plan: Campaign, now: string): ReportPlan =>
  sinceNewest(
    {
      ...common,
      id: studyFollowUpPlanId,
      title: { vi: 'kết quả học tập và chương trình hành động', en: 'Study sessions and action plans' },
      template: 'study-follow-up',
      every: 'quarter',
      unitId: study.unitId,
      campaigns: { study: study.id, plan: plan.id },
      header: { bodyAbove: 'ĐẢNG ỦY KHỐI', body: 'BAN TUYÊN GIÁO', documentSymbol: 'BC/BTGĐUK', place: 'Hà Nội' },
      recipients: ['Thường trực Đảng ủy Khối', 'Các đảng ủy trực thuộc', 'Lưu Ban Tuyên giáo'],
      sign: { authority: null, post: 'TRƯỞNG BAN' },
    },
    [study, plan],
    now,
  )
