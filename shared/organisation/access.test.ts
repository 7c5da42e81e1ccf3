import fc from 'fast-check'
import { expect, test } from 'vitest'
import { leader, riverInspector, unitId, units } from '../../test/support/scenario.ts'
import { asId, UnitId } from '../ids.ts'
import { actions, mayAt, maySomewhere, type Person, roles, rolesFor, topUnitsFor } from './access.ts'
import { ancestorAt, dividingLevel, isUnder, lineOf, subtreeOf, unitTree } from './unit.ts'

const tree = unitTree(units)

test('a role covers its unit and all below, nothing above and nothing beside', () => {
  const may = (unit: string) => mayAt(riverInspector, tree, 'inspection.answer', unitId(unit))
  expect(['river', 'cell-1', 'cell-2'].map(may)).toEqual([true, true, true])
  expect(['bloc', 'lake', 'cell-3', 'nowhere'].map(may)).toEqual([false, false, false, false])
})

test('for random trees and roles: allowed exactly where a unit at or above carries a role of the table', () => {
  const parents = fc.array(fc.nat(), { minLength: 1, maxLength: 25 })
  fc.assert(
    fc.property(
      parents,
      fc.array(fc.tuple(fc.constantFrom(...roles), fc.nat()), { maxLength: 4 }),
      fc.constantFrom(...actions),
      (raw, held, action) => {
        const id = (index: number) => asId(UnitId, `u${index}`)
        const above = raw.map((parent, index) => (index === 0 ? null : parent % index))
        const random = unitTree(
          above.map((parent, index) => ({
            id: id(index),
            code: `${index}`,
            name: `${index}`,
            level: 'x',
            members: 0,
            parentId: parent === null ? null : id(parent),
          })),
        )
        const person: Person = { ...leader, roles: held.map(([role, at]) => ({ role, unitId: id(at % raw.length) })) }
        for (const [index] of above.entries()) {
          const line: number[] = []
          for (let next: number | null = index; next !== null; next = above[next] ?? null) line.push(next)
          const expected = person.roles.some(
            ({ role, unitId: at }) =>
              (rolesFor[action] as readonly string[]).includes(role) && line.some((one) => id(one) === at),
          )
          expect(mayAt(person, random, action, id(index))).toBe(expected)
        }
        const tops = topUnitsFor(person, random, action)
        const covered = new Set(tops.flatMap((top) => subtreeOf(random, top)))
        for (const unit of random.units.keys()) expect(covered.has(unit)).toBe(mayAt(person, random, action, unit))
        expect(tops.length > 0).toBe(maySomewhere(person, action))
      },
    ),
  )
})

/** The table the other way round, stated a second time: whoever changes what a role may says so here too. */
test('what each role may', () => {
  const leads = ['response.read', 'response.review', 'response.export', 'member.score', 'action.read', 'action.manage']
  const sees = ['progress.read', 'report.read', 'report.make', 'unit.read']
  const runs = [...leads, ...sees, 'response.amend', 'action.report', 'campaign.manage']
  const may = {
    admin: [...runs, 'form.design', 'unit.manage', 'person.manage', 'audit.read'],
    designer: ['form.design', 'unit.read'],
    office: [...runs, 'report.issue'],
    leader: [...leads, ...sees, 'report.issue'],
    inspector: ['inspection.answer', 'action.read', 'action.report'],
    reporter: ['unit-report.answer', 'member.score', 'action.read', 'action.report'],
  }
  for (const role of roles)
    expect(actions.filter((action) => (rolesFor[action] as readonly string[]).includes(role)).toSorted(), role).toEqual(
      may[role].toSorted(),
    )
})

test('a tree knows lines, levels and subtrees', () => {
  expect(lineOf(tree, unitId('cell-1'))).toEqual(['cell-1', 'river', 'bloc'])
  expect(isUnder(tree, unitId('cell-1'), unitId('cell-1'))).toBe(true)
  expect(ancestorAt(tree, unitId('cell-3'), 'committee')?.id).toBe('lake')
  expect(ancestorAt(tree, unitId('bloc'), 'committee')).toBeUndefined()
  expect(subtreeOf(tree, unitId('river'))).toEqual(['river', 'cell-1', 'cell-2'])
  expect(dividingLevel(tree)).toBe('committee')
})

test('a tree that is none is refused', () => {
  const [bloc, river] = units
  if (!bloc || !river) throw new Error('two units')
  expect(() => unitTree([river])).toThrow('parent')
  expect(() => unitTree([bloc, bloc])).toThrow('twice')
  expect(() => unitTree([{ ...bloc, parentId: river.id }, river])).toThrow('above itself')
})
