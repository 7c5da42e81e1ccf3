// The reports of helper sections, collated: how each is set up, and what all of them wrote under the same headings.

import type { ReportTemplate, TemplateBlock } from '../template.ts'

const role = 'sections'
const words = (question: string): TemplateBlock[] => [{ block: 'free-text', role, question }]
const nobody = { vi: 'Không có đơn vị nào nêu.', en: 'No unit says anything about it.' }

export const helperSection: ReportTemplate = {
  id: 'helper-section',
  version: 1,
  name: { vi: 'Tổng hợp báo cáo của bộ phận giúp việc', en: 'Reports of helper sections, collated' },
  roles: [
    { key: role, kind: 'unit-report', title: { vi: 'Báo cáo của bộ phận giúp việc', en: 'Reports of the sections' } },
  ],
  sections: [
    {
      title: { vi: 'Tổ chức, hoạt động', en: 'How they are set up and work' },
      blocks: [
        { block: 'coverage', role, as: 'sentences' },
        { block: 'missing', role },
        { block: 'no-indicators', role },
        { block: 'indicators', role, as: 'table', compare: 'year-before' },
        { block: 'by-unit', role, compare: 'year-before' },
        { block: 'consistency', role },
      ],
    },
    {
      title: { vi: 'Thuận lợi, khó khăn', en: 'Advantages and difficulties' },
      blocks: [],
      empty: nobody,
      sections: [
        { title: { vi: 'Thuận lợi', en: 'Advantages' }, blocks: words('good') },
        { title: { vi: 'Khó khăn', en: 'Difficulties' }, blocks: words('bad') },
      ],
    },
    { title: { vi: 'Bài học kinh nghiệm', en: 'Lessons' }, blocks: words('lessons'), empty: nobody },
    {
      title: { vi: 'Kiến nghị, đề xuất', en: 'Recommendations' },
      blocks: [],
      empty: nobody,
      sections: [
        { title: { vi: 'Về biên chế', en: 'On staff' }, blocks: words('ask_staff') },
        { title: { vi: 'Về chế độ, chính sách', en: 'On policy' }, blocks: words('ask_policy') },
      ],
    },
    {
      title: { vi: 'Ghi chú về số liệu', en: 'About the figures' },
      isUnnumbered: true,
      blocks: [{ block: 'method', roles: [role] }],
    },
  ],
}
