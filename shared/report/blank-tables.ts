// Questions of a blank form that stand in a table: those with the same choices below each other, and rounds of short
// questions, which are rows to fill in.

import { evidenceKind } from '../evidence/question.ts'
import type { FormItem } from '../form/items.ts'
import { paperMessages } from '../messages/paper.ts'
import { labelWords, shortened } from './answer-words.ts'
import { conditionWords, type Numbered } from './blank-conditions.ts'
import { appearanceOf, choicesOnPaper, fieldOf } from './blank-field.ts'
import type { GridBlock, MatrixBlock } from './paper.ts'

/** A matrix with more columns has no room for their labels. */
const mostColumns = 8

type Matrix = {
  readonly block: MatrixBlock
  /** Questions that only carry the labels of the choices. */
  readonly heads: readonly FormItem[]
  readonly rows: readonly FormItem[]
}

/**
 * The select questions of a table-list group, or those of any group that stand without the labels of their choices
 * (list-nolabel); undefined where there are none, or where they are no table.
 */
export function matrixOf(form: Numbered, group: FormItem, questions: readonly FormItem[]): Matrix | undefined {
  const selects = questions.filter(({ type }) => type.startsWith('select_'))
  const having = (word: string) => selects.filter(({ source }) => appearanceOf(source).has(word))
  const heads = having('label')
  const rows = appearanceOf(group.source).has('table-list')
    ? selects.filter((item) => !heads.includes(item))
    : having('list-nolabel')
  const [first] = rows
  if (!first || new Set(rows.map(({ source, type }) => `${type} ${'list' in source ? source.list : ''}`)).size > 1)
    return undefined
  const columns = choicesOnPaper(form, first)
  if (columns.length === 0 || columns.length > mostColumns) return undefined
  const words = paperMessages[form.language].blank
  const block: MatrixBlock = {
    type: 'matrix',
    sign: first.type.startsWith('select_multiple') ? 'square' : 'ring',
    columns,
    rows: rows.map((item) => {
      const condition = conditionWords(form, item.source.relevant)
      return {
        number: form.numbers.get(item.index) ?? '',
        label: shortened(labelWords(form, item, []), 10_000),
        isRequired: isAlways(item),
        remark: condition === undefined ? '' : words.onlyIf(condition),
      }
    }),
  }
  return { block, heads, rows }
}

const isAlways = ({ source }: FormItem): boolean => {
  const tree = 'required' in source ? source.required?.tree : undefined
  return typeof tree === 'object' && tree[0] === '()' && tree[1] === 'true'
}

/** Columns of rounds to fill in, and rows at least. */
const grid = { columns: 6, rows: 5, header: 120, choices: 5 }

/** Rounds as rows, where every question of a round is short and always asked; undefined otherwise. */
export function gridOf(form: Numbered, questions: readonly FormItem[], rounds: number): GridBlock | undefined {
  if (questions.length === 0 || questions.length > grid.columns) return undefined
  const columns = questions.map((item) => columnOf(form, item))
  if (columns.includes(undefined)) return undefined
  return {
    type: 'grid',
    columns: [{ header: '', weight: 4 }, ...columns.filter((column) => column !== undefined)],
    rows: Math.max(grid.rows, rounds),
  }
}

function columnOf(form: Numbered, item: FormItem): GridBlock['columns'][number] | undefined {
  const { type, source } = item
  if ('questions' in source || type === 'note' || evidenceKind(source) || source.relevant || source.hint)
    return undefined
  const { answer, remark } = fieldOf(form, item)
  const label = labelWords(form, item, [])
  const number = form.numbers.get(item.index)
  const header = (more: string) =>
    [`${number === undefined ? '' : `${number}. `}${label}${isAlways(item) ? ' *' : ''}`, more]
      .filter(Boolean)
      .join('\n')
  if (label.length > grid.header) return undefined
  if (answer.field === 'lines') return answer.lines === 1 ? { header: header(''), weight: 30 } : undefined
  if (answer.field === 'digits') return { header: header(remark), weight: type === 'integer' ? 14 : 20 }
  if (answer.field !== 'choices' || answer.sign !== 'ring' || answer.choices.length > grid.choices) return undefined
  const choices = answer.choices.map((choice, at) => `${at + 1} ${choice}`).join(', ')
  return choices.length > grid.header ? undefined : { header: header(`(${choices})`), weight: 20 }
}
