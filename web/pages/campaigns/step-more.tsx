// Step 7: languages that people choose from, and reminders; the campaign's report is in report-fields.tsx.

import type { PageContext } from '../context.ts'
import { Choices, type Entries, NumberField } from './fields.tsx'
import { campaignTexts } from './step.tsx'

type MoreFieldsProps = {
  readonly context: PageContext
  readonly entries: Entries
  /** Undefined while no form is chosen; the name of a language as the form calls it, without an empty one. */
  readonly languages: readonly string[] | undefined
  readonly hasMail: boolean
}

export function MoreFields({ context, entries, languages, hasMail }: MoreFieldsProps) {
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
    </>
  )
}
