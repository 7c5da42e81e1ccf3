// One campaign that has been opened: what it is, its periods, and what can be done with it now.

import type { Campaign, CampaignPeriod, PeriodState } from '../../../shared/campaign/campaign.ts'
import { type CampaignAct, mayNow } from '../../../shared/campaign/lifecycle.ts'
import { type CampaignStep, stepsOf } from '../../../shared/campaign/readiness.ts'
import type { PeriodId } from '../../../shared/ids.ts'
import { type LocalText, localize } from '../../../shared/language.ts'
import { formatMoment } from '../../../shared/messages/number.ts'
import { periodName } from '../../../shared/messages/period.ts'
import { path } from '../../../shared/paths.ts'
import { langOf, unitName } from '../../parts/texts.ts'
import { messagesOf, type PageContext } from '../context.ts'
import { Layout } from '../layout.tsx'
import {
  leadOfChange,
  OpenLink,
  RateLine,
  SurveyActs,
  SurveyFacts,
  type SurveyOverview,
  SurveyWays,
} from './overview-survey.tsx'
import { campaignTexts } from './step.tsx'

export type OverviewProps = {
  readonly context: PageContext
  readonly campaign: Campaign
  readonly unitName: string
  readonly form: { readonly title: string; readonly version: number }
  readonly units: number
  /** The reports that are made of it, each with the next date. */
  readonly reports: readonly {
    readonly id: string
    readonly title: LocalText
    readonly next: { readonly period: PeriodId; readonly dueAt: string } | undefined
  }[]
  readonly periods: readonly (CampaignPeriod & { readonly state: PeriodState })[]
  /** What a survey has besides, or instead. */
  readonly survey: SurveyOverview | undefined
}

export function CampaignPage(props: OverviewProps) {
  const { context, campaign, periods } = props
  const m = campaignTexts(context)
  const { language, timeZone } = context
  const title = localize(campaign.title, language)
  const isOver = ({ state }: { readonly state: PeriodState }) => state === 'closed'
  const past = periods.filter(isOver)
  const current = periods.filter((period) => !isOver(period))
  return (
    <Layout context={context} title={title} moreStyle={context.assetUrl('campaigns.css')} isWide>
      <section class="slip">
        <p class="over">{m.states[campaign.state]}</p>
        <h1 lang={langOf(campaign.title, language)}>{title}</h1>
        {campaign.pausedAt && (
          <p class="state">{m.overview.pausedSince(formatMoment(campaign.pausedAt, language, timeZone))}</p>
        )}
        <Facts {...props} />
        {props.survey && <SurveyWays context={context} campaign={campaign} survey={props.survey} />}
      </section>
      {props.survey?.link && <OpenLink context={context} title={title} link={props.survey.link} />}
      <section class="slip">
        <h2>{m.overview.periods}</h2>
        {current.length > 0 && (
          <Periods context={context} campaign={campaign} periods={current} survey={props.survey} />
        )}
        {past.length > 0 && (
          <details open={current.length === 0}>
            <summary>{`${m.overview.earlier} (${past.length})`}</summary>
            <Periods context={context} campaign={campaign} periods={past} survey={props.survey} />
          </details>
        )}
        {takesPast(campaign) && (
          <p class="meta">
            <a href={path.pastFigures(campaign.id)}>{m.overview.past}</a>
          </p>
        )}
      </section>
      <Whole context={context} campaign={campaign} />
      <p class="meta">
        <a href={path.campaigns()}>{m.all}</a>
      </p>
    </Layout>
  )
}

/** Members answer surveys themselves; all other campaigns take what the office brings in for others. */
const takesPast = ({ kind }: Campaign): boolean => kind !== 'member-survey'

/** A period from before takes figures from a file: nobody filled in its form on paper. */
const takesPapers = (campaign: Campaign, { state, isPast }: OverviewProps['periods'][number]): boolean =>
  takesPast(campaign) && state !== 'early' && !isPast

/** A fact with the way to change it, where it can change now. */
export function Fact(props: {
  readonly context: PageContext
  readonly campaign: Campaign
  readonly name: string
  readonly value: string
  readonly edit?: CampaignStep
  /** Where what it is about is found. */
  readonly see?: { readonly href: string; readonly text: string } | undefined
}) {
  const { context, campaign, name, value, edit, see } = props
  const t = campaignTexts(context).overview
  return (
    <>
      <dt>{name}</dt>
      <dd>
        {value}
        {edit && mayNow('adjust', campaign) && (
          <>
            {' '}
            <a href={path.campaignStep(campaign.id, edit)} aria-label={`${t.edit}: ${name}`}>
              {t.edit}
            </a>
          </>
        )}
        {see && (
          <>
            {' '}
            <a href={see.href}>{see.text}</a>
          </>
        )}
      </dd>
    </>
  )
}

function Facts(props: OverviewProps) {
  const { context, campaign, form } = props
  const m = campaignTexts(context)
  const t = m.overview
  const { language } = context
  const base = { context, campaign }
  const { step } = m
  return (
    <dl>
      <Fact {...base} name={t.kind} value={messagesOf(context).kinds[campaign.kind]} />
      <Fact {...base} name={t.unit} value={unitName(props.unitName)} />
      <Fact {...base} name={t.form} value={t.formVersion(form.title, form.version)} />
      {props.survey ? (
        <SurveyFacts context={context} campaign={campaign} survey={props.survey} />
      ) : (
        <>
          <dt>{t.units}</dt>
          <dd>
            {t.unitCount(props.units)}{' '}
            {mayNow('changeUnits', campaign) && <a href={path.campaignUnits(campaign.id)}>{t.changeUnits}</a>}
          </dd>
        </>
      )}
      <Fact
        {...base}
        name={t.description}
        value={campaign.description ? localize(campaign.description, language) : t.noDescription}
        edit="about"
      />
      {!props.survey && (
        <Fact
          {...base}
          name={step.answering.figures}
          value={step.answering.figureRules[campaign.figures]}
          edit="answering"
        />
      )}
      {stepsOf(campaign).includes('indicators') && (
        <Fact
          {...base}
          name={m.steps.indicators}
          value={campaign.indicators.map(({ shortName }) => localize(shortName, language)).join('; ') || '–'}
          edit="indicators"
        />
      )}
      {props.survey?.survey.way !== 'open' && (
        <Fact {...base} name={t.reminders} value={reminderText(context, campaign)} edit="more" />
      )}
      {!props.survey && (
        <Fact
          {...base}
          name={step.report.overview}
          value={reportText(context, props.reports)}
          edit="more"
          see={props.reports.length > 0 ? { href: path.reports(), text: step.report.toReports } : undefined}
        />
      )}
    </dl>
  )
}

function reportText(context: PageContext, reports: OverviewProps['reports']): string {
  const { report: t } = campaignTexts(context).step
  const { language, timeZone } = context
  if (reports.length === 0) return t.none
  return reports
    .map(({ title, next }) => {
      const name = localize(title, language)
      if (!next) return t.noNext(name)
      return t.nextOn(name, periodName(next.period, language), formatMoment(next.dueAt, language, timeZone))
    })
    .join('; ')
}

function reminderText(context: PageContext, { reminders }: Campaign): string {
  const m = campaignTexts(context)
  if (!reminders) return m.check.items.reminders.not
  const { more } = m.step
  return [
    `${more.daysBefore}: ${reminders.daysBefore}`,
    `${more.everyDays}: ${reminders.everyDays}`,
    `${more.daysAfter}: ${reminders.daysAfter}`,
  ].join('; ')
}

type PeriodsProps = Pick<OverviewProps, 'context' | 'campaign' | 'periods' | 'survey'>

function Periods({ context, campaign, periods, survey }: PeriodsProps) {
  const m = campaignTexts(context)
  const t = m.overview
  const { language, timeZone } = context
  return (
    <ul class="rounds">
      {periods.map((period) => (
        <li key={period.id}>
          <h3>{periodName(period.id, language)}</h3>
          <p class="meta">
            {[
              messagesOf(context).states[period.state],
              `${t.opens} ${formatMoment(period.opensAt, language, timeZone)}`,
              period.closesAt === null ? m.noClose : `${t.closes} ${formatMoment(period.closesAt, language, timeZone)}`,
            ].join(' · ')}
          </p>
          {survey && <RateLine context={context} survey={survey} period={period.id} />}
          <p class="acts">
            {survey ? (
              <SurveyActs context={context} campaign={campaign} period={period} />
            ) : (
              <UnitActs context={context} campaign={campaign} period={period} />
            )}
            {mayNow('extendPeriod', campaign) && !period.isPast && (
              <a href={path.periodChange(campaign.id, period.id, 'extend')}>{t.extend}</a>
            )}
            {mayNow('closePeriod', campaign) && period.state === 'open' && (
              <a href={path.periodChange(campaign.id, period.id, 'close')}>{t.closePeriod}</a>
            )}
          </p>
        </li>
      ))}
    </ul>
  )
}

/** What is done about the units of a period. */
function UnitActs(
  props: Pick<OverviewProps, 'context' | 'campaign'> & { readonly period: PeriodsProps['periods'][number] },
) {
  const { context, campaign, period } = props
  const t = campaignTexts(context).overview
  return (
    <>
      {period.state !== 'early' && <a href={path.campaignProgress(campaign.id, period.id)}>{t.progress}</a>}
      {takesPapers(campaign, period) && <a href={path.choosePaper(campaign.id, period.id)}>{t.enter}</a>}
      {mayNow('assign', campaign) && !period.isPast && (
        <a href={path.assignments(campaign.id, period.id)}>{t.assign}</a>
      )}
      {mayNow('remind', campaign) && (period.state === 'open' || period.state === 'grace') && (
        <a href={path.reminders(campaign.id, period.id)}>{t.remind}</a>
      )}
    </>
  )
}

const wholeChanges = [
  ['pause', 'pause'],
  ['resume', 'resume'],
  ['copy', 'copy'],
  ['close', 'close'],
] as const satisfies readonly (readonly [CampaignAct, string])[]

function Whole({ context, campaign }: Pick<OverviewProps, 'context' | 'campaign'>) {
  const m = campaignTexts(context)
  const possible = wholeChanges.filter(([act]) => mayNow(act, campaign))
  return (
    <section class="slip">
      <h2>{m.overview.change}</h2>
      <ul class="rows">
        {possible.map(([act, change]) => (
          <li key={act}>
            <a href={path.campaignChange(campaign.id, change)}>
              <b>{m.changes[change].title}</b>
              <small>{leadOfChange(context, campaign, change)}</small>
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
