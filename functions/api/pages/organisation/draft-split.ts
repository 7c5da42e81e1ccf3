// A split as it was entered: the new units, and who of those below goes to which.

import type { UnitId } from '../../../../shared/ids.ts'
import { organisationEditMessages } from '../../../../shared/messages/organisation-edit.ts'
import type { Unit } from '../../../../shared/organisation/unit.ts'
import { ask, type Desk, type Draft, newUnitId } from './draft.ts'
import { type ReadFacts, readFacts } from './entries.ts'

/** Parts that a page asks for at first, and at most. */
const fewestParts = 3
const mostParts = 10
/** More units below than this are moved by a file. */
const mostChildren = 200

type Part = ReadFacts & { readonly id: UnitId; readonly isUsed: boolean }
type Child = { readonly id: UnitId; readonly part: number }

export function draftSplit(desk: Desk): Draft {
  const { call, history, from, tree, unit, fields, isNew } = desk
  const parts = partsOf(desk)
  const used = parts.filter(({ isUsed }) => isUsed)
  const children = (tree.children.get(history.id) ?? []).map((id) => ({
    id,
    part: Number(fields.get(`child.${id}`)) || 1,
  }))
  const few = used.length < 2 ? [{ field: 'parts', text: organisationEditMessages[call.language].faults.partsFew }] : []
  const faults = isNew ? [] : [...used.flatMap((one) => one.faults), ...few]
  const change = {
    kind: 'split',
    from,
    unitId: history.id,
    parts: used.map(({ id, facts }): Unit => ({ ...facts, id, parentId: unit.parentId })),
    children: heirsOf(children, parts),
  } as const
  return {
    entries: {
      kind: 'split',
      parts: parts.slice(0, shownParts(desk, parts)).map(({ entry }) => entry),
      children: children.length > mostChildren ? [] : listed(desk, children),
      childCount: children.length,
    },
    faults,
    change: isNew || faults.length > 0 ? undefined : change,
    asks: ask(unit.parentId ?? history.id),
    target: history.id,
  }
}

function partsOf({ call, unit, fields }: Desk): Part[] {
  return Array.from({ length: mostParts }, (_, index): Part => {
    const read = readFacts(call, fields, { suffix: `.${index + 1}`, level: unit.level })
    const { code, name, members } = read.entry
    return { ...read, id: newUnitId(call), isUsed: code !== '' || name !== '' || members !== '' }
  })
}

/** As many as are used, and some to go on with where more were asked for. */
function shownParts({ fields }: Desk, parts: readonly Part[]): number {
  const last = parts.findLastIndex(({ isUsed }) => isUsed) + 1
  return Math.min(mostParts, Math.max(fewestParts, last + (fields.get('step') === 'more' ? 2 : 0)))
}

/** Each child's part; the first one where it was given to a line that is empty. */
function heirsOf(children: readonly Child[], parts: readonly Part[]): Map<UnitId, UnitId> {
  const first = parts.find(({ isUsed }) => isUsed)
  return new Map(
    children.flatMap(({ id, part }): [UnitId, UnitId][] => {
      const chosen = parts[part - 1]
      const heir = chosen?.isUsed ? chosen : first
      return heir ? [[id, heir.id]] : []
    }),
  )
}

const listed = ({ tree }: Desk, children: readonly Child[]) =>
  children.flatMap(({ id, part }) => {
    const child = tree.units.get(id)
    return child ? [{ id, code: child.code, name: child.name, part }] : []
  })
