// The ways on from a form besides sending it: to keep it for later, to say that the visit was not possible, to go back.

import { messagesOf, type PageContext } from '../pages/context.ts'

type Props = {
  readonly context: PageContext
  /** Where one goes back to without sending. */
  readonly back: string
  readonly backText?: string
  /** Whether what was typed may be kept as a draft. */
  readonly saves?: boolean
  /** Where one says that the visit was not possible. */
  readonly notPossible?: string | undefined
}

export function FormWays({ context, back, backText, saves = false, notPossible }: Props) {
  const m = messagesOf(context).form
  return (
    <>
      {saves && (
        <button type="submit" class="minor" name="action" value="save">
          {m.save}
        </button>
      )}
      {notPossible && <a href={notPossible}>{m.notPossible}</a>}
      <a href={back}>{backText ?? m.back}</a>
    </>
  )
}

/** Which saving of a draft the page was made from. */
export const DraftField = ({ version }: { readonly version: string | null }) =>
  version !== null && /^\d{1,9}$/.test(version) ? <input type="hidden" name="draft" value={version} /> : null
