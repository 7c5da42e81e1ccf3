// Where a response stands, in a few words each.

import { answersMessages } from '../../../shared/messages/answers.ts'
import type { Place } from '../../../shared/response/state.ts'
import type { PageContext } from '../context.ts'

export type BadgesProps = {
  readonly context: PageContext
  readonly place: Place
  readonly isLate: boolean
  readonly isAccepted: boolean
  /** A newer revision waits in quarantine. */
  readonly isHeld: boolean
}

/** Places that ask somebody to do something. */
const due: ReadonlySet<Place> = new Set<Place>(['waiting', 'quarantined'])

export function Badges({ context, place, isLate, isAccepted, isHeld }: BadgesProps) {
  const m = answersMessages[context.language]
  return (
    <span class="badges">
      <span class={due.has(place) ? 'badge due' : place === 'counted' ? 'badge good' : 'badge'}>{m.places[place]}</span>
      {isAccepted && place !== 'withdrawn' && <span class="badge good">{m.accepted}</span>}
      {isLate && <span class="badge">{m.late}</span>}
      {isHeld && place !== 'quarantined' && <span class="badge due">{m.held}</span>}
    </span>
  )
}
