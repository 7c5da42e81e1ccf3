// One campaign and period: who has reported, who hasn't, and what the figures say so far.

import type { GroupProgress, Progress } from '../../shared/campaign/progress.ts'
import type { PeriodId } from '../../shared/ids.ts'
import { type LocalText, localize } from '../../shared/language.ts'
import { formatCount, formatMoment } from '../../shared/messages/number.ts'
import { periodName } from '../../shared/messages/period.ts'
import { path } from '../../shared/paths.ts'
import { Bar } from '../parts/bar.tsx'
import { langOf, rate, unitName } from '../parts/texts.ts'
import { messagesOf, type PageContext } from './context.ts'
import { Layout } from './layout.tsx'

export type IndicatorLine = {
  readonly name: LocalText
  /** Already written as people read it ("53,6 %"); undefined where nothing was answered. */
  readonly value: string | undefined
  readonly target: string | undefined
  readonly met: boolean | null
}
export type ProgressPageProps = {
  readonly context: PageContext
  readonly boardHref: string
  readonly title: LocalText
  readonly periodId: PeriodId
  /** When the figures were counted; ISO 8601, UTC. */
  readonly asOf: string
  readonly progress: Progress
  readonly indicators: readonly IndicatorLine[]
  /** Units whose figures are still being recounted; 0 as a rule. */
  readonly recounting: number
}

export function ProgressPage(props: ProgressPageProps) {
  const { context, title, progress, recounting } = props
  const m = messagesOf(context)
  const { language, timeZone } = context
  const period = m.period(periodName(props.periodId, language))
  const { expected, reported } = progress
  return (
    <Layout context={context} title={`${m.progress.title}: ${localize(title, language)}, ${period}`}>
      <div class="slip">
        <p class="over">{m.progress.title}</p>
        <h1 lang={langOf(title, language)}>{localize(title, language)}</h1>
        <p class="unit">{period}</p>
        <p class="figure">
          <b>{rate(reported, expected, language)}</b>{' '}
          {m.progress.reported(formatCount(reported, language), formatCount(expected, language))}
        </p>
        <Bar value={reported} of={expected} />
        <p class="meta">{m.progress.asOf(formatMoment(props.asOf, language, timeZone))}</p>
        {recounting > 0 && <p class="state">{m.progress.recounting(recounting)}</p>}
        <Groups {...props} />
        {props.indicators.length > 0 && <Indicators {...props} />}
        <Missing {...props} />
        <p class="send">
          <a href={props.boardHref}>{m.progress.board}</a>
          <a href={path.progress()}>{m.progress.all}</a>
        </p>
      </div>
    </Layout>
  )
}

function Indicators({ context, indicators }: ProgressPageProps) {
  const m = messagesOf(context).progress
  return (
    <section class="part">
      <table>
        <caption>{m.indicators}</caption>
        <thead>
          <tr>
            <th scope="col">{m.indicator}</th>
            <th scope="col">{m.value}</th>
            <th scope="col">{m.target}</th>
          </tr>
        </thead>
        <tbody>
          {indicators.map(({ name, value, target, met }) => (
            <tr key={name.vi}>
              <th scope="row" lang={langOf(name, context.language)}>
                {localize(name, context.language)}
              </th>
              <td>
                {value ?? m.noValue}
                {met !== null && <small class={met ? 'met' : 'short'}>{met ? m.met : m.notMet}</small>}
              </td>
              <td>{target ?? m.noTarget}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Groups({ context, progress }: ProgressPageProps) {
  const m = messagesOf(context).progress
  return (
    <section class="part">
      <table>
        <caption>{m.byGroup}</caption>
        <thead>
          <tr>
            <th scope="col">{m.unit}</th>
            <th scope="col">{m.reportedColumn}</th>
            <th scope="col">{m.rateColumn}</th>
          </tr>
        </thead>
        <tbody>
          {progress.groups.map((group) => (
            <GroupRow key={group.unit.id} context={context} name={unitName(group.unit.name)} group={group} />
          ))}
        </tbody>
        <tfoot>
          <GroupRow context={context} name={m.total} group={progress} />
        </tfoot>
      </table>
    </section>
  )
}

type GroupRowProps = {
  readonly context: PageContext
  readonly name: string
  readonly group: Pick<Progress, 'expected' | 'reported'>
}

const GroupRow = ({ context: { language }, name, group: { expected, reported } }: GroupRowProps) => (
  <tr>
    <th scope="row">
      {name}
      <Bar value={reported} of={expected} />
    </th>
    <td>
      {formatCount(reported, language)}/{formatCount(expected, language)}
    </td>
    <td>{rate(reported, expected, language)}</td>
  </tr>
)

function Missing({ context, progress }: ProgressPageProps) {
  const m = messagesOf(context).progress
  if (progress.missing.length === 0)
    return progress.expected === 0 ? null : (
      <section class="part">
        <p class="lead">{m.noneMissing}</p>
      </section>
    )
  return (
    <section class="part">
      <h2>{m.missing(progress.missing.length)}</h2>
      <MissingList
        context={context}
        groups={progress.groups.filter(({ missing }) => missing.length > 0)}
        open={progress.missing.length <= mostShownOpen}
      />
    </section>
  )
}

/** Up to so many missing units are all shown at once. */
const mostShownOpen = 50

type MissingListProps = {
  readonly context: PageContext
  readonly groups: readonly GroupProgress[]
  readonly open: boolean
}

/** Units that stand for themselves are one plain list; the others open under the unit they belong to. */
function MissingList({ context, groups, open }: MissingListProps) {
  const m = messagesOf(context)
  const isItself = ({ unit, missing }: GroupProgress) => missing.length === 1 && missing[0]?.id === unit.id
  const alone = groups.filter(isItself)
  return (
    <div class="missing">
      {groups
        .filter((group) => !isItself(group))
        .map(({ unit, missing }) => (
          <details key={unit.id} open={open}>
            <summary>{m.progress.missingIn(unitName(unit.name), missing.length)}</summary>
            <UnitNames context={context} units={missing} />
          </details>
        ))}
      {alone.length > 0 && <UnitNames context={context} units={alone.map(({ unit }) => unit)} />}
    </div>
  )
}

const UnitNames = ({ context, units }: { context: PageContext; units: Progress['missing'] }) => (
  <ul>
    {units.map(({ id, name, code }) => (
      <li key={id}>
        {unitName(name)} <small>{messagesOf(context).code(code)}</small>
      </li>
    ))}
  </ul>
)
