// What a change to the tree is entered with, and what is made of it: shared by all kinds of changes.

import { asId, UnitId } from '../../../../shared/ids.ts'
import type { TreeChange } from '../../../../shared/organisation/change.ts'
import { type Day, firstDay } from '../../../../shared/organisation/day.ts'
import { stateOn, type UnitHistory, type UnitState } from '../../../../shared/organisation/history.ts'
import type { UnitTree } from '../../../../shared/organisation/unit.ts'
import type { EditEntries, FieldFault } from '../../../../web/pages/organisation/edit-fields.tsx'
import type { SignedInCall } from '../../call.ts'
import type { ReadFacts } from './entries.ts'

/** A change as it was entered. */
export type Draft = {
  readonly entries: EditEntries
  readonly faults: readonly FieldFault[]
  /** Undefined where the entries have faults. */
  readonly change: TreeChange | undefined
  /** The units that the visitor must manage for it. */
  readonly asks: readonly UnitId[]
  /** Whose page shows what came of it. */
  readonly target: UnitId
}

/** Where a change is entered: its unit, the day, and the tree of that day. `isNew`: nothing was sent yet. */
export type Desk = {
  readonly call: SignedInCall
  readonly history: UnitHistory
  readonly from: Day
  readonly tree: UnitTree
  /** The unit as it is on that day, or as near as there is. */
  readonly unit: UnitState
  readonly fields: URLSearchParams
  readonly isNew: boolean
}

/** Opaque, and different from all that there are. */
export const newUnitId = ({ deps }: SignedInCall): UnitId =>
  asId(
    UnitId,
    `u${deps
      .randomToken()
      .replace(/[^A-Za-z0-9]/g, '')
      .slice(0, 12)}`,
  )

export const levelsOf = ({ tree }: Desk): string[] => [...new Set([...tree.units.values()].map(({ level }) => level))]

/** The word for what stands below the unit, or else below others of its level; '' where nothing does. */
export function levelBelow({ tree, history, unit }: Desk): string {
  const alike = [...tree.units.values()].filter(({ level }) => level === unit.level).map(({ id }) => id)
  for (const id of [history.id, ...alike]) {
    const [child] = tree.children.get(id) ?? []
    const level = child && tree.units.get(child)?.level
    if (level) return level
  }
  return ''
}

/** While nothing has ever changed, the tree is being written down: what is added has always been there. */
export const isBeingSetUp = ({ call }: Desk): boolean =>
  call.me.history.every(({ states, closed }) => states.length === 1 && states[0]?.from === firstDay && !closed)

export const none: ReadFacts = {
  entry: { code: '', name: '', level: '', members: '' },
  facts: { code: '', name: '', level: '', members: 0 },
  faults: [],
}
export const isWhole = ({ fields }: Desk): boolean => fields.get('whole') === 'yes'
export const ask = (...ids: readonly (UnitId | null | undefined)[]): UnitId[] => ids.flatMap((id) => id ?? [])

/** The state that a page begins with: that of the day, else the nearest. */
export function stateNear(history: UnitHistory, day: Day): UnitState {
  const state = stateOn(history, day) ?? history.states[0]
  if (!state) throw new Error(`Unit ${history.id} has no state`)
  return state
}
