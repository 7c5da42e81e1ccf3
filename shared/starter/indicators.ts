// The indicators of the two campaigns. Targets follow the published report where it names a norm: 12 meetings a year,
// 4 to 5 themed ones, an hour and a half to two hours, more than half of those present speaking. The target for
// attendance is the demo's own: the report gives a result (90 %) and no norm. What committees inspect has no target.

import type { LocalText } from '../language.ts'
import type { Indicator } from '../summary/indicator.ts'

export const text = (vi: string, en: string): LocalText => ({ vi, en })

/** A yes/no question that every unit is expected to answer with yes. */
export const always = (question: string, name: LocalText, shortName: LocalText): Indicator => ({
  id: question,
  name,
  shortName,
  measure: { kind: 'share', question, choices: ['yes'] },
  format: 'percent',
  decimals: 1,
  target: { value: '1', direction: 'at-least' },
})

export const mean = (
  question: string,
  name: LocalText,
  shortName: LocalText,
  target?: NonNullable<Indicator['target']>,
): Indicator => ({
  id: question,
  name,
  shortName,
  measure: { kind: 'mean', question },
  format: 'number',
  decimals: 1,
  ...(target && { target }),
})

/** Answers that are one of these choices. */
export const share = (
  question: string,
  choices: readonly string[],
  [name, shortName]: readonly [LocalText, LocalText],
  least: string,
): Indicator => ({
  id: question,
  name,
  shortName,
  measure: { kind: 'share', question, choices: [...choices] },
  format: 'percent',
  decimals: 1,
  target: { value: least, direction: 'at-least' },
})

export const ratio = (
  id: string,
  [numerator, denominator]: readonly [string, string],
  name: LocalText,
  shortName: LocalText,
): Indicator => ({
  id,
  name,
  shortName,
  measure: { kind: 'ratio', numerator, denominator },
  format: 'percent',
  decimals: 1,
})

export const sum = (question: string, name: LocalText, shortName: LocalText): Indicator => ({
  id: question,
  name,
  shortName,
  measure: { kind: 'sum', question },
  format: 'number',
  decimals: 0,
})

export const cellIndicators: Indicator[] = [
  mean(
    'meetings',
    text('Số cuộc sinh hoạt bình quân trong 12 tháng', 'Meetings in 12 months, on average'),
    text('Số cuộc', 'Meetings'),
    {
      value: '12',
      direction: 'at-least',
    },
  ),
  {
    ...ratio(
      'attendance',
      ['attended', 'expected'],
      text('Tỷ lệ đảng viên dự sinh hoạt', 'Attendance of members'),
      text('Dự họp', 'Attendance'),
    ),
    target: { value: '0.85', direction: 'at-least' },
  },
  mean(
    'themed',
    text('Số cuộc sinh hoạt chuyên đề bình quân trong 12 tháng', 'Themed meetings in 12 months, on average'),
    text('Chuyên đề', 'Themed'),
    {
      value: '4',
      direction: 'at-least',
    },
  ),
  {
    ...mean(
      'hours',
      text('Thời lượng bình quân một cuộc sinh hoạt (giờ)', 'Average length of a meeting (hours)'),
      text('Số giờ', 'Hours'),
      {
        value: '2',
        direction: 'at-most',
      },
    ),
    // The average lies close to the target: 2.02 hours must not read as 2.0.
    decimals: 2,
  },
  {
    ...ratio(
      'spoke',
      ['spoke', 'present'],
      text('Tỷ lệ đảng viên dự họp có phát biểu', 'Share of members present who spoke'),
      text('Phát biểu', 'Spoke'),
    ),
    target: { value: '0.5', direction: 'at-least' },
  },
  mean(
    'books',
    text('Số loại sổ bình quân trong 5 loại sổ quy định', 'Record books on average, of the 5 prescribed'),
    text('Sổ (trên 5)', 'Books (of 5)'),
    { value: '5', direction: 'at-least' },
  ),
  always(
    'minutes',
    text('Chi bộ có sổ biên bản đầy đủ', 'Cells with a complete minutes book'),
    text('Biên bản', 'Minutes'),
  ),
  always(
    'programme',
    text('Chi bộ có chương trình công tác năm', 'Cells with a programme for the year'),
    text('Chương trình', 'Programme'),
  ),
  always(
    'plan',
    text('Chi bộ có kế hoạch kiểm tra, giám sát', 'Cells with an inspection and supervision plan'),
    text('Kế hoạch', 'Plan'),
  ),
  always(
    'tasks',
    text('Chi bộ phân công nhiệm vụ cho mọi đảng viên', 'Cells in which every member has a task'),
    text('Phân công', 'Tasks'),
  ),
  always(
    'rules',
    text('Chi bộ có quy chế làm việc của chi ủy', 'Cells whose committee has work rules'),
    text('Quy chế', 'Work rules'),
  ),
  always(
    'scoring',
    text('Chi bộ chấm điểm đảng viên hằng tháng', 'Cells that score members every month'),
    text('Chấm điểm', 'Scoring'),
  ),
]

export const committeeIndicators: Indicator[] = [
  sum('cells_total', text('Tổng số chi bộ', 'Cells in all'), text('Số chi bộ', 'Cells')),
  sum('cells_inspected', text('Số chi bộ được kiểm tra', 'Cells inspected'), text('Kiểm tra', 'Inspected')),
  ratio(
    'inspected',
    ['cells_inspected', 'cells_total'],
    text('Tỷ lệ chi bộ được kiểm tra', 'Share of cells inspected'),
    text('Tỷ lệ kiểm tra', 'Share inspected'),
  ),
  sum('cells_supervised', text('Số chi bộ được giám sát', 'Cells supervised'), text('Giám sát', 'Supervised')),
  ratio(
    'supervised',
    ['cells_supervised', 'cells_total'],
    text('Tỷ lệ chi bộ được giám sát', 'Share of cells supervised'),
    text('Tỷ lệ giám sát', 'Share supervised'),
  ),
  sum('teams', text('Số tổ, đoàn kiểm tra', 'Inspection teams'), text('Số tổ', 'Teams')),
  sum(
    'countries',
    text('Số nước có chi bộ được kiểm tra', 'Countries in which cells were inspected'),
    text('Số nước', 'Countries'),
  ),
  sum(
    'cells_below',
    text('Số chi bộ do cấp ủy cấp dưới kiểm tra, giám sát', 'Cells inspected or supervised by committees below'),
    text('Cấp dưới', 'Below'),
  ),
]
