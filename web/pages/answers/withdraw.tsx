// Asks before a record is withdrawn, or what waits in quarantine is not taken: a reason, and the unit by its name.

import type { PeriodId } from '../../../shared/ids.ts'
import { answersMessages } from '../../../shared/messages/answers.ts'
import { periodName } from '../../../shared/messages/period.ts'
import type { Problem } from '../../../shared/problems.ts'
import { ProblemPanel } from '../../parts/problem-panel.tsx'
import { unitName } from '../../parts/texts.ts'
import { messagesOf, type PageContext } from '../context.ts'
import { Layout } from '../layout.tsx'

export type WithdrawPageProps = {
  readonly context: PageContext
  readonly problem: Problem | undefined
  readonly isDiscard: boolean
  readonly unit: { readonly name: string; readonly code: string }
  readonly periodId: PeriodId
  readonly revision: number
  readonly action: string
  readonly backHref: string
  readonly typed: { readonly words: string; readonly unitName: string }
}

export function WithdrawPage(props: WithdrawPageProps) {
  const { context, problem, isDiscard, unit, periodId } = props
  const m = answersMessages[context.language].withdraw
  const title = isDiscard ? m.discardTitle : m.title
  return (
    <Layout context={context} title={`${title} ${unit.name}`} faulty={problem !== undefined}>
      {problem && <ProblemPanel context={context} problem={problem} />}
      <div class="slip">
        <h1>{title}</h1>
        <p class="unit">{unitName(unit.name)}</p>
        <p class="meta">{messagesOf(context).period(periodName(periodId, context.language))}</p>
        <p class="lead">{isDiscard ? m.discardLead : m.lead}</p>
        <form method="post" action={props.action}>
          <input type="hidden" name="revision" value={String(props.revision)} />
          <Reason {...props} />
          <Name {...props} />
          <p class="send">
            <button type="submit" class="main">
              {isDiscard ? m.doDiscard : m.do}
            </button>
            <a href={props.backHref}>{m.leave}</a>
          </p>
        </form>
      </div>
    </Layout>
  )
}

function Reason({ context, problem, typed }: WithdrawPageProps) {
  const isBad = problem?.code === 'response.words-wrong'
  return (
    <div class={isBad ? 'q bad' : 'q'}>
      <label for="words">{answersMessages[context.language].review.reason}</label>
      <textarea id="words" name="words" rows={4} maxlength={2_000} required aria-invalid={isBad ? 'true' : undefined}>
        {typed.words}
      </textarea>
    </div>
  )
}

function Name({ context, problem, unit, typed }: WithdrawPageProps) {
  const m = answersMessages[context.language].withdraw
  const isBad = problem?.code === 'response.name-not-confirmed'
  return (
    <div class={isBad ? 'q bad' : 'q'}>
      <label for="unit">{m.confirm}</label>
      <p class="hint" id="unit-hint">
        {m.confirmHint(unit.name, unit.code)}
      </p>
      <input
        type="text"
        id="unit"
        name="unitName"
        value={typed.unitName}
        required
        autocomplete="off"
        aria-describedby="unit-hint"
        aria-invalid={isBad ? 'true' : undefined}
      />
    </div>
  )
}
