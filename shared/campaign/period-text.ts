// Periods as people write them in a table: "6 tháng đầu năm 2012", "quý II/2012", "7/2012", "2012-H1".

import * as v from 'valibot'
import { PeriodId } from '../ids.ts'
import { foldText } from '../organisation/search.ts'

const ordinals: Readonly<Record<string, string>> = { i: '1', ii: '2', iii: '3', iv: '4' }
const months = 'january february march april may june july august september october november december'.split(' ')

type Reading = readonly [pattern: RegExp, id: (found: RegExpExecArray) => string]

const [year, of] = ['(\\d{4})', '(?:\\s*[/,-]\\s*|\\s+nam\\s+|\\s+of\\s+|\\s+)']
const padded = (month: string | undefined) => (month ?? '').padStart(2, '0')
const part = (text: string | undefined) => ordinals[text ?? ''] ?? text ?? ''
const half = (word: string | undefined) => (word === 'cuoi' || word === 'second' || word === '2' ? '2' : '1')

const readings: readonly Reading[] = [
  [new RegExp(`^(?:nam\\s+)?${year}$`), ([, y]) => y ?? ''],
  [new RegExp(`^6\\s*thang\\s+(dau|cuoi)${of}${year}$`), ([, word, y]) => `${y}-H${half(word)}`],
  [new RegExp(`^(?:nua\\s+)?(dau|cuoi)\\s+nam\\s+${year}$`), ([, word, y]) => `${y}-H${half(word)}`],
  [new RegExp(`^(first|second)\\s+half${of}${year}$`), ([, word, y]) => `${y}-H${half(word)}`],
  [new RegExp(`^h([12])${of}${year}$`), ([, word, y]) => `${y}-H${half(word)}`],
  [new RegExp(`^(?:quy|quarter|q)\\s*(iv|i{1,3}|[1-4])${of}${year}$`), ([, ordinal, y]) => `${y}-Q${part(ordinal)}`],
  [new RegExp(`^(?:thang\\s+)?(\\d{1,2})${of}${year}$`), ([, month, y]) => `${y}-${padded(month)}`],
  [new RegExp(`^${year}\\s*[/-]\\s*(\\d{1,2})$`), ([, y, month]) => `${y}-${padded(month)}`],
  // What a spreadsheet makes of "7/2012" where the cell is formatted as a date.
  [new RegExp(`^${year}-(\\d\\d)-01$`), ([, y, month]) => `${y}-${month}`],
  [
    new RegExp(`^(${months.join('|')})${of}${year}$`),
    ([, name, y]) => `${y}-${padded(String(months.indexOf(name ?? '') + 1))}`,
  ],
]

/** The period that a text names; undefined where it names none. Marks, capitals and blanks don't count. */
export function readPeriod(text: string): PeriodId | undefined {
  const plain = foldText(text).replace(/^ky\s+/, '')
  const given = v.safeParse(PeriodId, plain.toUpperCase())
  if (given.success) return given.output
  for (const [pattern, idOf] of readings) {
    const found = pattern.exec(plain)
    const id = found && v.safeParse(PeriodId, idOf(found))
    if (id?.success) return id.output
  }
  return undefined
}
