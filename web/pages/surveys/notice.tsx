// What a member hears when there is nothing to fill in: received, early, closed, wrong. Each its own page.

import { describeProblem } from '../../../shared/messages/problem.ts'
import { surveyOwnMessages } from '../../../shared/messages/survey-own.ts'
import { surveyMessages } from '../../../shared/messages/surveys.ts'
import { path } from '../../../shared/paths.ts'
import type { Problem } from '../../../shared/problems.ts'
import type { PageContext } from '../context.ts'
import { Layout } from '../layout.tsx'

type Props = {
  readonly context: PageContext
  /** Undefined: it was sent just now. */
  readonly problem: Problem | undefined
  /** The page of whoever has one of their own. */
  readonly ownHref?: string | undefined
}

export function SurveyNotice({ context, problem, ownHref }: Props) {
  const m = surveyMessages[context.language]
  const isSent = problem === undefined || problem.code === 'survey.already-received'
  const said = problem ? describeProblem(problem, context.language, context.timeZone) : m.thanks
  return (
    <Layout context={context} title={said.title} scripts={isSent ? [context.assetUrl('survey.js')] : []}>
      <div class="slip" data-sent={isSent ? 'yes' : undefined}>
        <h1>{said.title}</h1>
        <p class="lead">{said.detail}</p>
        <p>{said.next}</p>
        <p class="send">
          {ownHref === undefined ? (
            <a href={path.surveys()}>{m.thanks.nextCode}</a>
          ) : (
            <a href={ownHref}>{surveyOwnMessages[context.language].back}</a>
          )}
        </p>
      </div>
    </Layout>
  )
}
