// Following up the roll-out of a directive: how far the committees below have got, the key tasks, the helper sections and
// whether their figures agree, and what was found difficult.

import type { ReportTemplate } from '../template.ts'

const [role, head] = ['committees', 'head'] as const

export const rollOut: ReportTemplate = {
  id: 'roll-out',
  version: 1,
  name: { vi: 'Theo dõi triển khai', en: 'Roll-out follow-up' },
  roles: [
    { key: role, kind: 'unit-report', title: { vi: 'Báo cáo của các đảng bộ', en: 'Reports of the committees' } },
    { key: head, kind: 'unit-report', title: { vi: 'Báo cáo của cấp mình', en: 'Report of this level' } },
  ],
  sections: [
    {
      title: { vi: 'Tình hình triển khai {period}', en: 'How far the roll-out has got, {period}' },
      blocks: [],
      sections: [
        {
          title: { vi: 'Tổ chức hội nghị triển khai', en: 'Roll-out conferences' },
          blocks: [
            { block: 'coverage', role, as: 'sentences' },
            { block: 'missing', role },
            { block: 'indicators', role, indicators: ['conference'], as: 'sentences', compare: 'none' },
          ],
        },
        {
          title: { vi: 'Triển khai ở cơ sở', en: 'In the grass-roots organisations' },
          blocks: [
            { block: 'indicators', role, indicators: ['rolled_out'], as: 'sentences', compare: 'none' },
            { block: 'by-unit', role, indicators: ['rolled_out'], compare: 'before' },
            {
              block: 'classification',
              role,
              indicator: 'rolled_out',
              classes: [
                { name: { vi: 'Đã hoàn thành', en: 'Done' }, from: '1' },
                { name: { vi: 'Cơ bản hoàn thành', en: 'Nearly done' }, from: '0.9' },
                { name: { vi: 'Còn chậm', en: 'Behind' } },
              ],
            },
          ],
        },
        {
          title: { vi: 'Các nhiệm vụ trọng tâm', en: 'Key tasks' },
          blocks: [
            { block: 'indicators', role: head, indicators: ['begun'], as: 'sentences', compare: 'none' },
            { block: 'free-text', role: head, question: 'tasks_left' },
          ],
        },
      ],
    },
    {
      title: { vi: 'Bộ phận giúp việc', en: 'Helper sections' },
      blocks: [],
      sections: [
        {
          title: { vi: 'Cán bộ', en: 'Staff' },
          blocks: [{ block: 'indicators', role: head, indicators: ['staff', 'own'], as: 'sentences', compare: 'none' }],
        },
        {
          title: { vi: 'Đối chiếu số liệu', en: 'Do the figures agree' },
          blocks: [{ block: 'consistency', role: head }],
        },
      ],
    },
    {
      title: { vi: 'Khó khăn, kiến nghị', en: 'Difficulties and recommendations' },
      blocks: [],
      empty: { vi: 'Các đơn vị không nêu khó khăn, kiến nghị.', en: 'No unit names difficulties or recommendations.' },
      sections: [
        {
          title: { vi: 'Khó khăn, vướng mắc', en: 'Difficulties' },
          blocks: [{ block: 'free-text', role, question: 'bad' }],
        },
        {
          title: { vi: 'Kiến nghị, đề xuất', en: 'Recommendations' },
          blocks: [{ block: 'free-text', role, question: 'asks' }],
        },
      ],
    },
    {
      title: { vi: 'Ghi chú về số liệu', en: 'About the figures' },
      isUnnumbered: true,
      blocks: [{ block: 'method', roles: [role, head] }],
    },
  ],
}
