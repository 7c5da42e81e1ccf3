// A person's ways in: the mail that asks them in, and the links that are theirs.

import type { PersonId } from '../../../shared/ids.ts'
import { formatMoment } from '../../../shared/messages/number.ts'
import { peopleMessages } from '../../../shared/messages/people.ts'
import { path } from '../../../shared/paths.ts'
import type { PageContext } from '../context.ts'

export type LinkLine = {
  readonly id: string
  /** ISO 8601, UTC. */
  readonly createdAt: string
  readonly createdBy: string
  readonly usedAt: string | undefined
  readonly expiresAt: string
  readonly state: 'open' | 'revoked' | 'expired' | 'outgrown'
}

export type WaysInProps = {
  readonly context: PageContext
  readonly id: PersonId
  /** As it is stored; undefined where there is none. */
  readonly storedEmail: string | undefined
  readonly canMail: boolean
  readonly links: readonly LinkLine[]
  readonly linkDays: number
}

export function WaysIn(props: WaysInProps) {
  const { context, id, links, linkDays } = props
  const m = peopleMessages[context.language].person
  return (
    <section class="slip" aria-labelledby="ways">
      <h2 id="ways">{m.ways}</h2>
      <Invitation {...props} />
      <section aria-labelledby="links">
        <h3 id="links">{m.links}</h3>
        <p class="meta">{m.linksHint}</p>
        {links.length === 0 ? <p class="none">{m.noLinks}</p> : <Links context={context} id={id} links={links} />}
        <form class="make" method="post" action={path.personLinks(id)}>
          <button type="submit">{m.makeLink}</button>
          <p class="meta">{m.makeLinkHint(linkDays)}</p>
        </form>
      </section>
    </section>
  )
}

function Invitation({ context, id, storedEmail, canMail }: WaysInProps) {
  const m = peopleMessages[context.language].person
  return (
    <section aria-labelledby="mail">
      <h3 id="mail">{m.mail}</h3>
      {!storedEmail && <p class="meta">{m.noEmail}</p>}
      {storedEmail && !canMail && <p class="meta">{m.mailOff}</p>}
      {storedEmail && canMail && (
        <form class="make" method="post" action={path.personInvitation(id)}>
          <p class="meta">{m.mailTo(storedEmail)}</p>
          <button type="submit">{m.invite}</button>
        </form>
      )}
    </section>
  )
}

function Links({ context, id, links }: Pick<WaysInProps, 'context' | 'id' | 'links'>) {
  const m = peopleMessages[context.language].person
  const moment = (iso: string) => formatMoment(iso, context.language, context.timeZone)
  return (
    <ul class="links">
      {links.map((link) => (
        <li key={link.id} class={link.state}>
          <dl>
            <dt>{m.linkMade}</dt>
            <dd>{m.linkBy(moment(link.createdAt), link.createdBy)}</dd>
            <dt>{m.linkUsed}</dt>
            <dd>{link.usedAt ? moment(link.usedAt) : m.linkNotUsed}</dd>
            <dt>{m.linkEnds}</dt>
            <dd>{moment(link.expiresAt)}</dd>
            <dt>{m.linkState}</dt>
            <dd>{m.linkStates[link.state]}</dd>
          </dl>
          {link.state === 'open' && (
            <form class="make" method="post" action={path.linkRevocation(id, link.id)}>
              <button type="submit" aria-label={m.revokeThis(moment(link.createdAt))}>
                {m.revoke}
              </button>
            </form>
          )}
        </li>
      ))}
    </ul>
  )
}
