// What units must put right.

import { type MoveName, moves } from '../../../shared/action/lifecycle.ts'
import type { Action } from '../../../shared/organisation/access.ts'
import type { AuditVerb } from '../../../shared/organisation/audit.ts'
import { ok } from '../../../shared/result.ts'
import { unitAddress } from '../address.ts'
import { largestFormWithFiles } from '../body.ts'
import type { SignedInCall } from '../call.ts'
import { lazily, type Route, unitPath } from './route.ts'

const desk = lazily(() => import('../desks/actions.ts'))
const readers = { who: 'role', action: 'action.read' } as const
const action = `${unitPath}/actions/:action`

/** Something to be done at the unit of the address. */
const atUnit = (needed: Action) =>
  ({
    who: 'role-at',
    at: async (call: SignedInCall) => {
      const address = await unitAddress(call)
      return address.ok ? ok({ action: needed, unitId: address.value.unit.id }) : address
    },
  }) as const

const verbs: Record<MoveName, AuditVerb> = {
  assign: 'action.assigned',
  done: 'action.done',
  check: 'action.checked',
  confirm: 'action.confirmed',
  reopen: 'action.reopened',
  drop: 'action.dropped',
}

const moveRoute = (name: MoveName): Route => ({
  method: 'POST',
  path: `${action}/${name}`,
  ...(name === 'done' ? { largestForm: largestFormWithFiles } : {}),
  needs: atUnit(moves[name].needs),
  answer: desk(name),
  records: verbs[name],
})

export const actionRoutes: readonly Route[] = [
  { method: 'GET', path: '/actions', needs: readers, answer: desk('showActions') },
  {
    method: 'POST',
    path: '/actions',
    needs: { who: 'role', action: 'action.manage' },
    answer: desk('assignMany'),
    records: 'action.assigned',
  },
  { method: 'GET', path: '/actions/actions.csv', needs: readers, answer: desk('sendCsv') },
  { method: 'GET', path: '/actions/actions.xlsx', needs: readers, answer: desk('sendXlsx') },
  { method: 'GET', path: action, needs: atUnit('action.read'), answer: desk('showAction') },
  {
    method: 'GET',
    path: `${action}/files/:sha256/:name`,
    needs: atUnit('action.read'),
    answer: desk('sendRepairFile'),
  },
  moveRoute('assign'),
  moveRoute('done'),
  moveRoute('check'),
  moveRoute('confirm'),
  moveRoute('reopen'),
  moveRoute('drop'),
]
