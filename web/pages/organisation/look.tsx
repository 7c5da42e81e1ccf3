// How one looks at the tree: the search box, and the day that is looked at.

import { organisationMessages } from '../../../shared/messages/organisation.ts'
import { unitFieldMessages } from '../../../shared/messages/unit-field.ts'
import { path } from '../../../shared/paths.ts'
import type { PageContext } from '../context.ts'

/** The day that a page shows. */
export type ShownDay = {
  /** ISO, for the date field. */
  readonly iso: string
  /** As people read it. */
  readonly text: string
  readonly isToday: boolean
  /** What was asked for and is no day. */
  readonly badDay: string | undefined
}

/** The day for links: today needs none. */
export const onOf = ({ iso, isToday }: ShownDay): string | undefined => (isToday ? undefined : iso)

type Props = { readonly context: PageContext; readonly day: ShownDay }

export function SearchForm({ context, day, query }: Props & { readonly query: string }) {
  const m = organisationMessages[context.language]
  return (
    <search>
      <form class="find" method="get" action={path.organisation()}>
        <label for="q">{m.search}</label>
        <p class="hint" id="q-hint">
          {m.searchHint}
        </p>
        <div class="line">
          <div class="unit-field">
            <input
              type="search"
              id="q"
              name="q"
              value={query}
              maxlength={200}
              autocomplete="off"
              aria-describedby="q-hint"
              data-units={path.api.units('unit.read')}
              data-label={unitFieldMessages[context.language].suggestions}
            />
          </div>
          {!day.isToday && <input type="hidden" name="on" value={day.iso} />}
          <button type="submit" class="main">
            {m.find}
          </button>
        </div>
      </form>
    </search>
  )
}

/** Says which day is shown, where it isn't today, and leads to others. `here`: this page's path without its query. */
export function DayForm({ context, day, here }: Props & { readonly here: string }) {
  const m = organisationMessages[context.language]
  return (
    <>
      {day.badDay !== undefined && (
        <p class="state" role="alert">
          {m.badDay(day.badDay)}
        </p>
      )}
      {!day.isToday && (
        <p class="state">
          {m.viewing(day.text)} <a href={here}>{m.today}</a>
        </p>
      )}
      <details class="as-of" open={!day.isToday}>
        <summary>{m.asOf}</summary>
        <form method="get" action={here}>
          <p class="hint" id="on-hint">
            {m.asOfHint}
          </p>
          <div class="line">
            <input type="date" name="on" value={day.iso} aria-label={m.asOf} aria-describedby="on-hint" required />
            <button type="submit">{m.show}</button>
          </div>
        </form>
      </details>
    </>
  )
}
