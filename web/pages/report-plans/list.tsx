// The plans that somebody looks after, and the templates to make another from.

import type { CampaignId, ReportPlanId } from '../../../shared/ids.ts'
import { type LocalText, localize } from '../../../shared/language.ts'
import { formatMoment } from '../../../shared/messages/number.ts'
import { periodName } from '../../../shared/messages/period.ts'
import { reportPlansMessages } from '../../../shared/messages/report-plans.ts'
import { path } from '../../../shared/paths.ts'
import type { ReportPeriod } from '../../../shared/report/period.ts'
import type { ReportPlan } from '../../../shared/report/plan.ts'
import { langOf, unitName } from '../../parts/texts.ts'
import { campaignTexts } from '../campaigns/step.tsx'
import type { PageContext } from '../context.ts'
import { Layout } from '../layout.tsx'

/** A moment of a period's report; ISO 8601. */
type Moment = { readonly period: ReportPeriod; readonly at: string }

export type PlanLine = {
  readonly id: ReportPlanId
  readonly title: LocalText
  /** Undefined where the template is gone. */
  readonly template: LocalText | undefined
  readonly unitName: string
  readonly scope: ReportPlan['scope']
  readonly state: 'running' | 'by-hand' | 'stopped'
  readonly next: Moment | undefined
  /** The newest report that the visitor may read, among those that were looked through. */
  readonly last: Moment | undefined
  /** The campaign whose own report it is, where it is one. */
  readonly campaign: CampaignId | undefined
}

export type TemplateLine = { readonly id: string; readonly name: LocalText; readonly needs: string }

export type PlansPageProps = {
  readonly context: PageContext
  readonly lines: readonly PlanLine[]
  readonly page: number
  readonly pages: number
  readonly templates: readonly TemplateLine[]
  /** Whether any campaign has been opened that a report could be made of. */
  readonly hasCampaigns: boolean
}

export function PlansPage(props: PlansPageProps) {
  const { context, lines } = props
  const t = reportPlansMessages[context.language]
  const isEmpty = lines.length === 0
  return (
    <Layout context={context} title={t.title} moreStyle={['campaigns.css', 'report-list.css'].map(context.assetUrl)}>
      <h1>{t.title}</h1>
      <p class="lead">{t.list.lead}</p>
      {!isEmpty && (
        <p class="send">
          <a class="main" href={path.newReportPlan()}>
            {t.new}
          </a>
        </p>
      )}
      {isEmpty ? (
        <div class="slip">
          <p class="lead">{t.list.none}</p>
          <p>{props.hasCampaigns ? t.list.noneNext : t.list.noCampaigns}</p>
        </div>
      ) : (
        <div class="slip">
          <ul class="rows plans">
            {lines.map((line) => (
              <Line key={line.id} context={context} line={line} />
            ))}
          </ul>
          <Pages {...props} />
        </div>
      )}
      {isEmpty && props.hasCampaigns && <Templates {...props} />}
    </Layout>
  )
}

function Line({ context, line }: { readonly context: PageContext; readonly line: PlanLine }) {
  const t = reportPlansMessages[context.language].list
  const { language, timeZone } = context
  const { title, template, scope, state, next, last, campaign } = line
  const words = reportPlansMessages[language]
  const moment = (of: Moment) => [periodName(of.period, language), formatMoment(of.at, language, timeZone)] as const
  const dates =
    state === 'stopped' ? t.stopped : state === 'by-hand' ? t.byHand : next ? t.next(...moment(next)) : t.noNext
  return (
    <li>
      <a href={path.reportPlan(line.id)}>
        <b lang={langOf(title, language)}>{localize(title, language)}</b>
        <small>
          {[
            campaign ? t.ofCampaign : template ? localize(template, language) : words.show.lostTemplate,
            unitName(line.unitName),
            ...(scope === 'children' ? [words.scopes.children] : []),
          ].join(' · ')}
        </small>
        <small>{dates}</small>
        <small>{last ? t.last(...moment(last)) : t.noLast}</small>
      </a>
      {campaign && (
        <p class="meta">
          <a href={path.campaignStep(campaign, 'more')}>{t.editCampaign}</a>
        </p>
      )}
    </li>
  )
}

function Pages({ context, page, pages }: PlansPageProps) {
  const m = campaignTexts(context)
  if (pages === 1) return null
  return (
    <p class="send">
      {page > 1 && <a href={path.reportPlans(page - 1)}>{m.previous}</a>}
      <span>{m.page(page, pages)}</span>
      {page < pages && <a href={path.reportPlans(page + 1)}>{m.next}</a>}
    </p>
  )
}

function Templates({ context, templates }: PlansPageProps) {
  const { language } = context
  const t = reportPlansMessages[language].list
  return (
    <section class="slip">
      <h2>{t.templates}</h2>
      <ul class="rows plans">
        {templates.map(({ id, name, needs }) => (
          <li key={id}>
            <a href={path.newReportPlan(id)}>
              <b>{localize(name, language)}</b>
              <small>{t.needs(needs)}</small>
              <small>{t.begin}</small>
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
