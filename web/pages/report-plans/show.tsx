// One plan: how it is set up, its next dates, what was made of it, and the way to have it made now.

import type { CampaignId, PeriodId, ReportPlanId, UnitId } from '../../../shared/ids.ts'
import { type LocalText, localize } from '../../../shared/language.ts'
import { periodName } from '../../../shared/messages/period.ts'
import { reportDeliveryMessages } from '../../../shared/messages/report-delivery.ts'
import { reportPlansMessages } from '../../../shared/messages/report-plans.ts'
import { scheduleText } from '../../../shared/messages/report-schedule.ts'
import { path } from '../../../shared/paths.ts'
import type { ReportPlan } from '../../../shared/report/plan.ts'
import { ChoiceLine } from '../../parts/choice-line.tsx'
import { langOf, unitName } from '../../parts/texts.ts'
import { campaignTexts } from '../campaigns/step.tsx'
import type { PageContext } from '../context.ts'
import { Layout } from '../layout.tsx'
import { ReportArticle, type ReportLine } from '../report/line.tsx'
import { Dates, type PlanDates } from './dates.tsx'

export type PlanPageProps = {
  readonly context: PageContext
  readonly plan: Pick<ReportPlan, 'id' | 'title' | 'scope' | 'every' | 'schedule' | 'preset' | 'sign' | 'recipients'>
  readonly isStopped: boolean
  /** Undefined where it is gone. */
  readonly template: LocalText | undefined
  readonly unitName: string
  /** By the roles of the template; `title` is undefined where the campaign is gone. */
  readonly campaigns: readonly {
    readonly role: LocalText
    readonly title: LocalText | undefined
    readonly href?: string
  }[]
  /** The campaign whose own report it is; `mayChange`: whether the visitor may. */
  readonly ofCampaign: { readonly id: CampaignId; readonly title: LocalText; readonly mayChange: boolean } | undefined
  readonly dates: PlanDates
  /** Newest first, and the one that is offered first. */
  readonly periods: readonly PeriodId[]
  readonly latest: PeriodId | undefined
  /** Where each unit has a report of its own. */
  readonly units: readonly { readonly id: UnitId; readonly name: string }[]
  readonly reports: readonly ReportLine[]
}

export function PlanPage(props: PlanPageProps) {
  const { context, plan, isStopped, ofCampaign, dates, reports } = props
  const { language } = context
  const t = reportPlansMessages[language]
  const title = localize(plan.title, language)
  return (
    <Layout
      context={context}
      title={title}
      moreStyle={['campaigns.css', 'report.css', 'report-desk.css', 'report-list.css'].map(context.assetUrl)}
    >
      <div class="slip">
        <p class="over">{t.title}</p>
        <h1 lang={langOf(plan.title, language)}>{title}</h1>
        {isStopped && <p class="state">{t.show.isStopped}</p>}
        {ofCampaign ? <OfCampaign context={context} campaign={ofCampaign} /> : <Ways id={plan.id} {...props} />}
        <Facts {...props} />
        <Dates context={context} dates={dates} />
      </div>
      <Make {...props} />
      <section class="slip" id="history">
        <h2>{t.show.history}</h2>
        {reports.length === 0 ? (
          <p>{t.show.noHistory}</p>
        ) : (
          <>
            <div class="reports">
              {reports.map((report) => (
                <ReportArticle key={report.id} context={context} report={report} />
              ))}
            </div>
            <p class="send">
              <a href={path.reports({ plan: plan.id })}>{t.show.allHistory}</a>
            </p>
          </>
        )}
      </section>
      <p class="meta">
        <a href={path.reportPlans()}>{t.list.all}</a>
      </p>
    </Layout>
  )
}

type CampaignProps = { readonly context: PageContext; readonly campaign: NonNullable<PlanPageProps['ofCampaign']> }

function OfCampaign({ context, campaign }: CampaignProps) {
  const t = reportPlansMessages[context.language].show
  return (
    <>
      <p>{t.ofCampaign(localize(campaign.title, context.language))}</p>
      {campaign.mayChange && (
        <p class="acts">
          <a href={path.campaignStep(campaign.id, 'more')}>{t.toCampaign}</a>
        </p>
      )}
    </>
  )
}

function Ways({
  context,
  id,
  isStopped,
}: Pick<PlanPageProps, 'context' | 'isStopped'> & { readonly id: ReportPlanId }) {
  const t = reportPlansMessages[context.language].show
  return (
    <p class="acts">
      <a href={path.reportPlanStep(id, 'edit')}>{t.edit}</a>
      <a href={path.planDelivery(id)}>{reportDeliveryMessages[context.language].fields.title}</a>
      <a href={path.reportPlanStep(id, isStopped ? 'resume' : 'stop')}>{isStopped ? t.resume : t.stop}</a>
    </p>
  )
}

function Facts({ context, plan, template, unitName: name, campaigns }: PlanPageProps) {
  const { language } = context
  const t = reportPlansMessages[language]
  const { presets } = campaignTexts(context).step.report
  const signs = [plan.sign.authority, plan.sign.post].filter((line) => line !== null).join(' – ')
  const facts: readonly (readonly [string, string])[] = [
    [t.show.template, template ? localize(template, language) : t.show.lostTemplate],
    [t.show.unit, unitName(name)],
    [t.show.scope, t.scopes[plan.scope]],
    [t.show.every, t.every[plan.every]],
    [t.show.schedule, scheduleText(plan.schedule, language)],
    [t.show.layout, presets[plan.preset]],
    [t.show.signs, signs],
    [t.show.recipients, plan.recipients.join('; ')],
  ]
  return (
    <>
      <h2>{t.show.facts}</h2>
      <dl class="settings">
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
        <div>
          <dt>{t.show.campaigns}</dt>
          {campaigns.map(({ role, title, href }) => {
            const text = t.show.campaign(
              localize(role, language),
              title ? localize(title, language) : t.show.lostCampaign,
            )
            return <dd key={text}>{href ? <a href={href}>{text}</a> : text}</dd>
          })}
        </div>
      </dl>
    </>
  )
}

function Make({ context, plan, periods, latest, units }: PlanPageProps) {
  const { language } = context
  const t = reportPlansMessages[language].show
  const options = periods.map((id) => [id, periodName(id, language)] as const)
  return (
    <section class="slip" id="make">
      <h2>{t.make}</h2>
      {periods.length === 0 ? (
        <p>{t.noPeriods}</p>
      ) : (
        <form method="post" action={path.reports()}>
          <p class="meta">{t.makeHint}</p>
          <input type="hidden" name="plan" value={plan.id} />
          <ChoiceLine id="period" label={t.from} chosen={latest} options={options} />
          {periods.length > 1 && (
            <ChoiceLine id="to" label={t.to} hint={t.toHint} empty={t.sameOnly} chosen={undefined} options={options} />
          )}
          {plan.scope === 'children' && (
            <ChoiceLine
              id="unit"
              label={t.which}
              empty={t.everyUnit(units.length)}
              chosen={undefined}
              options={units.map(({ id, name }) => [id, name])}
            />
          )}
          <p class="send">
            <button type="submit" class="main">
              {t.makeButton}
            </button>
          </p>
        </form>
      )}
    </section>
  )
}
