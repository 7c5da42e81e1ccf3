// Days and times, as picked ("2013-07-15", of a month "2013-07", of a year "2013") and as typed in Vietnam ("15/7/2013").

import { instantOf, readTime } from '../expression/date.ts'
import type { TypeTable } from './typed.ts'

const isInstant = (text: string) => !Number.isNaN(instantOf(text, () => 0))

function day(text: string): string {
  const [, date = '', month = '', year] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text) ?? []
  if (year !== undefined) return `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
  if (/^\d{4}$/.test(text)) return `${text}-01-01`
  return /^\d{4}-\d{2}$/.test(text) ? `${text}-01` : text
}

export const momentTypes: TypeTable = {
  date: {
    read: day,
    fault: (text) => (/^\d{4}-\d\d-\d\d$/.test(text) && isInstant(text) ? undefined : 'answer.not-date'),
  },
  time: { fault: (text) => (readTime(text) ? undefined : 'answer.not-time') },
  dateTime: { fault: (text) => (text.includes('T') && isInstant(text) ? undefined : 'answer.not-date-time') },
}
