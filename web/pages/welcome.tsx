// What people see who are not signed in. Signing in is a link: it leads to another site, which a form's policy forbids.

import { path } from '../../shared/paths.ts'
import { messagesOf, type PageContext } from './context.ts'
import { Layout } from './layout.tsx'

export type WelcomePageProps = {
  readonly context: PageContext
  /** Where to go after signing in; the start page where it isn't set. */
  readonly returnTo?: string | undefined
}

export function WelcomePage({ context, returnTo }: WelcomePageProps) {
  const m = messagesOf(context)
  return (
    <Layout context={context} title={m.signIn}>
      <div class="slip hello">
        <h1>{m.welcome.title}</h1>
        <p class="lead">{m.welcome.lead}</p>
        <div class="send">
          <a class="main" href={path.signIn(returnTo)}>
            {m.signIn}
          </a>
          <p class="meta">{m.welcome.hint}</p>
        </div>
      </div>
    </Layout>
  )
}
