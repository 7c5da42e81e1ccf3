// When a question of a blank form is to be answered, in words that a person with a pen can follow: "câu 3 là “Có”". What
// can't be said in words is said as the formula, with the numbers of its questions in it.

import type { Expression } from '../expression/expression.ts'
import { toDecimal } from '../form/decimal.ts'
import { formItems } from '../form/form.ts'
import type { FormItem } from '../form/items.ts'
import { textIn } from '../form/texts.ts'
import { formatDecimal } from '../messages/number.ts'
import { paperMessages } from '../messages/paper.ts'
import type { Formula } from '../xlsform/form.ts'
import { choiceWords, plainWords, type Reading, shortened } from './answer-words.ts'

/** A form with the numbers that its questions have on paper, by index. */
export type Numbered = Reading & { readonly numbers: ReadonlyMap<number, string> }

/** The words of a condition; undefined where there is none, or one that always holds. */
export function conditionWords(form: Numbered, formula: Formula | undefined): string | undefined {
  if (!formula || isTrue(formula.tree)) return undefined
  const said = say(form, formula.tree, false)
  return said ?? paperMessages[form.language].blank.condition.formula(formulaWords(form, formula.text))
}

const isTrue = (tree: Expression): boolean => typeof tree === 'object' && tree[0] === '()' && tree[1] === 'true'

/** Longer conditions are no help to a reader. */
const longestFormula = 400

/** The formula with "câu 3" for ${name}. */
function formulaWords(form: Numbered, text: string): string {
  const refer = (name: string) => {
    const item = find(form, name)
    return item ? questionWords(form, item) : name
  }
  return shortened(
    text.replace(/\$\{\s*([^{}]+?)\s*\}/g, (_, name: string) => refer(name)),
    longestFormula,
  )
}

const find = ({ version }: Reading, name: string): FormItem | undefined =>
  formItems(version.form).find((item) => item.name === name)

/** Labels longer than this are cut: the number says which question it is. */
const longestLabel = 60

function questionWords(form: Numbered, item: FormItem): string {
  const label = plainWords(textIn(item.source.label, form.texts) ?? item.name, () => '…')
  const number = form.numbers.get(item.index) ?? ''
  return paperMessages[form.language].blank.condition.question(number, shortened(label, longestLabel))
}

type Tree = readonly [string, ...Expression[]]

function say(form: Numbered, tree: Expression, isInner: boolean): string | undefined {
  if (typeof tree !== 'object') return undefined
  const words = paperMessages[form.language].blank.condition
  const [head, ...parts] = tree as Tree
  if (head === 'and' || head === 'or') {
    const said = parts.map((part) => say(form, part, true))
    if (said.includes(undefined)) return undefined
    const joined = said.join(head === 'and' ? words.and : words.or)
    return isInner ? `(${joined})` : joined
  }
  if (head === '()') return sayCall(form, parts)
  return sayComparison(form, head, parts)
}

function sayCall(form: Numbered, [name, first, second]: readonly Expression[]): string | undefined {
  const words = paperMessages[form.language].blank.condition
  if (name === 'selected') {
    const item = referred(form, first)
    return item && typeof second === 'string'
      ? words.has(questionWords(form, item), choice(form, item, second))
      : undefined
  }
  if (name !== 'not' || typeof first !== 'object') return undefined
  const [head, inner, of, value] = first as Tree
  const item = head === '()' && inner === 'selected' ? referred(form, of) : undefined
  return item && typeof value === 'string'
    ? words.hasNot(questionWords(form, item), choice(form, item, value))
    : undefined
}

const referred = (form: Numbered, tree: Expression | undefined): FormItem | undefined =>
  typeof tree === 'object' && tree[0] === '$' && typeof tree[1] === 'string' ? find(form, tree[1]) : undefined

const choice = (form: Numbered, item: FormItem, name: string): string => choiceWords(form, item).get(name) ?? name

const signs: Readonly<Record<string, string>> = { '<': '<', '<=': '≤', '>': '>', '>=': '≥' }
const mirrored: Readonly<Record<string, string>> = { '<': '>', '<=': '>=', '>': '<', '>=': '<=' }

function sayComparison(form: Numbered, head: string, [left, right]: readonly Expression[]): string | undefined {
  const words = paperMessages[form.language].blank.condition
  const isSwapped = referred(form, left) === undefined
  const item = referred(form, isSwapped ? right : left)
  const value = isSwapped ? left : right
  const operator = isSwapped ? (mirrored[head] ?? head) : head
  if (!item || (typeof value !== 'string' && typeof value !== 'number')) return undefined
  const question = questionWords(form, item)
  if (value === '' && operator === '=') return words.blank(question)
  if (value === '' && operator === '!=') return words.answered(question)
  const shown = valueWords(form, item, value)
  if (operator === '=') return words.is(question, shown)
  if (operator === '!=') return words.isNot(question, shown)
  const sign = signs[operator]
  return sign === undefined ? undefined : words.compares(question, sign, shown)
}

function valueWords(form: Numbered, item: FormItem, value: string | number): string {
  const text = String(value)
  if (item.type.startsWith('select_')) return choice(form, item, text)
  return /^-?\d{1,15}(\.\d{1,9})?$/.test(text) ? formatDecimal(toDecimal(text), form.language) : text
}
