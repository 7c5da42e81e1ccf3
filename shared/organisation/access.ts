// Who may do what where. A role is held at a unit and covers everything below it. This table is the only place that
// decides; routes, pages and queries ask it. Access follows today's tree.

import * as v from 'valibot'
import { PersonId, UnitId } from '../ids.ts'
import { isUnder, type UnitTree } from './unit.ts'

export const roles = ['admin', 'designer', 'office', 'leader', 'inspector', 'reporter'] as const
export const Role = v.picklist(roles)
export type Role = v.InferOutput<typeof Role>

export const HeldRole = v.strictObject({ role: Role, unitId: UnitId })
export type HeldRole = v.InferOutput<typeof HeldRole>

/** More roles than anybody holds. */
export const mostRoles = 100

export const PersonName = v.pipe(v.string(), v.minLength(1), v.maxLength(200))
export const Email = v.pipe(v.string(), v.email(), v.maxLength(254))
/** As it is written in a directory: digits, with the signs that stand between them. */
export const Phone = v.pipe(v.string(), v.maxLength(30), v.regex(/^\+?\d[\d ().-]{4,}$/))

export const Person = v.strictObject({
  id: PersonId,
  name: PersonName,
  /** Whoever proves it to the issuer signs in as this person. Many have no account anywhere and come by a personal link. */
  email: v.optional(Email),
  phone: v.optional(Phone),
  roles: v.pipe(v.array(HeldRole), v.maxLength(mostRoles)),
})
export type Person = v.InferOutput<typeof Person>

/** What answers say of who sent them, where a form asks for the user's name. */
export const usernameOf = ({ email, id }: Person): string => email ?? id

/** Each thing one can do, and the roles that may do it at the unit it concerns or above. */
export const rolesFor = {
  'inspection.answer': ['inspector'],
  'unit-report.answer': ['reporter'],
  'response.read': ['admin', 'office', 'leader'],
  /** Accept, or return for correction. */
  'response.review': ['admin', 'office', 'leader'],
  /** Correct, withdraw, release from quarantine; enter a paper form or a past figure for somebody else. */
  'response.amend': ['admin', 'office'],
  /** Fill in the cell's own group of a named survey for its members; whoever does reads what they answered. */
  'member.score': ['admin', 'office', 'leader', 'reporter'],
  'response.export': ['admin', 'office', 'leader'],
  /** See what a unit must put right. */
  'action.read': ['admin', 'office', 'leader', 'inspector', 'reporter'],
  /** Say that it was put right; the office says so for units that have nobody in the system. */
  'action.report': ['admin', 'office', 'inspector', 'reporter'],
  /** Set who does it and by when; confirm, reopen, drop. */
  'action.manage': ['admin', 'office', 'leader'],
  'progress.read': ['admin', 'office', 'leader'],
  'report.read': ['admin', 'office', 'leader'],
  /** Have it made, edit the draft, begin a correction. */
  'report.make': ['admin', 'office', 'leader'],
  /** Give it number, date and signatory; add the signed copy; withdraw it. */
  'report.issue': ['office', 'leader'],
  'form.design': ['admin', 'designer'],
  'campaign.manage': ['admin', 'office'],
  /** See the tree of units below, and what became of each. */
  'unit.read': ['admin', 'designer', 'office', 'leader'],
  'unit.manage': ['admin'],
  'person.manage': ['admin'],
  'audit.read': ['admin'],
} as const satisfies Record<string, readonly Role[]>
export type Action = keyof typeof rolesFor
export const actions: readonly Action[] = Object.keys(rolesFor) as Action[]

const holds = (person: Person, action: Action) =>
  person.roles.filter(({ role }) => (rolesFor[action] as readonly Role[]).includes(role))

/** What is done for a unit by its own people: it takes a unit that stands. */
const answering: ReadonlySet<Action> = new Set(['inspection.answer', 'unit-report.answer'])

/** Whether the person holds a role for it at this unit or above it, or above where it counts, whatever day it stands on. */
export const holdsAt = (person: Person, tree: UnitTree, action: Action, unitId: UnitId): boolean =>
  holds(person, action).some((held) => isUnder(tree, unitId, held.unitId))

/**
 * Whether the person may do it at this unit, by today's tree. What there is of a closed unit stays with those who hold a
 * role there or above where it rolls up to; but nobody answers for it any more.
 */
export const mayAt = (person: Person, tree: UnitTree, action: Action, unitId: UnitId): boolean =>
  (tree.units.has(unitId) || !answering.has(action)) && holdsAt(person, tree, action, unitId)

/** Whether the person may do it anywhere at all. */
export const maySomewhere = (person: Person, action: Action): boolean => holds(person, action).length > 0

/** The standing units at which the person holds a role for it, without those that another of them covers. */
export function topUnitsFor(person: Person, tree: UnitTree, action: Action): UnitId[] {
  const held = [...new Set(holds(person, action).map(({ unitId }) => unitId))].filter((id) => tree.units.has(id))
  return held.filter((id) => !held.some((other) => other !== id && isUnder(tree, id, other)))
}
