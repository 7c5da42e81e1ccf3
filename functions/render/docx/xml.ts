// Elements of a Word document as text.

import { legible } from '../pdf/legible.ts'

export const xmlHead = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Most texts hold nothing that has to be looked at. */
const ordinary = /^[ !#-%'-;=?-~\u00A0-\u00AC\u00AE-\u024F\u1E00-\u1EFF\u2013-\u201E]*$/

/** A text as XML can hold it: what is never seen is left out, as on the PDF's page; line ends stay. */
export const escaped = (text: string): string =>
  ordinary.test(text) ? text : legible(text, () => true).replace(/[&<>"]/g, (sign) => signs[sign] ?? sign)

export type Attributes = Readonly<Record<string, string | number | undefined>>

const inNamespace = (name: string): string => (name.includes(':') ? name.replace(/^:/, '') : `w:${name}`)

/**
 * `<w:name w:key="value">content</w:name>`: names and attributes are in Word's own namespace unless they say another ("a:blip"), or
 * none (":id"). `content` is XML.
 */
export function w(name: string, attributes: Attributes = {}, ...content: readonly string[]): string {
  const full = inNamespace(name)
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${inNamespace(key)}="${escaped(String(value)).replaceAll('\n', ' ')}"`)
    .join('')
  const inner = content.join('')
  return inner === '' ? `<${full}${written}/>` : `<${full}${written}>${inner}</${full}>`
}

/** Twentieths of a point, in which Word measures. */
export const twips = (points: number): number => Math.round(points * 20)

const namespaces = {
  'xmlns:w': 'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  'xmlns:r': 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
} as const

/** The top element of a part. */
export const part = (name: string, content: string, more: Attributes = {}): string =>
  xmlHead + w(name, { ...namespaces, ...more }, content)
