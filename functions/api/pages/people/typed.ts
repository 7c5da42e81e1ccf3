// A form of the office that came back from a browser: its fields, in the language that it is read in from now on.

import * as v from 'valibot'
import { Language } from '../../../../shared/language.ts'
import { formFields } from '../../body.ts'
import type { SignedInCall } from '../../call.ts'
import { rememberLanguage } from '../home.tsx'

export type Typed = {
  /** The call, in the language that was asked for. */
  readonly here: SignedInCall
  readonly fields: URLSearchParams
  /** Only the language was changed: nothing is to be saved. */
  readonly isOtherLanguage: boolean
}

export async function readTyped(call: SignedInCall): Promise<Typed> {
  const fields = await formFields(call.c)
  const language = v.safeParse(Language, fields.get('language'))
  if (!language.success) return { here: call, fields, isOtherLanguage: false }
  rememberLanguage(call, language.output)
  return { here: { ...call, language: language.output }, fields, isOtherLanguage: true }
}
