// What a survey came to, for one unit at a time: how many answered, which units are told of only in those above, and then
// question by question.

import type { Campaign, CampaignPeriod } from '../../../shared/campaign/campaign.ts'
import { localize } from '../../../shared/language.ts'
import { formatMoment } from '../../../shared/messages/number.ts'
import { periodName } from '../../../shared/messages/period.ts'
import { surveyResultMessages } from '../../../shared/messages/survey-results.ts'
import { path } from '../../../shared/paths.ts'
import type { Problem } from '../../../shared/problems.ts'
import type { Rate } from '../../../shared/survey/rates.ts'
import type { Release } from '../../../shared/survey/results.ts'
import { Bar } from '../../parts/bar.tsx'
import { ChoiceLine } from '../../parts/choice-line.tsx'
import { ProblemPanel } from '../../parts/problem-panel.tsx'
import { langOf, rate as rateText } from '../../parts/texts.ts'
import type { PageContext } from '../context.ts'
import { Layout } from '../layout.tsx'
import { type Question, QuestionResult } from './question.tsx'

type Ledger = { readonly releasedAt: string; readonly sha256: string }

export type ResultsPageProps = {
  readonly context: PageContext
  readonly campaign: Pick<Campaign, 'id' | 'title' | 'survey'>
  readonly period: CampaignPeriod
  /** When it is released by itself. */
  readonly sealsAt: string | undefined
  /** As the ledger has it; 'live': of a named survey, whose figures are never released and stand as they are now. */
  readonly release: Ledger | 'live' | undefined
  /** Units that the reader may see, those above first; and the one that is shown. */
  readonly units: Release['units']
  readonly unit: Release['units'][number] | undefined
  readonly rate: Rate | undefined
  /** Answers in the unit; undefined where they are too few to be shown. */
  readonly answers: number | undefined
  /** Of the units that the reader may see those that nothing is told of by themselves. */
  readonly hidden: ReadonlySet<string>
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
      {release === 'live' && <Live {...props} />}
      {release === undefined && <NotYet {...props} />}
      {props.unit && release && <Released {...props} release={release} />}
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

/** Where the answers of a named survey are read, and why figures are missing where they are. */
function Live({ context, campaign, period, unit }: ResultsPageProps) {
  const m = surveyResultMessages[context.language].live
  return (
    <>
      <p class="lead">{unit ? m.words : m.noFigures}</p>
      <ul>
        <li>
          <a href={path.campaignAnswers(campaign.id, `period=${period.id}`)}>{m.answers}</a>
        </li>
        {campaign.survey?.scoring !== undefined && (
          <li>
            <a href={path.scoring(campaign.id, period.id)}>{m.scoring}</a>
          </li>
        )}
      </ul>
    </>
  )
}

function Released(props: ResultsPageProps & { readonly release: NonNullable<ResultsPageProps['release']> }) {
  const { context, campaign, period, release, unit, questions } = props
  const m = surveyResultMessages[context.language]
  return (
    <>
      <UnitChoice {...props} />
      <section class="slip result">
        <h2>{unit?.name}</h2>
        <Turnout {...props} />
        <p class="meta">
          {period.closesAt && `${m.closed(formatMoment(period.closesAt, context.language, context.timeZone))} `}
          {release !== 'live' && m.released(formatMoment(release.releasedAt, context.language, context.timeZone))}
        </p>
        <HiddenUnits {...props} />
        <p class="send">
          <a href={path.surveyResultsFile(campaign.id, period.id)}>{m.csv.link}</a>
        </p>
      </section>
      {props.answers !== undefined &&
        questions.map((question) => <QuestionResult key={question.key} context={context} question={question} />)}
      <section class="slip">
        <h2>{m.method}</h2>
        <p>{release === 'live' ? m.live.method : m.methodWords}</p>
        {release !== 'live' && (
          <p class="hash">
            {m.fingerprint}: <code>{release.sha256}</code>
          </p>
        )}
      </section>
    </>
  )
}

function UnitChoice({ context, units, unit, hidden }: ResultsPageProps) {
  const m = surveyResultMessages[context.language]
  if (units.length < 2) return null
  return (
    <form class="units" method="get">
      <ChoiceLine
        id="unit"
        name="unit"
        label={m.unit}
        chosen={unit?.id ?? ''}
        options={units.map(({ id, name }) => [id, hidden.has(id) ? m.hiddenOption(name) : name] as const)}
      />
      <button type="submit" class="minor">
        {m.show}
      </button>
    </form>
  )
}

/** How many answered, of how many; or why that isn't told, and where these answers count. */
function Turnout({ context, units, unit, rate, answers, hidden }: ResultsPageProps) {
  const { language } = context
  const m = surveyResultMessages[language]
  const above = shownAbove(units, unit, hidden)
  return (
    <>
      {rate ? (
        <>
          <p class="figure">
            <b>{rateText(rate.answered, rate.invited, language)}</b> {m.rate(rate.answered, rate.invited)}
          </p>
          <Bar value={rate.answered} of={rate.invited} />
        </>
      ) : (
        answers !== undefined && <p class="figure">{m.answered(answers)}</p>
      )}
      {answers === undefined && (
        <div class="state">
          <p>{m.hiddenUnit}</p>
          {above && (
            <p>
              <a href={`?unit=${above.id}`}>{m.seeAbove(above.name)}</a>
            </p>
          )}
        </div>
      )}
    </>
  )
}

/** The nearest unit above one whose figures are told. */
function shownAbove(
  units: ResultsPageProps['units'],
  from: ResultsPageProps['unit'],
  hidden: ReadonlySet<string>,
): ResultsPageProps['unit'] {
  let at = from
  do at = units.find(({ id }) => id === at?.parent)
  while (at && hidden.has(at.id))
  return at
}

/** Of the units under the one that is shown: which are told of only in what is above them, and why. */
function HiddenUnits({ context, units, unit, hidden, answers }: ResultsPageProps) {
  const m = surveyResultMessages[context.language]
  const isBelow = (one: ResultsPageProps['units'][number]): boolean =>
    one.parent === unit?.id || units.some((above) => above.id === one.parent && isBelow(above))
  const below = units.filter((one) => hidden.has(one.id) && isBelow(one))
  if (below.length === 0 || answers === undefined) return null
  return (
    <details>
      <summary>{m.hiddenUnits(below.length)}</summary>
      <p>{m.hiddenWhy}</p>
      <ul>
        {below.map(({ id, name }) => (
          <li key={id}>{name}</li>
        ))}
      </ul>
    </details>
  )
}
