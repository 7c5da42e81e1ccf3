// One question of a survey's results: a table with a bar for each answer, and beneath it the groups that it is broken down by,
// side by side.

import { divideDecimals, toDecimal } from '../../../shared/form/decimal.ts'
import { formatCount, formatDecimal } from '../../../shared/messages/number.ts'
import { surveyResultMessages } from '../../../shared/messages/survey-results.ts'
import type { ReleasedQuestion } from '../../../shared/survey/results.ts'
import { Bar } from '../../parts/bar.tsx'
import { rate as rateText } from '../../parts/texts.ts'
import type { PageContext } from '../context.ts'

type Line = { readonly label: string; readonly count: number; readonly of: number }

export type Question = {
  readonly key: string
  readonly kind: ReleasedQuestion['kind']
  readonly label: string
  /** How many answered it in the unit; undefined where that is not shown. */
  readonly n: number | undefined
  /** Of all numbers, exact. */
  readonly sum: string | undefined
  readonly lines: readonly Line[]
  readonly texts: readonly string[]
  readonly by: readonly Breakdown[]
}

type Breakdown = {
  readonly label: string
  /** None where one of them would be too small to be told. */
  readonly groups: readonly { readonly label: string; readonly n: number; readonly lines: readonly Line[] }[]
}

type Props = { readonly context: PageContext; readonly question: Question }

export function QuestionResult({ context, question }: Props) {
  const m = surveyResultMessages[context.language]
  const { label, kind, n, sum, lines, texts, by } = question
  return (
    <section class="slip result">
      <h3>{label}</h3>
      {n === undefined ? (
        <p class="meta">{m.hidden}</p>
      ) : (
        <>
          {sum !== undefined && <p>{m.mean(meanText(sum, n, context))}</p>}
          {lines.length > 0 && <Lines context={context} caption={m.answered(n)} lines={lines} />}
          {(kind === 'count' || kind === 'texts') && <p class="meta">{m.onlyCounted(n)}</p>}
          {texts.length > 0 && <Texts context={context} texts={texts} />}
          {by.map((one) => (
            <Groups key={one.label} context={context} breakdown={one} />
          ))}
        </>
      )}
    </section>
  )
}

/** With two decimals, as means are reported; a dash where nobody answered. */
function meanText(sum: string, n: number, { language }: PageContext): string {
  const mean = divideDecimals(toDecimal(sum), toDecimal(n), 2)
  return mean ? formatDecimal(mean, language) : '–'
}

/** Each text once, with how often it was written where that was more than once. */
function Texts({ context, texts }: { readonly context: PageContext; readonly texts: readonly string[] }) {
  const m = surveyResultMessages[context.language]
  const times = new Map<string, number>()
  for (const text of texts) times.set(text, (times.get(text) ?? 0) + 1)
  return (
    <details>
      <summary>{m.texts}</summary>
      <ul>
        {[...times].map(([text, count]) => (
          <li key={text}>
            {text} {count > 1 && <small>{m.times(count)}</small>}
          </li>
        ))}
      </ul>
    </details>
  )
}

function Lines(props: { readonly context: PageContext; readonly caption: string; readonly lines: readonly Line[] }) {
  const { context, caption, lines } = props
  const m = surveyResultMessages[context.language]
  return (
    <table>
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{m.answer}</th>
          <th scope="col" class="count">
            {m.count}
          </th>
          <th scope="col" class="count">
            {m.share}
          </th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ label, count, of }) => (
          <tr key={label}>
            <th scope="row">
              {label}
              <Bar value={count} of={of} />
            </th>
            <td class="count">{formatCount(count, context.language)}</td>
            <td class="count">{rateText(count, of, context.language)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** A row for each answer, a column for each group: so that groups are compared along a line. */
function Groups({ context, breakdown }: { readonly context: PageContext; readonly breakdown: Breakdown }) {
  const { language } = context
  const m = surveyResultMessages[language]
  const { label, groups } = breakdown
  const [first] = groups
  if (!first) return <p class="meta">{m.noGroups(label)}</p>
  return (
    <details>
      <summary>{m.by(label)}</summary>
      <section class="scroll" aria-label={m.by(label)} tabindex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">{m.answer}</th>
              {groups.map((group) => (
                <th key={group.label} scope="col" class="count">
                  {group.label}
                  <small>{m.answered(group.n)}</small>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {first.lines.map((line, index) => (
              <tr key={line.label}>
                <th scope="row">{line.label}</th>
                {groups.map((group) => (
                  <td key={group.label} class="count">
                    {rateText(group.lines[index]?.count ?? 0, group.n, language)}
                    <small>{formatCount(group.lines[index]?.count ?? 0, language)}</small>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </details>
  )
}
