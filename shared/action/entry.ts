// What a person enters about an action, as a form sends it, and what is wrong with it.

import * as v from 'valibot'
import { PersonId, type UnitId } from '../ids.ts'
import { Role } from '../organisation/access.ts'
import { type Day, readDay } from '../organisation/day.ts'
import { longestWords, type Owner } from './action.ts'

/** As typed and chosen, to be shown again. */
export type ActionEntry = {
  readonly words: string
  /** '' as it is · 'none' · 'role:reporter', at the action's own unit · 'person:ID' */
  readonly owner: string
  /** A day as people type it. */
  readonly due: string
}
export const emptyEntry: ActionEntry = { words: '', owner: '', due: '' }

export type EntryFault = 'words' | 'owner' | 'due' | 'past' | 'files' | 'nothing' | 'chosen'

/** Longer than any that is taken: what is cut off here was never going to be. */
const longestField = 10_000

export const readEntry = (fields: URLSearchParams): ActionEntry => ({
  words: (fields.get('words') ?? '').slice(0, longestField),
  owner: (fields.get('owner') ?? '').slice(0, 100),
  due: (fields.get('due') ?? '').slice(0, 40),
})

/** Line ends as they are kept; browsers send CR LF. */
export const wordsIn = ({ words }: ActionEntry): string => words.replace(/\r\n?/g, '\n').trim()

export function wordsFault(entry: ActionEntry, need: 'required' | 'optional'): boolean {
  const words = wordsIn(entry)
  return words.length > longestWords || (need === 'required' && words === '')
}

/** Undefined: as it is; null: nobody. `fault` where the field says nothing that can be meant. */
export function ownerIn({ owner }: ActionEntry, unitId: UnitId): { owner?: Owner | null } | 'fault' {
  if (owner === '') return {}
  if (owner === 'none') return { owner: null }
  const [kind, value] = owner.split(':')
  const role = v.safeParse(Role, value)
  if (kind === 'role' && role.success) return { owner: { kind: 'role', role: role.output, unitId } }
  const id = v.safeParse(PersonId, value)
  return kind === 'person' && id.success ? { owner: { kind: 'person', id: id.output } } : 'fault'
}

/**
 * The day; null where the field is empty. `fault` where it is no day, `past` where nobody could keep it any more; one that
 * holds already may stay, though it has passed.
 */
export function dueIn({ due }: ActionEntry, today: Day, holds: Day | null = null): Day | null | 'fault' | 'past' {
  if (due.trim() === '') return null
  const day = readDay(due)
  if (!day) return 'fault'
  return day < today && day !== holds ? 'past' : day
}

/** Roles that actions can be given to. */
export const ownerRoles = ['reporter', 'inspector', 'leader', 'office'] as const satisfies readonly Role[]
