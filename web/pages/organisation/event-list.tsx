// What became of a unit, day by day.

import { organisationMessages } from '../../../shared/messages/organisation.ts'
import type { PageContext } from '../context.ts'

export type EventLine = {
  readonly day: string
  /** It is yet to come. */
  readonly isPlanned: boolean
  readonly texts: readonly string[]
}

export function EventList({
  context,
  events,
}: {
  readonly context: PageContext
  readonly events: readonly EventLine[]
}) {
  const m = organisationMessages[context.language]
  return (
    <ol class="events">
      {events.map(({ day, isPlanned, texts }) => (
        <li key={`${day} ${texts.join(' ')}`} class={isPlanned ? 'planned' : undefined}>
          <b>{day}</b>
          {isPlanned && <small> {m.planned}</small>}
          {texts.map((text) => (
            <p key={text}>{text}</p>
          ))}
        </li>
      ))}
    </ol>
  )
}
