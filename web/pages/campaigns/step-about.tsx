// Step 1: what kind of campaign it is, what it is called, what it is for and whose it is.

import { kindsOfCampaign } from '../../../shared/campaign/campaign.ts'
import { type LocalText, localize } from '../../../shared/language.ts'
import { type UnitEntry, UnitField } from '../../parts/unit-field.tsx'
import type { PageContext } from '../context.ts'
import { AreaField, Choices, type Entries, TextField } from './fields.tsx'
import { campaignTexts } from './step.tsx'

export type AboutFieldsProps = {
  readonly context: PageContext
  readonly entries: Entries
  /** Kind and unit as they stand, where they can't change any more. */
  readonly fixed: { readonly kind: (typeof kindsOfCampaign)[number]; readonly unit: string } | undefined
  readonly unit: UnitEntry
}

export function AboutFields({ context, entries, fixed, unit }: AboutFieldsProps) {
  const m = campaignTexts(context)
  const { about } = m.step
  return (
    <>
      <p class="lead">{about.lead}</p>
      {fixed ? (
        <dl>
          <dt>{about.kind}</dt>
          <dd>{about.kinds[fixed.kind]}</dd>
          <dt>{about.unit}</dt>
          <dd>{fixed.unit}</dd>
        </dl>
      ) : (
        <Choices
          entries={entries}
          name="kind"
          label={about.kind}
          options={kindsOfCampaign.map((kind) => ({ value: kind, label: about.kinds[kind] }))}
        />
      )}
      <TextField entries={entries} name="titleVi" label={about.titleVi} maxlength={200} lang="vi" />
      <TextField
        entries={entries}
        name="titleEn"
        label={about.titleEn}
        optional={m.optional}
        maxlength={200}
        lang="en"
      />
      {!fixed && (
        <UnitField
          context={context}
          name="unit"
          label={about.unit}
          hint={about.unitHint}
          action="campaign.manage"
          entry={unit}
          fault={entries.faults.get('unit')}
        />
      )}
      <AreaField
        entries={entries}
        name="descriptionVi"
        label={about.descriptionVi}
        hint={about.descriptionHint}
        optional={m.optional}
        rows={5}
        maxlength={2_000}
        lang="vi"
      />
      <AreaField
        entries={entries}
        name="descriptionEn"
        label={about.descriptionEn}
        optional={m.optional}
        rows={3}
        maxlength={2_000}
        lang="en"
      />
    </>
  )
}

export type FormOption = {
  /** "form version", as the field carries it. */
  readonly value: string
  readonly title: LocalText
  readonly version: number
  readonly versionName: string
  readonly questions: number
  /** A version that is chosen and not the newest. */
  readonly isOlder: boolean
}

/** Step 2: which version of which form is asked. */
export function FormFields(props: {
  readonly context: PageContext
  readonly entries: Entries
  readonly forms: readonly FormOption[]
}) {
  const { context, entries, forms } = props
  const m = campaignTexts(context).step.form
  return (
    <>
      <p class="lead">{m.lead}</p>
      {forms.length === 0 ? (
        <p class="state">{m.none}</p>
      ) : (
        <Choices
          entries={entries}
          name="form"
          label={m.choose}
          options={forms.map((form) => ({
            value: form.value,
            label: localize(form.title, context.language),
            note: [
              m.line(form.questions, m.version(form.version, form.versionName)),
              ...(form.isOlder ? [m.older] : []),
            ].join(' · '),
          }))}
        />
      )}
    </>
  )
}
