// What the answers of a record raised: faults with what is to be done, and figures that don't fit.

import { formItems } from '../form/form.ts'
import type { FormItem } from '../form/items.ts'
import type { Finding } from '../form/rules.ts'
import { paperMessages } from '../messages/paper.ts'
import { labelWords, wordsIn } from './answer-words.ts'
import type { Cell } from './document.ts'
import type { PaperBlock } from './paper.ts'
import { cellOf, type Outline } from './record-answers.ts'
import type { RecordInput } from './record-input.ts'

export function findingBlocks(input: RecordInput, outline: Outline): PaperBlock[] {
  const { findings } = input.latest.raised
  const words = paperMessages[input.language].record
  const rows = findings.flatMap((finding) => rowOf(input, finding))
  if (rows.length === 0) return []
  return [
    outline.heading(1, words.findings),
    {
      type: 'table',
      caption: '',
      columns: [
        { header: words.number, weight: 7, align: 'center' },
        { header: words.finding, weight: 43, align: 'left' },
        { header: words.severity, weight: 10, align: 'left' },
        { header: words.action, weight: 28, align: 'left' },
        { header: words.due, weight: 12, align: 'left' },
      ],
      rows: rows.map((cells, at) => ({ kind: 'row', cells: [cellOf(String(at + 1)), ...cells] })),
    },
  ]
}

/** The places of findings name the round: "household[2]/age". */
const round = /\[(\d{1,4})\]\/[^[\]]*$/

function rowOf(input: RecordInput, { kind, question }: Finding): Cell[][] {
  const words = paperMessages[input.language].record
  const key = question.replace(/^.*\]\//, '')
  const item = formItems(input.version.form).find((one) => one.key === key)
  if (!item) return []
  const scope = [input.latest.answers]
  const label = labelWords(input, item, scope)
  const number = round.exec(question)?.[1]
  const name = number === undefined ? label : words.round(label, Number(number))
  const rule = ruleOf(item, kind)
  const message = wordsIn(input, rule.message, scope) || (kind === 'consistency' ? words.inconsistent : words.faulty)
  const days = Number(rule.dueDays)
  return [
    [
      cellOf(`${name}: ${message}`),
      cellOf(severityWords(rule.severity, words.severities) || words.none),
      cellOf(wordsIn(input, rule.action, scope) || words.none),
      cellOf(rule.dueDays !== undefined && Number.isSafeInteger(days) ? words.dueDays(days) : words.none),
    ],
  ]
}

type Rule = Partial<NonNullable<Extract<FormItem['source'], { finding?: unknown }>['finding']>>

function ruleOf({ source }: FormItem, kind: Finding['kind']): Rule {
  if (kind === 'consistency') return source.consistency?.message ? { message: source.consistency.message } : {}
  return 'questions' in source ? {} : (source.finding ?? {})
}

function severityWords(severity: string | undefined, words: Readonly<Record<string, string>>): string {
  return severity === undefined ? '' : (words[severity.toLowerCase()] ?? severity)
}
