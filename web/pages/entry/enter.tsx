// The way in by a personal link: whom it is for, and a button. It links nowhere else, so that no other site hears its address.

import { entryMessages } from '../../../shared/messages/entry.ts'
import { formatMoment } from '../../../shared/messages/number.ts'
import type { PageContext } from '../context.ts'
import { Layout } from '../layout.tsx'

export type EnterPageProps = {
  readonly context: PageContext
  readonly name: string
  readonly organisation: string
  /** ISO 8601, UTC. */
  readonly expiresAt: string
  /** Who is signed in here and will be signed out. */
  readonly replaces: string | undefined
}

export function EnterPage({ context, name, organisation, expiresAt, replaces }: EnterPageProps) {
  const m = entryMessages[context.language].enter
  return (
    <Layout context={context} title={m.title}>
      <div class="slip">
        <p class="over">{organisation}</p>
        <h1>{m.you(name)}</h1>
        <p class="lead">{m.press}</p>
        {replaces && <p class="state">{m.replaces(replaces)}</p>}
        <form class="send" method="post" action={context.here}>
          <button type="submit" class="main">
            {m.enter}
          </button>
        </form>
        <p class="meta">{m.until(formatMoment(expiresAt, context.language, context.timeZone))}</p>
        <p class="meta">{m.notYou(name)}</p>
      </div>
    </Layout>
  )
}
