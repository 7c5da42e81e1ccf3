// The organisation: its tree of units.

import type { AuditVerb } from '../../../shared/organisation/audit.ts'
import { type UnitEdit, unitEdits } from '../../../shared/paths.ts'
import { largestFormWithFiles } from '../body.ts'
import { lazily, type Route, signedIn } from './route.ts'

const readers = { who: 'role', action: 'unit.read' } as const
const desk = lazily(() => import('../desks/organisation.ts'))
const suggestions = lazily(() => import('../json/units.ts'))

const verbs: Readonly<Record<UnitEdit, AuditVerb>> = {
  add: 'unit.added',
  change: 'unit.changed',
  move: 'unit.moved',
  merge: 'unit.merged',
  split: 'unit.split',
  close: 'unit.closed',
}

/** Which units a change may touch is decided over all of them. */
const managers = { who: 'role', action: 'unit.manage' } as const
const editRoutes = unitEdits.flatMap((edit): Route[] => [
  { method: 'GET', path: `/organisation/units/:unit/${edit}`, needs: managers, answer: desk('showEdit') },
  {
    method: 'POST',
    path: `/organisation/units/:unit/${edit}`,
    needs: managers,
    answer: desk('sendEdit'),
    records: verbs[edit],
  },
])

export const organisationRoutes: readonly Route[] = [
  // Which units one sees is decided by today's tree, whatever day is looked at.
  { method: 'GET', path: '/organisation', needs: readers, answer: desk('showTree') },
  { method: 'GET', path: '/organisation/units/:unit', needs: readers, answer: desk('showUnit') },
  ...editRoutes,
  // The top of the tree is asked for in the code: a file may say anything of any unit.
  { method: 'GET', path: '/organisation/import', needs: managers, answer: desk('showImport') },
  {
    method: 'POST',
    path: '/organisation/import/preview',
    largestForm: largestFormWithFiles,
    needs: managers,
    answer: desk('previewImport'),
    records: null,
  },
  { method: 'GET', path: '/organisation/import/preview', needs: managers, answer: desk('leaveImport') },
  {
    method: 'POST',
    path: '/organisation/import',
    largestForm: largestFormWithFiles,
    needs: managers,
    answer: desk('applyImport'),
    records: 'tree.imported',
  },
  { method: 'GET', path: '/organisation/units.csv', needs: readers, answer: desk('sendTreeCsv') },
  { method: 'GET', path: '/organisation/units.xlsx', needs: readers, answer: desk('sendTreeWorkbook') },
  // Which units is decided by the action that they are wanted for.
  { method: 'GET', path: '/api/units', scope: 'units:read', needs: signedIn, answer: suggestions('getUnits') },
]
