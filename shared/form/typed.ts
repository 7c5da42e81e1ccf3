// What people type and browsers send becomes the text that XForms writes for a type of question; and whether a text is one
// (https://getodk.github.io/xforms-spec/#data-types). People type "1,5", "1.200", "15/7/2013" and "21.03, 105.85".

import { instantOf, readTime } from '../expression/date.ts'
import type { ProgramItem } from './program.ts'

type Typed = Pick<ProgramItem, 'type' | 'whole'>

/** The number of the characters that a text may have where its question says nothing (code points). */
export const longestText = 20_000

const isWhole = ({ type, whole }: Typed) => type === 'integer' || whole === true

/** The text of a type that was meant; what can't be read stays as it is, so that its fault can be named. */
export function readTyped(item: Typed, text: string): string {
  const trimmed = text.trim()
  switch (item.type) {
    case 'integer':
    case 'range':
    case 'decimal':
      return isWhole(item) ? wholeNumber(trimmed) : decimalNumber(trimmed)
    case 'date':
      return dateText(trimmed)
    case 'geopoint':
      return point(trimmed) ?? trimmed
    case 'geotrace':
    case 'geoshape':
      return trimmed
        .split(/[;\n]/)
        .filter((one) => one.trim() !== '')
        .map((one) => point(one.trim()) ?? one.trim())
        .join('; ')
    default:
      return text.replaceAll('\r\n', '\n').trim()
  }
}

/** Whole numbers may be typed as they are printed, in groups of three: "1.200" and "1,200" are no fractions of an integer. */
function wholeNumber(text: string): string {
  const plain = /^[+-]?\d{1,3}(?:([., \u00a0])\d{3})(?:\1\d{3})*$/.test(text) ? text.replace(/[., \u00a0]/g, '') : text
  return /^[+-]?\d{1,16}$/.test(plain) ? String(Number(plain) || 0) : text
}

function decimalNumber(text: string): string {
  const [, sign, whole, fraction] = /^([+-]?)(\d{1,15})(?:[.,](\d{1,9}))?$/.exec(text) ?? []
  if (whole === undefined) return text
  return `${sign === '-' ? '-' : ''}${whole}${fraction ? `.${fraction}` : ''}`
}

/** As picked ("2013-07-15", of a month "2013-07", of a year "2013"), or as typed in Vietnam ("15/7/2013"). */
function dateText(text: string): string {
  const [, day = '', month = '', year] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text) ?? []
  if (year !== undefined) return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  if (/^\d{4}$/.test(text)) return `${text}-01-01`
  return /^\d{4}-\d{2}$/.test(text) ? `${text}-01` : text
}

/** "latitude longitude altitude accuracy", the last two 0 where they weren't measured. */
function point(text: string): string | undefined {
  const numbers = text.split(/\s*[\s,;]\s*/)
  if (numbers.length < 2 || numbers.length > 4 || !numbers.every((one) => /^[+-]?\d+(\.\d+)?$/.test(one)))
    return undefined
  const [latitude = '', longitude = '', altitude = '0', accuracy = '0'] = numbers
  return [latitude, longitude, altitude, accuracy].join(' ')
}

export type TypeFault =
  | 'answer.not-integer'
  | 'answer.not-decimal'
  | 'answer.not-date'
  | 'answer.not-time'
  | 'answer.not-date-time'
  | 'answer.not-place'
  | 'answer.not-evidence'
  | 'answer.bad-character'
  | 'answer.too-long'

/** How many points at least; a shape's last is its first again. */
const fewest = { geopoint: 1, geotrace: 2, geoshape: 4 } as const
const mostPoints = 10_000

/** What keeps a text from being an answer of its type; undefined where nothing does. Choices are checked by their list. */
export function typeFault(item: Typed, text: string): TypeFault | undefined {
  // Neither NUL nor half a surrogate pair can be stored, shown or printed.
  if (text.includes('\0') || /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/.test(text))
    return 'answer.bad-character'
  if (text.length > longestText && [...text].length > longestText) return 'answer.too-long'
  switch (item.type) {
    case 'integer':
    case 'range':
    case 'decimal':
      if (isWhole(item))
        return /^-?\d{1,16}$/.test(text) && Number.isSafeInteger(Number(text)) ? undefined : 'answer.not-integer'
      return /^-?\d{1,15}(\.\d{1,9})?$/.test(text) ? undefined : 'answer.not-decimal'
    case 'date':
      return /^\d{4}-\d\d-\d\d$/.test(text) && isInstant(text) ? undefined : 'answer.not-date'
    case 'time':
      return readTime(text) ? undefined : 'answer.not-time'
    case 'dateTime':
      return text.includes('T') && isInstant(text) ? undefined : 'answer.not-date-time'
    case 'geopoint':
    case 'geotrace':
    case 'geoshape':
      return isPlace(text, fewest[item.type], item.type === 'geopoint' ? 1 : mostPoints)
        ? undefined
        : 'answer.not-place'
    case 'image':
    case 'audio':
    case 'video':
    case 'file':
      return /^[0-9a-f]{64} [^\p{Cc}/\\]{1,100}$/u.test(text) ? undefined : 'answer.not-evidence'
    default:
      return undefined
  }
}

const isInstant = (text: string) => !Number.isNaN(instantOf(text, () => 0))

function isPlace(text: string, least: number, most: number): boolean {
  const points = text.split('; ')
  return (
    points.length >= least &&
    points.length <= most &&
    points.every((one) => {
      const [latitude = Number.NaN, longitude = Number.NaN, ...rest] =
        point(one) === one ? one.split(' ').map(Number) : []
      return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 && rest.length === 2
    })
  )
}
