// Everything inside a form's <form>: the questions of the page that is shown, what travels along, and the buttons.

import type { Child } from 'hono/jsx'
import { HiddenFields } from './hidden-fields.tsx'
import { type FormScreen, messagesOf } from './screen.ts'
import { Items } from './section.tsx'

export const answersForm = 'answers'

export type FormBodyProps = {
  readonly screen: FormScreen
  /** Where the form is sent. */
  readonly action: string
  /** Where the parts of evidence go; left out where none is kept. */
  readonly evidenceBase?: string | undefined
  /** What stands beside the button that sends. */
  readonly beside?: Child
  /** Further fields that travel along. */
  readonly children?: Child
  /** Whether the fields that travel along are more than a form without files may have. */
  readonly multipart?: boolean
}

const evidence: ReadonlySet<string> = new Set(['image', 'audio', 'video', 'file'])

/** Whether the form asks for files, which only multipart bodies carry. */
const asksForEvidence = ({ draft }: FormScreen): boolean => draft.program.items.some(({ type }) => evidence.has(type))

export function FormBody({ screen, action, evidenceBase, beside, children, multipart = false }: FormBodyProps) {
  const { draft, page } = screen
  const m = messagesOf(screen)
  return (
    <form
      id={answersForm}
      method="post"
      action={action}
      autocomplete="off"
      novalidate
      enctype={multipart || asksForEvidence(screen) ? 'multipart/form-data' : undefined}
      data-evidence-base={evidenceBase}
    >
      <HiddenFields screen={screen} />
      {children}
      {page && (
        <p class="meta" id="progress">
          {m.page(page.number, page.of)}
          <progress value={page.number} max={page.of} aria-hidden="true" />
        </p>
      )}
      <Items screen={screen} parent={draft.root} depth={2} {...(page ? { only: [page.item] } : {})} />
      <Buttons screen={screen} beside={beside} />
    </form>
  )
}

/** The first button that sends is the one that the Enter key presses. */
function Buttons({ screen, beside }: { readonly screen: FormScreen; readonly beside: Child }) {
  const { page, inconsistent } = screen
  const m = messagesOf(screen)
  const isLast = page === undefined || page.number >= page.of
  return (
    <div class="send">
      {page && !isLast && (
        <button type="submit" class="main" name="action" value="next">
          {m.next}
        </button>
      )}
      {isLast && (
        <button type="submit" class="main" name="action" value="send">
          {m.submit}
        </button>
      )}
      {isLast && inconsistent.size > 0 && (
        <button type="submit" class="minor" name="action" value="send-anyway">
          {m.sendAnyway}
        </button>
      )}
      {page && page.number > 1 && (
        <button type="submit" class="minor" name="action" value="back">
          {m.previous}
        </button>
      )}
      {beside}
    </div>
  )
}
