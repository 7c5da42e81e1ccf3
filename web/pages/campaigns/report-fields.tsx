// The fields about the report that is made of a campaign, and the dates that they come to.

import type { PeriodId, ReportPlanId } from '../../../shared/ids.ts'
import { type LocalText, localize } from '../../../shared/language.ts'
import { formatMoment } from '../../../shared/messages/number.ts'
import { periodName } from '../../../shared/messages/period.ts'
import { reportDeliveryMessages } from '../../../shared/messages/report-delivery.ts'
import { path } from '../../../shared/paths.ts'
import { unitName } from '../../parts/texts.ts'
import type { PageContext } from '../context.ts'
import { ScheduleFields } from '../schedule-fields.tsx'
import { Choices, type Entries } from './fields.tsx'
import { FrameFields } from './report-frame.tsx'
import { campaignTexts } from './step.tsx'

type Due = { readonly period: PeriodId; readonly dueAt: string }

export type ReportFieldsProps = {
  readonly context: PageContext
  readonly entries: Entries
  /** Those that fit the kind of campaign. */
  readonly templates: readonly { readonly id: string; readonly name: LocalText }[]
  readonly unitName: string
  /** The dates ahead, and how many have passed; undefined without a report. */
  readonly dates:
    | { readonly ahead: readonly Due[]; readonly passed: number; readonly isByHand: boolean; readonly periods: number }
    | undefined
  /** Of a campaign whose report is being made: to whom it is brought is set on a page of its own. */
  readonly planId: ReportPlanId | undefined
  /** Other reports that the campaign is part of. */
  readonly others: readonly { readonly id: string; readonly title: LocalText; readonly due: readonly Due[] }[]
}

export function ReportFields(props: ReportFieldsProps) {
  const { context, entries, templates, planId, others } = props
  const t = campaignTexts(context).step.report
  return (
    <>
      <Choices
        entries={entries}
        name="reportTemplate"
        label={t.label}
        hint={t.hint}
        options={[
          { value: 'none', label: t.noReport },
          ...templates.map(({ id, name }) => ({ value: id, label: localize(name, context.language) })),
        ]}
      />
      <div class="inside report-frame">
        <Frame {...props} />
      </div>
      <p class="meta">
        <a href={path.templates()}>{t.seeTemplates}</a>
        {planId && (
          <>
            {' · '}
            <a href={path.planDelivery(planId)}>{reportDeliveryMessages[context.language].fields.title}</a>
          </>
        )}
      </p>
      {props.dates && <Dates context={context} dates={props.dates} />}
      {others.length > 0 && (
        <section class="q">
          <h2>{t.also}</h2>
          {others.map((plan) => (
            <Other key={plan.id} context={context} plan={plan} />
          ))}
        </section>
      )}
    </>
  )
}

function Frame({ context, entries, unitName: name }: ReportFieldsProps) {
  const { report: t, periods } = campaignTexts(context).step
  return (
    <>
      <p>{t.scope(unitName(name))}</p>
      <FrameFields context={context} entries={entries} />
      <ScheduleFields entries={entries} language={context.language} />
      <p class="meta">{periods.zone(context.timeZone)}</p>
    </>
  )
}

/** Dates that are shown; of more only the number. */
const mostDates = 10

function Dates({ context, dates }: { context: PageContext; dates: NonNullable<ReportFieldsProps['dates']> }) {
  const m = campaignTexts(context)
  const t = m.step.report
  const { language, timeZone } = context
  const { ahead, passed, isByHand, periods } = dates
  return (
    <section class="preview">
      <h2>{t.preview}</h2>
      {ahead.length === 0 && <p>{isByHand ? t.byHand : periods === 0 ? t.noPeriods : t.noDates}</p>}
      {ahead.length > 0 && (
        <table>
          <thead>
            <tr>
              <th scope="col">{m.overview.period}</th>
              <th scope="col">{t.due}</th>
            </tr>
          </thead>
          <tbody>
            {ahead.slice(0, mostDates).map(({ period, dueAt }) => (
              <tr key={period}>
                <th scope="row">{periodName(period, language)}</th>
                <td>{formatMoment(dueAt, language, timeZone)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {ahead.length > mostDates && <p class="meta">{t.more(ahead.length - mostDates)}</p>}
      {passed > 0 && <p class="meta">{t.passed(passed)}</p>}
    </section>
  )
}

function Other({ context, plan }: { context: PageContext; plan: ReportFieldsProps['others'][number] }) {
  const { more: t } = campaignTexts(context).step
  const { language, timeZone } = context
  const written = localize(plan.title, language)
  const title = written.charAt(0).toLocaleUpperCase(language) + written.slice(1)
  if (plan.due.length === 0) return <p>{t.noDue(title)}</p>
  return (
    <>
      <p>{t.reportOf(title)}</p>
      <ul class="codes">
        {plan.due.map(({ period, dueAt }) => (
          <li key={period}>{t.dueAt(periodName(period, language), formatMoment(dueAt, language, timeZone))}</li>
        ))}
      </ul>
    </>
  )
}
