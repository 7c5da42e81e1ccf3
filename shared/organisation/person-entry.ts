// What is typed about a person, in a form or in a row of a table: tidied up, or what is wrong with it.

import * as v from 'valibot'
import { fail, ok, type Result } from '../result.ts'
import { Email, PersonName, Phone } from './access.ts'

export type FieldFault = 'missing' | 'too-long' | 'malformed'

/** In one form of letters, on one line, with single blanks. */
export const tidy = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()

export function readName(text: string): Result<string, FieldFault> {
  const name = tidy(text)
  if (name === '') return fail('missing')
  return v.is(PersonName, name) ? ok(name) : fail('too-long')
}

/** Undefined where nothing was typed. */
export function readEmail(text: string): Result<string | undefined, FieldFault> {
  const email = tidy(text)
  if (email === '') return ok(undefined)
  return v.is(Email, email) ? ok(email) : fail('malformed')
}

/** Undefined where nothing was typed. Non-breaking blanks and typographic dashes come from spreadsheets. */
export function readPhone(text: string): Result<string | undefined, FieldFault> {
  const phone = tidy(text).replace(/[‐-―]/g, '-')
  if (phone === '') return ok(undefined)
  return v.is(Phone, phone) ? ok(phone) : fail('malformed')
}
