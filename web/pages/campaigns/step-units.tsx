// Step 3: which units are asked, how many answers are expected of each, and how far the list is written.

import { type UnitEntry, UnitField } from '../../parts/unit-field.tsx'
import type { PageContext } from '../context.ts'
import { AreaField, Choices, type Entries, NumberField, SelectField } from './fields.tsx'
import { campaignTexts } from './step.tsx'

export type NamedUnit = { readonly code: string; readonly name: string }

export type UnitsFieldsProps = {
  readonly context: PageContext
  readonly entries: Entries
  readonly top: UnitEntry
  readonly levels: readonly { readonly level: string; readonly units: number }[]
  /** The campaign that this one is a copy of. */
  readonly copied: { readonly value: string; readonly title: string; readonly units: number } | undefined
  /** Whether several answers of a unit count. */
  readonly takesMany: boolean
  /** The units are those whose people can be invited. */
  readonly isSurvey: boolean
  readonly preview:
    | { readonly units: number; readonly responses: number; readonly first: readonly NamedUnit[] }
    | undefined
}

export function UnitsFields(props: UnitsFieldsProps) {
  const { context, entries, top, levels, copied, takesMany, isSurvey, preview } = props
  const m = campaignTexts(context)
  const { units: t } = m.step
  const subtree = (
    <>
      <UnitField
        context={context}
        name="top"
        label={t.top}
        action="campaign.manage"
        entry={top}
        fault={entries.faults.get('top')}
      />
      <SelectField
        entries={entries}
        name="level"
        label={t.level}
        empty={t.anyLevel}
        options={levels.map(({ level, units }) => ({ value: level, label: t.levelLine(level, units) }))}
      />
    </>
  )
  return (
    <>
      <p class="lead">{isSurvey ? m.step.survey.unitsLead : t.lead}</p>
      {copied ? (
        <Choices
          entries={entries}
          name="from"
          label={t.from}
          options={[
            { value: copied.value, label: t.campaign(copied.title, copied.units) },
            { value: 'subtree', label: t.subtree, inside: subtree },
          ]}
        />
      ) : (
        <>
          <input type="hidden" name="from" value="subtree" />
          {subtree}
        </>
      )}
      <AreaField entries={entries} name="except" label={t.except} hint={t.exceptHint} optional={m.optional} rows={3} />
      <AreaField entries={entries} name="also" label={t.also} hint={t.alsoHint} optional={m.optional} rows={2} />
      {takesMany && (
        <Choices
          entries={entries}
          name="expectedBy"
          label={t.expected}
          options={[
            { value: 'one', label: t.expectedOne },
            {
              value: 'number',
              label: t.expectedNumber,
              inside: <NumberField entries={entries} name="expected" label={t.expectedNumberField} />,
            },
            { value: 'members', label: t.expectedMembers },
          ]}
        />
      )}
      {preview && <Preview context={context} preview={preview} isSurvey={isSurvey} />}
    </>
  )
}

function Preview(props: {
  readonly context: PageContext
  readonly preview: NonNullable<UnitsFieldsProps['preview']>
  readonly isSurvey: boolean
}) {
  const { context, preview, isSurvey } = props
  const { units: t, survey } = campaignTexts(context).step
  const { units, responses, first } = preview
  return (
    <section class="preview" aria-live="polite">
      <h2>{isSurvey ? survey.unitsPreview(units) : t.preview(units)}</h2>
      {units > 0 && !isSurvey && <p>{t.previewExpected(responses)}</p>}
      {first.length > 0 && (
        <>
          <p class="meta">{t.some}</p>
          <ul class="codes">
            {first.map(({ code, name }) => (
              <li key={code}>
                <code>{code}</code> {name}
              </li>
            ))}
          </ul>
        </>
      )}
      {units > first.length && first.length > 0 && <p class="meta">{t.more(units - first.length)}</p>}
    </section>
  )
}

/** How far the list is written, with a button that goes on at once. */
export function Filling(props: {
  readonly context: PageContext
  readonly written: number
  readonly asked: number
  readonly action: string
}) {
  const { context, written, asked, action } = props
  const t = campaignTexts(context).step.units
  return (
    <section class="state">
      <p class="tally">
        {t.progress(written, asked)}
        <progress value={written} max={Math.max(asked, 1)} aria-hidden="true" />
      </p>
      <p class="meta">{t.progressHint}</p>
      <form class="make" method="post" action={action}>
        <button type="submit">{t.fillOn}</button>
      </form>
    </section>
  )
}
