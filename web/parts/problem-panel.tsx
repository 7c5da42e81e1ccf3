// A problem at the top of a page whose content stays usable below it.

import type { Child } from 'hono/jsx'
import { describeProblem } from '../../shared/messages/problem.ts'
import type { Problem } from '../../shared/problems.ts'
import type { PageContext } from '../pages/context.ts'

type Props = {
  readonly context: PageContext
  readonly problem: Problem
  /** Nothing that was just sent failed over it: it waits to be read. */
  readonly quiet?: boolean
  readonly children?: Child
}

/** Takes the focus when the page loads, so that it is read out first. */
export function ProblemPanel({ context, problem, quiet = false, children }: Props) {
  const { title, detail, next } = describeProblem(problem, context.language, context.timeZone)
  return (
    <div class="panel" {...(quiet ? {} : { role: 'alert', tabindex: -1, autofocus: true })}>
      <h2>{title}</h2>
      <p>
        {detail} {next}
      </p>
      {children}
    </div>
  )
}
