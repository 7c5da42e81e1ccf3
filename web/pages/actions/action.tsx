// One action: what was found, who sees to it and by when, what can be done with it now, and what happened so far.

import type { ActionEntry, EntryFault } from '../../../shared/action/entry.ts'
import type { MoveName } from '../../../shared/action/lifecycle.ts'
import type { EvidenceReference } from '../../../shared/evidence/reference.ts'
import { localize } from '../../../shared/language.ts'
import { actionMessages } from '../../../shared/messages/actions.ts'
import { formatMoment } from '../../../shared/messages/number.ts'
import { periodName } from '../../../shared/messages/period.ts'
import type { Day } from '../../../shared/organisation/day.ts'
import { path } from '../../../shared/paths.ts'
import type { Problem } from '../../../shared/problems.ts'
import { ProblemPanel } from '../../parts/problem-panel.tsx'
import { langOf, shortNumber, unitName } from '../../parts/texts.ts'
import { messagesOf, type PageContext } from '../context.ts'
import { Layout } from '../layout.tsx'
import { MoveForm, type OwnerOption } from './move-form.tsx'
import { dueText, faultText, findingSaid, type ShownAction, said, severityClass } from './shown.ts'

/** A step with the names of who took it and what was set. */
export type ShownStep = {
  readonly kind: ShownAction['action']['steps'][number]['kind']
  readonly at: string
  /** Undefined for what happened by itself. */
  readonly by: string | undefined
  readonly words: string | undefined
  readonly files: readonly EvidenceReference[]
  /** Undefined where it wasn't set; '' for nobody and for no day. */
  readonly owner: string | undefined
  readonly due: string | undefined
}

export type ActionPageProps = {
  readonly context: PageContext
  readonly shown: ShownAction
  readonly today: Day
  readonly steps: readonly ShownStep[]
  /** Where the response is read; undefined for who may not. */
  readonly responseHref: string | undefined
  readonly moves: readonly MoveName[]
  readonly owners: readonly OwnerOption[]
  readonly problem: Problem | undefined
  /** What was tried and not stored: its move, what was entered, what is wrong with it. */
  readonly tried:
    | { readonly move: MoveName; readonly entry: ActionEntry; readonly faults: readonly EntryFault[] }
    | undefined
}

export function ActionPage(props: ActionPageProps) {
  const { context, shown, problem, tried } = props
  const m = actionMessages[context.language]
  const finding = findingSaid(shown.action, context.language)
  const isGone = tried !== undefined && !props.moves.includes(tried.move)
  return (
    <Layout
      context={context}
      title={`${finding.text}: ${shown.unit.name}`}
      faulty={problem !== undefined}
      moreStyle={context.assetUrl('actions.css')}
      scripts={[context.assetUrl('sending.js')]}
    >
      {problem && (
        <ProblemPanel context={context} problem={problem}>
          {problem.code === 'action.changed' && <p>{m.nowState(m.states[shown.action.state])}</p>}
          {isGone && tried.entry.words && (
            <p class="words">
              <b>{m.yourWords}:</b> {tried.entry.words}
            </p>
          )}
          {!isGone && tried && <FaultLinks {...props} tried={tried} />}
        </ProblemPanel>
      )}
      <div class="slip">
        <p class="over">{m.title}</p>
        <h1 lang={finding.lang}>{finding.text}</h1>
        <p class={`state ${shown.action.state}`}>
          <b>{m.states[shown.action.state]}</b>
          {shown.late > 0 && <span class="short"> · {m.late(shown.late)}</span>}
        </p>
        <Facts {...props} />
        {props.moves.map((move) => (
          <MoveForm
            key={move}
            context={context}
            shown={shown}
            move={move}
            owners={props.owners}
            tried={tried?.move === move ? tried : undefined}
            isFirst={move === props.moves[0]}
          />
        ))}
        <History {...props} />
        <p class="send">
          <a href={path.actions()}>{m.back}</a>
        </p>
      </div>
    </Layout>
  )
}

function FaultLinks({ context, tried }: ActionPageProps & { tried: NonNullable<ActionPageProps['tried']> }) {
  if (tried.faults.length === 0) return null
  return (
    <ul>
      {tried.faults.map((fault) => (
        <li key={fault}>
          <a href={`#${tried.move}-${fault === 'nothing' ? 'owner' : fault}`}>{faultText(fault, context.language)}</a>
        </li>
      ))}
    </ul>
  )
}

function Facts({ context, shown, today, responseHref }: ActionPageProps) {
  const { language, timeZone } = context
  const m = actionMessages[language]
  const { action, unit } = shown
  const due = dueText(shown, language, today)
  const place = [messagesOf(context).code(unit.code), unit.parentName && unitName(unit.parentName)]
  const number = m.facts.response(shortNumber(action.responseId))
  const question = said(action.question, language)
  return (
    <dl>
      <dt>{m.facts.unit}</dt>
      <dd>
        <b>{unitName(unit.name)}</b>
        <small>{place.filter(Boolean).join(' · ')}</small>
      </dd>
      {shown.concern && (
        <>
          <dt>{m.facts.concern}</dt>
          <dd class="short">{m.facts.concernText(shown.concern, shown.late)}</dd>
        </>
      )}
      {action.remedy && (
        <>
          <dt>{m.facts.remedy}</dt>
          <dd lang={langOf(action.remedy, language)}>{localize(action.remedy, language)}</dd>
        </>
      )}
      <dt>{m.facts.question}</dt>
      <dd>
        <span lang={question.lang}>{question.text}</span>
        <small>{action.finding.kind === 'finding' ? m.facts.fault : m.facts.mismatch}</small>
      </dd>
      <dt>{m.facts.severity}</dt>
      <dd>
        <span class={severityClass[action.severity]}>{m.severities[action.severity]}</span>
      </dd>
      <dt>{m.facts.due}</dt>
      <dd class={due.isBad ? 'short' : undefined}>
        {due.day}
        {due.note && ` · ${due.note}`}
      </dd>
      <dt>{m.facts.owner}</dt>
      <dd>{shown.owner ?? m.noOwner}</dd>
      <dt>{m.facts.source}</dt>
      <dd>
        {shown.campaign && <span lang={langOf(shown.campaign, language)}>{localize(shown.campaign, language)}</span>}
        {', '}
        {m.facts.period(periodName(action.periodId, language))}
        <small>
          {responseHref ? <a href={responseHref}>{number}</a> : number}
          {`, ${m.facts.raisedAt(formatMoment(action.raisedAt, language, timeZone))}`}
        </small>
      </dd>
    </dl>
  )
}

function History({ context, steps, shown }: ActionPageProps) {
  const m = actionMessages[context.language]
  return (
    <section class="part">
      <h2>{m.history}</h2>
      <ol class="steps">
        {steps.toReversed().map((step) => (
          <li key={`${step.at} ${step.kind}`}>
            <b>{m.steps[step.kind]}</b>
            <small>{`${formatMoment(step.at, context.language, context.timeZone)} · ${step.by ?? m.byItself}`}</small>
            {step.owner !== undefined && <p>{m.setOwner(step.owner || m.noOwner)}</p>}
            {step.due !== undefined && <p>{m.setDue(step.due || m.noDue)}</p>}
            {step.words && <p class="words">{step.words}</p>}
            {step.files.length > 0 && (
              <ul class="files">
                {step.files.map((file) => (
                  <li key={file.sha256}>
                    <a href={path.actionFile(shown.action, file)}>{file.name}</a>
                  </li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}
