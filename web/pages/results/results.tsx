// What a survey came to, for one unit at a time: a table with a bar for each question, and beneath it the groups that it is
// broken down by.

import type { Campaign, CampaignPeriod } from '../../../shared/campaign/campaign.ts'
import { divideDecimals, toDecimal } from '../../../shared/form/decimal.ts'
import { localize } from '../../../shared/language.ts'
import { formatCount, formatDecimal, formatMoment } from '../../../shared/messages/number.ts'
import { periodName } from '../../../shared/messages/period.ts'
import { surveyResultMessages } from '../../../shared/messages/survey-results.ts'
import { path } from '../../../shared/paths.ts'
import type { Problem } from '../../../shared/problems.ts'
import type { Rate } from '../../../shared/survey/rates.ts'
import type { Release, ReleasedQuestion } from '../../../shared/survey/results.ts'
import { Bar } from '../../parts/bar.tsx'
import { ChoiceLine } from '../../parts/choice-line.tsx'
import { ProblemPanel } from '../../parts/problem-panel.tsx'
import { langOf, rate as rateText } from '../../parts/texts.ts'
import type { PageContext } from '../context.ts'
import { Layout } from '../layout.tsx'

type Line = { readonly label: string; readonly count: number; readonly of: number }

type Question = {
  readonly key: string
  readonly kind: ReleasedQuestion['kind']
  readonly label: string
  /** How many answered it in the unit; undefined where that is not shown. */
  readonly n: number | undefined
  /** Of all numbers, exact. */
  readonly sum: string | undefined
  readonly lines: readonly Line[]
  readonly texts: readonly string[]
  readonly by: readonly {
    readonly label: string
    readonly groups: readonly { readonly label: string; readonly n: number; readonly lines: readonly Line[] }[]
  }[]
}

export type ResultsPageProps = {
  readonly context: PageContext
  readonly campaign: Pick<Campaign, 'id' | 'title'>
  readonly period: CampaignPeriod
  /** When it is released by itself. */
  readonly sealsAt: string | undefined
  readonly release: { readonly releasedAt: string; readonly sha256: string } | undefined
  /** Units that the reader may see, those above first; and the one that is shown. */
  readonly units: Release['units']
  readonly unit: Release['units'][number] | undefined
  readonly rate: Rate | undefined
  /** Answers in the unit; undefined where they are too few to be shown. */
  readonly answers: number | undefined
  readonly questions: readonly Question[]
  readonly mayRelease: boolean
  readonly problem: Problem | undefined
}

export function ResultsPage(props: ResultsPageProps) {
  const { context, campaign, period, release, problem } = props
  const { language } = context
  const m = surveyResultMessages[language]
  const name = localize(campaign.title, language)
  return (
    <Layout
      context={context}
      title={`${m.title}: ${name}`}
      faulty={problem !== undefined}
      moreStyle={context.assetUrl('results.css')}
    >
      {problem && <ProblemPanel context={context} problem={problem} />}
      <p class="over" lang={langOf(campaign.title, language)}>
        <a href={path.campaign(campaign.id)}>{name}</a> · {periodName(period.id, language)}
      </p>
      <h1>{m.title}</h1>
      {release ? <Released {...props} release={release} /> : <NotYet {...props} />}
    </Layout>
  )
}

function NotYet({ context, period, sealsAt, mayRelease }: ResultsPageProps) {
  const m = surveyResultMessages[context.language]
  const moment = sealsAt && formatMoment(sealsAt, context.language, context.timeZone)
  return (
    <>
      <p class="state">{m.notYet}</p>
      <p class="lead">{m.notYetWords(moment)}</p>
      {mayRelease && (
        <section class="slip">
          <h2>{m.releaseTitle}</h2>
          <p>{m.releaseLead}</p>
          <form method="post" action={context.here} key={period.id}>
            <p class="q">
              <label for="name">{m.nameLabel}</label>
              <input id="name" name="name" required maxlength={200} autocomplete="off" />
            </p>
            <p class="send">
              <button type="submit" class="main">
                {m.release}
              </button>
            </p>
          </form>
        </section>
      )}
    </>
  )
}

function Released(props: ResultsPageProps & { readonly release: NonNullable<ResultsPageProps['release']> }) {
  const { context, campaign, period, release, units, unit, rate, answers, questions } = props
  const m = surveyResultMessages[context.language]
  return (
    <>
      {units.length > 1 && (
        <form class="filters" method="get">
          <ChoiceLine
            id="unit"
            name="unit"
            label={m.unit}
            chosen={unit?.id ?? ''}
            options={units.map(({ id, name }) => [id, name] as const)}
          />
          <p class="send">
            <button type="submit">{m.show}</button>
          </p>
        </form>
      )}
      <h2>{unit?.name}</h2>
      <p class="lead">
        {[answers !== undefined && m.answered(answers), rate && m.rate(rate.answered, rate.invited)]
          .filter(Boolean)
          .join(' · ') || m.hiddenUnit}
      </p>
      {questions.map((question) => (
        <QuestionResult key={question.key} context={context} question={question} />
      ))}
      <section class="slip">
        <h2>{m.method}</h2>
        <p>{m.methodWords}</p>
        <p>{m.released(formatMoment(release.releasedAt, context.language, context.timeZone))}</p>
        <p>
          {m.fingerprint}: <code>{release.sha256}</code>
        </p>
        <p>
          <a href={path.surveyResultsFile(campaign.id, period.id)}>{m.csv.link}</a>
        </p>
      </section>
    </>
  )
}

function QuestionResult({ context, question }: { readonly context: PageContext; readonly question: Question }) {
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
          {texts.length > 0 && (
            <details>
              <summary>{m.texts}</summary>
              <ul>
                {texts.map((text) => (
                  <li key={text}>{text}</li>
                ))}
              </ul>
            </details>
          )}
          {(kind === 'count' || kind === 'texts') && <p class="meta">{m.onlyCounted(n)}</p>}
        </>
      )}
      {by.map((one) => (
        <details key={one.label}>
          <summary>{m.by(one.label)}</summary>
          {one.groups.map((group) => (
            <Lines
              key={group.label}
              context={context}
              caption={`${group.label}: ${m.answered(group.n)}`}
              lines={group.lines}
            />
          ))}
        </details>
      ))}
    </section>
  )
}

/** With two decimals, as means are reported; a dash where nobody answered. */
function meanText(sum: string, n: number, { language }: PageContext): string {
  const mean = divideDecimals(toDecimal(sum), toDecimal(n), 2)
  return mean ? formatDecimal(mean, language) : '–'
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
          <th scope="col" class="number">
            {m.count}
          </th>
          <th scope="col" class="number">
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
            <td class="number">{formatCount(count, context.language)}</td>
            <td class="number">{rateText(count, of, context.language)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
