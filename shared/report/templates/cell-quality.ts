// The report on the quality of cells: the outline of the half-yearly reports it replaces, filled from two campaigns, a
// survey of cells and the reports of their committees.
//
// Everything is generated from figures. What only the office can write - how it led, its own plan for the year, causes -
// has no place here: a heading with nothing below it helps nobody. The office adds it before the report is issued.

import type { ReportTemplate, TemplateBlock } from '../template.ts'

type Part = Extract<TemplateBlock, { block: 'cell-quality' }>['part']
const parts = (...names: readonly Part[]): TemplateBlock[] => names.map((part) => ({ block: 'cell-quality', part }))

const nothingToAssess = { vi: 'Chưa có số liệu để đánh giá.', en: 'There are no figures to assess yet.' }

export const cellQuality: ReportTemplate = {
  id: 'cell-quality',
  version: 1,
  name: { vi: 'Chất lượng sinh hoạt chi bộ', en: 'Quality of cells' },
  roles: [
    { key: 'cells', kind: 'inspection', title: { vi: 'Khảo sát chi bộ', en: 'Survey of cells' } },
    { key: 'committees', kind: 'unit-report', title: { vi: 'Báo cáo của đảng bộ', en: 'Reports of committees' } },
  ],
  sections: [
    {
      title: { vi: 'Kết quả {period}', en: 'Results, {period}' },
      blocks: [],
      sections: [
        {
          title: { vi: 'Công tác chỉ đạo, tổ chức thực hiện', en: 'Direction and organisation' },
          blocks: [],
          sections: [
            { title: { vi: '{unit}', en: '{unit}' }, blocks: parts('coverage') },
            {
              title: { vi: 'Các đảng bộ trực thuộc', en: 'The committees below' },
              blocks: [],
              sections: [
                {
                  title: { vi: 'Kiểm tra, giám sát chi bộ', en: 'Cells inspected and supervised' },
                  blocks: parts('inspections'),
                },
                { title: { vi: 'Tổ, đoàn kiểm tra', en: 'Inspection teams' }, blocks: parts('teams') },
                {
                  title: {
                    vi: 'Kiểm tra, giám sát của cấp ủy cấp dưới',
                    en: 'Cells inspected or supervised by committees further down',
                  },
                  blocks: parts('below'),
                },
                {
                  title: { vi: 'Tổng hợp theo đảng bộ', en: 'All figures by committee' },
                  blocks: parts('byCommittee'),
                },
              ],
            },
          ],
        },
        { title: { vi: 'Kết quả đạt được', en: 'What has been reached' }, blocks: parts('achieved') },
        { title: { vi: 'Khó khăn, tồn tại', en: 'Difficulties' }, blocks: parts('missing', 'difficulties') },
      ],
    },
    {
      title: { vi: 'Thực hiện chương trình, kế hoạch năm', en: 'The programme and plans of the year' },
      blocks: [],
      empty: nothingToAssess,
      sections: [
        { title: { vi: 'Chương trình công tác năm', en: 'Programme for the year' }, blocks: parts('programme') },
        {
          title: { vi: 'Kế hoạch kiểm tra, giám sát', en: 'Inspection and supervision plan' },
          blocks: parts('inspectionPlan'),
        },
      ],
    },
    {
      title: { vi: 'Đánh giá chung', en: 'Assessment' },
      blocks: [],
      empty: nothingToAssess,
      sections: [
        { title: { vi: 'Ưu điểm', en: 'Strengths' }, blocks: parts('reached', 'strengths') },
        { title: { vi: 'Hạn chế', en: 'Shortcomings' }, blocks: parts('shortcomings') },
      ],
    },
    { title: { vi: 'Nhiệm vụ {nextPeriod}', en: 'Tasks, {nextPeriod}' }, blocks: parts('tasks') },
    {
      title: { vi: 'Ghi chú về số liệu', en: 'About the figures' },
      isUnnumbered: true,
      blocks: parts('method'),
    },
  ],
}
