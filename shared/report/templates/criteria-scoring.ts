// Criteria, registration, scoring: what members registered and reported, how their cells scored it, units by classes of their
// score, and who is to be commended.

import type { ReportTemplate } from '../template.ts'

const role = 'members'
const criteria = ['politics', 'ethics', 'style', 'duty', 'people'] as const
const nobody = { vi: 'Chưa có phiếu nào.', en: 'No answers so far.' }

export const criteriaScoring: ReportTemplate = {
  id: 'criteria-scoring',
  version: 1,
  name: { vi: 'Tiêu chí, đăng ký, chấm điểm', en: 'Criteria, registration and scores' },
  roles: [
    { key: role, kind: 'named-survey', title: { vi: 'Đăng ký, báo cáo của đảng viên', en: 'Registration of members' } },
  ],
  sections: [
    {
      title: { vi: 'Đăng ký, báo cáo thực hiện', en: 'Registration and what came of it' },
      blocks: [],
      empty: nobody,
      sections: [
        {
          title: { vi: 'Tình hình gửi phiếu', en: 'Who has answered' },
          blocks: [
            { block: 'survey-turnout', role },
            { block: 'survey-missing', role },
          ],
        },
        {
          title: { vi: 'Kết quả thực hiện điều đã đăng ký', en: 'What came of the registration' },
          blocks: [
            {
              block: 'survey-questions',
              role,
              as: 'whole',
              questions: criteria.map((criterion) => `done_${criterion}`),
            },
          ],
        },
        {
          title: { vi: 'Tiêu chí riêng của chi bộ', en: 'The cells’ own criteria' },
          blocks: [{ block: 'survey-texts', role, questions: ['plan_own'] }],
        },
      ],
    },
    {
      title: { vi: 'Chấm điểm', en: 'Scores' },
      blocks: [{ block: 'survey-scores', role, question: 'cell_class' }],
      sections: [
        {
          title: { vi: 'Kết quả chung theo tiêu chí', en: 'All together, by criterion' },
          blocks: [{ block: 'indicators', role, as: 'table', compare: 'before' }],
        },
        {
          title: { vi: 'Kết quả theo đơn vị', en: 'Unit by unit' },
          blocks: [
            { block: 'by-unit', role, compare: 'none' },
            { block: 'trend', role, indicators: ['cell_total'] },
          ],
        },
      ],
    },
    {
      title: { vi: 'Xếp loại, biểu dương', en: 'Classes and commendation' },
      blocks: [],
      sections: [
        {
          title: { vi: 'Xếp loại đơn vị theo điểm bình quân', en: 'Units by classes of their mean score' },
          blocks: [
            {
              block: 'classification',
              role,
              indicator: 'cell_total',
              classes: [
                { name: { vi: 'Hoàn thành xuất sắc nhiệm vụ', en: 'Excellent' }, from: '90' },
                { name: { vi: 'Hoàn thành tốt nhiệm vụ', en: 'Good' }, from: '70' },
                { name: { vi: 'Hoàn thành nhiệm vụ', en: 'Satisfactory' }, from: '50' },
                { name: { vi: 'Không hoàn thành nhiệm vụ', en: 'Not satisfactory' } },
              ],
            },
          ],
        },
        {
          title: { vi: 'Đề nghị biểu dương', en: 'To be commended' },
          blocks: [{ block: 'commendation', role, question: 'cell_class', as: 'half' }],
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
