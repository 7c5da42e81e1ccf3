// What a change that ends units is about to do, in sentences.

import type { UnitId } from '../../../../shared/ids.ts'
import { formatDay } from '../../../../shared/messages/day.ts'
import { organisationEditMessages } from '../../../../shared/messages/organisation-edit.ts'
import type { TreeChange } from '../../../../shared/organisation/change.ts'
import type { UnitTree } from '../../../../shared/organisation/unit.ts'
import type { SignedInCall } from '../../call.ts'

type Ending = Extract<TreeChange, { readonly kind: 'merge' | 'split' | 'close' }>

export const endsUnits = (change: TreeChange): change is Ending =>
  change.kind === 'merge' || change.kind === 'split' || change.kind === 'close'

/** `tree`: of the day of the change, before it. */
export function consequencesOf({ me, language }: SignedInCall, change: Ending, tree: UnitTree): string[] {
  const m = organisationEditMessages[language].consequences
  const day = formatDay(change.from, language)
  const ending = endingOf(change)
  const begun = begunBy(change)
  const label = ({ code, name }: { readonly code: string; readonly name: string }) => `${name} (${code})`
  const nameOf = (id: UnitId) => {
    const unit = tree.units.get(id) ?? begun.find((one) => one.id === id)
    return unit ? label(unit) : id
  }
  const planned = me.history.filter(
    ({ id, states }) => ending.includes(id) && states.some(({ from }) => from > change.from),
  )
  return [
    ...ending.map((id) => m.closes(nameOf(id), day)),
    ...begun.map((unit) => m.begins(label(unit), day)),
    ...(change.kind === 'merge' && !change.added ? [m.carriesOn(nameOf(change.into))] : []),
    ...[...heirsOf(change, tree, ending)].map(([to, units]) => m.moves(units, nameOf(to))),
    ...planned.map(({ id }) => m.dropped(nameOf(id))),
    m.answers,
    ...(change.from < me.today ? [m.past(day)] : []),
  ]
}

const endingOf = (change: Ending): UnitId[] =>
  change.kind === 'merge' ? change.unitIds.filter((id) => id !== change.into) : [change.unitId]

const begunBy = (change: Ending) =>
  change.kind === 'split' ? change.parts : change.kind === 'merge' && change.added ? [change.added] : []

/** How many of the units below go where. */
function heirsOf(change: Ending, tree: UnitTree, ending: readonly UnitId[]): Map<UnitId, number> {
  const counts = new Map<UnitId, number>()
  for (const id of ending)
    for (const child of tree.children.get(id) ?? []) {
      if (ending.includes(child)) continue
      const to = heirOf(change, tree, id, child)
      if (to) counts.set(to, (counts.get(to) ?? 0) + 1)
    }
  return counts
}

function heirOf(change: Ending, tree: UnitTree, id: UnitId, child: UnitId): UnitId | null | undefined {
  if (change.kind === 'merge') return change.into
  return change.kind === 'split' ? change.children.get(child) : tree.units.get(id)?.parentId
}
