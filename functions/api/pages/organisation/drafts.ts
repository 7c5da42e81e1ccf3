// What was entered becomes a change to the tree, kind by kind; or what is wrong with it.

import { asId, UnitId } from '../../../../shared/ids.ts'
import { organisationEditMessages } from '../../../../shared/messages/organisation-edit.ts'
import { topUnitsFor } from '../../../../shared/organisation/access.ts'
import type { TreeChange } from '../../../../shared/organisation/change.ts'
import type { Day } from '../../../../shared/organisation/day.ts'
import { stateOn, type UnitHistory, type UnitState } from '../../../../shared/organisation/history.ts'
import { resolveUnit } from '../../../../shared/organisation/search.ts'
import type { Unit, UnitTree } from '../../../../shared/organisation/unit.ts'
import type { UnitEdit } from '../../../../shared/paths.ts'
import { type EditEntries, type FieldFault, intos } from '../../../../web/pages/organisation/edit-fields.tsx'
import { noUnit } from '../../../../web/parts/unit-field.tsx'
import type { SignedInCall } from '../../call.ts'
import { readUnitField } from '../../unit-field.ts'
import { factsEntry, type ReadFacts, readFacts } from './entries.ts'

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

export const draftOf = (edit: UnitEdit, desk: Desk): Draft => drafts[edit](desk)

const drafts: Readonly<Record<UnitEdit, (desk: Desk) => Draft>> = {
  add: draftAdd,
  change: draftChange,
  move: draftMove,
  merge: draftMerge,
  split: draftSplit,
  close: draftClose,
}

/** Opaque, and different from all that there are. */
const newUnitId = ({ deps }: SignedInCall): UnitId =>
  asId(
    UnitId,
    `u${deps
      .randomToken()
      .replace(/[^A-Za-z0-9]/g, '')
      .slice(0, 12)}`,
  )

const levelsOf = ({ tree }: Desk): string[] => [...new Set([...tree.units.values()].map(({ level }) => level))]

/** The word for what stands below a unit, where something does. */
function levelBelow({ tree, history }: Desk): string {
  const [child] = tree.children.get(history.id) ?? []
  return (child && tree.units.get(child)?.level) ?? ''
}

const none: ReadFacts = {
  entry: { code: '', name: '', level: '', members: '' },
  facts: { code: '', name: '', level: '', members: 0 },
  faults: [],
}
const isWhole = ({ fields }: Desk): boolean => fields.get('whole') === 'yes'
const ask = (...ids: readonly (UnitId | null | undefined)[]): UnitId[] => ids.flatMap((id) => id ?? [])

function draftAdd(desk: Desk): Draft {
  const { call, history, from, fields, isNew } = desk
  const id = newUnitId(call)
  const { entry, facts, faults } = isNew
    ? { ...none, entry: { ...none.entry, level: levelBelow(desk) } }
    : readFacts(call, fields)
  const entries = { kind: 'add', facts: entry, levels: levelsOf(desk), isWhole: isWhole(desk) } as const
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

/** What stands under the same unit on that day. */
function siblingsOf({ tree, history, unit }: Desk): Unit[] {
  const ids = unit.parentId === null ? [] : (tree.children.get(unit.parentId) ?? [])
  return ids.flatMap((id) => (id === history.id ? [] : (tree.units.get(id) ?? [])))
}

/** More siblings than this are typed, not ticked. */
const mostSiblings = 150
const mostLines = 100

function draftMerge(desk: Desk): Draft {
  const { call, history, from, tree, unit, fields, isNew } = desk
  const m = organisationEditMessages[call.language].faults
  const chosen = new Set(fields.getAll('other'))
  const siblings = siblingsOf(desk)
  const lines = (fields.get('lines') ?? '').slice(0, 4_000)
  const typed = readLines(desk, lines)
  const others = [...new Set([...siblings.filter(({ id }) => chosen.has(id)).map(({ id }) => id), ...typed.ids])]
  const into = intos.find((one) => one === fields.get('into'))
  const successor =
    into === 'other' ? readUnitField(call, fields, { name: 'successor', action: 'unit.manage', tree }) : noUnit
  const facts =
    into === 'new'
      ? readFacts(call, fields)
      : isNew
        ? { ...none, entry: { ...none.entry, level: unit.level } }
        : keptFacts(desk)
  const added: Unit = { ...facts.facts, id: newUnitId(call), parentId: unit.parentId }
  const intoId = into === 'new' ? added.id : into === 'this' ? history.id : successor.unit?.id
  const unitIds = [history.id, ...others.filter((id) => id !== history.id)]
  const faults: FieldFault[] = [
    ...typed.faults,
    ...(unitIds.length < 2 && into !== 'other' && typed.faults.length === 0
      ? [{ field: 'others', text: m.othersEmpty }]
      : []),
    ...(into === undefined ? [{ field: 'into', text: m.intoEmpty }] : []),
    ...facts.faults,
  ]
  const change =
    faults.length === 0 && intoId
      ? ({ kind: 'merge', from, unitIds, into: intoId, ...(into === 'new' ? { added } : {}) } as const)
      : undefined
  const listed = siblings.length > mostSiblings ? [] : siblings
  return {
    entries: {
      kind: 'merge',
      siblings: listed.map(({ id, code, name }) => ({ id, code, name, isChosen: chosen.has(id) })),
      lines,
      into,
      successor,
      facts: facts.entry,
      levels: levelsOf(desk),
    },
    faults: isNew ? [] : faults,
    change: isNew ? undefined : change,
    asks: ask(...unitIds.map((id) => tree.units.get(id)?.parentId), successor.unit?.parentId ?? successor.unit?.id),
    target: intoId ?? history.id,
  }
}

/** What was typed for a new unit while something else was chosen is kept, and not looked at. */
const keptFacts = ({ call, fields }: Desk): ReadFacts => ({ ...readFacts(call, fields), faults: [] })

function readLines({ call, tree }: Desk, text: string): { ids: UnitId[]; faults: FieldFault[] } {
  const m = organisationEditMessages[call.language].faults
  const tops = topUnitsFor(call.me.person, tree, 'unit.manage')
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .slice(0, mostLines)
  const ids: UnitId[] = []
  const faults: FieldFault[] = []
  for (const line of lines) {
    const resolved = resolveUnit(tree, line, tops)
    if (resolved.kind === 'found') ids.push(resolved.unit.id)
    else faults.push({ field: 'others', text: m.otherLine(line.slice(0, 100)) })
  }
  return { ids, faults }
}

/** Parts that a page asks for at first, and at most. */
const fewestParts = 3
const mostParts = 10
/** More units below than this are moved by a file. */
const mostChildren = 200

function draftSplit(desk: Desk): Draft {
  const { call, history, from, tree, unit, fields, isNew } = desk
  const m = organisationEditMessages[call.language].faults
  const typed = Array.from({ length: mostParts }, (_, index) =>
    readFacts(call, fields, { suffix: `.${index + 1}`, level: unit.level }),
  )
  const isUsed = ({ entry }: ReadFacts) => entry.code !== '' || entry.name !== '' || entry.members !== ''
  const last = typed.findLastIndex(isUsed) + 1
  const shown = Math.min(mostParts, Math.max(fewestParts, last + (fields.get('step') === 'more' ? 2 : 0)))
  const parts = typed.map((one) => ({ ...one, id: newUnitId(call), isUsed: isUsed(one) }))
  const used = parts.filter((one) => one.isUsed)
  const childIds = tree.children.get(history.id) ?? []
  const children = childIds.map((id) => ({ id, part: Number(fields.get(`child.${id}`)) || 1 }))
  const partOf = (number: number) => (parts[number - 1]?.isUsed ? parts[number - 1] : used[0])
  const faults = isNew
    ? []
    : [...used.flatMap((one) => one.faults), ...(used.length < 2 ? [{ field: 'parts', text: m.partsFew }] : [])]
  const change =
    isNew || faults.length > 0
      ? undefined
      : ({
          kind: 'split',
          from,
          unitId: history.id,
          parts: used.map(({ id, facts }): Unit => ({ ...facts, id, parentId: unit.parentId })),
          children: new Map(children.flatMap(({ id, part }) => (partOf(part) ? [[id, partOf(part)?.id ?? id]] : []))),
        } as const)
  const listed = childIds.length > mostChildren ? [] : children
  return {
    entries: {
      kind: 'split',
      parts: typed.slice(0, shown).map(({ entry }) => entry),
      children: listed.flatMap(({ id, part }) => {
        const child = tree.units.get(id)
        return child ? [{ id, code: child.code, name: child.name, part }] : []
      }),
      childCount: childIds.length,
    },
    faults,
    change,
    asks: ask(unit.parentId ?? history.id),
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

/** The state that a page begins with: that of the day, else the nearest. */
export function stateNear(history: UnitHistory, day: Day): UnitState {
  const state = stateOn(history, day) ?? history.states[0]
  if (!state) throw new Error(`Unit ${history.id} has no state`)
  return state
}
