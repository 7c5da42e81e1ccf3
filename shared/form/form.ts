// A form version: a form as it was published, immutable. What it means is the XLSForm language's (shared/xlsform/form.ts); how
// it runs is a program (program.ts) and a draft (draft.ts).

import * as v from 'valibot'
import { FormId } from '../ids.ts'
import type { XlsForm } from '../xlsform/form.ts'
import { type FormItem, itemsOf } from './items.ts'
import type { FormPicture } from './pictures.ts'
import { isAsked } from './program.ts'

/** The name of a question, a choice or an indicator, as the rest of the system refers to it. */
export const QuestionName = v.pipe(v.string(), v.minLength(1), v.maxLength(255), v.regex(/^[^\s[\]#]+$/u))

/** A decimal as text ("-12.50"), because a report's figures must be exact: at most 15 digits before the point and 9 behind. */
export const DecimalText = v.pipe(v.string(), v.regex(/^-?\d{1,15}(\.\d{1,9})?$/))

export const VersionNumber = v.pipe(v.number(), v.safeInteger(), v.minValue(1))

/** What a campaign, a page or a submission calls a form version by. */
export const FormReference = v.strictObject({ formId: FormId, version: VersionNumber })
export type FormReference = v.InferOutput<typeof FormReference>

export type FormVersion = FormReference & {
  readonly form: XlsForm
  /** Left out where it has none. */
  readonly pictures?: readonly FormPicture[]
}

/** Items worked out once for each form: a version is immutable and stays as long as something holds it. */
const known = new WeakMap<XlsForm, readonly FormItem[]>()

export function formItems(form: XlsForm): readonly FormItem[] {
  const items = known.get(form) ?? itemsOf(form)
  known.set(form, items)
  return items
}

/** The questions that people answer, in the order of the form. */
export const askedItems = ({ form }: FormVersion): readonly FormItem[] =>
  formItems(form).filter(({ type }) => isAsked(type))
