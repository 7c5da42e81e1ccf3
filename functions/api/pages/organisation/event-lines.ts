// What became of a unit, in the words of the page.

import type { UnitId } from '../../../../shared/ids.ts'
import type { Language } from '../../../../shared/language.ts'
import { formatDay, isAlways } from '../../../../shared/messages/day.ts'
import { organisationMessages } from '../../../../shared/messages/organisation.ts'
import type { Day } from '../../../../shared/organisation/day.ts'
import type { FactChange, UnitEvent } from '../../../../shared/organisation/events.ts'
import { stateOn, type TreeHistory, type UnitState } from '../../../../shared/organisation/history.ts'
import type { EventLine } from '../../../../web/pages/organisation/event-list.tsx'

type Telling = { readonly history: TreeHistory; readonly language: Language; readonly today: Day }

/** Lines that tell of events, in their order. */
export function eventLines(telling: Telling, events: readonly UnitEvent[]): EventLine[] {
  const byId = new Map(telling.history.map((unit) => [unit.id, unit]))
  /** What a unit was called on a day; later, where it didn't stand yet. */
  const nameOf = (id: UnitId | null, day: Day): string => {
    const unit = id === null ? undefined : byId.get(id)
    const state = unit && (stateOn(unit, day) ?? unit.states[0])
    return state ? `${state.name} (${state.code})` : '–'
  }
  const { language, today } = telling
  const m = organisationMessages[language]
  return events.map((event) => ({
    day: isAlways(event.day) ? m.always : formatDay(event.day, language),
    isPlanned: event.day > today,
    texts: textsOf(event, language, (id) => nameOf(id, event.day)),
  }))
}

function textsOf(event: UnitEvent, language: Language, nameOf: (id: UnitId | null) => string): string[] {
  const m = organisationMessages[language].events
  const names = (ids: readonly UnitId[]) => ids.map(nameOf).join(', ')
  switch (event.kind) {
    case 'began':
      return [beganText(event.state, language, nameOf)]
    case 'took-over':
      return [m.tookOver(names(event.from))]
    case 'changed':
      return event.changes.map((change) => changeText(change, language, nameOf))
    case 'closed': {
      const { successors, enteredOn } = event
      const what =
        successors.length === 0 ? m.closed : (successors.length === 1 ? m.merged : m.split)(names(successors))
      return [enteredOn ? `${what} (${m.entered(formatDay(enteredOn, language))})` : what]
    }
  }
}

function beganText({ from, parentId }: UnitState, language: Language, nameOf: (id: UnitId | null) => string): string {
  const m = organisationMessages[language].events
  if (isAlways(from)) return parentId === null ? m.standsTop : m.stands(nameOf(parentId))
  return parentId === null ? m.beganTop : m.began(nameOf(parentId))
}

function changeText(change: FactChange, language: Language, nameOf: (id: UnitId | null) => string): string {
  const m = organisationMessages[language].events
  switch (change.fact) {
    case 'parentId':
      return m.parent(nameOf(change.from), nameOf(change.to))
    case 'members':
      return m.members(change.from, change.to)
    default:
      return m[change.fact](change.from, change.to)
  }
}
