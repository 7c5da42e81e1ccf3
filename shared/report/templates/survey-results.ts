// What a survey of members came to: who has answered, what was said by all together, unit by unit and group by group as far as it
// is told, and what was written.

import type { ReportTemplate } from '../template.ts'

const role = 'results'
const nothing = {
  vi: 'Chưa có số liệu nào được nêu.',
  en: 'There are no figures that are told.',
}

export const surveyResults: ReportTemplate = {
  id: 'survey-results',
  version: 1,
  name: { vi: 'Kết quả lấy ý kiến', en: 'Results of a survey of members' },
  roles: [{ key: role, kind: 'member-survey', title: { vi: 'Đợt lấy ý kiến', en: 'Survey' } }],
  sections: [
    {
      title: { vi: 'Tình hình trả lời', en: 'Who has answered' },
      blocks: [
        { block: 'survey-turnout', role },
        { block: 'survey-missing', role },
      ],
    },
    {
      title: { vi: 'Kết quả', en: 'Results' },
      blocks: [{ block: 'survey-targets', role }],
      empty: nothing,
      sections: [
        {
          title: { vi: 'Kết quả chung', en: 'All together' },
          blocks: [{ block: 'survey-questions', role, as: 'whole' }],
        },
        {
          title: { vi: 'Kết quả theo đơn vị', en: 'Unit by unit' },
          blocks: [{ block: 'survey-questions', role, as: 'by-unit' }],
        },
        {
          title: { vi: 'Kết quả theo nhóm người trả lời', en: 'Group by group' },
          blocks: [{ block: 'survey-questions', role, as: 'by-group' }],
        },
        {
          title: { vi: 'Ý kiến viết', en: 'What was written' },
          blocks: [{ block: 'survey-texts', role }],
        },
      ],
    },
    {
      title: { vi: 'Ghi chú về số liệu', en: 'About the figures' },
      isUnnumbered: true,
      blocks: [{ block: 'method', roles: [role] }],
    },
  ],
}
