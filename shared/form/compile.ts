// A form version becomes a program: what it asks and decides, with the order in which expressions are evaluated and what
// each answer touches. Made once for a form and a language; the same program runs in the browser and on the server.

import type { Expression } from '../expression/expression.ts'
import { functionsIn } from '../expression/names.ts'
import type { Formula, XlsForm, XlsQuestion } from '../xlsform/form.ts'
import { parameterOf } from '../xlsform/parameters.ts'
import { affectsOf, orderOf } from './dependencies.ts'
import { type FormItem, itemsOf } from './items.ts'
import { listName, listsOf } from './lists.ts'
import { hasChangingChoices, type Program, type ProgramItem } from './program.ts'

/** What draws chance, or keeps the value that is there. */
const keeping: ReadonlySet<string> = new Set(['random', 'uuid', 'once', 'randomize'])

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] }

type Absolute = (name: string) => Expression | undefined

/**
 * The nodes that indexed-repeat() looks among are those of every round, not only of the one that asks: its ${name}s become
 * absolute paths, as other tools write them.
 */
function withAllRounds(tree: Expression, absolute: Absolute): Expression {
  if (typeof tree !== 'object') return tree
  const isIndexed = tree[0] === '()' && tree[1] === 'indexed-repeat'
  const parts = (tree as readonly unknown[]).map((part, at) => {
    if (!Array.isArray(part)) return part
    const isNodes = isIndexed && (at === 2 || at % 2 === 1) && part[0] === '$'
    return (isNodes && absolute(String(part[1]))) || withAllRounds(part as unknown as Expression, absolute)
  })
  // Part by part what it was: the shape of an expression is that of its head.
  return parts as unknown as Expression
}

/** "no" and "false()" say what an empty cell says. */
const unlessFalse = (tree: Expression | undefined): Expression | undefined =>
  typeof tree === 'object' && tree[0] === '()' && tree[1] === 'false' ? undefined : tree

/** How names of the form become indexes and paths. */
type Names = { readonly indexOf: (name: string) => number | undefined; readonly absolute: Absolute }

type Put = <Key extends keyof ProgramItem>(at: Key, value: ProgramItem[Key] | undefined) => void

function itemOf(item: FormItem, names: Names): ProgramItem {
  const { name, key, type, parent, source } = item
  const made: Mutable<ProgramItem> = { name, type }
  if (key !== name) made.key = key
  if (parent !== undefined) made.parent = parent
  const treeOf = (formula: Formula | undefined) => formula && withAllRounds(formula.tree, names.absolute)
  const put: Put = (at, value) => {
    if (value !== undefined) made[at] = value
  }
  put('relevant', treeOf(source.relevant))
  put('readOnly', unlessFalse(treeOf(source.readOnly)))
  put('consistency', treeOf(source.consistency?.holds))
  if ('questions' in source) {
    put('count', treeOf(source.repeatCount))
    return made
  }
  question(source, put, treeOf, names)
  return made
}

function question(
  source: XlsQuestion,
  put: Put,
  treeOf: (formula: Formula | undefined) => Expression | undefined,
  { indexOf }: Names,
): void {
  put('required', unlessFalse(treeOf(source.required)))
  put('constraint', withinEnds(source, treeOf(source.constraint)))
  put('calculation', treeOf(source.calculation))
  put('default', source.default && (source.default.tree ?? source.default.text))
  put('list', listName(source))
  put('filter', treeOf(source.choiceFilter))
  put('score', treeOf(source.score))
  put('finding', treeOf(source.finding?.when))
  const triggers = source.trigger?.flatMap((name) => indexOf(name) ?? [])
  put('triggers', triggers && triggers.length > 0 ? triggers : undefined)
  const { calculation, parameters = [], type } = source
  const keeps = triggers !== undefined || (calculation && functionsIn(calculation.tree).some((one) => keeping.has(one)))
  put('keeps', keeps ? true : undefined)
  if (parameterOf(parameters, 'randomize')?.toLowerCase() === 'true') put('shuffled', seedOf(parameters))
  const isWhole = ['start', 'end', 'step'].every((one) => /^-?\d*$/.test(parameterOf(parameters, one) ?? ''))
  put('whole', type === 'range' && isWhole ? true : undefined)
}

/** A range takes what lies between its ends, whichever of them is the smaller. */
function withinEnds({ type, parameters = [] }: XlsQuestion, constraint: Expression | undefined) {
  if (type !== 'range') return constraint
  const ends = [parameterOf(parameters, 'start') ?? '1', parameterOf(parameters, 'end') ?? '10'].map(Number)
  const bounds: Expression[] = [
    ['>=', ['./'], Math.min(...ends)],
    ['<=', ['./'], Math.max(...ends)],
  ]
  return ['and', ...bounds, ...(constraint === undefined ? [] : [constraint])] satisfies Expression
}

function seedOf(parameters: NonNullable<XlsQuestion['parameters']>): Expression | true {
  const seed = parameterOf(parameters, 'seed')
  if (seed === undefined) return true
  const name = /^\$\{\s*([^{}]+?)\s*\}$/.exec(seed)?.[1]
  return name === undefined ? Number(seed) : ['$', name]
}

/** The program of a form in one of its languages; everything is in it, what only the server evaluates too. */
export function compileForm(form: XlsForm, language: string): Program {
  const items = itemsOf(form)
  const first = new Map<string, number>()
  for (const { name, index } of items) if (!first.has(name)) first.set(name, index)
  const root = form.settings.name ?? 'data'
  const indexOf = (name: string) => first.get(name)
  const absolute: Absolute = (name) => {
    const steps: ['child', string][] = []
    for (let at = indexOf(name); at !== undefined; at = items[at]?.parent)
      steps.unshift(['child', items[at]?.name ?? ''])
    return steps.length > 0 ? ['/', ['child', root], ...steps] : undefined
  }
  const bare = items.map((item) => itemOf(item, { indexOf, absolute }))
  const affects = affectsOf(bare)
  const order = orderOf(bare, affects)
  const isPlain = order.every((index, at) => index === at)
  return {
    root,
    items: bare.map((item, index) => {
      const touched = affects[index] ?? []
      return touched.length > 0 ? { ...item, affects: touched } : item
    }),
    ...(isPlain ? {} : { order }),
    lists: listsOf(form, items, language),
  }
}

/**
 * The part of a program that a page needs: lists only where something looks into them (a filter, instance(), the names of
 * choices), since the page itself holds the others; nothing that the server alone works out.
 */
export function pageProgram(program: Program): Program {
  const called = new Set<string>()
  const asksNames = { any: false }
  for (const item of program.items)
    for (const tree of expressionsIn(item)) {
      for (const name of instancesIn(tree)) called.add(name)
      if (functionsIn(tree).includes('jr:choice-name')) asksNames.any = true
    }
  for (const { filter, list, type } of program.items)
    if (list !== undefined && (filter || type === 'rank' || asksNames.any)) called.add(list)
  return {
    ...program,
    items: program.items.map(({ score, finding, list, ...item }) =>
      list !== undefined && (called.has(list) || hasChangingChoices({ list })) ? { ...item, list } : item,
    ),
    lists: program.lists.filter(({ name }) => called.has(name)),
  }
}

/** Every expression that a page may evaluate of an item. */
export const expressionsIn = (item: ProgramItem): readonly Expression[] =>
  [
    item.relevant,
    item.required,
    item.readOnly,
    item.constraint,
    item.calculation,
    item.default,
    item.count,
    item.filter,
    item.consistency,
    item.shuffled === true ? undefined : item.shuffled,
  ].filter((tree) => tree !== undefined)

function instancesIn(tree: Expression): string[] {
  if (typeof tree !== 'object') return []
  const [head, name, first]: readonly unknown[] = tree
  const own = head === '()' && (name === 'instance' ? first : name === 'pulldata' ? first : undefined)
  const inner = (tree as readonly unknown[]).flatMap((part) =>
    Array.isArray(part) ? instancesIn(part as unknown as Expression) : [],
  )
  return typeof own === 'string' ? [own.replace(/\.csv$/, ''), ...inner] : inner
}
