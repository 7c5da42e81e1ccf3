// The words of a question or a section: its label with pictures, its hints, with answers put in.

import type { DraftNode } from '../../shared/form/draft-node.ts'
import type { Texts, XlsNode } from '../../shared/xlsform/form.ts'
import { markdown, withoutHeadings } from './markdown.tsx'
import { type FormScreen, langOf, messagesOf, textOf } from './screen.ts'

type Of = { readonly screen: FormScreen; readonly node: DraftNode }

/** A text of the form as markup; nothing where there is none. */
function Words({ screen, node, texts }: Of & { texts: Texts | undefined }) {
  const text = textOf(screen, texts)
  if (text === undefined) return null
  return (
    <>
      {markdown(withoutHeadings(text), (name) => (
        <output data-ref={name}>{screen.draft.text(['$', name], node)}</output>
      ))}
    </>
  )
}

/** The label, or where there is none the name: something must say what a field is. */
export function Label({ screen, node, source }: Of & { source: XlsNode }) {
  const picture = textOf(screen, source.media?.image)
  const url = picture === undefined ? undefined : screen.mediaUrl(picture)
  return (
    <>
      {source.label ? <Words screen={screen} node={node} texts={source.label} /> : !url && source.name}
      {url && <img class="media" src={url} alt={source.label ? '' : source.name} />}
    </>
  )
}

export function Hints({
  screen,
  node,
  source,
  id,
  more,
}: Of & { source: XlsNode; id?: string; more?: string | undefined }) {
  const guidance = source.guidanceHint
  return (
    <>
      {(source.hint || more !== undefined) && (
        <p class="hint" id={id}>
          {source.hint && (
            <span lang={langOf(screen, source.hint)}>
              <Words screen={screen} node={node} texts={source.hint} />
            </span>
          )}
          {source.hint && more !== undefined && <br />}
          {more}
        </p>
      )}
      {guidance && (
        <details class="hint">
          <summary>{messagesOf(screen).guidance}</summary>
          <p lang={langOf(screen, guidance)}>
            <Words screen={screen} node={node} texts={guidance} />
          </p>
        </details>
      )}
    </>
  )
}
