// What became of invitations that were sent to several people at once.

import type { PersonId } from '../../../shared/ids.ts'
import { peopleMessages } from '../../../shared/messages/people.ts'
import { path } from '../../../shared/paths.ts'
import type { PageContext } from '../context.ts'
import { Layout } from '../layout.tsx'

export type NotSent = {
  readonly id: PersonId
  readonly name: string
  readonly why: 'no-email' | 'refused' | 'failed' | 'not-yours'
}

export type InvitationsPageProps = {
  readonly context: PageContext
  readonly sent: number
  readonly notSent: readonly NotSent[]
}

export function InvitationsPage({ context, sent, notSent }: InvitationsPageProps) {
  const m = peopleMessages[context.language].invitations
  return (
    <Layout context={context} title={m.title}>
      <div class="slip">
        <h1>{m.title}</h1>
        <p class="lead">{m.sent(sent)}</p>
        {notSent.length > 0 && (
          <section>
            <h2>{m.notSent}</h2>
            <ul>
              {notSent.map(({ id, name, why }) => (
                <li key={id}>
                  {why === 'not-yours' ? name : <a href={path.person(id)}>{name}</a>}: {m.reasons[why]}
                </li>
              ))}
            </ul>
          </section>
        )}
        <p class="send">
          <a class="main" href={path.people()}>
            {m.back}
          </a>
        </p>
      </div>
    </Layout>
  )
}
