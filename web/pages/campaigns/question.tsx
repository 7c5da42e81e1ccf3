// A page that asks before something is done with a campaign, or with one of its periods.

import type { Child } from 'hono/jsx'
import { type LocalText, localize } from '../../../shared/language.ts'
import type { Problem } from '../../../shared/problems.ts'
import { ProblemPanel } from '../../parts/problem-panel.tsx'
import { langOf } from '../../parts/texts.ts'
import type { PageContext } from '../context.ts'
import { Layout } from '../layout.tsx'
import { type Entries, TextField } from './fields.tsx'
import { FaultLinks, Notice } from './notices.tsx'
import { campaignTexts } from './step.tsx'

export type QuestionPageProps = {
  readonly context: PageContext
  readonly campaignTitle: LocalText
  readonly title: string
  readonly lead: string
  /** Undefined where there is nothing to be done any more: `lead` says why. */
  readonly button: string | undefined
  readonly version: number
  readonly entries: Entries
  /** Asks for the campaign's name, typed. */
  readonly asksForName: boolean
  readonly leaveHref: string
  readonly problem?: Problem | undefined
  /** What is asked besides. */
  readonly children?: Child
}

export function QuestionPage(props: QuestionPageProps) {
  const { context, campaignTitle, title, lead, button, version, entries, asksForName, leaveHref, problem } = props
  const m = campaignTexts(context)
  const name = localize(campaignTitle, context.language)
  return (
    <Layout
      context={context}
      title={`${title}: ${name}`}
      faulty={problem !== undefined || entries.faults.size > 0}
      moreStyle={context.assetUrl('campaigns.css')}
    >
      {problem && <ProblemPanel context={context} problem={problem} />}
      {entries.faults.size > 0 && (
        <Notice title={m.faulty(entries.faults.size)} text={m.faultyHint}>
          <FaultLinks faults={entries.faults} names={{}} />
        </Notice>
      )}
      <div class="slip">
        <p class="over" lang={langOf(campaignTitle, context.language)}>
          {name}
        </p>
        <h1>{title}</h1>
        <p class="lead">{lead}</p>
        {button === undefined ? (
          <p class="send">
            <a href={leaveHref}>{name}</a>
          </p>
        ) : (
          <form method="post" action={context.here} novalidate>
            <input type="hidden" name="version" value={String(version)} />
            {props.children}
            {asksForName && <TextField entries={entries} name="name" label={m.changes.typeName(name)} />}
            <p class="send">
              <button type="submit" class="main">
                {button}
              </button>
              <a href={leaveHref}>{m.changes.leave}</a>
            </p>
          </form>
        )}
      </div>
    </Layout>
  )
}
