// A page that asks before a plan is stopped or resumed.

import { localize } from '../../../shared/language.ts'
import { reportPlansMessages } from '../../../shared/messages/report-plans.ts'
import { path } from '../../../shared/paths.ts'
import type { Problem } from '../../../shared/problems.ts'
import type { ReportPlan } from '../../../shared/report/plan.ts'
import { ProblemPanel } from '../../parts/problem-panel.tsx'
import { langOf } from '../../parts/texts.ts'
import type { PageContext } from '../context.ts'
import { Layout } from '../layout.tsx'

type Props = {
  readonly context: PageContext
  readonly plan: Pick<ReportPlan, 'id' | 'title'>
  readonly version: number
  readonly words: { readonly title: string; readonly lead: string; readonly button: string }
  readonly problem: Problem | undefined
}

export function PlanQuestionPage({ context, plan, version, words, problem }: Props) {
  const name = localize(plan.title, context.language)
  return (
    <Layout
      context={context}
      title={`${words.title}: ${name}`}
      faulty={problem !== undefined}
      moreStyle={context.assetUrl('campaigns.css')}
    >
      {problem && <ProblemPanel context={context} problem={problem} />}
      <div class="slip">
        <p class="over" lang={langOf(plan.title, context.language)}>
          {name}
        </p>
        <h1>{words.title}</h1>
        <p class="lead">{words.lead}</p>
        <form method="post" action={context.here}>
          <input type="hidden" name="version" value={String(version)} />
          <p class="send">
            <button type="submit" class="main">
              {words.button}
            </button>
            <a href={path.reportPlan(plan.id)}>{reportPlansMessages[context.language].changes.leave}</a>
          </p>
        </form>
      </div>
    </Layout>
  )
}
