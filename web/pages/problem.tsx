// A problem as a page of its own: what happened and what to do next.

import { describeFault, describeProblem } from '../../shared/messages/problem.ts'
import { path } from '../../shared/paths.ts'
import type { Problem, ProblemCode } from '../../shared/problems.ts'
import { messagesOf, type PageContext } from './context.ts'
import { Layout } from './layout.tsx'

/** The fields of a form as they were sent, by name. */
export type SentFields = readonly (readonly [string, string])[]

export type ProblemPageProps = {
  readonly context: PageContext
  readonly problem: Problem
  /** A form that couldn't be taken now: the page keeps it, to be sent again. */
  readonly sent?: SentFields
  /** Whether it is sent as multipart/form-data, as it was before. */
  readonly asParts?: boolean
  /** Whether files were chosen in that form: no page can keep those. */
  readonly filesLost?: boolean
  /** Where to go on from here; the list of forms where it isn't set, for those who have one. */
  readonly link?: { readonly href: string; readonly kind: 'receipt' | 'list' | 'forms' | 'organisation' } | undefined
}

const signInHelps: readonly ProblemCode[] = [
  'access.not-signed-in',
  'sign-in.expired',
  'sign-in.failed',
  'sign-in.person-unknown',
  'report.link-closed',
]

export function ProblemPage({
  context,
  problem,
  sent = [],
  asParts = false,
  filesLost = false,
  link,
}: ProblemPageProps) {
  const m = messagesOf(context)
  const { title, detail, next } = describeProblem(problem, context.language, context.timeZone)
  return (
    <Layout context={context} title={title} faulty>
      <div class="slip">
        <h1>{title}</h1>
        <p class="lead">{detail}</p>
        {problem.code === 'answers.invalid' && (
          <ul>
            {problem.faults.map((fault) => (
              <li key={`${fault.question} ${fault.code}`}>{describeFault(fault, context.language, fault.question)}</li>
            ))}
          </ul>
        )}
        {sent.length > 0 ? (
          <SendAgain context={context} problem={problem} sent={sent} asParts={asParts} filesLost={filesLost} />
        ) : (
          <>
            <p>{next}</p>
            <p class="send">
              <WayOn context={context} problem={problem} link={link} />
            </p>
          </>
        )}
        <p class="meta">
          {m.problem.code}: <code>{problem.code}</code>
        </p>
      </div>
    </Layout>
  )
}

function WayOn(props: ProblemPageProps) {
  const { href, name } = wayOn(props)
  return (
    <a class="main" href={href}>
      {name}
    </a>
  )
}

function wayOn({ context, problem, link }: ProblemPageProps): { href: string; name: string } {
  const m = messagesOf(context)
  const returnTo = problem.code === 'access.not-signed-in' ? context.here : undefined
  if (signInHelps.includes(problem.code)) return { href: path.signIn(returnTo), name: m.signIn }
  if (link) return { href: link.href, name: m.problem.links[link.kind] }
  return context.may.has('visits')
    ? { href: path.visits(), name: m.problem.links.list }
    : { href: path.home(), name: m.home }
}

type SendAgainProps = Pick<Required<ProblemPageProps>, 'context' | 'problem' | 'sent' | 'asParts' | 'filesLost'>

/** Signing in happens on a page of its own, so that this one stays with all that was typed. */
function SendAgain({ context, problem, sent, asParts, filesLost }: SendAgainProps) {
  const m = messagesOf(context)
  const needsSignIn = problem.code === 'access.not-signed-in'
  return (
    <>
      <p>{needsSignIn ? m.problem.keptSignIn : m.problem.kept}</p>
      {filesLost && <p>{m.problem.filesAgain}</p>}
      {needsSignIn && (
        <p class="send">
          <a class="main" href={path.signIn()} target="_blank" rel="noopener">
            {m.problem.signInApart}
          </a>
        </p>
      )}
      <form
        class={needsSignIn ? 'make' : 'send'}
        method="post"
        action={context.here}
        enctype={asParts ? 'multipart/form-data' : undefined}
      >
        {sent.map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <button type="submit" class={needsSignIn ? undefined : 'main'}>
          {m.problem.sendAgain}
        </button>
      </form>
    </>
  )
}
