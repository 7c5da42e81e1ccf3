// A PDF that is asked for: being made, or ready to be downloaded.

import { papersMessages } from '../../../shared/messages/papers.ts'
import { papersLiveDays } from '../../../shared/report/paper.ts'
import { unitName } from '../../parts/texts.ts'
import type { PageContext } from '../context.ts'
import { Layout } from '../layout.tsx'

export type PaperState = 'waiting' | 'slow' | 'ready'

export type PaperPageProps = {
  readonly context: PageContext
  readonly kind: 'record'
  /** What it is of. */
  readonly title: string
  readonly state: PaperState
  readonly downloadHref: string
  readonly lookHref: string
  readonly backHref: string
}

export function PaperPage({ context, kind, title, state, downloadHref, lookHref, backHref }: PaperPageProps) {
  const m = papersMessages[context.language]
  return (
    <Layout context={context} title={`${m[kind]}: ${unitName(title)}`}>
      <div class="slip">
        <p class="over">{m[kind]}</p>
        <h1>{unitName(title)}</h1>
        <PaperProgress context={context} state={state} downloadHref={downloadHref} lookHref={lookHref} />
        <p class="send">
          <a href={backHref}>{m.back}</a>
        </p>
      </div>
    </Layout>
  )
}

type ProgressProps = Pick<PaperPageProps, 'context' | 'state' | 'downloadHref' | 'lookHref'>

/** How far it is; the page comes again by itself while it is being made. */
export function PaperProgress({ context, state, downloadHref, lookHref }: ProgressProps) {
  const m = papersMessages[context.language]
  if (state === 'ready')
    return (
      <div class="panel calm" role="status">
        <h2>{m.ready}</h2>
        <p>{m.readyLead(papersLiveDays)}</p>
        <p>
          <a class="main" href={downloadHref}>
            {m.download}
          </a>
        </p>
      </div>
    )
  return (
    <div class="panel calm" role="status">
      <h2>{m.waiting}</h2>
      <p>{m.waitingLead}</p>
      {state === 'slow' && <p>{m.slow}</p>}
      <p>
        <a href={lookHref}>{m.look}</a>
      </p>
    </div>
  )
}
