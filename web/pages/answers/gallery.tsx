// Pictures and files of a record; each leads to the file itself.

import { answersMessages } from '../../../shared/messages/answers.ts'
import type { PageContext } from '../context.ts'

export type GalleryItem = {
  /** The question it answers. */
  readonly label: string
  readonly name: string
  readonly isSignature: boolean
  /** False where the file hasn't arrived. */
  readonly isThere: boolean
  readonly href: string
  /** Where it is shown in the page; undefined for what isn't. */
  readonly pictureHref: string | undefined
}
type Props = { readonly context: PageContext; readonly gallery: readonly GalleryItem[] }

export function Gallery({ context, gallery }: Props) {
  const m = answersMessages[context.language].record
  if (gallery.length === 0) return null
  return (
    <section class="part">
      <h2>{m.evidence}</h2>
      <p class="meta">{m.evidenceHint}</p>
      <ul class="gallery">
        {gallery.map((item) => (
          <li key={`${item.label} ${item.href}`}>
            <Item context={context} item={item} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function Item({ context, item }: { readonly context: PageContext; readonly item: GalleryItem }) {
  const m = answersMessages[context.language].record
  const { label, name, isThere, href, pictureHref, isSignature } = item
  return (
    <figure class={isSignature ? 'signature' : undefined}>
      {pictureHref && (
        <a href={href}>
          <img src={pictureHref} alt={`${label}: ${name}`} loading="lazy" />
        </a>
      )}
      <figcaption>
        <b>{label}</b>
        {isSignature && <small>{m.signature}</small>}
        {isThere ? <a href={href}>{name}</a> : <small>{`${name}: ${m.notArrived}`}</small>}
      </figcaption>
    </figure>
  )
}
