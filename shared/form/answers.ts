// Answers as they are sent and stored: values by key, a repeat as a list of rounds. How JSON becomes what is entered into a
// draft, and how a settled draft becomes answers; the server does both and keeps only what it worked out itself.

import type { Draft } from './draft.ts'
import type { DraftNode } from './draft-node.ts'
import { type Entered, mostRounds, nothingEntered } from './entered.ts'
import { type AnswerFault, isList, namesIn } from './fault.ts'
import { isAsked, keyOf, type Program, type ProgramItem } from './program.ts'

/**
 * integer: number · select_multiple, rank: names of choices · a repeat: its rounds · evidence: "SHA-256 name" ·
 * everything else: the text that XForms writes ("2013-07-15", "-12.50", "21.03 105.85 0 0").
 */
export type AnswerValue = string | number | readonly string[] | readonly AnswerRound[]
/** One round of a repeat, by key. */
export type AnswerRound = { readonly [key: string]: AnswerValue }
/** Answers by key, in the order of the form. A Map, because a question may be called "constructor". */
export type Answers = ReadonlyMap<string, AnswerValue>

const isWhole = ({ type, whole }: ProgramItem) => type === 'integer' || whole === true

/** The items directly in a round, or at the top; groups are no level of their own. */
function scoped(program: Program): (repeat: number | undefined) => readonly number[] {
  const scopes = new Map<number | undefined, number[]>()
  const scopeOf: (number | undefined)[] = []
  for (const [index, { type, parent }] of program.items.entries()) {
    const around = parent === undefined ? undefined : scopeOf[parent]
    scopeOf.push(type === 'repeat' ? index : around)
    if (type === 'group') continue
    const within = scopes.get(around) ?? []
    within.push(index)
    scopes.set(around, within)
  }
  return (repeat) => scopes.get(repeat) ?? []
}

/**
 * Reads answers of any shape, as parsed from JSON. What has the wrong type, or isn't asked, is a fault and is left out;
 * whether a value holds is found out by the draft that it is entered into.
 */
export function readAnswers(
  program: Program,
  raw: ReadonlyMap<string, unknown>,
): { readonly entered: Entered; readonly faults: readonly AnswerFault[] } {
  const faults: AnswerFault[] = []
  const itemsIn = scoped(program)
  const read = (values: ReadonlyMap<string, unknown>, repeat: number | undefined, prefix: string): Entered => {
    const entered = nothingEntered()
    const known = new Set<string>()
    for (const index of itemsIn(repeat)) {
      const item = program.items[index]
      if (!item) continue
      const key = keyOf(item)
      known.add(key)
      const value = values.get(key) ?? undefined
      if (item.type === 'repeat') entered.rounds.set(key, roundsIn(value, index, `${prefix}${key}`))
      else if (value !== undefined) {
        const text = textIn(item, value)
        if (typeof text === 'string') entered.values.set(key, text)
        else faults.push({ question: `${prefix}${key}`, code: text.code })
      }
    }
    for (const key of values.keys())
      if (!known.has(key)) faults.push({ question: `${prefix}${key}`.slice(0, 200), code: 'answer.unknown-question' })
    return entered
  }
  const roundsIn = (value: unknown, index: number, place: string): Entered[] => {
    if (value === undefined) return []
    if (!Array.isArray(value) || !value.every(isObject)) {
      faults.push({ question: place, code: 'answer.not-list' })
      return []
    }
    if (value.length > mostRounds) faults.push({ question: place, code: 'answer.too-many-rounds', max: mostRounds })
    return value
      .slice(0, mostRounds)
      .map((one, at) => read(new Map(Object.entries(one)), index, `${place}[${at + 1}]/`))
  }
  return { entered: read(raw, undefined, ''), faults }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A value as the text that XForms writes, or what keeps it from being one. */
type Misread = 'answer.not-integer' | 'answer.not-list' | ReturnType<typeof notAString>

function notAString({ type, list }: ProgramItem) {
  if (type === 'decimal' || type === 'range') return 'answer.not-decimal'
  return list === undefined ? 'answer.not-text' : 'answer.unknown-choice'
}

function textIn(item: ProgramItem, value: unknown): string | { readonly code: Misread } {
  if (value === '') return ''
  if (isWhole(item) && isAsked(item.type))
    return typeof value === 'number' && Number.isSafeInteger(value) && !Object.is(value, -0)
      ? String(value)
      : { code: 'answer.not-integer' }
  if (isList(item)) {
    const isNames = Array.isArray(value) && value.every((one) => typeof one === 'string' && /^\S+$/.test(one))
    return isNames ? value.join(' ') : { code: 'answer.not-list' }
  }
  return typeof value === 'string' ? value.replaceAll('\r\n', '\n').trim() : { code: notAString(item) }
}

/** The answers of a settled draft: relevant ones only, calculations as the draft worked them out, blanks left out. */
export function answersOf(draft: Draft): Answers {
  const itemsIn = scoped(draft.program)
  const collect = (scope: DraftNode, repeat: number | undefined): [string, AnswerValue][] =>
    itemsIn(repeat).flatMap((index): [string, AnswerValue][] => {
      const item = draft.program.items[index]
      if (!item) return []
      if (item.type === 'repeat') {
        const rounds = (scope.rounds.get(index) ?? []).filter(({ isRelevant }) => isRelevant)
        const values = rounds.map((one): AnswerRound => Object.fromEntries(collect(one, index)))
        return values.length > 0 ? [[keyOf(item), values]] : []
      }
      const node = scope.index.get(index)
      return node && node.value !== '' && node.isRelevant ? [[keyOf(item), valueIn(item, node.value)]] : []
    })
  return new Map(collect(draft.root, undefined))
}

function valueIn(item: ProgramItem, text: string): AnswerValue {
  if (isList(item)) return namesIn(text)
  return isWhole(item) && isAsked(item.type) && /^-?\d+$/.test(text) ? Number(text) : text
}
