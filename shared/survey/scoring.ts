// Scoring: a group of a named survey's form that the cell fills in for each member, and members never see.

import { type FormVersion, formItems } from '../form/form.ts'
import type { FormItem } from '../form/items.ts'
import { isAsked } from '../form/program.ts'
import { type Formula, isSection, type XlsForm } from '../xlsform/form.ts'

const never: Formula = { text: 'false()', tree: ['()', 'false'] }

const cut = new WeakMap<XlsForm, Map<string, XlsForm>>()

/**
 * The form as members are asked it: a group at its top is never asked. Everything else that names its questions still
 * works, and finds them blank. The same form gives the same cut form, so that what is worked out of it is kept.
 */
export function withoutGroup(version: FormVersion, key: string | undefined): FormVersion {
  if (key === undefined) return version
  const { form } = version
  const known = cut.get(form) ?? new Map<string, XlsForm>()
  cut.set(form, known)
  const questions = form.questions.map((one) =>
    one.name === key && isSection(one) ? { ...one, relevant: never } : one,
  )
  const without = known.get(key) ?? { ...form, questions }
  known.set(key, without)
  return { ...version, form: without }
}

/** The groups that can be filled in by the cell: those at the top of the form that ask something. */
export function scoringGroups({ form }: FormVersion): readonly FormItem[] {
  const items = formItems(form)
  const asking = new Set(items.filter(({ type }) => isAsked(type)).map((item) => topOf(items, item)))
  return items.filter((item) => item.type === 'group' && item.parent === undefined && asking.has(item.index))
}

function topOf(items: readonly FormItem[], item: FormItem): number {
  const above = item.parent === undefined ? undefined : items[item.parent]
  return above ? topOf(items, above) : item.index
}

/** Keys of everything in the group, the group itself among them. */
export function keysInGroup({ form }: FormVersion, group: string): ReadonlySet<string> {
  const items = formItems(form)
  const top = items.find(({ name, parent }) => name === group && parent === undefined)
  return new Set(items.filter((item) => top && topOf(items, item) === top.index).map(({ key }) => key))
}
