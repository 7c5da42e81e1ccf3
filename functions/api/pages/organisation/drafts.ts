// What was entered becomes a change to the tree, kind by kind; or what is wrong with it.

import type { UnitState } from '../../../../shared/organisation/history.ts'
import type { Unit } from '../../../../shared/organisation/unit.ts'
import type { UnitEdit } from '../../../../shared/paths.ts'
import { noUnit } from '../../../../web/parts/unit-field.tsx'
import { readUnitField } from '../../unit-field.ts'
import {
  ask,
  type Desk,
  type Draft,
  isBeingSetUp,
  isWhole,
  levelBelow,
  levelsOf,
  newUnitId,
  none,
  stateNear,
} from './draft.ts'
import { draftMerge } from './draft-merge.ts'
import { draftSplit } from './draft-split.ts'
import { factsEntry, readFacts } from './entries.ts'

export const draftOf = (edit: UnitEdit, desk: Desk): Draft => drafts[edit](desk)

const drafts: Readonly<Record<UnitEdit, (desk: Desk) => Draft>> = {
  add: draftAdd,
  change: draftChange,
  move: draftMove,
  merge: draftMerge,
  split: draftSplit,
  close: draftClose,
}

function draftAdd(desk: Desk): Draft {
  const { call, history, from, fields, isNew } = desk
  const id = newUnitId(call)
  const { entry, facts, faults } = isNew
    ? { ...none, entry: { ...none.entry, level: levelBelow(desk) } }
    : readFacts(call, fields)
  const isAlways = isNew ? isBeingSetUp(desk) : isWhole(desk)
  const entries = { kind: 'add', facts: entry, levels: levelsOf(desk), isWhole: isAlways } as const
  const unit: Unit = { ...facts, id, parentId: history.id }
  const change = isNew || faults.length > 0 ? undefined : ({ kind: 'add', from, unit } as const)
  return { entries, faults, change, asks: [history.id], target: id }
}

/**
 * The page begins with what holds today: only what was typed anew changes from the day on, or a change of the name since last
 * year would put this year's members there too. Where nothing was, it is said that all of it held from that day on.
 */
function draftChange(desk: Desk): Draft {
  const { call, history, from, fields, isNew } = desk
  const base = stateNear(history, call.me.today)
  const { entry, facts, faults } = isNew ? { ...none, entry: factsEntry(base) } : readFacts(call, fields)
  const entries = { kind: 'change', facts: entry, levels: levelsOf(desk), isWhole: isWhole(desk) } as const
  const typed = Object.fromEntries(
    Object.entries(facts).filter(([name, value]) => value !== base[name as keyof Unit & keyof UnitState]),
  )
  const changed = Object.keys(typed).length > 0 ? typed : facts
  const change =
    isNew || faults.length > 0 ? undefined : ({ kind: 'change', from, unitId: history.id, facts: changed } as const)
  return { entries, faults, change, asks: [history.id], target: history.id }
}

function draftMove(desk: Desk): Draft {
  const { call, history, from, tree, unit, fields, isNew } = desk
  const parent = isNew ? noUnit : readUnitField(call, fields, { name: 'parent', action: 'unit.manage', tree })
  const parentId = parent.unit?.id
  return {
    entries: { kind: 'move', parent },
    faults: [],
    change: parentId && { kind: 'move', from, unitId: history.id, parentId },
    asks: ask(unit.parentId, parentId),
    target: history.id,
  }
}

function draftClose({ history, from, unit, isNew }: Desk): Draft {
  return {
    entries: { kind: 'close' },
    faults: [],
    change: isNew ? undefined : { kind: 'close', from, unitId: history.id },
    asks: ask(unit.parentId ?? history.id),
    target: history.id,
  }
}
