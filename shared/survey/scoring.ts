// Scoring: a group of a named survey's form that the cell fills in for each member, and members never see.

import type { Answers } from '../form/answers.ts'
import type { Entered } from '../form/entered.ts'
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

/** What is entered into the whole form: the member's own answers, and of the group what the cell typed. */
export function withScores(own: Entered, typed: Entered, group: ReadonlySet<string>): Entered {
  const merged = <Value>(ours: ReadonlyMap<string, Value>, theirs: ReadonlyMap<string, Value>) =>
    new Map([...[...ours].filter(([key]) => !group.has(key)), ...[...theirs].filter(([key]) => group.has(key))])
  return { values: merged(own.values, typed.values), rounds: merged(own.rounds, typed.rounds) }
}

/** Answers to one form: as the member sent them, and as it works them out with the group left blank and filled in. */
export type Scored = { readonly sent: Answers; readonly blank: Answers; readonly filled: Answers }

/**
 * The answers to be stored, in the order of the form: the member's as they are, the group's, and what is worked out of the
 * group's anew. What doesn't depend on the group stays as it was sent, even where it would come out otherwise today.
 */
export function scoredAnswers(version: FormVersion, group: string, { sent, blank, filled }: Scored): Answers {
  const own = keysInGroup(version, group)
  const isChanged = (key: string) => JSON.stringify(blank.get(key)) !== JSON.stringify(filled.get(key))
  return new Map(
    formItems(version.form).flatMap(({ key, type }) => {
      const fromGroup = own.has(key) || (!isAsked(type) && type !== 'repeat' && isChanged(key))
      const value = (fromGroup ? filled : sent).get(key)
      return value === undefined ? [] : [[key, value] as const]
    }),
  )
}
