// What waits for the visitor's own level, of all campaigns: the table of responses without its filters.

import { answersMessages } from '../../../shared/messages/answers.ts'
import { path } from '../../../shared/paths.ts'
import { Layout } from '../layout.tsx'
import { ManyResult } from './many-result.tsx'
import { type AnswersPageProps, Pages, Rows } from './table.tsx'

export type WaitingPageProps = Pick<
  AnswersPageProps,
  'context' | 'rows' | 'looked' | 'isStopped' | 'nextHref' | 'firstHref' | 'acceptHref' | 'result'
>

export function WaitingPage(props: WaitingPageProps) {
  const { context, rows, result, looked, isStopped, firstHref } = props
  const all = answersMessages[context.language]
  const m = all.waiting
  const isEmpty = rows.length === 0 && !isStopped
  return (
    <Layout
      context={context}
      title={m.title}
      moreStyle={context.assetUrl('answers.css')}
      scripts={rows.length > 0 ? [context.assetUrl('choose-all.js')] : []}
      isWide
    >
      <h1>{m.title}</h1>
      {result && <ManyResult context={context} result={result} />}
      <div class="slip">
        {isEmpty ? (
          <>
            <p class="lead">{firstHref ? all.table.noMore : m.none}</p>
            <p>{m.noneNext}</p>
          </>
        ) : (
          <>
            <p class="lead">{m.lead}</p>
            <p>{m.leadReturn}</p>
          </>
        )}
        {rows.length > 0 && <Rows {...props} columns={[]} showsPeriod />}
        {isStopped && <p class="state">{all.table.stopped(looked, rows.length)}</p>}
        <Pages {...props} previousHref={undefined} />
        <p class="send">
          <a href={path.answers()}>{m.all}</a>
        </p>
      </div>
    </Layout>
  )
}
