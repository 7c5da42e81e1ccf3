// Reads the pages' HTML strictly enough for tests: every element closed in order, every attribute quoted, nothing twice.

export type Element = {
  readonly tag: string
  readonly attributes: ReadonlyMap<string, string>
  /** All text inside, with character references read. */
  text: string
  readonly parent: Element | undefined
}

const empty = new Set(['br', 'hr', 'img', 'input', 'link', 'meta'])
const references: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" }

const read = (text: string) =>
  text.replace(/&([^;\s]*);?/g, (whole, name: string) => {
    const character = references[name]
    if (character === undefined) throw new Error(`Not a character reference: ${whole}`)
    return character
  })

function attributesOf(source: string): Map<string, string> {
  const attributes = new Map<string, string>()
  const rest = source.replace(/\s+([a-z][a-zA-Z0-9-]*)="([^"<>]*)"/g, (_, name: string, value: string) => {
    if (attributes.has(name)) throw new Error(`Attribute ${name} is there twice: ${source}`)
    attributes.set(name, read(value))
    return ''
  })
  if (rest.replace('/', '').trim() !== '') throw new Error(`Not attributes: ${rest}`)
  return attributes
}

/** All elements in the order of the page. Throws where the HTML is not well formed. */
export function parseHtml(html: string): Element[] {
  const start = '<!doctype html>'
  if (!html.startsWith(start)) throw new Error('The doctype is missing')
  const elements: Element[] = []
  let open: Element | undefined
  for (const [, tagSource, text] of html.slice(start.length).matchAll(/<([^<>]*)>|([^<]+|<)/g)) {
    if (text !== undefined) {
      // What stands in a script is taken as it is.
      if (open?.tag !== 'script' && /[<>]/.test(text)) throw new Error(`A sign that should be a reference: ${text}`)
      const plain = open?.tag === 'script' ? text : read(text)
      for (let inside = open; inside; inside = inside.parent) inside.text += plain
    } else if (tagSource?.startsWith('/')) {
      if (open?.tag !== tagSource.slice(1)) throw new Error(`</${tagSource.slice(1)}> closes ${open?.tag}`)
      open = open.parent
    } else {
      const [, tag = '', rest = ''] = /^([a-z][a-z0-9]*)(.*)$/s.exec(tagSource ?? '') ?? []
      if (tag === '') throw new Error(`Not a tag: <${tagSource}>`)
      const element: Element = { tag, attributes: attributesOf(rest), text: '', parent: open }
      elements.push(element)
      if (!empty.has(tag)) open = element
    }
  }
  if (open) throw new Error(`<${open.tag}> is never closed`)
  return elements
}

export const attribute = (element: Element | undefined, name: string): string | undefined =>
  element?.attributes.get(name)

export const withTag = (elements: readonly Element[], ...tags: string[]): Element[] =>
  elements.filter(({ tag }) => tags.includes(tag))

export const withId = (elements: readonly Element[], id: string): Element | undefined =>
  elements.find((element) => attribute(element, 'id') === id)

/** What a piece of markup says, as one line; spaces that don't break count as spaces. */
export const plainText = (html: string): string =>
  html
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('&amp;', '&')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll(/\s+/g, ' ')
    .trim()
