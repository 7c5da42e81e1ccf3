// A sentence of a draft with the small form that edits it, and the same for paragraphs of one's own.

import type { Language } from '../../../shared/language.ts'
import { formatMoment } from '../../../shared/messages/number.ts'
import { path } from '../../../shared/paths.ts'
import type { FigureChange } from '../../../shared/report/changes.ts'
import { longestEdit } from '../../../shared/report/edits.ts'
import { type DeskFrame, deskMessages } from './frame.tsx'

export type ShownEdit = {
  /** Empty: the sentence is left out. */
  readonly text: string
  /** A person's name. */
  readonly by: string
  readonly at: string
  /** Numbers that no figure stands behind. */
  readonly typed: readonly string[]
  /** The sentence is generated otherwise since: what it was, and its figures that differ. */
  readonly changed: { readonly was: string; readonly figures: readonly Pick<FigureChange, 'was' | 'is'>[] } | undefined
}
export type ShownBlock =
  | {
      readonly kind: 'sentence'
      readonly isItem: boolean
      readonly key: string
      readonly generated: string
      readonly edit: ShownEdit | undefined
    }
  | { readonly kind: 'table' | 'chart'; readonly caption: string }
export type ShownOwn = { readonly id: string; readonly text: string; readonly by: string; readonly at: string }
/** What was sent and could not be stored: it stands in its field again. */
export type Tried = { readonly act: string; readonly key: string; readonly text: string }

export type ShownHeading = {
  readonly key: string
  readonly level: number
  readonly marker: string
  readonly text: string
}

/** What every part of the page is told. */
export type Parts = {
  readonly frame: DeskFrame
  /** Of the document. */
  readonly language: Language
  readonly revision: number
  readonly mayEdit: boolean
  readonly tried: Tried | undefined
}

/** What every form of the page carries: the state of the draft that was seen, and what it is about. */
export const Seen = ({ parts, key_ }: { readonly parts: Parts; readonly key_: string }) => (
  <>
    <input type="hidden" name="revision" value={String(parts.revision)} />
    <input type="hidden" name="key" value={key_} />
  </>
)

const triedAt = ({ tried }: Parts, key: string, ...acts: string[]) =>
  tried && tried.key === key && acts.includes(tried.act) ? tried.text : undefined

export function Sentence({
  sentence: { key, isItem, generated, edit },
  parts,
}: {
  readonly sentence: Extract<ShownBlock, { kind: 'sentence' }>
  readonly parts: Parts
}) {
  const { context } = parts.frame
  const m = deskMessages(context).edit
  const typed = triedAt(parts, key, 'edit')
  const isOut = edit?.text === ''
  return (
    <div class={edit ? 'sentence edited' : 'sentence'} id={key}>
      <p lang={parts.language} class={isOut ? 'out' : undefined}>
        {isItem && '– '}
        {isOut || !edit ? generated : edit.text}
      </p>
      {edit && (
        <p class="meta">
          <b>{m.edited}</b> · {m.by(edit.by, formatMoment(edit.at, context.language, context.timeZone))}
          {isOut && ` · ${m.leftOut}`}
        </p>
      )}
      {edit && edit.typed.length > 0 && <p class="meta">{m.typed(edit.typed.join('; '))}</p>}
      {edit?.changed && <Changed changed={edit.changed} generated={generated} parts={parts} />}
      {parts.mayEdit && (
        <details open={typed !== undefined || edit?.changed !== undefined}>
          <summary>{m.change}</summary>
          <form method="post" action={path.reportEdit(parts.frame.id)}>
            <Seen parts={parts} key_={key} />
            <Words id={`text-${key}`} label={m.sentence} hint={m.sentenceHint} parts={parts}>
              {typed ?? edit?.text ?? generated}
            </Words>
            {edit && !edit.changed && (
              <p class="meta">
                {m.original}: <span lang={parts.language}>{generated}</span>
              </p>
            )}
            <p class="send">
              <button type="submit" class="plain" name="act" value="edit">
                {m.save}
              </button>
              {edit?.changed && (
                <button type="submit" class="minor" name="act" value="keep">
                  {m.keep}
                </button>
              )}
              {edit && (
                <button type="submit" class="minor" name="act" value="undo">
                  {edit.changed ? m.takeNew : m.undo}
                </button>
              )}
            </p>
          </form>
        </details>
      )}
    </div>
  )
}

/** What the sentence said when it was edited, what it says now, and the figures between them. */
function Changed({
  changed: { was, figures },
  generated,
  parts,
}: {
  readonly changed: NonNullable<ShownEdit['changed']>
  readonly generated: string
  readonly parts: Parts
}) {
  const m = deskMessages(parts.frame.context).edit
  return (
    <div class="changed">
      <p>
        <b>{m.staleHere}</b>
      </p>
      <dl>
        <dt>{m.was}</dt>
        <dd lang={parts.language}>{was}</dd>
        <dt>{m.now}</dt>
        <dd lang={parts.language}>{generated}</dd>
        {figures.length > 0 && (
          <>
            <dt>{m.figures}</dt>
            <dd>{figures.map((one) => m.figure(one.was ?? m.none, one.is ?? m.none)).join('; ')}</dd>
          </>
        )}
      </dl>
    </div>
  )
}

function Words({
  id,
  label,
  hint,
  parts,
  children,
}: {
  readonly id: string
  readonly label: string
  readonly hint: string
  readonly parts: Parts
  readonly children: string
}) {
  return (
    <div class="q">
      <label for={id}>{label}</label>
      <p class="hint" id={`${id}-hint`}>
        {hint}
      </p>
      <textarea
        id={id}
        name="text"
        rows={4}
        maxlength={longestEdit}
        lang={parts.language}
        aria-describedby={`${id}-hint`}
      >
        {children}
      </textarea>
    </div>
  )
}

export function Own({ own: { id, text, by, at }, parts }: { readonly own: ShownOwn; readonly parts: Parts }) {
  const { context } = parts.frame
  const m = deskMessages(context).edit
  const typed = triedAt(parts, id, 'own')
  return (
    <div class="sentence edited" id={id}>
      <p class="words" lang={parts.language}>
        {text}
      </p>
      <p class="meta">
        <b>{m.own}</b> · {m.by(by, formatMoment(at, context.language, context.timeZone))}
      </p>
      {parts.mayEdit && (
        <details open={typed !== undefined}>
          <summary>{m.changeOwn}</summary>
          <form method="post" action={path.reportEdit(parts.frame.id)}>
            <Seen parts={parts} key_={id} />
            <Words id={`text-${id}`} label={m.addText} hint={m.ownHint} parts={parts}>
              {typed ?? text}
            </Words>
            <p class="send">
              <button type="submit" class="plain" name="act" value="own">
                {m.save}
              </button>
            </p>
          </form>
        </details>
      )}
    </div>
  )
}

export function Add({ heading: { key, text }, parts }: { readonly heading: ShownHeading; readonly parts: Parts }) {
  const m = deskMessages(parts.frame.context).edit
  const typed = triedAt(parts, key, 'add')
  return (
    <details class="add" open={typed !== undefined}>
      <summary>
        {m.add} <span class="unseen">{m.addTo(text)}</span>
      </summary>
      <form method="post" action={path.reportEdit(parts.frame.id)}>
        <Seen parts={parts} key_={key} />
        <Words id={`add-${key}`} label={m.addText} hint={m.addHint} parts={parts}>
          {typed ?? ''}
        </Words>
        <p class="send">
          <button type="submit" class="plain" name="act" value="add">
            {m.save}
          </button>
        </p>
      </form>
    </details>
  )
}
