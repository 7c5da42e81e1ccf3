// Labels in XLSForm's Markdown (https://xlsform.org/en/#styling-prompts): bold, italics, headings, links, line breaks; the
// tags of its style spans are left out. Workbooks come from strangers: everything else is text, and links are https only.

import type { Child } from 'hono/jsx'

/** What stands for ${name} in the text. */
type Reference = (name: string) => Child

const inline =
  /\$\{\s*([^{}]+?)\s*\}|\*\*(\S(?:[\s\S]*?\S)?)\*\*|__(\S(?:[\s\S]*?\S)?)__|\*(\S(?:[^*\n]*?\S)?)\*|(?<![\p{L}\p{N}])_(\S(?:[^_\n]*?\S)?)_(?![\p{L}\p{N}])|\[([^\][\n]{1,300})\]\((https:\/\/[^\s()<>"]{1,1000})\)|(\r?\n|<br ?\/?>)|<\/?span\b[^<>]*>/gu

/** Deeper markup is text. */
const deepest = 6

export function markdown(text: string, reference: Reference, depth = 0): Child[] {
  if (depth > deepest) return [text]
  const found: Child[] = []
  let at = 0
  for (const match of text.matchAll(inline)) {
    const [whole, name, strong, strong2, em, em2, link, href, line] = match
    if (match.index > at) found.push(text.slice(at, match.index))
    at = match.index + whole.length
    const inner = (one: string) => markdown(one, reference, depth + 1)
    const bold = strong ?? strong2
    const italic = em ?? em2
    if (name !== undefined) found.push(reference(name))
    else if (bold !== undefined) found.push(<b>{inner(bold)}</b>)
    else if (italic !== undefined) found.push(<i>{inner(italic)}</i>)
    else if (link !== undefined)
      found.push(
        <a href={href} target="_blank" rel="noopener noreferrer">
          {inner(link)}
        </a>,
      )
    else if (line !== undefined) found.push(<br />)
  }
  if (at < text.length) found.push(text.slice(at))
  return found
}

/** A heading's marks say how large it is; a label is a heading anyway, so only its weight is kept. */
export const withoutHeadings = (text: string): string => text.replace(/^#{1,6}[ \t]+(.*)$/gm, '**$1**')
