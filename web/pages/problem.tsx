// A problem as a page of its own: what happened and what to do next.

import { describeFault, describeProblem } from '../../shared/messages/problem.ts'
import { path } from '../../shared/paths.ts'
import type { Problem, ProblemCode } from '../../shared/problems.ts'
import { messagesOf, type PageContext } from './context.ts'
import { Layout } from './layout.tsx'

export type ProblemPageProps = { readonly context: PageContext; readonly problem: Problem }

const signInHelps: readonly ProblemCode[] = [
  'access.not-signed-in',
  'sign-in.expired',
  'sign-in.failed',
  'sign-in.person-unknown',
]

export function ProblemPage({ context, problem }: ProblemPageProps) {
  const m = messagesOf(context)
  const { title, detail, next } = describeProblem(problem, context.language, context.timeZone)
  const returnTo = problem.code === 'access.not-signed-in' ? context.here : undefined
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
        <p>{next}</p>
        <p class="send">
          {signInHelps.includes(problem.code) ? (
            <a class="main" href={path.signIn(returnTo)}>
              {m.signIn}
            </a>
          ) : (
            <a class="main" href={path.home()}>
              {m.home}
            </a>
          )}
        </p>
        <p class="meta">
          {m.problem.code}: <code>{problem.code}</code>
        </p>
      </div>
    </Layout>
  )
}
