// The code on a report by which anybody can ask whether a copy is genuine: 80 random bits in sixteen signs of Crockford's base 32,
// so that it can be typed from paper and not be guessed.

import * as v from 'valibot'
import { asTyped, signsFrom } from '../survey/link-key.ts'

const length = 16

export const VerifyCode = v.pipe(v.string(), v.regex(/^[0-9A-HJKMNP-TV-Z]{16}$/), v.brand('VerifyCode'))
export type VerifyCode = v.InferOutput<typeof VerifyCode>

/** A code of random bytes, of which it takes the first sixteen. */
export const newVerifyCode = (random: Uint8Array): VerifyCode => v.parse(VerifyCode, signsFrom(random.slice(0, length)))

/** What people type, as it was meant; undefined where it can't be a code. */
export function readVerifyCode(text: string): VerifyCode | undefined {
  const read = v.safeParse(VerifyCode, asTyped(text))
  return read.success ? read.output : undefined
}

/** As it is printed, in groups of four: "K7M4-2XQ9-PD3W-0A1B". */
export const printedVerifyCode = (code: VerifyCode): string => code.replace(/(.{4})(?=.)/g, '$1-')
