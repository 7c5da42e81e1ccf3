// The frame of a step in which a campaign is prepared: where one is, what is wrong, the step's own fields, and the way on.

import type { Child } from 'hono/jsx'
import { type CampaignStep, campaignSteps } from '../../../shared/campaign/readiness.ts'
import type { CampaignId } from '../../../shared/ids.ts'
import { type LocalText, localize } from '../../../shared/language.ts'
import { campaignMessages } from '../../../shared/messages/campaigns.ts'
import { path } from '../../../shared/paths.ts'
import { problem } from '../../../shared/problems.ts'
import { ProblemPanel } from '../../parts/problem-panel.tsx'
import { langOf } from '../../parts/texts.ts'
import type { PageContext } from '../context.ts'
import { Layout } from '../layout.tsx'
import type { Entries } from './fields.tsx'
import { type ChangedField, ChangedFields, FaultLinks, Notice } from './notices.tsx'

export type StepPageProps = {
  readonly context: PageContext
  readonly step: CampaignStep
  /** Undefined while there is no campaign yet. */
  readonly campaign:
    | {
        readonly id: CampaignId
        readonly title: LocalText
        readonly isDraft: boolean
        /** The steps that it takes, in their order, and those in which something has been decided. */
        readonly steps: readonly CampaignStep[]
        readonly set: ReadonlySet<CampaignStep>
      }
    | undefined
  readonly entries: Entries
  /** What somebody else changed since the page was opened. */
  readonly changes?: readonly ChangedField[]
  readonly children: Child
}

export const campaignTexts = ({ language }: PageContext) => campaignMessages[language]

export function StepPage({ context, step, campaign, entries, changes = [], children }: StepPageProps) {
  const m = campaignTexts(context)
  const title = campaign ? localize(campaign.title, context.language) : m.new
  return (
    <Layout
      context={context}
      title={`${m.steps[step]}: ${title}`}
      faulty={entries.faults.size > 0 || changes.length > 0}
      moreStyle={[context.assetUrl('campaigns.css'), context.assetUrl('unit-field.css')]}
      scripts={step === 'about' || step === 'units' ? [context.assetUrl('unit-field.js')] : []}
    >
      {entries.faults.size > 0 && (
        <Notice title={m.faulty(entries.faults.size)} text={m.faultyHint}>
          <FaultLinks faults={entries.faults} names={m.step.fields} />
        </Notice>
      )}
      {changes.length > 0 && (
        <ProblemPanel context={context} problem={problem.campaignChanged()}>
          <ChangedFields changes={changes} words={m} />
          <p>{m.yoursBelow}</p>
        </ProblemPanel>
      )}
      <div class="slip">
        <p class="over" lang={campaign && langOf(campaign.title, context.language)}>
          {title}
        </p>
        <h1>{m.steps[step]}</h1>
        {(!campaign || campaign.isDraft) && <Steps context={context} step={step} campaign={campaign} />}
        {children}
      </div>
      <p class="meta">
        <a href={campaign && !campaign.isDraft ? path.campaign(campaign.id) : path.campaigns()}>
          {campaign && !campaign.isDraft ? title : m.all}
        </a>
      </p>
    </Layout>
  )
}

function Steps({ context, step, campaign }: Pick<StepPageProps, 'context' | 'step' | 'campaign'>) {
  const m = campaignTexts(context)
  const steps = campaign?.steps ?? campaignSteps
  const at = steps.indexOf(step) + 1
  return (
    <details class="steps">
      <summary>{m.stepOf(at, steps.length)}</summary>
      <ol aria-label={m.stepsLabel}>
        {steps.map((one) => (
          <li key={one} class={campaign?.set.has(one) ? 'set' : undefined}>
            {campaign && one !== step ? (
              <a href={path.campaignStep(campaign.id, one)}>{m.steps[one]}</a>
            ) : (
              <span aria-current={one === step ? 'step' : undefined}>{m.steps[one]}</span>
            )}
            {campaign?.set.has(one) && <small> {m.isSet}</small>}
          </li>
        ))}
      </ol>
    </details>
  )
}

export type StepFormProps = {
  readonly context: PageContext
  readonly action: string
  readonly isDraft: boolean
  /** The version that the fields were read from, and what stood in them then. */
  readonly version: number
  readonly was: string
  /** A button that shows what the fields come to, and where it is sent. */
  readonly look?: { readonly label: string; readonly action: string } | undefined
  readonly children: Child
}

/** The form of a step. Its first button is the one that Enter presses, and it saves. */
export function StepForm({ context, action, isDraft, version, was, look, children }: StepFormProps) {
  const m = campaignTexts(context)
  return (
    <form class="entry" method="post" action={action} novalidate>
      <input type="hidden" name="version" value={String(version)} />
      <input type="hidden" name="was" value={was} />
      {children}
      <p class="send">
        <button type="submit" class="main">
          {isDraft ? m.save : m.saveOnly}
        </button>
        {look && (
          <button type="submit" class="minor" formaction={look.action}>
            {look.label}
          </button>
        )}
        {isDraft && (
          <button type="submit" class="minor" name="then" value="later">
            {m.saveLater}
          </button>
        )}
      </p>
    </form>
  )
}
