// What is wrong with a change, and what it was, in words.

import type { UnitId } from '../../../../shared/ids.ts'
import { treeFaultText } from '../../../../shared/messages/organisation-edit.ts'
import type { ChangeFault, TreeChange } from '../../../../shared/organisation/change.ts'
import type { TreeHistory, UnitState } from '../../../../shared/organisation/history.ts'
import type { Unit } from '../../../../shared/organisation/unit.ts'
import type { FieldFault } from '../../../../web/pages/organisation/edit-fields.tsx'
import type { SignedInCall } from '../../call.ts'

export function nameIn(history: TreeHistory, id: UnitId): string {
  const state = history.find((unit) => unit.id === id)?.states.at(-1)
  return state ? `${state.name} (${state.code})` : id
}

function begunBy(change: TreeChange): readonly Unit[] {
  if (change.kind === 'add') return [change.unit]
  if (change.kind === 'split') return change.parts
  return change.kind === 'merge' && change.added ? [change.added] : []
}

/** Faults shown at once: the rest would say the same. */
const mostFaults = 20

/** Each fault at the field that it comes from, as far as there is one. */
export function faultsOf(
  { me, language }: SignedInCall,
  change: TreeChange,
  faults: readonly ChangeFault[],
): FieldFault[] {
  const begun = begunBy(change)
  const nameOf = (id: UnitId) => {
    const unit = begun.find((one) => one.id === id)
    return unit ? `${unit.name} (${unit.code})` : nameIn(me.history, id)
  }
  const fieldOf = ({ kind }: ChangeFault): string => {
    if (kind === 'code-twice') return change.kind === 'split' ? 'parts' : 'code'
    return kind === 'circle' && change.kind === 'move' ? 'parent' : 'from'
  }
  return faults
    .slice(0, mostFaults)
    .map((fault) => ({ field: fieldOf(fault), text: treeFaultText(fault, language, nameOf) }))
}

/** For the audit log: the day, and from what to what, by codes. `unit`: as it was on that day. */
export function detailsOf(history: TreeHistory, unit: UnitState, change: TreeChange): string {
  const codeOf = (id: UnitId | null) => history.find((one) => one.id === id)?.states.at(-1)?.code ?? ''
  return `${change.from}; ${whatOf(change, unit, codeOf)}`.slice(0, 1_000)
}

function whatOf(change: TreeChange, { code, parentId }: UnitState, codeOf: (id: UnitId | null) => string): string {
  switch (change.kind) {
    case 'add':
      return `${change.unit.code} ${change.unit.name} < ${codeOf(change.unit.parentId)}`
    case 'change':
      return `${code}: ${Object.entries(change.facts)
        .map(([name, value]) => `${name} ${value}`)
        .join(', ')}`
    case 'move':
      return `${code}: ${codeOf(parentId)} > ${codeOf(change.parentId)}`
    case 'merge':
      return `${change.unitIds.map(codeOf).join(', ')} > ${change.added?.code ?? codeOf(change.into)}`
    case 'split':
      return `${code} > ${change.parts.map((part) => part.code).join(', ')}`
    case 'close':
      return code
  }
}
