// One answer as people read it: labels instead of codes, numbers and dates as they are written in the reader's language.

import type { AnswerValue } from '../form/answers.ts'
import { toDecimal } from '../form/decimal.ts'
import type { FormVersion } from '../form/form.ts'
import type { FormItem } from '../form/items.ts'
import { choicesIn } from '../form/lists.ts'
import { plainLabel, textIn } from '../form/texts.ts'
import type { Language } from '../language.ts'
import { formatDecimal } from './number.ts'

/** `texts`: the language of the form's own texts, as its author named it (formLanguage). */
export type AnswerWording = { readonly version: FormVersion; readonly language: Language; readonly texts: string }

/** What a question or a section is called. */
export const itemLabel = ({ source, name }: FormItem, texts: string): string =>
  plainLabel(textIn(source.label, texts) ?? name)

/** An answer as people read it. A value its question no longer takes is shown as it is; of a repeat, nothing is. */
export function answerText(
  { type, source }: FormItem,
  value: AnswerValue,
  { version, language, texts }: AnswerWording,
): string {
  if (type.startsWith('select_') || type === 'rank') {
    const labels = new Map(
      choicesIn(version.form, source).map(({ name, label }) => [name, textIn(label, texts) ?? name]),
    )
    const names = Array.isArray(value) ? value.map(String) : [String(value)]
    return names.map((name) => labels.get(name) ?? name).join(type === 'rank' ? ' › ' : '; ')
  }
  if (typeof value === 'object') return ''
  const isNumber = type === 'integer' || type === 'decimal' || type === 'range'
  if (isNumber && /^-?\d+(\.\d+)?$/.test(String(value))) return formatDecimal(toDecimal(String(value)), language)
  const [, year, month, day] = type === 'date' ? (/^(\d{4})-(\d\d)-(\d\d)$/.exec(String(value)) ?? []) : []
  return year === undefined ? String(value) : `${day}/${month}/${year}`
}
