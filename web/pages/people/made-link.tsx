// A personal link, right after it was made: the only time that it is shown. As text to copy and as a code to print.

import type { PersonId } from '../../../shared/ids.ts'
import { formatMoment } from '../../../shared/messages/number.ts'
import { peopleMessages } from '../../../shared/messages/people.ts'
import { path } from '../../../shared/paths.ts'
import { Qr, type QrOutline } from '../../parts/qr.tsx'
import type { PageContext } from '../context.ts'
import { Layout } from '../layout.tsx'

export type MadeLinkPageProps = {
  readonly context: PageContext
  readonly id: PersonId
  readonly name: string
  readonly address: string
  readonly code: QrOutline
  /** ISO 8601, UTC. */
  readonly expiresAt: string
}

export function MadeLinkPage({ context, id, name, address, code, expiresAt }: MadeLinkPageProps) {
  const m = peopleMessages[context.language].link
  const until = formatMoment(expiresAt, context.language, context.timeZone)
  return (
    <Layout context={context} title={m.title(name)} moreStyle={context.assetUrl('people.css')}>
      <div class="slip made">
        <h1>{m.title(name)}</h1>
        <p class="lead">{m.once}</p>
        <Qr code={code} label={m.qr(name)} />
        <p class="state">{m.warning(name)}</p>
        <p class="meta">{m.until(until)}</p>
        <div class="q">
          <label for="address">{m.text}</label>
          <p class="hint" id="address-hint">
            {m.textHint}
          </p>
          <input id="address" type="text" readonly value={address} aria-describedby="address-hint" />
        </div>
        <div class="q unprinted">
          <label for="message">{m.message}</label>
          <textarea id="message" readonly rows={4}>
            {m.sample(name, address, until)}
          </textarea>
        </div>
        <p class="meta unprinted">{m.print}</p>
        <p class="send">
          <a href={path.person(id)}>{m.back(name)}</a>
        </p>
      </div>
    </Layout>
  )
}
