// A draft to edit: sentence by sentence, each with its own small form that opens without a script.

import { type LocalText, localize } from '../../../shared/language.ts'
import { formatMoment } from '../../../shared/messages/number.ts'
import { templateMessages } from '../../../shared/messages/templates.ts'
import { path } from '../../../shared/paths.ts'
import type { Problem } from '../../../shared/problems.ts'
import type { PageContext } from '../context.ts'
import { DeskPage, deskMessages } from './frame.tsx'
import { Add, Own, type Parts, Seen, Sentence, type ShownBlock, type ShownHeading, type ShownOwn } from './sentence.tsx'

export type ShownSection = {
  readonly heading: ShownHeading | undefined
  readonly blocks: ShownBlock[]
  readonly own: readonly ShownOwn[]
}
type Draft = {
  readonly asOf: string
  /** The version of the template that it was made by; undefined where that is no longer there. */
  readonly madeBy: { readonly id: string; readonly version: number; readonly name: LocalText } | undefined
  readonly sections: readonly ShownSection[]
  readonly lost: readonly (Omit<ShownOwn, 'id'> & { readonly kind: 'sentence' | 'own'; readonly key: string })[]
}
export type EditPageProps = Parts & {
  /** Undefined while the report is being made. */
  readonly draft: Draft | undefined
  readonly isFrozen: boolean
  readonly problem: Problem | undefined
}
export function EditPage(props: EditPageProps) {
  const { frame, draft, problem, isFrozen, mayEdit } = props
  const m = deskMessages(frame.context).edit
  return (
    <DeskPage frame={frame} here="edit" title={m.title} problem={problem}>
      {isFrozen ? <p class="panel calm">{m.frozen}</p> : <p class="lead">{m.lead}</p>}
      {draft ? (
        <>
          <Stale draft={draft} parts={props} />
          <Lost draft={draft} parts={props} />
          <p class="meta">{m.asOf(formatMoment(draft.asOf, frame.context.language, frame.context.timeZone))}</p>
          {draft.madeBy && <MadeBy context={frame.context} {...draft.madeBy} />}
          {mayEdit && <Again parts={props} />}
          <div class="slip drafting">
            {draft.sections.map((section) => (
              <Section key={section.heading?.key ?? ''} section={section} parts={props} />
            ))}
          </div>
        </>
      ) : (
        <div class="panel calm" role="status">
          <p>{m.making}</p>
          <p>
            <a href={path.reportEdit(frame.id)}>{m.reload}</a>
          </p>
        </div>
      )}
    </DeskPage>
  )
}

type MadeByProps = NonNullable<Draft['madeBy']> & { readonly context: PageContext }

const MadeBy = ({ context: { language }, id, version, name }: MadeByProps) => (
  <p class="meta">
    <a href={path.template(id, { version: String(version) })}>
      {templateMessages[language].madeBy(localize(name, language), version)}
    </a>
  </p>
)

const stalesIn = ({ sections }: Draft) =>
  sections
    .flatMap(({ blocks }) => blocks)
    .flatMap((block) => (block.kind === 'sentence' && block.edit?.changed ? [{ ...block, edit: block.edit }] : []))

/** Edited sentences whose generated text is another by now, each with a way to it. */
function Stale({ draft, parts: { frame, language } }: { readonly draft: Draft; readonly parts: Parts }) {
  const m = deskMessages(frame.context).edit
  const stale = stalesIn(draft)
  if (stale.length === 0) return null
  return (
    <section class="panel">
      <h2>{m.stale(stale.length)}</h2>
      <p>{m.staleLead}</p>
      <ul>
        {stale.map(({ key, edit, generated }) => (
          <li key={key}>
            <a href={`#${key}`} lang={language}>
              {edit.text === '' ? generated : edit.text}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Lost({ draft, parts }: { readonly draft: Draft; readonly parts: Parts }) {
  const { context } = parts.frame
  const m = deskMessages(context).edit
  if (draft.lost.length === 0) return null
  return (
    <section class="panel">
      <h2>{m.lost(draft.lost.length)}</h2>
      <p>{m.lostLead}</p>
      <ul>
        {draft.lost.map(({ kind, key, text, by, at }) => (
          <li key={key}>
            <p class="words" lang={parts.language}>
              {text === '' ? m.leftOut : text}
            </p>
            <p class="meta">{m.by(by, formatMoment(at, context.language, context.timeZone))}</p>
            {parts.mayEdit && (
              <form method="post" action={path.reportEdit(parts.frame.id)}>
                <Seen parts={parts} key_={key} />
                <button type="submit" class="minor" name="act" value={kind === 'own' ? 'remove' : 'undo'}>
                  {m.remove}
                </button>
              </form>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Again({ parts: { frame, revision } }: { readonly parts: Parts }) {
  const m = deskMessages(frame.context).edit
  return (
    <form class="make" method="post" action={path.reportAgain(frame.id)}>
      <input type="hidden" name="revision" value={String(revision)} />
      <button type="submit">{m.again}</button>
      <p class="meta">{m.againHint}</p>
    </form>
  )
}

function Section({ section, parts }: { readonly section: ShownSection; readonly parts: Parts }) {
  const { heading, blocks, own } = section
  const { frame, language } = parts
  const m = deskMessages(frame.context).edit
  if (!heading && blocks.length === 0) return null
  const Heading = heading && heading.level > 1 ? 'h3' : 'h2'
  return (
    <section class={heading ? `level-${heading.level}` : undefined}>
      {heading ? (
        <Heading id={heading.key} lang={language}>
          {heading.marker} {heading.text}
        </Heading>
      ) : (
        <h2 class="unseen">{m.noHeading}</h2>
      )}
      {blocks.map((block) =>
        block.kind === 'sentence' ? (
          <Sentence key={block.key} sentence={block} parts={parts} />
        ) : (
          <p key={block.caption} class="fixed">
            <span lang={language}>{m[block.kind](block.caption)}</span> <small>{m.notHere}</small>
          </p>
        ),
      )}
      {own.map((one) => (
        <Own key={one.id} own={one} parts={parts} />
      ))}
      {heading && parts.mayEdit && <Add heading={heading} parts={parts} />}
    </section>
  )
}
