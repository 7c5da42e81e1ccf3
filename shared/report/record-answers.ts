// The answers of a record in the order of their form: parts with headings, questions and answers in tables, rounds as a
// table where they are short and one after the other where they aren't.

import { evidenceKind } from '../evidence/question.ts'
import { type EvidenceReference, parseReference } from '../evidence/reference.ts'
import type { AnswerRound, Answers, AnswerValue } from '../form/answers.ts'
import { formItems } from '../form/form.ts'
import type { FormItem } from '../form/items.ts'
import { isAsked } from '../form/program.ts'
import { paperMessages } from '../messages/paper.ts'
import { answerWords, labelWords, type Scope, shortened } from './answer-words.ts'
import type { Cell, TableBlock } from './document.ts'
import type { PaperBlock } from './paper.ts'
import type { RecordInput } from './record-input.ts'

/** A file that an answer names, in the order of the form. */
export type RecordFile = {
  readonly reference: EvidenceReference
  readonly question: string
  readonly isSignature: boolean
  /** What the answer calls it: "Ảnh 1". */
  readonly title: string
}

export type RecordedAnswers = { readonly blocks: readonly PaperBlock[]; readonly files: readonly RecordFile[] }

/** The outline's numbers: "I-", "1.", "1.1."; deeper headings stand without one. */
export class Outline {
  private readonly counts = [0, 0, 0]

  heading(level: number, text: string): PaperBlock {
    const at = Math.min(level, 4) as 1 | 2 | 3 | 4
    if (at <= 3) {
      this.counts[at - 1] = (this.counts[at - 1] ?? 0) + 1
      this.counts.fill(0, at)
    }
    return { type: 'heading', level: at, marker: this.marker(at), text: shortened(text, 900) }
  }

  private marker(level: 1 | 2 | 3 | 4): string {
    const [part = 0, section = 0, subsection = 0] = this.counts
    if (level === 1) return `${roman(part)}-`
    if (level === 2) return `${section}.`
    return level === 3 ? `${section}.${subsection}.` : ''
  }
}

const numerals = [
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
] as const

function roman(number: number): string {
  let rest = number
  let text = ''
  for (const [value, numeral] of numerals) for (; rest >= value; rest -= value) text += numeral
  return text
}

/** Everything that was answered. `outline` goes on counting where the answers end. */
export function recordedAnswers(input: RecordInput, outline: Outline): RecordedAnswers {
  const walk = new Walk(input, outline)
  const within = { parent: undefined, scope: [input.latest.answers], level: 1, around: '' }
  return { blocks: walk.blocks(within), files: walk.files }
}

type Within = {
  readonly parent: number | undefined
  readonly scope: Scope
  readonly level: number
  /** The round that it lies in: " (Lượt 2)". */
  readonly around: string
}

/** Rounds are a table when they have no more columns than this, and no answer is longer. */
const shortRound = { columns: 6, answer: 60 }

/** Answers longer than this get the wider column. */
const longAnswer = 80

class Walk {
  readonly files: RecordFile[] = []
  private question = 0
  private photos = 0
  private others = 0
  private readonly input: RecordInput
  private readonly outline: Outline
  private readonly items: readonly FormItem[]

  constructor(input: RecordInput, outline: Outline) {
    this.input = input
    this.outline = outline
    this.items = formItems(input.version.form)
  }

  private get words() {
    return paperMessages[this.input.language].record
  }

  blocks(within: Within): PaperBlock[] {
    const blocks: PaperBlock[] = []
    let rows: TableBlock['rows'] = []
    const endTable = () => {
      if (rows.length > 0) blocks.push(this.table(rows))
      rows = []
    }
    for (const item of this.items.filter(({ parent }) => parent === within.parent)) {
      if (item.type === 'group' || item.type === 'repeat') {
        endTable()
        blocks.push(...(item.type === 'group' ? this.group(item, within) : this.repeat(item, within)))
      } else rows = [...rows, ...this.row(item, within)]
    }
    endTable()
    return blocks
  }

  private table(rows: TableBlock['rows']): TableBlock {
    const { number, question, answer } = this.words
    const isLong = rows.some(({ cells }) => (cells[2]?.runs[0]?.text.length ?? 0) > longAnswer)
    return {
      type: 'table',
      caption: '',
      columns: [
        { header: number, weight: 7, align: 'center' },
        { header: question, weight: isLong ? 35 : 53, align: 'left' },
        { header: answer, weight: isLong ? 58 : 40, align: 'left' },
      ],
      rows,
    }
  }

  private row(item: FormItem, within: Within): TableBlock['rows'] {
    const value = answerTo(item, within.scope)
    if (!this.isListed(item, value) || this.isSigned(item, value)) return []
    this.question += 1
    const label = labelWords(this.input, item, within.scope)
    const cells = [cellOf(String(this.question)), cellOf(label), this.answerCell(item, value, label, within)]
    return [{ kind: 'row', cells }]
  }

  /** What wasn't asked is left out: a question that depends on others and has no answer. */
  private isListed(item: FormItem, value: AnswerValue | undefined): boolean {
    const { type, source } = item
    const isShown = isAsked(type) || (type === 'calculate' && source.label !== undefined)
    return isShown && (value !== undefined || (type !== 'calculate' && !this.depends(item)))
  }

  private depends({ source, parent }: FormItem): boolean {
    const around = parent === undefined ? undefined : this.items[parent]
    return source.relevant !== undefined || (around !== undefined && around.type !== 'repeat' && this.depends(around))
  }

  /** A signature whose picture is there stands at the end of the document. */
  private isSigned(item: FormItem, value: AnswerValue | undefined): boolean {
    const reference = evidenceKind(item.source) === 'signature' ? parseReference(String(value ?? '')) : undefined
    if (!reference || !this.input.pictures.has(reference.sha256) || item.repeats.length > 0) return false
    const question = labelWords(this.input, item, [this.input.latest.answers])
    this.files.push({ reference, question, isSignature: true, title: '' })
    return true
  }

  private answerCell(item: FormItem, value: AnswerValue | undefined, label: string, { around }: Within): Cell {
    if (value === undefined) return { runs: [{ text: this.words.none }], emphasis: 'missing' }
    const reference = evidenceKind(item.source) ? parseReference(String(value)) : undefined
    if (!reference) return cellOf(answerWords(this.input, item, value))
    const title = this.nextTitle(reference)
    this.files.push({ reference, question: `${label}${around}`, isSignature: false, title })
    return cellOf(`${title}: ${reference.name}`)
  }

  private nextTitle({ sha256 }: EvidenceReference): string {
    if (!this.input.pictures.has(sha256)) return this.words.file(++this.others)
    return this.words.photo(++this.photos)
  }

  private group(item: FormItem, within: Within): PaperBlock[] {
    if (!hasAnswers(this.items, item, within.scope) && this.depends(item)) return []
    if (!item.source.label) return this.blocks({ ...within, parent: item.index })
    const heading = this.outline.heading(within.level, labelWords(this.input, item, within.scope))
    const inner = this.blocks({ ...within, parent: item.index, level: within.level + 1 })
    return inner.length === 0 ? [] : [heading, ...inner]
  }

  private repeat(item: FormItem, within: Within): PaperBlock[] {
    const rounds = roundsOf(answerTo(item, within.scope))
    if (rounds.length === 0) return []
    const label = labelWords(this.input, item, within.scope)
    const columns = this.shortColumns(item, rounds)
    if (columns) return [this.outline.heading(within.level, label), this.roundTable(columns, rounds, within.scope)]
    return rounds.flatMap((round, at) => {
      const title = this.words.round(label, at + 1)
      const inner = {
        parent: item.index,
        scope: [round, ...within.scope],
        level: within.level + 1,
        around: ` (${title})`,
      }
      return [this.outline.heading(within.level, title), ...this.blocks(inner)]
    })
  }

  /** The columns of a table of rounds; undefined where the rounds don't fit into one. */
  private shortColumns(repeat: FormItem, rounds: readonly Answers[]): readonly FormItem[] | undefined {
    const within = this.items.filter(({ repeats }) => repeats.includes(repeat.index))
    if (within.some(({ type, source }) => type === 'repeat' || evidenceKind(source) !== undefined)) return undefined
    const columns = within.filter((item) => rounds.some((round) => this.isListed(item, round.get(item.key))))
    const isShort = (item: FormItem) =>
      rounds.every((round) => answerOf(this.input, item, round).length <= shortRound.answer)
    return columns.length > 0 && columns.length <= shortRound.columns && columns.every(isShort) ? columns : undefined
  }

  private roundTable(columns: readonly FormItem[], rounds: readonly Answers[], scope: Scope): TableBlock {
    const { number, none } = this.words
    return {
      type: 'table',
      caption: '',
      columns: [
        { header: number, weight: 7, align: 'center' },
        ...columns.map((item) => ({
          header: shortened(labelWords(this.input, item, scope), 900),
          weight: 93 / columns.length,
          align: 'left' as const,
        })),
      ],
      rows: rounds.map((round, at) => ({
        kind: 'row',
        cells: [
          cellOf(String(at + 1)),
          ...columns.map((item): Cell => {
            const text = answerOf(this.input, item, round)
            return text === '' ? { runs: [{ text: none }], emphasis: 'missing' } : cellOf(text)
          }),
        ],
      })),
    }
  }
}

function answerOf(input: RecordInput, item: FormItem, round: Answers): string {
  const value = round.get(item.key)
  return value === undefined ? '' : answerWords(input, item, value)
}

/** A question's own answer: that of the round around it, or of the top. */
const answerTo = ({ key }: FormItem, [own]: Scope): AnswerValue | undefined => own?.get(key)

const roundsOf = (value: AnswerValue | undefined): readonly Answers[] =>
  Array.isArray(value)
    ? value.flatMap((one: string | AnswerRound) => (typeof one === 'object' ? [new Map(Object.entries(one))] : []))
    : []

const hasAnswers = (items: readonly FormItem[], group: FormItem, scope: Scope): boolean =>
  items.some(
    (item) =>
      item.parent === group.index &&
      (item.type === 'group' ? hasAnswers(items, item, scope) : answerTo(item, scope) !== undefined),
  )

/** A run holds 20,000 characters. */
const longestRun = 20_000

/** A cell with a text of any length, cut between characters. */
export function cellOf(text: string): Cell {
  const whole = text.toWellFormed()
  const runs: { text: string }[] = []
  for (let at = 0; at < whole.length; ) {
    const isHalf = /[\uD800-\uDBFF]/.test(whole[at + longestRun - 1] ?? '')
    const end = at + longestRun - (isHalf ? 1 : 0)
    runs.push({ text: whole.slice(at, end) })
    at = end
  }
  return { runs }
}
