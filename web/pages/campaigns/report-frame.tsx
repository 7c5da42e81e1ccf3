// The fields about how a report looks and reads: layout, language, letterhead, recipients, who signs. Campaigns ask them of their own
// report, and the desk of report plans of each plan.

import { languages } from '../../../shared/language.ts'
import { longestLine, longestLogo } from '../../../shared/report/plan.ts'
import { presetIds } from '../../../shared/report/preset-id.ts'
import type { PageContext } from '../context.ts'
import { AreaField, Choices, type Entries, SelectField, TextField } from './fields.tsx'
import { PresetPicture, type Sample } from './preset-picture.tsx'
import { campaignTexts } from './step.tsx'

export function FrameFields({ context, entries }: { readonly context: PageContext; readonly entries: Entries }) {
  const texts = campaignTexts(context)
  const { report: t } = texts.step
  const base = { entries, maxlength: longestLine, lang: 'vi' }
  return (
    <>
      <Choices
        entries={entries}
        name="reportPreset"
        label={t.preset}
        options={presetIds.map((value) => ({
          value,
          label: t.presets[value],
          note: t.presetNotes[value],
          picture: <PresetPicture preset={value} sample={sampleIn(entries)} />,
        }))}
      />
      <SelectField
        entries={entries}
        name="reportLanguage"
        label={t.language}
        options={languages.map((value) => ({ value, label: t.languages[value] }))}
      />
      <TextField {...base} name="reportBodyAbove" label={t.bodyAbove} hint={t.bodyAboveHint} />
      <TextField {...base} name="reportBody" label={t.body} />
      <TextField
        {...base}
        name="reportLogo"
        label={t.logo}
        hint={t.logoHint}
        optional={texts.optional}
        maxlength={longestLogo}
      />
      <div class="side-by-side">
        <TextField {...base} name="reportSymbol" label={t.symbol} hint={t.symbolHint} />
        <TextField {...base} name="reportPlace" label={t.place} hint={t.placeHint} />
      </div>
      <AreaField
        entries={entries}
        name="reportRecipients"
        label={t.recipients}
        hint={t.recipientsHint}
        rows={3}
        lang="vi"
      />
      <TextField
        {...base}
        name="reportAuthority"
        label={t.authority}
        hint={t.authorityHint}
        optional={texts.optional}
      />
      <TextField {...base} name="reportPost" label={t.post} hint={t.postHint} />
    </>
  )
}

/** The letterhead as its fields stand. */
function sampleIn({ fields }: Entries): Sample {
  const field = (name: string) => (fields.get(name) ?? '').trim()
  return {
    language: field('reportLanguage') === 'en' ? 'en' : 'vi',
    header: {
      bodyAbove: field('reportBodyAbove'),
      body: field('reportBody'),
      documentSymbol: field('reportSymbol'),
      logo: field('reportLogo'),
    },
    place: field('reportPlace'),
  }
}
