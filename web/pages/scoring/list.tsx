// Members of a named survey whom their cell scores: who waits, who is scored, and what can be confirmed.

import type { PeriodId, UnitId } from '../../../shared/ids.ts'
import { type LocalText, localize } from '../../../shared/language.ts'
import { periodName } from '../../../shared/messages/period.ts'
import { scoringMessages } from '../../../shared/messages/scoring.ts'
import type { MemberState } from '../../../shared/survey/member-state.ts'
import { Bar } from '../../parts/bar.tsx'
import { langOf, unitName } from '../../parts/texts.ts'
import { ManyResult, type ManyResultProps } from '../answers/many-result.tsx'
import { messagesOf, type PageContext } from '../context.ts'
import { Layout } from '../layout.tsx'

export type MemberLine = {
  readonly name: string
  readonly unit: string
  readonly state: MemberState
  /** Undefined while there is no answer. */
  readonly href: string | undefined
  /** As people read it. */
  readonly score: string | undefined
  /** Names the answer, as it stands here, in the address that confirms it; undefined where the visitor may not. */
  readonly confirmKey: string | undefined
}

export type ScoringPageProps = {
  readonly context: PageContext
  readonly title: LocalText
  readonly periodId: PeriodId
  readonly action: string
  readonly confirmHref: string
  /** Whether any unit of the campaign is the visitor's. */
  readonly hasUnits: boolean
  /** To choose from. */
  readonly units: readonly { readonly id: UnitId; readonly name: string }[]
  readonly unit: UnitId | undefined
  /** By unit, and in it by name. */
  readonly members: readonly MemberLine[]
  /** Members of further units. */
  readonly more: number
  readonly isSaved: boolean
  readonly result: ManyResultProps['result'] | undefined
}

export function ScoringPage(props: ScoringPageProps) {
  const { context, title, periodId, members, more, result, hasUnits } = props
  const { language } = context
  const m = scoringMessages[language]
  const waiting = members.filter(({ state }) => state === 'answered')
  return (
    <Layout
      context={context}
      title={`${m.title}: ${localize(title, language)}`}
      moreStyle={context.assetUrl('answers.css')}
      isWide
    >
      {result && <ManyResult context={context} result={result} />}
      <div class="slip">
        <p class="over" lang={langOf(title, language)}>
          {localize(title, language)}
        </p>
        <h1>{m.title}</h1>
        <p class="unit">{messagesOf(context).period(periodName(periodId, language))}</p>
        {props.isSaved && (
          <p class="state" role="status">
            {m.saved}
            {waiting.length === 0 && members.length > 0 && more === 0 ? ` ${m.allDone}` : ''}
          </p>
        )}
        <p>{m.lead}</p>
        <ChooseUnit {...props} />
      </div>
      <div class="slip">
        {members.length === 0 ? (
          <>
            <p class="lead">{hasUnits ? m.none : m.noUnits}</p>
            {hasUnits && <p>{m.noneNext}</p>}
          </>
        ) : (
          <>
            <Tally context={context} members={members} />
            <Confirm {...props} />
            <div class="part">
              <Rows {...props} />
            </div>
          </>
        )}
        {more > 0 && <p class="state">{m.more(more)}</p>}
      </div>
    </Layout>
  )
}

function ChooseUnit({ context, action, units, unit }: ScoringPageProps) {
  const m = scoringMessages[context.language]
  if (units.length < 2) return null
  return (
    <form method="get" action={action} class="q">
      <label for="unit">{m.unit}</label>
      <select id="unit" name="unit">
        <option value="">{m.allUnits}</option>
        {units.map(({ id, name }) => (
          <option key={id} value={id} selected={id === unit}>
            {name}
          </option>
        ))}
      </select>
      <p class="make">
        <button type="submit">{m.filter}</button>
      </p>
    </form>
  )
}

function Tally({ context, members }: Pick<ScoringPageProps, 'context' | 'members'>) {
  const m = scoringMessages[context.language]
  const have = (...states: MemberState[]) => members.filter(({ state }) => states.includes(state)).length
  const [sent, done] = [have('answered', 'scored', 'confirmed'), have('scored', 'confirmed')]
  const first = members.find(({ state }) => state === 'answered')
  return (
    <>
      {sent > 0 && (
        <p class="tally">
          {m.tally(done, sent)}
          <Bar value={done} of={sent} />
        </p>
      )}
      {first?.href && (
        <p class="send">
          <a class="main" href={first.href}>
            {m.first}
          </a>
        </p>
      )}
    </>
  )
}

function Confirm({ context, confirmHref, members }: ScoringPageProps) {
  const m = scoringMessages[context.language]
  const keys = members.flatMap(({ confirmKey }) => confirmKey ?? [])
  if (keys.length === 0) return null
  return (
    <form method="post" action={confirmHref}>
      <p class="meta">{m.confirmHint}</p>
      {keys.map((key) => (
        <input key={key} type="hidden" name="row" value={key} />
      ))}
      <p class="make">
        <button type="submit">{m.confirmAll(keys.length)}</button>
      </p>
    </form>
  )
}

function Rows({ context, members }: ScoringPageProps) {
  const m = scoringMessages[context.language]
  const hasScores = members.some(({ score }) => score !== undefined)
  return (
    <section class="scroll" aria-label={m.region} tabindex={0}>
      <table class="answers-table">
        <caption>{m.region}</caption>
        <thead>
          <tr>
            <th scope="col">{m.member}</th>
            <th scope="col">{m.unit}</th>
            <th scope="col">{m.state}</th>
            {hasScores && (
              <th scope="col" class="figures">
                {m.score}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {members.map((line, at) => (
            <tr key={line.href ?? `${line.name} ${at}`}>
              <th scope="row">{line.href ? <a href={line.href}>{line.name}</a> : line.name}</th>
              <td data-label={m.unit}>{unitName(line.unit)}</td>
              <td data-label={m.state}>
                {line.state === 'answered' ? <b>{m.states.answered}</b> : m.states[line.state]}
              </td>
              {hasScores && (
                <td class="figures" data-label={m.score}>
                  {line.score ?? '–'}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
