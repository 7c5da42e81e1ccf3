// Notices above a form that came back without a fault: questions that follow from the answers, figures that don't fit, faults
// of one page of several. Each takes the focus and leads to its questions.

import type { Child } from 'hono/jsx'
import { nodeAt } from '../../shared/form/form-entry.ts'
import { problem } from '../../shared/problems.ts'
import { type PageContext, messagesOf as pageMessagesOf } from '../pages/context.ts'
import { ProblemPanel } from '../parts/problem-panel.tsx'
import { FaultLinks } from './fault-links.tsx'
import { fieldId } from './field-names.ts'
import { type FormScreen, itemOf, labelOf, textOf } from './screen.ts'

type Props = { readonly context: PageContext; readonly screen: FormScreen }

export function FormNotices({ context, screen }: Props) {
  const m = pageMessagesOf(context).form
  const { followUps, inconsistent } = screen
  return (
    <>
      {screen.page && screen.faults.size > 0 && <PageFaults context={context} screen={screen} />}
      {followUps.length > 0 && (
        <Notice title={m.followTitle(followUps.length)} lead={m.followLead}>
          {followUps.map((place) => (
            <QuestionLink key={place} screen={screen} place={place} />
          ))}
        </Notice>
      )}
      {inconsistent.size > 0 && (
        <Notice title={m.checkTitle} lead={m.checkLead}>
          {[...inconsistent].map((place) => (
            <QuestionLink key={place} screen={screen} place={place} rule />
          ))}
        </Notice>
      )}
    </>
  )
}

/** On the way through a paged form only the faults of the page at hand are told. */
function PageFaults({ context, screen }: Props) {
  const faults = [...screen.faults.values()]
  return (
    <ProblemPanel context={context} problem={problem.answersInvalid(faults)}>
      <FaultLinks screen={screen} faults={faults} />
    </ProblemPanel>
  )
}

function Notice({
  title,
  lead,
  children,
}: {
  readonly title: string
  readonly lead: string
  readonly children: Child
}) {
  return (
    <div class="panel calm" role="alert" tabindex={-1} autofocus>
      <h2>{title}</h2>
      <p>{lead}</p>
      <ul>{children}</ul>
    </div>
  )
}

function QuestionLink({
  screen,
  place,
  rule,
}: {
  readonly screen: FormScreen
  readonly place: string
  readonly rule?: true
}) {
  const node = nodeAt(screen.draft, place)
  if (!node) return null
  const message = rule && textOf(screen, itemOf(screen, node)?.source.consistency?.message)
  return (
    <li>
      <a href={`#${fieldId(place)}`}>{message ? `${labelOf(screen, node)}: ${message}` : labelOf(screen, node)}</a>
    </li>
  )
}
