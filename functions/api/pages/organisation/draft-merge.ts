// A merger as it was entered: which units, and who carries on.

import type { UnitId } from '../../../../shared/ids.ts'
import { organisationEditMessages } from '../../../../shared/messages/organisation-edit.ts'
import { topUnitsFor } from '../../../../shared/organisation/access.ts'
import { resolveUnit } from '../../../../shared/organisation/search.ts'
import type { Unit } from '../../../../shared/organisation/unit.ts'
import { type FieldFault, intos } from '../../../../web/pages/organisation/edit-fields.tsx'
import { noUnit } from '../../../../web/parts/unit-field.tsx'
import { readUnitField } from '../../unit-field.ts'
import { ask, type Desk, type Draft, levelsOf, newUnitId, none } from './draft.ts'
import { readFacts } from './entries.ts'

/** What stands under the same unit on that day. */
function siblingsOf({ tree, history, unit }: Desk): Unit[] {
  const ids = unit.parentId === null ? [] : (tree.children.get(unit.parentId) ?? [])
  return ids.flatMap((id) => (id === history.id ? [] : (tree.units.get(id) ?? [])))
}

/** More siblings than this are typed, not ticked. */
const mostSiblings = 150
const mostLines = 100

export function draftMerge(desk: Desk): Draft {
  const { history, from, tree, fields, isNew } = desk
  const siblings = siblingsOf(desk)
  const lines = (fields.get('lines') ?? '').slice(0, 4_000)
  const typed = readLines(desk, lines)
  const chosen = new Set(fields.getAll('other'))
  const others = [...siblings.filter(({ id }) => chosen.has(id)).map(({ id }) => id), ...typed.ids]
  const unitIds = [...new Set([history.id, ...others])]
  const heir = heirOf(desk)
  const faults = isNew ? [] : [...typed.faults, ...faultsOf(desk, heir, unitIds.length + typed.faults.length)]
  const added = heir.into === 'new' ? { added: heir.added } : {}
  return {
    entries: {
      kind: 'merge',
      siblings: (siblings.length > mostSiblings ? [] : siblings).map(({ id, code, name }) => ({
        id,
        code,
        name,
        isChosen: chosen.has(id),
      })),
      lines,
      into: heir.into,
      successor: heir.successor,
      facts: heir.facts.entry,
      levels: levelsOf(desk),
    },
    faults,
    change:
      isNew || faults.length > 0 || !heir.id ? undefined : { kind: 'merge', from, unitIds, into: heir.id, ...added },
    asks: ask(
      ...unitIds.map((id) => tree.units.get(id)?.parentId),
      heir.successor.unit?.parentId ?? heir.successor.unit?.id,
    ),
    target: heir.id ?? history.id,
  }
}

/** Who carries on: a new unit, the one whose page it is, or another one that stands. */
function heirOf(desk: Desk) {
  const { call, history, tree, unit, fields, isNew } = desk
  const into = isNew ? 'new' : intos.find((one) => one === fields.get('into'))
  const action = 'unit.manage' as const
  const successor = into === 'other' ? readUnitField(call, fields, { name: 'successor', action, tree }) : noUnit
  const fresh = { ...none, entry: { ...none.entry, level: unit.level } }
  // What was typed for a new unit while something else was chosen is kept, and not looked at.
  const facts = isNew ? fresh : into === 'new' ? readFacts(call, fields) : { ...readFacts(call, fields), faults: [] }
  const added: Unit = { ...facts.facts, id: newUnitId(call), parentId: unit.parentId }
  return {
    into,
    successor,
    facts,
    added,
    id: into === 'new' ? added.id : into === 'this' ? history.id : successor.unit?.id,
  }
}

/** `named`: how many units were named in any way, this one among them. */
function faultsOf({ call }: Desk, { into, facts }: ReturnType<typeof heirOf>, named: number): FieldFault[] {
  const m = organisationEditMessages[call.language].faults
  return [
    ...(named < 2 && into !== 'other' ? [{ field: 'others', text: m.othersEmpty }] : []),
    ...(into === undefined ? [{ field: 'into', text: m.intoEmpty }] : []),
    ...facts.faults,
  ]
}

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
