// A plan is stopped, or resumed; each is asked for on a page of its own.

import { reportPlansMessages } from '../../../../shared/messages/report-plans.ts'
import { path } from '../../../../shared/paths.ts'
import type { Problem } from '../../../../shared/problems.ts'
import { problem } from '../../../../shared/problems.ts'
import type { ReportPlan } from '../../../../shared/report/plan.ts'
import { PlanQuestionPage } from '../../../../web/pages/report-plans/question.tsx'
import { savePlan, type VersionedPlan } from '../../../store/report-plans.ts'
import { formFields } from '../../body.ts'
import { pageContext, type SignedInCall } from '../../call.ts'
import { refuse } from '../../problem-response.tsx'
import { planTitle } from '../report-line.ts'
import { foundStored } from './found.ts'

type Change = 'stop' | 'resume'

const changed: Record<Change, (plan: ReportPlan, now: string) => ReportPlan> = {
  stop: (plan) => ({ ...plan, isStopped: true }),
  // What was due while it was stopped is not made by itself.
  resume: ({ isStopped: _, ...plan }, now) => ({ ...plan, since: now }),
}

const isDone = (change: Change, { isStopped }: ReportPlan): boolean => (isStopped ?? false) === (change === 'stop')

async function questionPage(
  call: SignedInCall,
  change: Change,
  { plan, version }: VersionedPlan,
  trouble?: Problem,
): Promise<Response> {
  const t = reportPlansMessages[call.language].changes[change]
  const page = (
    <PlanQuestionPage
      context={pageContext(call)}
      plan={{ ...plan, title: planTitle(call, plan) }}
      version={version}
      words={t}
      problem={trouble}
    />
  )
  return call.c.html(page, trouble ? 409 : 200)
}

const ask =
  (change: Change) =>
  async (call: SignedInCall): Promise<Response> => {
    const found = await foundStored(call)
    if (!found.ok) return refuse(call, found.problem)
    const { plan } = found.value
    return isDone(change, plan)
      ? call.c.redirect(path.reportPlan(plan.id), 302)
      : questionPage(call, change, found.value)
  }

/** POST: does it if the plan is still the one that was looked at. */
const change =
  (which: Change) =>
  async (call: SignedInCall): Promise<Response> => {
    const fields = await formFields(call.c)
    const found = await foundStored(call)
    if (!found.ok) return refuse(call, found.problem)
    const { plan, version } = found.value
    if (isDone(which, plan)) {
      call.changedNothing()
      return call.c.redirect(path.reportPlan(plan.id), 303)
    }
    const isSeen = fields.get('version') === String(version)
    const isStored = isSeen && (await savePlan(call.deps.table, changed[which](plan, call.now), version))
    if (!isStored) {
      call.changedNothing()
      return questionPage(call, which, found.value, problem.reportPlanChanged())
    }
    call.record({ subject: path.reportPlan(plan.id), unitId: plan.unitId, details: plan.title.vi })
    return call.c.redirect(path.reportPlan(plan.id), 303)
  }

export const askPlanStop = ask('stop')
export const askPlanResume = ask('resume')
export const stopPlan = change('stop')
export const resumePlan = change('resume')
