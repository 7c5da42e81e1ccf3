// What came of accepting many at once: how many were, and why each of the others wasn't.

import { answersMessages } from '../../../shared/messages/answers.ts'
import { unitName } from '../../parts/texts.ts'
import type { PageContext } from '../context.ts'

export type ManyResultProps = {
  readonly context: PageContext
  readonly result: {
    readonly accepted: number
    /** `href`: the record, where there is one. */
    readonly refused: readonly { readonly name: string; readonly href: string | undefined; readonly why: string }[]
  }
}

/** Takes the focus when the page loads, so that it is read out first. */
export function ManyResult({ context, result: { accepted, refused } }: ManyResultProps) {
  const m = answersMessages[context.language].many
  const isNothing = accepted === 0 && refused.length === 0
  return (
    <div class={refused.length > 0 || isNothing ? 'panel' : 'panel calm'} role="alert" tabindex={-1} autofocus>
      <h2>{isNothing ? m.none : m.accepted(accepted)}</h2>
      {refused.length > 0 && (
        <>
          <p>{m.refused(refused.length)}</p>
          <ul>
            {refused.map(({ name, href, why }) => (
              <li key={`${name} ${href}`}>
                {href ? <a href={href}>{unitName(name)}</a> : unitName(name)}: {why}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}
