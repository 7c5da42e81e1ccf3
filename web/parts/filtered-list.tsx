// What stands around a list that the address filters and pages: its filters, folded away until one is used, and the way to
// its other pages.

import type { Child } from 'hono/jsx'

type FilterProps = {
  readonly texts: { readonly filters: string; readonly filter: string; readonly clear: string }
  /** The address of the list without filters. */
  readonly action: string
  readonly isFiltered: boolean
  /** The fields. */
  readonly children: Child
}

export const FilterSlip = ({ texts, action, isFiltered, children }: FilterProps) => (
  <details class="slip filters" open={isFiltered}>
    <summary>{texts.filters}</summary>
    <form method="get" action={action}>
      {children}
      <p class="send">
        <button type="submit" class="main">
          {texts.filter}
        </button>
        {isFiltered && <a href={action}>{texts.clear}</a>}
      </p>
    </form>
  </details>
)

type Way = { readonly href: string; readonly text: string }

/** `next`, `first`: undefined where there is no such page to go to. */
export const Onward = ({ next, first }: { readonly next: Way | undefined; readonly first: Way | undefined }) =>
  next || first ? (
    <p class="send">
      {next && <a href={next.href}>{next.text}</a>}
      {first && <a href={first.href}>{first.text}</a>}
    </p>
  ) : null
