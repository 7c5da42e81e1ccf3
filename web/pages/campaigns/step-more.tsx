// Step 7: languages that people choose from, reminders, and the report that is made of the campaign.

import type { PeriodId } from '../../../shared/ids.ts'
import { type LocalText, localize } from '../../../shared/language.ts'
import { formatMoment } from '../../../shared/messages/number.ts'
import { periodName } from '../../../shared/messages/period.ts'
import type { PageContext } from '../context.ts'
import { Choices, type Entries, NumberField } from './fields.tsx'
import { campaignTexts } from './step.tsx'

export type MoreFieldsProps = {
  readonly context: PageContext
  readonly entries: Entries
  /** Undefined while no form is chosen; the name of a language as the form calls it, without an empty one. */
  readonly languages: readonly string[] | undefined
  readonly hasMail: boolean
  /** Reports that are made of it, with what is due for its periods. */
  readonly plans: readonly {
    readonly id: string
    readonly title: LocalText
    readonly due: readonly { readonly period: PeriodId; readonly dueAt: string }[]
  }[]
}

export function MoreFields({ context, entries, languages, hasMail, plans }: MoreFieldsProps) {
  const { more: t } = campaignTexts(context).step
  return (
    <>
      {languages === undefined || languages.length < 2 ? (
        <section class="q">
          <h2>{t.languages}</h2>
          <p>{languages === undefined ? t.noForm : t.oneLanguage}</p>
        </section>
      ) : (
        <Choices
          entries={entries}
          name="languages"
          label={t.languages}
          hint={t.languagesHint}
          many
          options={languages.map((one) => ({ value: one, label: one }))}
        />
      )}
      <Choices
        entries={entries}
        name="reminds"
        label={t.reminders}
        hint={t.remindsHint}
        many
        options={[
          {
            value: 'yes',
            label: t.reminds,
            inside: (
              <>
                {!hasMail && <p class="state">{t.noMail}</p>}
                <NumberField entries={entries} name="daysBefore" label={t.daysBefore} />
                <NumberField entries={entries} name="everyDays" label={t.everyDays} />
                <NumberField entries={entries} name="daysAfter" label={t.daysAfter} />
              </>
            ),
          },
        ]}
      />
      <section class="q">
        <h2>{t.report}</h2>
        {plans.length === 0 && <p>{t.noReport}</p>}
        {plans.map((plan) => (
          <Plan key={plan.id} context={context} plan={plan} />
        ))}
      </section>
    </>
  )
}

function Plan({ context, plan }: { readonly context: PageContext; readonly plan: MoreFieldsProps['plans'][number] }) {
  const { more: t } = campaignTexts(context).step
  const { language, timeZone } = context
  if (plan.due.length === 0) return <p>{t.noDue}</p>
  return (
    <>
      <p>{t.reportOf(localize(plan.title, language))}</p>
      <ul class="codes">
        {plan.due.map(({ period, dueAt }) => (
          <li key={period}>{t.dueAt(periodName(period, language), formatMoment(dueAt, language, timeZone))}</li>
        ))}
      </ul>
    </>
  )
}
