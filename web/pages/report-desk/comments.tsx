// Comments on a draft, oldest first, each to be marked as done.

import { formatMoment } from '../../../shared/messages/number.ts'
import { path } from '../../../shared/paths.ts'
import type { FieldFaults } from '../../parts/fault-list.tsx'
import { type DeskFrame, DeskPage, deskMessages } from './frame.tsx'

type ShownComment = {
  readonly id: string
  readonly at: string
  readonly by: string
  readonly text: string
  readonly done: { readonly by: string; readonly at: string } | undefined
}
type Props = {
  readonly frame: DeskFrame
  readonly comments: readonly ShownComment[]
  /** Whether comments are still taken. */
  readonly isOpen: boolean
  readonly faults: FieldFaults
  readonly typed: string
}

export function CommentsPage({ frame, comments, isOpen, faults, typed }: Props) {
  const { context } = frame
  const m = deskMessages(context).comments
  const moment = (at: string) => formatMoment(at, context.language, context.timeZone)
  const fault = faults.get('text')
  return (
    <DeskPage frame={frame} here="comments" title={m.title} problem={undefined}>
      <p class="lead">{m.lead}</p>
      <section class="slip">
        <h2>{m.title}</h2>
        {comments.length === 0 && <p>{m.none}</p>}
        {comments.map(({ id, at, by, text, done }) => (
          <article key={id} class="part">
            <p class="words">{text}</p>
            <p class="meta">
              <b>{by}</b>, {moment(at)} · {done ? m.done(done.by, moment(done.at)) : m.open}
            </p>
            <form method="post" action={path.reportComments(frame.id)}>
              <input type="hidden" name="comment" value={id} />
              <button type="submit" class="minor" name="act" value={done ? 'open' : 'done'}>
                {done ? m.markOpen : m.markDone}
              </button>
            </form>
          </article>
        ))}
      </section>
      {isOpen ? (
        <form class="slip" method="post" action={path.reportComments(frame.id)} novalidate>
          <div class={fault ? 'q bad' : 'q'}>
            <label for="text">{m.text}</label>
            {fault && (
              <p class="fault" id="text-fault" role="alert">
                {fault}
              </p>
            )}
            <textarea
              id="text"
              name="text"
              rows={4}
              aria-describedby={fault ? 'text-fault' : undefined}
              aria-invalid={fault ? 'true' : undefined}
            >
              {typed}
            </textarea>
          </div>
          <p class="send">
            <button type="submit" class="main" name="act" value="add">
              {m.add}
            </button>
          </p>
        </form>
      ) : (
        <p class="panel calm">{m.closed}</p>
      )}
    </DeskPage>
  )
}
