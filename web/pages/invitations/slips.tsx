// A file of slips: being made, ready to be fetched once, or gone.

import type { CampaignId, PeriodId } from '../../../shared/ids.ts'
import { type LocalText, localize } from '../../../shared/language.ts'
import { invitationsMessages } from '../../../shared/messages/invitations.ts'
import { papersMessages } from '../../../shared/messages/papers.ts'
import { path } from '../../../shared/paths.ts'
import { langOf } from '../../parts/texts.ts'
import type { PageContext } from '../context.ts'
import { Layout } from '../layout.tsx'

export type SlipsPageProps = {
  readonly context: PageContext
  readonly campaign: { readonly id: CampaignId; readonly title: LocalText }
  readonly period: PeriodId
  readonly file: string
  /** All files of the press: one unless there are many slips. */
  readonly files: readonly { readonly href: string; readonly isThis: boolean }[]
  readonly state: 'waiting' | 'slow' | 'ready' | 'gone'
}

export function SlipsPage(props: SlipsPageProps) {
  const { context, campaign, period, state, files } = props
  const m = invitationsMessages[context.language]
  return (
    <Layout context={context} title={m.slipsTitle}>
      <div class="slip">
        <p class="over" lang={langOf(campaign.title, context.language)}>
          {localize(campaign.title, context.language)}
        </p>
        <h1>{m.slipsTitle}</h1>
        {files.length > 1 && (
          <>
            <p id="files">{m.slipsFiles(files.length)}</p>
            <ul aria-labelledby="files">
              {files.map(({ href, isThis }, at) => (
                <li key={href}>{isThis ? <b>{m.slipsFile(at + 1)}</b> : <a href={href}>{m.slipsFile(at + 1)}</a>}</li>
              ))}
            </ul>
          </>
        )}
        {state === 'ready' ? <Ready {...props} /> : state === 'gone' ? <Gone {...props} /> : <Waiting {...props} />}
        <p class="send">
          <a href={path.invitations(campaign.id, { period })}>{m.back}</a>
        </p>
      </div>
    </Layout>
  )
}

function Ready({ context, campaign, period, file }: SlipsPageProps) {
  const m = invitationsMessages[context.language]
  return (
    <div class="panel calm" role="status">
      <h2>{m.slipsReady}</h2>
      <p>{m.slipsReadyLead}</p>
      <p>{m.slipsPrint}</p>
      <form class="send" method="post" action={path.slips(campaign.id, file)}>
        <input type="hidden" name="period" value={period} />
        <button type="submit" class="main">
          {m.slipsFetch}
        </button>
      </form>
    </div>
  )
}

function Gone({ context }: SlipsPageProps) {
  const m = invitationsMessages[context.language]
  return (
    <div class="panel calm" role="status">
      <h2>{m.slipsGone}</h2>
      <p>{m.slipsGoneLead}</p>
    </div>
  )
}

function Waiting({ context, state }: SlipsPageProps) {
  const m = papersMessages[context.language]
  return (
    <div class="panel calm" role="status">
      <h2>{m.waiting}</h2>
      <p>{m.waitingLead}</p>
      {state === 'slow' && <p>{m.slow}</p>}
      <p>
        <a href={context.here}>{m.look}</a>
      </p>
    </div>
  )
}
