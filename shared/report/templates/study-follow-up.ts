// Study sessions and what follows from them: sessions held, who took part and for how long, reflections, comments on the draft action
// plan, and its targets and tasks with a person for each area.

import type { ReportTemplate } from '../template.ts'

const [role, plan] = ['study', 'plan'] as const

export const studyFollowUp: ReportTemplate = {
  id: 'study-follow-up',
  version: 1,
  name: { vi: 'Học tập, thu hoạch, chương trình hành động', en: 'Study sessions, reflections and action plan' },
  roles: [
    {
      key: role,
      kind: 'named-survey',
      title: { vi: 'Phiếu học tập, thu hoạch', en: 'Study and reflections of members' },
    },
    { key: plan, kind: 'unit-report', title: { vi: 'Báo cáo của chi bộ', en: 'Reports of the cells' } },
  ],
  sections: [
    {
      title: { vi: 'Tổ chức học tập', en: 'Study sessions' },
      blocks: [],
      sections: [
        {
          title: { vi: 'Số buổi học đã tổ chức', en: 'Sessions held' },
          blocks: [
            { block: 'coverage', role: plan, as: 'sentences' },
            { block: 'missing', role: plan },
            { block: 'by-unit', role: plan, compare: 'before' },
            { block: 'consistency', role: plan },
          ],
        },
        {
          title: { vi: 'Tham dự', en: 'Attendance' },
          blocks: [
            { block: 'survey-turnout', role },
            { block: 'indicators', role, as: 'table', compare: 'before' },
            { block: 'survey-questions', role, as: 'whole', questions: ['attended'] },
            { block: 'survey-questions', role, as: 'by-unit', questions: ['attended', 'hours'] },
          ],
        },
        {
          title: { vi: 'Nhắc người chưa tham gia', en: 'Who is to be reminded' },
          blocks: [{ block: 'survey-missing', role }],
        },
      ],
    },
    {
      title: { vi: 'Thu hoạch', en: 'Reflections' },
      blocks: [{ block: 'survey-texts', role, questions: ['opinion', 'awareness', 'proposals'] }],
      empty: { vi: 'Chưa có bài thu hoạch nào.', en: 'There are no reflections so far.' },
    },
    {
      title: { vi: 'Dự thảo chương trình hành động', en: 'The draft action plan' },
      blocks: [],
      sections: [
        {
          title: { vi: 'Ý kiến về dự thảo', en: 'What members think of the draft' },
          blocks: [
            { block: 'survey-questions', role, as: 'whole', questions: ['stance'] },
            { block: 'survey-questions', role, as: 'by-unit', questions: ['stance'] },
            { block: 'survey-texts', role, questions: ['targets', 'persons'] },
          ],
        },
        {
          title: { vi: 'Chỉ tiêu, nhiệm vụ, người phụ trách', en: 'Targets, tasks and who is responsible' },
          blocks: [{ block: 'repeat-table', role: plan, question: 'areas' }],
        },
      ],
    },
    {
      title: { vi: 'Ghi chú về số liệu', en: 'About the figures' },
      isUnnumbered: true,
      blocks: [{ block: 'method', roles: [role, plan] }],
    },
  ],
}
