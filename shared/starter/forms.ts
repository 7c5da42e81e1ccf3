// The two forms of the practice "quality of cells": what an inspector asks in a cell, and what a committee reports. They are
// written as the sheets of a workbook and imported like any other form. Question names are short, because they stand in
// every stored response.

import type { FormVersion } from '../form/form.ts'
import { asId, FormId } from '../ids.ts'
import { importXlsForm } from '../xlsform/import.ts'

const vi = 'Tiếng Việt (vi)'
const en = 'English (en)'

export type Text = { readonly vi: string; readonly en: string }

/** A row of the survey sheet. */
export type Row = {
  readonly type: string
  readonly name?: string
  readonly label?: Text
  readonly hint?: Text
  readonly required?: true
  readonly constraint?: string
  readonly appearance?: string
  readonly default?: string
  readonly calculation?: string
  readonly relevant?: string
  readonly finding?: Finding
  /** What must be so of this answer and others, and what is said where it isn't. */
  readonly consistency?: { readonly holds: string; readonly message: Text }
}

/** When an answer is something to put right, and what is to be done about it. */
type Finding = {
  readonly when: string
  readonly severity: 'low' | 'medium' | 'high'
  readonly message: Text
  readonly action: Text
  readonly dueDays: number
}

const columns = [
  'type',
  'name',
  `label::${vi}`,
  `label::${en}`,
  `hint::${vi}`,
  `hint::${en}`,
  'required',
  'constraint',
  'appearance',
  'finding',
  'finding_severity',
  `finding_message::${vi}`,
  `finding_message::${en}`,
  `finding_action::${vi}`,
  `finding_action::${en}`,
  'finding_due_days',
  'default',
  'calculation',
  'relevant',
  'consistency',
  `consistency_message::${vi}`,
  `consistency_message::${en}`,
]

const cellsOf = ({ type, name, label, hint, required, constraint, appearance, finding, ...more }: Row): string[] =>
  [
    ...[type, name, label?.vi, label?.en, hint?.vi, hint?.en, required && 'yes', constraint, appearance],
    ...[finding?.when, finding?.severity, finding?.message.vi, finding?.message.en],
    ...[finding?.action.vi, finding?.action.en, finding && String(finding.dueDays)],
    ...[more.default, more.calculation, more.relevant],
    ...[more.consistency?.holds, more.consistency?.message.vi, more.consistency?.message.en],
  ].map((text) => text ?? '')

export type Choice = readonly [list: string, name: string, vi: string, en: string]

const sheet = (name: string, rows: readonly (readonly string[])[]) => ({
  name,
  rows: rows.map((texts, at) => ({
    row: at + 1,
    cells: texts.map((text, column) => ({ column, text })).filter(({ text }) => text !== ''),
  })),
})

export function formOf(formId: string, title: Text, rows: readonly Row[], choices: readonly Choice[]): FormVersion {
  const { form, errors } = importXlsForm({
    sheets: [
      sheet('survey', [columns, ...rows.map(cellsOf)]),
      sheet('choices', [['list_name', 'name', `label::${vi}`, `label::${en}`], ...choices]),
      sheet('settings', [
        ['form_title', `form_title::${en}`, 'form_id', 'version', 'default_language'],
        [title.vi, title.en, formId, '1', vi],
      ]),
    ],
  })
  if (!form) throw new Error(`The starter's form ${formId} is none: ${JSON.stringify(errors)}`)
  return { formId: asId(FormId, formId), version: 1, form }
}

export const begin = (name: string, label: Text): Row => ({ type: 'begin group', name, label })
export const end: Row = { type: 'end group' }
export const beginRepeat = (name: string, label: Text): Row => ({ type: 'begin repeat', name, label })
export const endRepeat: Row = { type: 'end repeat' }

const between = (least: number, most: number) => `. >= ${least} and . <= ${most}`

export const whole = (name: string, most: number, label: Text, hint?: Text): Row => ({
  type: 'integer',
  name,
  label,
  ...(hint && { hint }),
  required: true,
  constraint: between(0, most),
})

export const yesNo = (name: string, labelVi: string, labelEn: string): Row => ({
  type: 'select_one yes_no',
  name,
  label: { vi: labelVi, en: labelEn },
  required: true,
})

export const paragraph = (name: string, label: Text): Row => ({
  type: 'text',
  name,
  label,
  constraint: 'string-length(.) <= 1000',
  appearance: 'multiline',
})

const cellRows: readonly Row[] = [
  {
    type: 'note',
    name: 'about',
    label: {
      vi: 'Phiếu này có ghi tên: cán bộ kiểm tra ghi tại chi bộ, cùng người đại diện chi bộ. Số liệu được cộng vào báo cáo chung; nhận xét chỉ cấp ủy và văn phòng đọc được.',
      en: 'This form is named: the inspector fills it in at the cell, together with its representative. The figures go into the common report; the remarks are read by the leadership and the office only.',
    },
    hint: {
      vi: 'Số liệu lấy từ sổ sách của chi bộ trong 12 tháng qua.',
      en: 'Take the figures from the books of the cell, for the last 12 months.',
    },
  },
  begin('g_meetings', { vi: 'Sinh hoạt chi bộ', en: 'Meetings of the cell' }),
  whole(
    'meetings',
    60,
    { vi: 'Số cuộc sinh hoạt trong 12 tháng qua', en: 'Meetings in the last 12 months' },
    {
      vi: 'Đếm theo sổ biên bản, kể cả cuộc sinh hoạt chuyên đề.',
      en: 'Count in the minutes book, themed meetings included.',
    },
  ),
  whole(
    'expected',
    100_000,
    { vi: 'Tổng số lượt đảng viên phải dự', en: 'Attendances expected, all meetings together' },
    {
      vi: 'Cộng số đảng viên phải dự của từng cuộc, trừ người được miễn sinh hoạt.',
      en: 'Add up the members due at each meeting, without those who are exempt.',
    },
  ),
  whole('attended', 100_000, { vi: 'Tổng số lượt đảng viên có dự', en: 'Attendances counted, all meetings together' }),
  whole('themed', 60, { vi: 'Trong đó, số cuộc sinh hoạt chuyên đề', en: 'Of these, themed meetings' }),
  {
    type: 'decimal',
    name: 'hours',
    label: { vi: 'Thời lượng trung bình một cuộc (giờ)', en: 'Average length of a meeting (hours)' },
    hint: { vi: '30 phút ghi là 0,5.', en: 'Write 30 minutes as 0.5.' },
    required: true,
    constraint: between(0.25, 12),
  },
  whole('present', 5_000, { vi: 'Số đảng viên có mặt tại cuộc gần nhất', en: 'Members present at the latest meeting' }),
  whole('spoke', 5_000, { vi: 'Trong đó, số người phát biểu ý kiến', en: 'Of these, members who spoke' }),
  end,
  begin('g_records', { vi: 'Sổ sách, chương trình, phân công', en: 'Books, programmes and tasks' }),
  yesNo('minutes', 'Có sổ biên bản sinh hoạt, ghi chép đầy đủ', 'A minutes book is kept, and complete'),
  whole('books', 5, {
    vi: 'Số loại sổ có đủ trong 5 loại sổ quy định',
    en: 'How many of the 5 prescribed record books are there',
  }),
  {
    ...yesNo('programme', 'Có chương trình công tác năm', 'A programme for the year has been written'),
    finding: {
      when: ". = 'no'",
      severity: 'medium',
      message: { vi: 'Chưa có chương trình công tác năm', en: 'No programme for the year' },
      action: {
        vi: 'Xây dựng chương trình công tác năm, thông qua tại cuộc sinh hoạt chi bộ gần nhất',
        en: 'Write the programme for the year and adopt it at the next meeting of the cell',
      },
      dueDays: 30,
    },
  },
  yesNo('plan', 'Có kế hoạch kiểm tra, giám sát năm', 'An inspection and supervision plan has been written'),
  {
    ...yesNo('tasks', 'Mọi đảng viên đều được phân công nhiệm vụ', 'Every member has been given a task'),
    finding: {
      when: ". = 'no'",
      severity: 'high',
      message: { vi: 'Còn đảng viên chưa được phân công nhiệm vụ', en: 'Some members have no task' },
      action: {
        vi: 'Phân công nhiệm vụ cho từng đảng viên và ghi vào sổ theo dõi',
        en: 'Give every member a task and enter it in the record book',
      },
      dueDays: 15,
    },
  },
  yesNo('rules', 'Chi ủy đã ban hành quy chế làm việc', 'The committee of the cell has issued its work rules'),
  yesNo('scoring', 'Hằng tháng có đánh giá, chấm điểm đảng viên', 'Members are assessed and scored every month'),
  end,
  begin('g_assessment', { vi: 'Nhận xét', en: 'Assessment' }),
  {
    type: 'select_one class',
    name: 'class',
    label: { vi: 'Xếp loại chi bộ năm trước', en: 'Classification of the cell last year' },
  },
  paragraph('good', { vi: 'Ưu điểm', en: 'Strengths' }),
  paragraph('bad', { vi: 'Hạn chế, thiếu sót', en: 'Shortcomings' }),
  paragraph('asks', { vi: 'Kiến nghị của chi bộ', en: 'What the cell asks for' }),
  end,
  begin('g_signing', { vi: 'Đại diện chi bộ', en: 'For the cell' }),
  {
    type: 'text',
    name: 'rep',
    label: { vi: 'Họ và tên người đại diện', en: 'Name of the representative' },
    required: true,
    constraint: 'string-length(.) <= 100',
  },
  { type: 'select_one post', name: 'post', label: { vi: 'Chức vụ', en: 'Post' } },
  end,
]

const cellChoices: readonly Choice[] = [
  ['yes_no', 'yes', 'Có', 'Yes'],
  ['yes_no', 'no', 'Không', 'No'],
  ['class', 'strong', 'Trong sạch, vững mạnh', 'Clean and strong'],
  ['class', 'good', 'Hoàn thành tốt nhiệm vụ', 'Tasks fulfilled well'],
  ['class', 'fair', 'Hoàn thành nhiệm vụ', 'Tasks fulfilled'],
  ['class', 'weak', 'Yếu kém', 'Weak'],
  ['post', 'secretary', 'Bí thư chi bộ', 'Secretary'],
  ['post', 'deputy', 'Phó bí thư chi bộ', 'Deputy secretary'],
  ['post', 'member', 'Chi ủy viên', 'Member of the committee'],
]

export const cellSurvey: FormVersion = formOf(
  'f9vk3tq',
  { vi: 'Phiếu khảo sát chất lượng sinh hoạt chi bộ', en: 'Survey of the quality of cell meetings' },
  cellRows,
  cellChoices,
)

const count = (name: string, label: Text, more: Pick<Row, 'hint' | 'required'> = {}): Row => ({
  type: 'integer',
  name,
  label,
  constraint: between(0, 100_000),
  ...more,
})

const committeeRows: readonly Row[] = [
  {
    type: 'note',
    name: 'about',
    label: {
      vi: 'Báo cáo này có ghi tên đơn vị. Số liệu được cộng vào báo cáo chung; phần viết chỉ cấp ủy và văn phòng đọc được. Để trống số liệu không có; chỉ ghi 0 khi đúng là không.',
      en: 'This report carries the name of the unit. The figures go into the common report; the written parts are read by the leadership and the office only. Leave out figures you do not have; write 0 only where there are none.',
    },
  },
  begin('g_figures', { vi: 'Số liệu trong kỳ', en: 'Figures of the period' }),
  count('cells_total', { vi: 'Tổng số chi bộ của đảng bộ', en: 'Cells of the committee in all' }),
  count('cells_inspected', { vi: 'Số chi bộ được kiểm tra', en: 'Cells inspected' }, { required: true }),
  count('cells_supervised', { vi: 'Số chi bộ được giám sát', en: 'Cells supervised' }),
  count('teams', { vi: 'Số tổ, đoàn kiểm tra', en: 'Inspection teams' }),
  count(
    'countries',
    { vi: 'Số nước có chi bộ được kiểm tra', en: 'Countries in which cells were inspected' },
    { hint: { vi: 'Chỉ đảng bộ có chi bộ ở ngoài nước.', en: 'Only for committees with cells abroad.' } },
  ),
  count('cells_below', {
    vi: 'Số chi bộ do cấp ủy cấp dưới kiểm tra, giám sát',
    en: 'Cells inspected or supervised by committees below',
  }),
  end,
  begin('g_words', { vi: 'Nhận xét', en: 'Remarks' }),
  paragraph('good', { vi: 'Kết quả nổi bật', en: 'What went well' }),
  paragraph('bad', { vi: 'Khó khăn, vướng mắc', en: 'Difficulties' }),
  paragraph('asks', { vi: 'Kiến nghị', en: 'Recommendations' }),
  end,
]

export const committeeReport: FormVersion = formOf(
  'f4hm8zc',
  {
    vi: 'Báo cáo kiểm tra, giám sát chi bộ của đảng bộ',
    en: 'Committee report on the inspection and supervision of cells',
  },
  committeeRows,
  [],
)

export const starterForms: readonly FormVersion[] = [cellSurvey, committeeReport]
