// The two forms of the practice "quality of cells": what an inspector asks in a cell, and what a committee reports.
// Question names are short, because they stand in every stored response.

import type { FormVersion, Question, SelectOneQuestion } from '../form/form.ts'
import { asId, FormId } from '../ids.ts'
import type { LocalText } from '../language.ts'

const yesNo = (name: string, vi: string, en: string): SelectOneQuestion => ({
  type: 'select_one',
  name,
  label: { vi, en },
  required: true,
  choices: [
    { name: 'yes', label: { vi: 'Có', en: 'Yes' } },
    { name: 'no', label: { vi: 'Không', en: 'No' } },
  ],
})

const paragraph = (name: string, label: LocalText, hint?: LocalText): Question => ({
  type: 'text',
  name,
  label,
  ...(hint && { hint }),
  multiline: true,
  maxLength: 1_000,
})

const meetings: Question = {
  type: 'group',
  name: 'g_meetings',
  label: { vi: 'Sinh hoạt chi bộ', en: 'Meetings of the cell' },
  questions: [
    {
      type: 'integer',
      name: 'meetings',
      label: { vi: 'Số cuộc sinh hoạt trong 12 tháng qua', en: 'Meetings in the last 12 months' },
      hint: {
        vi: 'Đếm theo sổ biên bản, kể cả cuộc sinh hoạt chuyên đề.',
        en: 'Count in the minutes book, themed meetings included.',
      },
      required: true,
      min: 0,
      max: 60,
    },
    {
      type: 'integer',
      name: 'expected',
      label: { vi: 'Tổng số lượt đảng viên phải dự', en: 'Attendances expected, all meetings together' },
      hint: {
        vi: 'Cộng số đảng viên phải dự của từng cuộc, trừ người được miễn sinh hoạt.',
        en: 'Add up the members due at each meeting, without those who are exempt.',
      },
      required: true,
      min: 0,
      max: 100_000,
    },
    {
      type: 'integer',
      name: 'attended',
      label: { vi: 'Tổng số lượt đảng viên có dự', en: 'Attendances counted, all meetings together' },
      required: true,
      min: 0,
      max: 100_000,
    },
    {
      type: 'integer',
      name: 'themed',
      label: { vi: 'Trong đó, số cuộc sinh hoạt chuyên đề', en: 'Of these, themed meetings' },
      required: true,
      min: 0,
      max: 60,
    },
    {
      type: 'decimal',
      name: 'hours',
      label: { vi: 'Thời lượng trung bình một cuộc (giờ)', en: 'Average length of a meeting (hours)' },
      hint: { vi: '30 phút ghi là 0,5.', en: 'Write 30 minutes as 0.5.' },
      required: true,
      min: '0.25',
      max: '12',
    },
    {
      type: 'integer',
      name: 'present',
      label: { vi: 'Số đảng viên có mặt tại cuộc gần nhất', en: 'Members present at the latest meeting' },
      required: true,
      min: 0,
      max: 5_000,
    },
    {
      type: 'integer',
      name: 'spoke',
      label: { vi: 'Trong đó, số người phát biểu ý kiến', en: 'Of these, members who spoke' },
      required: true,
      min: 0,
      max: 5_000,
    },
  ],
}

const records: Question = {
  type: 'group',
  name: 'g_records',
  label: { vi: 'Sổ sách, chương trình, phân công', en: 'Books, programmes and tasks' },
  questions: [
    yesNo('minutes', 'Có sổ biên bản sinh hoạt, ghi chép đầy đủ', 'A minutes book is kept, and complete'),
    {
      type: 'integer',
      name: 'books',
      label: {
        vi: 'Số loại sổ có đủ trong 5 loại sổ quy định',
        en: 'How many of the 5 prescribed record books are there',
      },
      required: true,
      min: 0,
      max: 5,
    },
    yesNo('programme', 'Có chương trình công tác năm', 'A programme for the year has been written'),
    yesNo('plan', 'Có kế hoạch kiểm tra, giám sát năm', 'An inspection and supervision plan has been written'),
    yesNo('tasks', 'Mọi đảng viên đều được phân công nhiệm vụ', 'Every member has been given a task'),
    yesNo('rules', 'Chi ủy đã ban hành quy chế làm việc', 'The committee of the cell has issued its work rules'),
    yesNo('scoring', 'Hằng tháng có đánh giá, chấm điểm đảng viên', 'Members are assessed and scored every month'),
  ],
}

const assessment: Question = {
  type: 'group',
  name: 'g_assessment',
  label: { vi: 'Nhận xét', en: 'Assessment' },
  questions: [
    {
      type: 'select_one',
      name: 'class',
      label: { vi: 'Xếp loại chi bộ năm trước', en: 'Classification of the cell last year' },
      choices: [
        { name: 'strong', label: { vi: 'Trong sạch, vững mạnh', en: 'Clean and strong' } },
        { name: 'good', label: { vi: 'Hoàn thành tốt nhiệm vụ', en: 'Tasks fulfilled well' } },
        { name: 'fair', label: { vi: 'Hoàn thành nhiệm vụ', en: 'Tasks fulfilled' } },
        { name: 'weak', label: { vi: 'Yếu kém', en: 'Weak' } },
      ],
    },
    paragraph('good', { vi: 'Ưu điểm', en: 'Strengths' }),
    paragraph('bad', { vi: 'Hạn chế, thiếu sót', en: 'Shortcomings' }),
    paragraph('asks', { vi: 'Kiến nghị của chi bộ', en: 'What the cell asks for' }),
  ],
}

const signing: Question = {
  type: 'group',
  name: 'g_signing',
  label: { vi: 'Đại diện chi bộ', en: 'For the cell' },
  questions: [
    {
      type: 'text',
      name: 'rep',
      label: { vi: 'Họ và tên người đại diện', en: 'Name of the representative' },
      required: true,
      maxLength: 100,
    },
    {
      type: 'select_one',
      name: 'post',
      label: { vi: 'Chức vụ', en: 'Post' },
      choices: [
        { name: 'secretary', label: { vi: 'Bí thư chi bộ', en: 'Secretary' } },
        { name: 'deputy', label: { vi: 'Phó bí thư chi bộ', en: 'Deputy secretary' } },
        { name: 'member', label: { vi: 'Chi ủy viên', en: 'Member of the committee' } },
      ],
    },
  ],
}

export const cellSurvey: FormVersion = {
  formId: asId(FormId, 'f9vk3tq'),
  version: 1,
  title: { vi: 'Phiếu khảo sát chất lượng sinh hoạt chi bộ', en: 'Survey of the quality of cell meetings' },
  questions: [
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
    meetings,
    records,
    assessment,
    signing,
  ],
}

const count = (name: string, label: LocalText, extra?: { hint?: LocalText; required?: true }): Question => ({
  type: 'integer',
  name,
  label,
  ...extra,
  min: 0,
  max: 100_000,
})

export const committeeReport: FormVersion = {
  formId: asId(FormId, 'f4hm8zc'),
  version: 1,
  title: {
    vi: 'Báo cáo kiểm tra, giám sát chi bộ của đảng bộ',
    en: 'Committee report on the inspection and supervision of cells',
  },
  questions: [
    {
      type: 'note',
      name: 'about',
      label: {
        vi: 'Báo cáo này có ghi tên đơn vị. Số liệu được cộng vào báo cáo chung; phần viết chỉ cấp ủy và văn phòng đọc được. Để trống số liệu không có; chỉ ghi 0 khi đúng là không.',
        en: 'This report carries the name of the unit. The figures go into the common report; the written parts are read by the leadership and the office only. Leave out figures you do not have; write 0 only where there are none.',
      },
    },
    {
      type: 'group',
      name: 'g_figures',
      label: { vi: 'Số liệu trong kỳ', en: 'Figures of the period' },
      questions: [
        count('cells_total', { vi: 'Tổng số chi bộ của đảng bộ', en: 'Cells of the committee in all' }),
        count('cells_inspected', { vi: 'Số chi bộ được kiểm tra', en: 'Cells inspected' }, { required: true }),
        count('cells_supervised', { vi: 'Số chi bộ được giám sát', en: 'Cells supervised' }),
        count('teams', { vi: 'Số tổ, đoàn kiểm tra', en: 'Inspection teams' }),
        count(
          'countries',
          { vi: 'Số nước có chi bộ được kiểm tra', en: 'Countries in which cells were inspected' },
          {
            hint: { vi: 'Chỉ đảng bộ có chi bộ ở ngoài nước.', en: 'Only for committees with cells abroad.' },
          },
        ),
        count('cells_below', {
          vi: 'Số chi bộ do cấp ủy cấp dưới kiểm tra, giám sát',
          en: 'Cells inspected or supervised by committees below',
        }),
      ],
    },
    {
      type: 'group',
      name: 'g_words',
      label: { vi: 'Nhận xét', en: 'Remarks' },
      questions: [
        paragraph('good', { vi: 'Kết quả nổi bật', en: 'What went well' }),
        paragraph('bad', { vi: 'Khó khăn, vướng mắc', en: 'Difficulties' }),
        paragraph('asks', { vi: 'Kiến nghị', en: 'Recommendations' }),
      ],
    },
  ],
}

export const starterForms: readonly FormVersion[] = [cellSurvey, committeeReport]
