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

const decimal: AnswerType = {
  read: (text) => {
    const [, sign, whole, fraction] = /^([+-]?)(\d{1,15})(?:[.,](\d{1,9}))?$/.exec(text) ?? []
    if (whole === undefined) return text
    return `${sign === '-' ? '-' : ''}${whole}${fraction ? `.${fraction}` : ''}`
  },
  fault: (text) => (/^-?\d{1,15}(\.\d{1,9})?$/.test(text) ? undefined : 'answer.not-decimal'),
}

const range: AnswerType = {
  read: (text, whole) => (whole ? integer : decimal).read?.(text, whole) ?? text,
  fault: (text, whole) => (whole ? integer : decimal).fault(text, whole),
}

export const numberTypes: TypeTable = { integer, decimal, range }
