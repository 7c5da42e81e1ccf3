// The results of any campaign: what came in and from whom it didn't, its indicators together and by unit with target and change,
// who leads and who needs attention, and what is still to be put right.

import type { ReportTemplate } from '../template.ts'

const role = 'results'

export const campaignResults: ReportTemplate = {
  id: 'campaign-results',
  version: 1,
  name: { vi: 'Kết quả đợt', en: 'Results of a campaign' },
  roles: [{ key: role, title: { vi: 'Đợt', en: 'Campaign' } }],
  sections: [
    {
      title: { vi: 'Tình hình nộp phiếu', en: 'What came in' },
      blocks: [
        { block: 'coverage', role, as: 'sentences' },
        { block: 'missing', role },
        { block: 'coverage', role, as: 'table' },
      ],
    },
    {
      title: { vi: 'Kết quả theo chỉ tiêu', en: 'Results by indicator' },
      blocks: [{ block: 'no-indicators', role }],
      sections: [
        {
          title: { vi: 'Kết quả chung', en: 'All units together' },
          blocks: [{ block: 'indicators', role, as: 'table', compare: 'before' }],
        },
        {
          title: { vi: 'Kết quả theo đơn vị', en: 'Unit by unit' },
          blocks: [{ block: 'by-unit', role, compare: 'before' }],
        },
        {
          title: { vi: 'Đơn vị đứng đầu, đơn vị cần lưu ý', en: 'Who leads, and who needs attention' },
          blocks: [{ block: 'ranking', role }],
        },
        { title: { vi: 'Xếp loại', en: 'Classes' }, blocks: [{ block: 'classes', role }] },
        { title: { vi: 'Diễn biến qua các kỳ', en: 'Period by period' }, blocks: [{ block: 'trend', role }] },
        {
          title: { vi: 'Các câu trả lời', en: 'Answers' },
          blocks: [{ block: 'distribution', role, compare: 'before' }],
        },
      ],
    },
    { title: { vi: 'Việc phải khắc phục', en: 'To be put right' }, blocks: [{ block: 'actions', role }] },
    {
      title: { vi: 'Ghi chú về số liệu', en: 'About the figures' },
      isUnnumbered: true,
      blocks: [{ block: 'method', roles: [role] }],
    },
  ],
}
