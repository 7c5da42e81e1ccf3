// Which unit has which code when: how a file names units.

import type { UnitId } from '../ids.ts'
import type { Day } from './day.ts'
import { sameCode } from './faults.ts'
import type { TreeHistory } from './history.ts'

type Use = { readonly unitId: UnitId; readonly from: Day; readonly until: Day | undefined }

export type Codes = {
  /** The unit that has the code on that day. */
  readonly on: (code: string, day: Day) => UnitId | undefined
  /** The unit that is the next to take the code after that day. */
  readonly after: (code: string, day: Day) => UnitId | undefined
}

/** The codes of all units, for as long as each stands. */
export function codesOf(history: TreeHistory): Codes {
  const uses = new Map<string, Use[]>()
  for (const { id, states, closed } of history)
    for (const [index, state] of states.entries()) {
      const until = states[index + 1]?.from ?? closed?.from
      const code = sameCode(state.code)
      const use = { unitId: id, from: state.from, until }
      const known = uses.get(code)
      if (known) known.push(use)
      else uses.set(code, [use])
    }
  const of = (code: string) => uses.get(sameCode(code)) ?? []
  return {
    on: (code, day) => of(code).find(({ from, until }) => from <= day && (until === undefined || day < until))?.unitId,
    after: (code, day) =>
      of(code)
        .filter(({ from }) => from > day)
        .sort((a, b) => (a.from < b.from ? -1 : 1))[0]?.unitId,
  }
}
