// What a question of a blank form offers the pen: lines, boxes, choices, a scale.

import { evidenceKind } from '../evidence/question.ts'
import { boundsOf } from '../form/bounds.ts'
import { toDecimal } from '../form/decimal.ts'
import type { FormItem } from '../form/items.ts'
import { formatDecimal } from '../messages/number.ts'
import { paperMessages } from '../messages/paper.ts'
import type { XlsNode, XlsQuestion } from '../xlsform/form.ts'
import { parameterOf } from '../xlsform/parameters.ts'
import { choiceWords, type Reading, shortened } from './answer-words.ts'
import type { PaperField } from './paper.ts'

/** The field, and what must be said of it. */
export type BlankField = { readonly answer: PaperField; readonly remark: string }

/** Lists longer than this aren't printed: there is a line to write the choice on. */
const mostChoices = 60

/** Marks on a scale; a longer one is a number. */
const mostMarks = 21

export const appearanceOf = (source: XlsNode): ReadonlySet<string> =>
  new Set((source.appearance ?? '').toLowerCase().split(/\s+/))

const lines = (count: number): PaperField => ({ field: 'lines', lines: count })
const digits = (groups: number[], between: string[] = [], after = ''): PaperField => ({
  field: 'digits',
  groups,
  between,
  after,
})

export function fieldOf(reading: Reading, item: FormItem): BlankField {
  const { source, type } = item
  if ('questions' in source) return { answer: { field: 'none' }, remark: '' }
  if (type.startsWith('select_') || type === 'rank') return choiceField(reading, item, source)
  return plainField(reading, source)
}

function plainField(reading: Reading, source: XlsQuestion): BlankField {
  const words = paperMessages[reading.language].blank
  const evidence = evidenceKind(source)
  if (evidence === 'signature') return { answer: { field: 'box', heightMm: 25 }, remark: words.file(evidence) }
  if (evidence) return { answer: lines(1), remark: words.file(evidence) }
  switch (source.type) {
    case 'integer':
    case 'decimal':
      return { answer: numberField(reading, source), remark: '' }
    case 'range':
      return { answer: scaleField(reading, source), remark: '' }
    case 'date':
      return dateField(reading, source)
    case 'time':
      return { answer: digits([2, 2], [':']), remark: words.timeParts }
    case 'dateTime':
      return { answer: digits([2, 2, 4, 2, 2], ['/', '/', ' ', ':']), remark: `${words.dateParts} ${words.timeParts}` }
    case 'geopoint':
      return { answer: lines(1), remark: words.place }
    case 'geotrace':
    case 'geoshape':
      return { answer: lines(3), remark: words.place }
    case 'acknowledge':
      return { answer: { field: 'choices', sign: 'square', choices: [words.acknowledge] }, remark: '' }
    default:
      return { answer: lines(linesFor(source)), remark: '' }
  }
}

/** A text that may be long gets several lines. */
function linesFor(source: XlsQuestion): number {
  const most = boundsOf(source.constraint?.tree)?.maxLength
  const isLong = appearanceOf(source).has('multiline') || (most !== undefined && most > 300)
  return isLong ? 4 : most !== undefined && most > 120 ? 2 : 1
}

function numberField({ language }: Reading, source: XlsQuestion): PaperField {
  const { min, max } = boundsOf(source.constraint?.tree) ?? {}
  const size = (value: number) => Math.trunc(Math.abs(value)).toString().length
  const whole = Math.min(
    15,
    max === undefined ? 6 : Math.max(size(max), size(min ?? 0)) + (min !== undefined && min < 0 ? 1 : 0),
  )
  // Bounds beyond what decimals hold (1e-7) stay as the form's author reads them.
  const shown = (value: number) => {
    const text = String(value)
    return /^-?\d+(\.\d+)?$/.test(text) ? formatDecimal(toDecimal(text), language) : text
  }
  const after = min !== undefined && max !== undefined ? `(${shown(min)} – ${shown(max)})` : ''
  return source.type === 'integer'
    ? digits([whole], [], after)
    : digits([Math.min(whole, 9), 2], [language === 'vi' ? ',' : '.'], after)
}

function scaleField(reading: Reading, source: XlsQuestion): PaperField {
  const parameter = (name: string, standard: string) => parameterOf(source.parameters ?? [], name) ?? standard
  const [from, to, step] = [
    Number(parameter('start', '1')),
    Number(parameter('end', '10')),
    Number(parameter('step', '1')),
  ]
  const places = Math.max(...['start', 'end', 'step'].map((name) => parameter(name, '').split('.')[1]?.length ?? 0))
  const marks = Math.floor(Math.abs(to - from) / Math.abs(step) + 1e-9) + 1
  if (!Number.isFinite(marks) || marks > mostMarks || marks < 1) return numberField(reading, source)
  const direction = to < from ? -1 : 1
  const point = reading.language === 'vi' ? ',' : '.'
  const values = Array.from({ length: marks }, (_, at) =>
    (from + at * Math.abs(step) * direction).toFixed(Math.min(places, 9)).replace('.', point),
  )
  return { field: 'scale', values }
}

function dateField({ language }: Reading, source: XlsQuestion): BlankField {
  const words = paperMessages[language].blank
  const appearance = appearanceOf(source)
  if (appearance.has('year')) return { answer: digits([4]), remark: '' }
  if (appearance.has('month-year')) return { answer: digits([2, 4], ['/']), remark: words.monthParts }
  return { answer: digits([2, 2, 4], ['/', '/']), remark: words.dateParts }
}

function choiceField(reading: Reading, item: FormItem, source: XlsQuestion): BlankField {
  const words = paperMessages[reading.language].blank
  const choices = choicesOnPaper(reading, item)
  if (source.list?.includes('${')) return { answer: lines(1), remark: words.fromAnswers }
  if (choices.length === 0 || choices.length > mostChoices)
    return { answer: lines(1), remark: choices.length > 0 ? words.fromList(choices.length) : '' }
  if (item.type === 'rank') return { answer: { field: 'choices', sign: 'order', choices }, remark: words.rank }
  const isMany = item.type.startsWith('select_multiple')
  return {
    answer: { field: 'choices', sign: isMany ? 'square' : 'ring', choices },
    remark: isMany ? words.several : '',
  }
}

/** The labels of a question's choices, in their order. */
export function choicesOnPaper(reading: Reading, item: FormItem): string[] {
  const { source } = item
  const external =
    'list' in source ? reading.version.form.externalLists.find(({ name }) => name === source.list)?.choices.length : 0
  if (external) return []
  const labels = [...choiceWords(reading, item).values()].map((label) => shortened(label, 900))
  const isOpen = 'orOther' in source && source.orOther === true
  return isOpen ? [...labels, `${paperMessages[reading.language].blank.other}: …………………………`] : labels
}
