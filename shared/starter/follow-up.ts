// What became of the demo's findings: the committees see to those of the complete period, some late, one reported and one
// confirmed as put right. Those of the open period wait to be given out.

import type { UnitAction } from '../action/action.ts'
import { daysAfter } from '../action/day.ts'
import { type Made, type MoveName, moved } from '../action/lifecycle.ts'
import type { PersonId } from '../ids.ts'
import type { Day } from '../organisation/day.ts'
import { starterPeriods } from './campaigns.ts'
import { cells } from './organisation.ts'
import { personFor, reporters, starterPeople } from './people.ts'

/** Days from today to the day each is due, in the order of the tree; those after the last one share it. */
const dueInDays = [-20, 14, -9, 7, -3, 10, 5] as const

/** Places in that order of what was reported, and of what was confirmed besides. */
const reported = new Set([1, 5])
const confirmed = new Set([5])

const assignedWords = 'Hạn đã thống nhất khi kiểm tra tại chi bộ.'
const doneWords = 'Đã khắc phục, chi bộ đã thông qua tại cuộc sinh hoạt gần nhất.'

/** Who gives out what the cells must put right. */
const office: PersonId = officeOf(starterPeople)

function officeOf(people: typeof starterPeople): PersonId {
  const found = people.find(({ person }) => person.roles.some(({ role }) => role === 'office'))
  if (!found) throw new Error('The demo has no office')
  return found.person.id
}

/**
 * The actions that somebody has taken up, as they are afterwards, from all that the responses raised. What was taken up
 * before is left out: a load that was interrupted goes on. `at`: ISO 8601, UTC; `today`: that day where the organisation is.
 */
export function followedUp(raised: readonly UnitAction[], at: string, today: Day): UnitAction[] {
  const place = new Map(cells.map(({ id }, index) => [id, index]))
  return raised
    .filter(({ periodId }) => periodId === starterPeriods.complete)
    .toSorted(
      (a, b) =>
        (place.get(a.unitId) ?? 0) - (place.get(b.unitId) ?? 0) || a.finding.question.localeCompare(b.finding.question),
    )
    .flatMap((action, index) => (action.steps.length === 1 ? [takenUp(action, index, at, today)] : []))
}

function takenUp(action: UnitAction, index: number, at: string, today: Day): UnitAction {
  const cell = cells.find(({ id }) => id === action.unitId)
  if (!cell) throw new Error(`Unit ${action.unitId} is no cell of the demo`)
  const owner = personFor(reporters, cell).person.id
  const dueOn = daysAfter(today, dueInDays[Math.min(index, dueInDays.length - 1)] ?? 0)
  const move = (before: UnitAction, name: MoveName, made: Omit<Made, 'at'>): UnitAction => {
    const after = moved(before, name, { at, ...made })
    if (!after) throw new Error(`Action ${before.id} can not be moved: ${name}`)
    return after
  }
  const given = move(action, 'assign', {
    by: office,
    owner: { kind: 'person', id: owner },
    dueOn,
    words: assignedWords,
  })
  const done = reported.has(index) ? move(given, 'done', { by: owner, words: doneWords }) : given
  return confirmed.has(index) ? move(done, 'confirm', { by: office }) : done
}
