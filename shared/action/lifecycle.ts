// What can be done with an action, in which state, and by whom: the one table that pages and handlers ask.
// Pages offer them in this order.
//
//   state       confirm    assign  done  check  reopen  drop
//   open        –          open    done  open   –       dropped
//   done        confirmed  done    –     open   open    dropped
//   confirmed   –          –       –     –      open    –
//   dropped     –          –       –     –      open    –

import type { PersonId, UnitId } from '../ids.ts'
import { type Action, mayAt, type Person } from '../organisation/access.ts'
import type { UnitTree } from '../organisation/unit.ts'
import { type ActionState, type ActionStep, mostSteps, type UnitAction } from './action.ts'

type Move = {
  readonly from: readonly ActionState[]
  /** The state it leads to; undefined: it stays in its own. */
  readonly to?: ActionState
  /** What one must be allowed at the action's unit. */
  readonly needs: Action
  readonly step: ActionStep['kind']
  readonly words: 'required' | 'optional'
}

export const moves = {
  confirm: { from: ['done'], to: 'confirmed', needs: 'action.manage', step: 'confirmed', words: 'optional' },
  assign: { from: ['open', 'done'], needs: 'action.manage', step: 'assigned', words: 'optional' },
  /** Put right, as the unit or its visitor says. */
  done: { from: ['open'], to: 'done', needs: 'action.report', step: 'done', words: 'required' },
  /** Seen on a visit, and not put right. */
  check: { from: ['open', 'done'], to: 'open', needs: 'inspection.answer', step: 'checked', words: 'optional' },
  reopen: {
    from: ['done', 'confirmed', 'dropped'],
    to: 'open',
    needs: 'action.manage',
    step: 'reopened',
    words: 'required',
  },
  drop: { from: ['open', 'done'], to: 'dropped', needs: 'action.manage', step: 'dropped', words: 'required' },
} as const satisfies Record<string, Move>
export type MoveName = keyof typeof moves
export const moveNames = Object.keys(moves) as readonly MoveName[]

/** Whether its state allows the move. What has too long a history can only be ended. */
export function isPossible(action: Pick<UnitAction, 'state' | 'steps'>, name: MoveName): boolean {
  const { from }: Move = moves[name]
  const ends = name === 'confirm' || name === 'drop'
  // The last place is kept for the end, and the one before it for what responses decide.
  const room = ends ? mostSteps - 1 : mostSteps - 3
  return from.includes(action.state) && action.steps.length < room
}

/** What this person can do with the action now, in the order of the table. */
export const possibleMoves = (
  action: Pick<UnitAction, 'state' | 'steps' | 'unitId'>,
  person: Person,
  tree: UnitTree,
): MoveName[] =>
  moveNames.filter(
    (name) => isPossible(action, name) && mayAt(person, tree, moves[name].needs, action.unitId satisfies UnitId),
  )

/** What comes with a move. */
export type Made = Pick<ActionStep, 'at' | 'words' | 'files' | 'owner' | 'dueOn'> & { readonly by: PersonId }

/** The action after the move; undefined where its state doesn't allow it. Who may is asked before. */
export function moved(action: UnitAction, name: MoveName, made: Made): UnitAction | undefined {
  if (!isPossible(action, name)) return undefined
  const { to, step }: Move = moves[name]
  return {
    ...action,
    state: to ?? action.state,
    ...(made.owner === undefined ? {} : { owner: made.owner }),
    ...(made.dueOn === undefined ? {} : { dueOn: made.dueOn }),
    steps: [...action.steps, { kind: step, ...made }],
  }
}
