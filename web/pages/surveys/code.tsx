// Where a code is typed, by those who can't scan the square above it.

import { describeProblem } from '../../../shared/messages/problem.ts'
import { surveyMessages } from '../../../shared/messages/surveys.ts'
import { path } from '../../../shared/paths.ts'
import type { Problem } from '../../../shared/problems.ts'
import type { PageContext } from '../context.ts'
import { Layout } from '../layout.tsx'

type Props = { readonly context: PageContext; readonly typed: string; readonly problem: Problem | undefined }

export function CodePage({ context, typed, problem }: Props) {
  const m = surveyMessages[context.language].code
  const said = problem && describeProblem(problem, context.language, context.timeZone)
  return (
    <Layout context={context} title={m.title} faulty={problem !== undefined}>
      <div class="slip">
        <h1>{m.title}</h1>
        <p class="lead">{m.lead}</p>
        <form method="post" action={path.surveys()} autocomplete="off">
          <div class={said ? 'q bad' : 'q'}>
            <label for="code">{m.label}</label>
            <p class="hint" id="code-hint">
              {m.hint}
            </p>
            {said && (
              <p class="fault" id="code-fault">
                {said.title}. {said.detail} {said.next}
              </p>
            )}
            <input
              id="code"
              name="code"
              value={typed}
              maxlength={40}
              required
              autocapitalize="characters"
              spellcheck={false}
              aria-invalid={said ? 'true' : undefined}
              aria-describedby={said ? 'code-hint code-fault' : 'code-hint'}
            />
          </div>
          <div class="send">
            <button type="submit" class="main">
              {m.send}
            </button>
          </div>
        </form>
      </div>
    </Layout>
  )
}
