// Numbers, as people type them: "1,5", "1.200".

import type { AnswerType, TypeTable } from './typed.ts'

/** Whole numbers may be typed as they are printed, in groups of three: "1.200" and "1,200" are no fractions, "0.500" is one. */
const integer: AnswerType = {
  read: (text) => {
    const plain = /^[+-]?[1-9]\d{0,2}(?:([., \u00a0])\d{3})(?:\1\d{3})*$/.test(text)
      ? text.replace(/[., \u00a0]/g, '')
      : text
    return /^[+-]?\d{1,16}$/.test(plain) ? String(Number(plain) || 0) : text
  },
  fault: (text) => (/^-?\d{1,16}$/.test(text) && Number.isSafeInteger(Number(text)) ? undefined : 'answer.not-integer'),
}

/** Groups of three as the language prints them: "1.200" is 1,200 where a comma begins a fraction, and 1.2 where a point does. */
const grouped = (text: string, locale: string): boolean =>
  (locale === 'vi' ? /^[+-]?[1-9]\d{0,2}(\.\d{3})+$/ : /^[+-]?[1-9]\d{0,2}(,\d{3})+$/).test(text)

const decimal: AnswerType = {
  read: (typed, _, locale) => {
    const text = grouped(typed, locale) ? typed.replace(/[.,]/g, '') : typed
    const [, sign, whole, fraction] = /^([+-]?)(\d{1,15})(?:[.,](\d{1,9}))?$/.exec(text) ?? []
    if (whole === undefined) return text
    return `${sign === '-' ? '-' : ''}${whole}${fraction ? `.${fraction}` : ''}`
  },
  fault: (text) => (/^-?\d{1,15}(\.\d{1,9})?$/.test(text) ? undefined : 'answer.not-decimal'),
}

const range: AnswerType = {
  read: (text, whole, locale) => (whole ? integer : decimal).read?.(text, whole, locale) ?? text,
  fault: (text, whole) => (whole ? integer : decimal).fault(text, whole),
}

/** A number as one types it in a language: what `read` takes for the same number again. */
export const writtenNumber = (type: string, value: string, locale: string): string =>
  locale === 'vi' && (type === 'decimal' || type === 'range') && /^-?\d+\.\d+$/.test(value)
    ? value.replace('.', ',')
    : value

export const numberTypes: TypeTable = { integer, decimal, range }
