// What a new template begins with.

import type { CampaignId } from '../../../shared/ids.ts'
import { type LocalText, localize } from '../../../shared/language.ts'
import { formatCount } from '../../../shared/messages/number.ts'
import { templateMessages } from '../../../shared/messages/templates.ts'
import type { Unit } from '../../../shared/organisation/unit.ts'
import { path } from '../../../shared/paths.ts'
import type { Problem } from '../../../shared/problems.ts'
import type { TemplateFault } from '../../../shared/report/own-template.ts'
import { FaultList } from '../../parts/fault-list.tsx'
import { ProblemPanel } from '../../parts/problem-panel.tsx'
import { Choices, type Entries, Fault, SelectField } from '../campaigns/fields.tsx'
import type { PageContext } from '../context.ts'
import { Layout } from '../layout.tsx'

export const beginnings = ['template', 'campaign', 'empty', 'file'] as const

export type CreatePageProps = {
  readonly context: PageContext
  /** Those in whose care it may be. */
  readonly units: readonly Pick<Unit, 'id' | 'name'>[]
  readonly campaigns: readonly { readonly id: CampaignId; readonly title: LocalText }[]
  readonly templates: readonly { readonly id: string; readonly name: LocalText }[]
  readonly entries: Entries
  /** What is wrong with the file that was sent. */
  readonly inFile: readonly TemplateFault[]
  /** In bytes. */
  readonly largestFile: number
  readonly problem: Problem | undefined
}

export function CreatePage(props: CreatePageProps) {
  const { context, units, entries, inFile, problem } = props
  const { language } = context
  const t = templateMessages[language]
  const m = t.create
  return (
    <Layout
      context={context}
      title={m.title}
      faulty={problem !== undefined}
      moreStyle={[context.assetUrl('campaigns.css'), context.assetUrl('templates.css')]}
    >
      {problem && (
        <ProblemPanel context={context} problem={problem}>
          {entries.faults.size > 0 && <FaultList faults={entries.faults} />}
          {inFile.length > 0 && (
            <ul class="file-faults">
              {inFile.map(({ place, what, limit }) => (
                <li key={`${place} ${what}`}>
                  {t.fileFault(place, t.fileFaults[what](limit === undefined ? '' : formatCount(limit, language)))}
                </li>
              ))}
            </ul>
          )}
        </ProblemPanel>
      )}
      <div class="slip">
        <h1>{m.title}</h1>
        <form method="post" action={path.templates()} enctype="multipart/form-data" novalidate>
          <Beginnings {...props} />
          {units.length === 1 ? (
            <input type="hidden" name="unit" value={units[0]?.id} />
          ) : (
            <SelectField
              entries={entries}
              name="unit"
              label={m.unit}
              hint={m.unitHint}
              options={units.map(({ id, name }) => ({ value: id, label: name }))}
            />
          )}
          <p class="send">
            <button type="submit" class="main">
              {m.make}
            </button>
            <a href={path.templates()}>{t.back}</a>
          </p>
        </form>
      </div>
    </Layout>
  )
}

function Beginnings({ context, campaigns, templates, entries, largestFile }: CreatePageProps) {
  const { language } = context
  const m = templateMessages[language].create
  const chosen = (name: 'campaign' | 'template', label: string, options: { value: string; label: string }[]) => (
    <SelectField entries={entries} name={name} label={label} options={options} />
  )
  const inside = {
    template: chosen(
      'template',
      m.whichTemplate,
      templates.map(({ id, name }) => ({ value: id, label: localize(name, language) })),
    ),
    campaign:
      campaigns.length === 0 ? (
        <p>{m.noCampaign}</p>
      ) : (
        chosen(
          'campaign',
          m.which,
          campaigns.map(({ id, title }) => ({ value: id, label: localize(title, language) })),
        )
      ),
    empty: undefined,
    file: <FileField context={context} entries={entries} largestFile={largestFile} />,
  }
  const labels = { template: m.shipped, campaign: m.campaign, empty: m.empty, file: m.file }
  return (
    <Choices
      entries={entries}
      name="from"
      label={m.from}
      options={beginnings.map((value) => ({
        value,
        label: labels[value],
        note: value === 'campaign' ? m.campaignNote : undefined,
        inside: inside[value],
      }))}
    />
  )
}

function FileField({ context, entries, largestFile }: Pick<CreatePageProps, 'context' | 'entries' | 'largestFile'>) {
  const m = templateMessages[context.language].create
  const fault = entries.faults.get('file')
  return (
    <div class={fault ? 'q bad' : 'q'}>
      <label for="file">{m.whichFile}</label>
      <p class="hint" id="file-hint">
        {m.fileHint(Math.floor(largestFile / 1_024))}
      </p>
      <Fault name="file" text={fault} />
      <input
        id="file"
        type="file"
        name="file"
        accept="application/json,.json"
        aria-describedby={fault ? 'file-hint file-fault' : 'file-hint'}
        aria-invalid={fault ? 'true' : undefined}
      />
    </div>
  )
}
