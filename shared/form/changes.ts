// What differs between two versions of a form, as far as it matters to answers that were given to the first: questions that
// are gone, called otherwise, of another type or elsewhere, choices that are gone, and what is asked more strictly.

import type { AnswerRound, AnswerValue } from './answers.ts'
import type { FormVersion } from './form.ts'
import { formItems } from './form.ts'
import type { FormItem } from './items.ts'
import { listName, listsOf } from './lists.ts'
import type { ItemType } from './program.ts'
import { familyOf } from './type-family.ts'

export type FormChange =
  | {
      readonly kind: 'added' | 'removed' | 'required' | 'constraint' | 'relevance' | 'calculation'
      readonly key: string
    }
  /** The same label and type under another name: what was answered under the old one is no longer found. */
  | { readonly kind: 'renamed'; readonly key: string; readonly to: string }
  /** `isKept`: what was answered can still be read as the new type. */
  | {
      readonly kind: 'retyped'
      readonly key: string
      readonly from: ItemType
      readonly to: ItemType
      readonly isKept: boolean
    }
  /** `choices`: their names. */
  | { readonly kind: 'choices-removed'; readonly key: string; readonly choices: readonly string[] }
  /** Under other sections. `isKept`: not into or out of a repeat, where answers lie elsewhere. */
  | {
      readonly kind: 'moved'
      readonly key: string
      readonly from: readonly string[]
      readonly to: readonly string[]
      readonly isKept: boolean
    }

/** Answers that the new version no longer reads: at the question, or where one of these choices was taken. */
export type Orphan = { readonly key: string; readonly path: readonly string[]; readonly choices?: readonly string[] }

/** A form's questions and what it computes: what has a place in the answers. */
const hasAnswer = ({ type }: FormItem) => type !== 'group' && type !== 'repeat' && type !== 'note'

type Side = {
  readonly items: readonly FormItem[]
  readonly answered: ReadonlyMap<string, FormItem>
  readonly choices: (item: FormItem) => ReadonlySet<string> | undefined
}

function sideOf({ form }: FormVersion): Side {
  const items = formItems(form)
  const lists = new Map(
    listsOf(form, items, '').map(({ name, rows }) => [name, new Set(rows.map(([one = '']) => one))]),
  )
  return {
    items,
    answered: new Map(items.filter(hasAnswer).map((item) => [item.key, item])),
    choices: ({ source }) => ('questions' in source ? undefined : lists.get(listName(source) ?? '')),
  }
}

const sectionsOf = ({ items }: Side, item: FormItem): FormItem[] => {
  const around: FormItem[] = []
  for (let at = item.parent; at !== undefined; ) {
    const section = items[at]
    if (section) around.unshift(section)
    at = section?.parent
  }
  return around
}
const repeatsOf = (side: Side, item: FormItem) => item.repeats.map((at) => side.items[at]?.key ?? '')
const same = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && a.every((one, at) => one === b[at])

const formulaText = (item: FormItem, of: 'required' | 'constraint' | 'calculation'): string => {
  const { source } = item
  const text = 'questions' in source ? undefined : source[of]?.text
  return of === 'required' && /^(no|false|false\(\))?$/i.test(text?.trim() ?? '') ? '' : (text ?? '')
}

function renamedTo(item: FormItem, added: readonly FormItem[]): FormItem | undefined {
  const labels = item.source.label ?? []
  const alike = added.filter(
    ({ type, source }) =>
      type === item.type &&
      labels.some(([language, text]) => source.label?.some(([l, t]) => l === language && t === text)),
  )
  return alike.length === 1 ? alike[0] : undefined
}

function changesOf(before: Side, after: Side, item: FormItem, now: FormItem): FormChange[] {
  const { key } = item
  const changes: FormChange[] = []
  if (now.type !== item.type) {
    const isKept = familyOf(now.type) === familyOf(item.type)
    changes.push({ kind: 'retyped', key, from: item.type, to: now.type, isKept })
  }
  const [old, left] = [before.choices(item), after.choices(now)]
  const gone = old && left ? [...old].filter((name) => !left.has(name)) : []
  if (gone.length > 0) changes.push({ kind: 'choices-removed', key, choices: gone })
  const [from, to] = [sectionsOf(before, item), sectionsOf(after, now)].map((all) => all.map(({ name }) => name))
  if (from && to && !same(from, to)) {
    const isKept = same(repeatsOf(before, item), repeatsOf(after, now))
    changes.push({ kind: 'moved', key, from, to, isKept })
  }
  const differs = (of: 'required' | 'constraint' | 'calculation') => formulaText(item, of) !== formulaText(now, of)
  if (differs('required') && formulaText(now, 'required') !== '') changes.push({ kind: 'required', key })
  if (differs('constraint') && formulaText(now, 'constraint') !== '') changes.push({ kind: 'constraint', key })
  if (differs('calculation')) changes.push({ kind: 'calculation', key })
  if ((item.source.relevant?.text ?? '') !== (now.source.relevant?.text ?? '')) changes.push({ kind: 'relevance', key })
  return changes
}

/** What changes for answers from one version to another, in the order of the first, what is new last. */
export function formChanges(from: FormVersion, to: FormVersion): FormChange[] {
  const [before, after] = [sideOf(from), sideOf(to)]
  const added = [...after.answered.values()].filter(({ key }) => !before.answered.has(key))
  const renamed = new Set<string>()
  const changes = [...before.answered.values()].flatMap((item): FormChange[] => {
    const now = after.answered.get(item.key)
    if (now) return changesOf(before, after, item, now)
    const other = renamedTo(item, added)
    if (!other || renamed.has(other.key)) return [{ kind: 'removed', key: item.key }]
    renamed.add(other.key)
    return [{ kind: 'renamed', key: item.key, to: other.key }]
  })
  const fresh = added.filter(({ key }) => !renamed.has(key)).map(({ key }): FormChange => ({ kind: 'added', key }))
  return [...changes, ...fresh]
}

/** The answers that a change leaves without a question to read them; undefined where it leaves none. */
export function orphanOf({ form }: FormVersion, change: FormChange): Orphan | undefined {
  const isLost =
    change.kind === 'removed' ||
    change.kind === 'renamed' ||
    change.kind === 'choices-removed' ||
    ((change.kind === 'retyped' || change.kind === 'moved') && !change.isKept)
  const items = formItems(form)
  const item = items.find(({ key }) => key === change.key)
  if (!isLost || !item) return undefined
  const path = [...item.repeats.map((at) => items[at]?.key ?? ''), item.key]
  return { key: change.key, path, ...(change.kind === 'choices-removed' ? { choices: change.choices } : {}) }
}

const isRound = (value: string | AnswerRound): value is AnswerRound => typeof value === 'object'

/** Whether answers hold something that would be orphaned. */
export function holdsOrphan(
  { path: [first = '', ...rest], choices }: Orphan,
  answers: ReadonlyMap<string, AnswerValue>,
) {
  const holds = (value: AnswerValue | undefined, path: readonly string[]): boolean => {
    if (value === undefined) return false
    const [key, ...deeper] = path
    if (key !== undefined)
      return (
        Array.isArray(value) &&
        value.some((one: string | AnswerRound) => isRound(one) && Object.hasOwn(one, key) && holds(one[key], deeper))
      )
    if (!choices) return true
    const taken: readonly unknown[] = Array.isArray(value) ? value : [value]
    return taken.some((one) => typeof one === 'string' && choices.includes(one))
  }
  return holds(answers.get(first), rest)
}
