// What the visitor may do with a record. Each step is a form of its own; what can't be taken back has a page of its own.

import { answersMessages } from '../../../shared/messages/answers.ts'
import type { WhyNot } from '../../../shared/response/review.ts'
import type { PageContext } from '../context.ts'

export type ReviewProps = {
  readonly context: PageContext
  /** The newest revision of the record: a step is taken at what was seen. */
  readonly revision: number
  readonly accept: { readonly href: string; readonly isFinal: boolean; readonly unitName: string } | undefined
  /** Why it can't be accepted, where the visitor reviews at this unit at all. */
  readonly whyNotAccept: WhyNot | undefined
  readonly returnHref: string | undefined
  readonly releaseHref: string | undefined
  readonly withdraw: { readonly href: string; readonly isDiscard: boolean } | undefined
  readonly correctHref: string | undefined
  /** Where the cell scores what a member sent. */
  readonly scoreHref: string | undefined
  /** What was typed, where a step wasn't taken. */
  readonly typed: { readonly step: 'accept' | 'return' | 'release' | 'withdraw'; readonly words: string } | undefined
}

export function Review(props: ReviewProps) {
  const { context, accept, returnHref, releaseHref, withdraw, correctHref, scoreHref, whyNotAccept } = props
  const m = answersMessages[context.language].review
  const isOpen = accept ?? returnHref ?? releaseHref ?? withdraw ?? correctHref ?? scoreHref
  if (!isOpen && !whyNotAccept) return null
  return (
    <section class="part review">
      <h2>{m.title}</h2>
      {whyNotAccept && <p>{m.whyNot[whyNotAccept]}</p>}
      {scoreHref && (
        <p class="send">
          <a class={accept ? undefined : 'main'} href={scoreHref}>
            {accept ? m.scoreAgain : m.score}
          </a>
        </p>
      )}
      {releaseHref && <Release {...props} href={releaseHref} />}
      {accept && <Accept {...props} accept={accept} />}
      {returnHref && <Return {...props} href={returnHref} />}
      {(correctHref || withdraw) && (
        <p class="send">
          {correctHref && <a href={correctHref}>{m.correct}</a>}
          {withdraw && <a href={withdraw.href}>{withdraw.isDiscard ? m.discard : m.withdraw}</a>}
        </p>
      )}
    </section>
  )
}

const Revision = ({ revision }: { readonly revision: number }) => (
  <input type="hidden" name="revision" value={String(revision)} />
)

function Accept({
  context,
  accept,
  revision,
  typed,
}: ReviewProps & { readonly accept: NonNullable<ReviewProps['accept']> }) {
  const m = answersMessages[context.language].review
  return (
    <form method="post" action={accept.href}>
      <Revision revision={revision} />
      <p>{accept.isFinal ? m.acceptFinal : m.acceptAt(accept.unitName)}</p>
      <div class="q">
        <label for="accept-words">
          {m.words} <small>{m.optional}</small>
        </label>
        <textarea id="accept-words" name="words" rows={2} maxlength={2_000}>
          {typed?.step === 'accept' ? typed.words : ''}
        </textarea>
      </div>
      <p class="send">
        <button type="submit" class="main">
          {m.accept}
        </button>
      </p>
    </form>
  )
}

function Return({ context, href, revision, typed }: ReviewProps & { readonly href: string }) {
  const m = answersMessages[context.language].review
  const words = typed?.step === 'return' ? typed.words : undefined
  return (
    <details open={words !== undefined}>
      <summary>{m.return}</summary>
      <form method="post" action={href}>
        <Revision revision={revision} />
        <div class={words === undefined ? 'q' : 'q bad'}>
          <label for="return-words">{m.reason}</label>
          <p class="hint" id="return-hint">
            {m.returnHint}
          </p>
          <textarea
            id="return-words"
            name="words"
            rows={4}
            maxlength={2_000}
            required
            aria-describedby="return-hint"
            aria-invalid={words === undefined ? undefined : 'true'}
          >
            {words ?? ''}
          </textarea>
        </div>
        <p class="make">
          <button type="submit">{m.return}</button>
        </p>
      </form>
    </details>
  )
}

function Release({ context, href, revision }: ReviewProps & { readonly href: string }) {
  const m = answersMessages[context.language].review
  return (
    <form method="post" action={href}>
      <Revision revision={revision} />
      <p>{m.releaseHint}</p>
      <p class="send">
        <button type="submit" class="main">
          {m.release}
        </button>
      </p>
    </form>
  )
}
