// What a link of a survey, or a typed code, holds: the survey's door, then what tells one invitation from another.

import * as v from 'valibot'
import { Door } from './survey.ts'

export type LinkKey =
  /** 128 random bits, base64url: in links and QR codes. */
  | { readonly kind: 'token'; readonly door: Door; readonly token: string }
  /** 40 random bits in eight signs of Crockford's base 32, for people who type: worth something only beside the survey's secret. */
  | { readonly kind: 'code'; readonly door: Door; readonly code: string }
  /** The one link of an open survey. */
  | { readonly kind: 'open'; readonly door: Door }

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const codeLength = 8

/** Signs of Crockford's base 32 from random bytes, one each. */
export const signsFrom = (bytes: Uint8Array): string => Array.from(bytes, (byte) => alphabet[byte % 32]).join('')

/** What people type, as it was meant: without blanks and hyphens, O as 0, I and L as 1 (Crockford, Base 32). */
export const asTyped = (text: string): string =>
  text.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1')

/** Reads the end of a link's address, or what was typed; undefined where it can't be a key of a survey. */
export function readLinkKey(text: string): LinkKey | undefined {
  const [, start = '', token = ''] = /^(.{4})([\w-]{22})$/.exec(text) ?? []
  const before = v.safeParse(Door, start)
  if (before.success) return { kind: 'token', door: before.output, token }
  const typed = asTyped(text)
  const read = v.safeParse(Door, typed.slice(0, 4))
  const rest = typed.slice(4)
  if (!read.success) return undefined
  const door = read.output
  if (rest === '') return { kind: 'open', door }
  return rest.length === codeLength && /^[0-9A-HJKMNP-TV-Z]+$/.test(rest)
    ? { kind: 'code', door, code: rest }
    : undefined
}

/** The key as it stands in an address. */
export function formatLinkKey(key: LinkKey): string {
  if (key.kind === 'open') return key.door
  return `${key.door}${key.kind === 'token' ? key.token : key.code}`
}

/** A code as it is printed, in three groups of four: "K7M4-2XQ9-PD3W". */
export const printedCode = (door: Door, code: string): string => `${door}-${code.slice(0, 4)}-${code.slice(4)}`
