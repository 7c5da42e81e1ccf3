// When reports are made, in English.

import type { ReportScheduleMessages } from './report-schedule-vi.ts'

const hour = (at: number) => `${String(at).padStart(2, '0')}:00`
const ordinal = (n: number) => ['first', 'second', 'third'][n - 1] ?? `${n}th`
const month = (after: number) =>
  after === 0 ? 'the last month of the period' : `the ${ordinal(after)} month after the period`

export const reportScheduleEn: ReportScheduleMessages = {
  label: 'When the report is made',
  kinds: {
    'days-after': 'So many days after the period',
    'day-of-month': 'On a day of the month',
    'working-day': 'On a working day',
    'by-hand': 'Only when somebody asks for it',
  },
  notes: {
    'days-after': 'Counted from the last day of the period; 0 is that day itself.',
    'day-of-month': 'For instance the 25th; in a shorter month its last day.',
    'working-day': 'Monday to Friday, without the days off in the settings of the organisation.',
    'by-hand': undefined,
  },
  days: 'Days after the last day of the period',
  day: 'Day',
  months: 'Of which month',
  month: (after) => (after === 0 ? 'Last month of the period' : `${capital(ordinal(after))} month after the period`),
  which: 'Which working day',
  last: 'Last working day of the last month of the period',
  nth: (n) => `${capital(ordinal(n))} working day after the period`,
  hour: 'At',
  atHour: hour,
  said: {
    'days-after': (days, at) =>
      days === 0
        ? `on the last day of the period at ${hour(at)}`
        : `${days === 1 ? '1 day' : `${days} days`} after the period at ${hour(at)}`,
    'day-of-month': (day, after, at) => `on day ${day} of ${month(after)} at ${hour(at)}`,
    'working-day': (which, at) =>
      which === 'last'
        ? `on the last working day of the last month of the period at ${hour(at)}`
        : `on the ${ordinal(which)} working day after the period at ${hour(at)}`,
    'by-hand': () => 'only when somebody asks for it',
  },
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
