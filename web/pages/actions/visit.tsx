// What a unit has to put right, for its visitor: above the form, and below the receipt.

import { longestWords } from '../../../shared/action/action.ts'
import { localize } from '../../../shared/language.ts'
import { actionMessages } from '../../../shared/messages/actions.ts'
import type { Day } from '../../../shared/organisation/day.ts'
import { path } from '../../../shared/paths.ts'
import { langOf } from '../../parts/texts.ts'
import type { PageContext } from '../context.ts'
import { dueText, findingSaid, type ShownAction } from './shown.ts'

type OpenActionsProps = {
  readonly context: PageContext
  readonly today: Day
  /** Whether it is a visitor's form, or the unit's own report. */
  readonly isVisit: boolean
  readonly unitCode: string
  readonly actions: readonly Pick<ShownAction, 'action' | 'late'>[]
  readonly total: number
}

export function OpenActions({ context, today, isVisit, unitCode, actions, total }: OpenActionsProps) {
  const m = actionMessages[context.language].visit
  return (
    <section class="panel calm">
      <h2>{m.title(total)}</h2>
      <p>{isVisit ? m.lead : m.leadReport}</p>
      <ActionRows context={context} today={today} actions={actions} />
      {total > actions.length && (
        <p>
          <a href={path.actions(new URLSearchParams({ unit: unitCode }))}>{m.all}</a>
        </p>
      )}
    </section>
  )
}

/** A line for each. */
export const ActionRows = ({ context, today, actions }: Pick<OpenActionsProps, 'context' | 'today' | 'actions'>) => (
  <ul class="rows">
    {actions.map((one) => (
      <li key={one.action.id}>
        <Row context={context} today={today} shown={one} />
      </li>
    ))}
  </ul>
)

type LineProps = Pick<OpenActionsProps, 'context' | 'today'> & { readonly shown: Pick<ShownAction, 'action' | 'late'> }

/** What was found, what is to be done, and by when: all of it leads to the action. */
function Row({ context, today, shown }: LineProps) {
  const { language } = context
  const { action } = shown
  const finding = findingSaid(action, language)
  return (
    <a href={path.action(action)}>
      <b lang={finding.lang}>{finding.text}</b>
      {action.remedy && <span lang={langOf(action.remedy, language)}>{localize(action.remedy, language)}</span>}
      <Due context={context} today={today} shown={shown} />
    </a>
  )
}

function Due({ context, today, shown }: LineProps) {
  const { language } = context
  const due = dueText(shown, language, today)
  return (
    <small class={due.isBad ? 'short' : undefined}>
      {shown.action.dueOn !== null && `${actionMessages[language].facts.due} `}
      {due.day}
      {due.note && ` · ${due.note}`}
    </small>
  )
}

type FollowUpProps = Pick<OpenActionsProps, 'context' | 'today'> & { readonly actions: readonly ShownAction[] }

/** Each has two buttons; what isn't pressed stays as it is. */
export function FollowUp({ context, today, actions }: FollowUpProps) {
  const all = actionMessages[context.language]
  const m = all.visit
  return (
    <section class="part visit">
      <h2>{m.afterTitle}</h2>
      <p class="meta">{m.afterLead}</p>
      <ul class="followed">
        {actions.map((shown) => {
          const { action, version } = shown
          const id = `words-${action.id}`
          const finding = findingSaid(action, context.language)
          return (
            <li key={action.id}>
              <div>
                <p class="findings">
                  <a href={path.action(action)} lang={finding.lang}>
                    {finding.text}
                  </a>
                  <Due context={context} today={today} shown={shown} />
                </p>
                <form method="post" action={path.actionMove(action, 'done')}>
                  <input type="hidden" name="version" value={String(version)} />
                  <input type="hidden" name="returnTo" value={context.here} />
                  <label for={id}>{all.fields.remark}</label>
                  <input type="text" id={id} name="words" value={m.seen} maxlength={longestWords} />
                  <p class="send">
                    <button type="submit" class="plain">
                      {m.isDone}
                    </button>
                    <button type="submit" class="plain" formaction={path.actionMove(action, 'check')}>
                      {m.isNot}
                    </button>
                  </p>
                </form>
              </div>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
