// Asking for an export: which campaign, then which responses and what the file looks like.

import { type ExportRequest, exportFormats, leftOut } from '../../../shared/export/request.ts'
import type { CampaignId, PeriodId } from '../../../shared/ids.ts'
import { type LocalText, localize } from '../../../shared/language.ts'
import { exportMessages } from '../../../shared/messages/exports.ts'
import { periodName } from '../../../shared/messages/period.ts'
import { path } from '../../../shared/paths.ts'
import type { Problem } from '../../../shared/problems.ts'
import { ProblemPanel } from '../../parts/problem-panel.tsx'
import { langOf } from '../../parts/texts.ts'
import { type UnitEntry, UnitField, unitFault } from '../../parts/unit-field.tsx'
import type { PageContext } from '../context.ts'
import { Layout } from '../layout.tsx'

export type ChooseCampaign = {
  readonly campaigns: readonly { readonly id: CampaignId; readonly title: LocalText }[]
  /** There are campaigns that can't be exported. */
  readonly hasOthers: boolean
}

/** What is filled in. */
export type AskEntries = Pick<
  ExportRequest,
  'format' | 'choices' | 'headings' | 'separator' | 'evidence' | 'include'
> & { readonly unit: UnitEntry; readonly periods: ReadonlySet<PeriodId> }

type Ask = {
  /** Its periods, newest first. */
  readonly campaign: { readonly id: CampaignId; readonly title: LocalText; readonly periods: readonly PeriodId[] }
  readonly entries: AskEntries
  readonly problem: Problem | undefined
}
export type AskPageProps = { readonly context: PageContext } & (
  | { readonly choose: ChooseCampaign; readonly ask?: never }
  | { readonly ask: Ask; readonly choose?: never }
)

export function AskPage({ context, choose, ask }: AskPageProps) {
  const m = exportMessages[context.language].ask
  return (
    <Layout
      context={context}
      title={m.title}
      faulty={ask?.problem !== undefined}
      moreStyle={[context.assetUrl('unit-field.css'), context.assetUrl('exports.css')]}
      scripts={ask ? [context.assetUrl('unit-field.js')] : []}
    >
      <h1>{m.title}</h1>
      {ask ? <AskForm context={context} ask={ask} /> : <Campaigns context={context} choose={choose} />}
      <p class="back">
        <a href={path.exports()}>{m.back}</a>
      </p>
    </Layout>
  )
}

function Campaigns({ context, choose }: { context: PageContext; choose: ChooseCampaign }) {
  const m = exportMessages[context.language].ask
  const { language } = context
  return (
    <section class="slip">
      <h2>{m.campaign}</h2>
      {choose.campaigns.length === 0 && <p>{m.noCampaigns}</p>}
      <ul class="rows">
        {choose.campaigns.map(({ id, title }) => (
          <li key={id}>
            <a href={path.newExport({ campaign: id })}>
              <b lang={langOf(title, language)}>{localize(title, language)}</b>
            </a>
          </li>
        ))}
      </ul>
      {choose.hasOthers && <p class="meta">{m.others}</p>}
    </section>
  )
}

type FormProps = { readonly context: PageContext; readonly ask: Ask }

function AskForm({ context, ask }: FormProps) {
  const m = exportMessages[context.language].ask
  const { language } = context
  const { campaign, problem } = ask
  return (
    <>
      {problem && (
        <ProblemPanel context={context} problem={problem}>
          <Faults context={context} ask={ask} />
        </ProblemPanel>
      )}
      <form class="slip" method="post" action={path.exports()}>
        <input type="hidden" name="campaign" value={campaign.id} />
        <p class="of" lang={langOf(campaign.title, language)}>
          {localize(campaign.title, language)}
        </p>
        <section>
          <h2>{m.what}</h2>
          <Which context={context} ask={ask} />
        </section>
        <section class="part">
          <h2>{m.how}</h2>
          <Looks context={context} entries={ask.entries} />
        </section>
        <div class="send">
          <button class="main" type="submit">
            {m.send}
          </button>
        </div>
      </form>
    </>
  )
}

const lacksPeriods = ({ entries, problem }: Ask) => problem?.code === 'export.faulty' && entries.periods.size === 0

function Faults({ context, ask }: FormProps) {
  const m = exportMessages[context.language].ask
  const unit = unitFault(context, ask.entries.unit, true)
  if (ask.problem?.code !== 'export.faulty') return null
  return (
    <ul>
      {lacksPeriods(ask) && (
        <li>
          <a href="#periods">{m.noPeriods}</a>
        </li>
      )}
      {unit && (
        <li>
          <a href="#unit">
            {m.unit}: {unit}
          </a>
        </li>
      )}
    </ul>
  )
}

function Which({ context, ask }: FormProps) {
  const { ask: m, included } = exportMessages[context.language]
  const { campaign, entries } = ask
  const lacks = lacksPeriods(ask)
  return (
    <>
      <fieldset class={lacks ? 'q bad' : 'q'} id="periods" tabindex={-1}>
        <legend>{m.periods}</legend>
        {lacks && <p class="fault">{m.noPeriods}.</p>}
        <div class="either">
          {campaign.periods.map((id) => (
            <label key={id} class="choice">
              <input type="checkbox" name="period" value={id} checked={entries.periods.has(id)} />
              <span class="sentence">{periodName(id, context.language)}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <UnitField
        context={context}
        name="unit"
        label={m.unit}
        hint={m.unitHint}
        action="response.export"
        entry={entries.unit}
        isRequired
      />
      <fieldset class="q">
        <legend>{m.include}</legend>
        <label class="choice">
          <input type="checkbox" name="evidence" value="yes" checked={entries.evidence} />
          <span>{m.evidence}</span>
        </label>
        {leftOut.map((state) => (
          <label key={state} class="choice">
            <input type="checkbox" name="include" value={state} checked={entries.include.includes(state)} />
            <span>{included[state]}</span>
          </label>
        ))}
      </fieldset>
    </>
  )
}

function Looks({ context, entries }: { context: PageContext; entries: AskEntries }) {
  const { ask: m, formats, formatHints } = exportMessages[context.language]
  return (
    <>
      <fieldset class="q">
        <legend>{m.format}</legend>
        {exportFormats.map((format) => (
          <label key={format} class="choice">
            <input type="radio" name="format" value={format} checked={entries.format === format} />
            <span>
              {formats[format]} <small>{formatHints[format]}</small>
            </span>
          </label>
        ))}
      </fieldset>
      <Either name="choices" legend={m.choices} options={m.choicesAs} chosen={entries.choices} />
      <Either name="headings" legend={m.headings} options={m.headingsAs} chosen={entries.headings} />
      <Either
        name="separator"
        legend={m.separator}
        hint={m.separatorHint}
        options={m.separators}
        chosen={entries.separator}
      />
    </>
  )
}

type EitherProps = {
  readonly name: string
  readonly legend: string
  readonly hint?: string
  readonly options: Readonly<Record<string, string>>
  readonly chosen: string
}

function Either({ name, legend, hint, options, chosen }: EitherProps) {
  return (
    <fieldset class="q" aria-describedby={hint ? `${name}-hint` : undefined}>
      <legend>{legend}</legend>
      {hint && (
        <p class="hint" id={`${name}-hint`}>
          {hint}
        </p>
      )}
      <div class="either">
        {Object.entries(options).map(([value, label]) => (
          <label key={value} class="choice">
            <input type="radio" name={name} value={value} checked={chosen === value} />
            <span>{label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
