// Who is expected to answer for a unit: the people with the right role at the unit, or else at the nearest unit above it
// where anybody has one.

import type { UnitId } from '../ids.ts'
import { type Person, rolesFor } from '../organisation/access.ts'
import { lineOf, type UnitTree } from '../organisation/unit.ts'
import { answerAction, type Campaign } from './campaign.ts'

export type Answerers = (unitId: UnitId) => readonly Person[]

/** Looks up who answers for a unit in a kind of campaign; nobody in member surveys, which go by invitation. */
export function answerersOf(people: readonly Person[], tree: UnitTree, kind: Campaign['kind']): Answerers {
  const action = answerAction[kind]
  if (!action) return () => []
  const needed: readonly string[] = rolesFor[action]
  const holders = new Map<UnitId, Person[]>()
  for (const person of people)
    for (const unitId of new Set(person.roles.filter(({ role }) => needed.includes(role)).map((held) => held.unitId)))
      holders.set(unitId, [...(holders.get(unitId) ?? []), person])
  return (unitId) => {
    const at = lineOf(tree, unitId).find((id) => holders.has(id))
    return (at && holders.get(at)) ?? []
  }
}

export type AnswererCount = { readonly person: Person; readonly units: number }

/** Of these units those without anybody, and everybody else by how many units they answer for, the most first. */
export function answererCounts(units: readonly UnitId[], answerers: Answerers) {
  const without: UnitId[] = []
  const counts = new Map<Person, number>()
  for (const id of units) {
    const people = answerers(id)
    if (people.length === 0) without.push(id)
    for (const person of people) counts.set(person, (counts.get(person) ?? 0) + 1)
  }
  const sorted = [...counts].map(([person, count]): AnswererCount => ({ person, units: count }))
  return { without, counts: sorted.sort((a, b) => b.units - a.units) }
}
