// The template of a table of figures from before: a row for each unit, a column for each question, and how to fill them in.

import type { Campaign } from '../../../../shared/campaign/campaign.ts'
import { boundsOf } from '../../../../shared/form/bounds.ts'
import type { FormVersion } from '../../../../shared/form/form.ts'
import type { FormItem } from '../../../../shared/form/items.ts'
import { choicesIn } from '../../../../shared/form/lists.ts'
import { formLanguage, plainLabel, textIn } from '../../../../shared/form/texts.ts'
import type { PeriodId } from '../../../../shared/ids.ts'
import type { Language } from '../../../../shared/language.ts'
import { type PastMessages, pastMessages } from '../../../../shared/messages/past.ts'
import type { Unit } from '../../../../shared/organisation/unit.ts'
import { headerOf, importable } from '../../../../shared/past/table.ts'
import { writeWorkbook } from '../../../workbook/write-workbook.ts'

/** More choices than anybody reads in a cell. */
const mostChoices = 60

const isAlways = (tree: unknown) => Array.isArray(tree) && tree[0] === '()' && tree[1] === 'true'

/** Makes the workbook: the units in the order given. */
export function pastTemplate(
  campaign: Campaign,
  version: FormVersion,
  units: readonly Unit[],
  { language, period }: { readonly language: Language; readonly period: PeriodId | undefined },
): Uint8Array {
  const m = pastMessages[language]
  const texts = formLanguage(version.form, language)
  const items = importable(version)
  const head = [m.headers.code, m.headers.name, m.headers.period, ...items.map((item) => headerOf(item, texts))]
  const example = period ?? campaign.periods[0]?.id ?? ''
  return writeWorkbook([
    {
      name: m.sheets.figures,
      rows: [head, ...units.map(({ code, name }) => [code, name, period ?? ''])],
      columnWidths: [14, 36, 12, ...items.map(() => 18)],
    },
    {
      name: m.sheets.guide,
      rows: [
        [m.guide.column, m.guide.takes, m.guide.required],
        [m.headers.code, m.guide.code, m.guide.yes],
        [m.headers.name, m.guide.code, ''],
        [m.headers.period, `${m.guide.period} (${example})`, m.guide.yes],
        ...items.map((item) => [
          headerOf(item, texts),
          takes(version, item, texts, m),
          isRequired(item) ? m.guide.yes : '',
        ]),
      ],
      columnWidths: [48, 70, 12],
    },
  ])
}

const isRequired = ({ source }: FormItem): boolean =>
  !('questions' in source) && source.required !== undefined && isAlways(source.required.tree)

/** What a cell of a question takes, in words. */
function takes({ form }: FormVersion, { type, source }: FormItem, texts: string, { guide }: PastMessages): string {
  const choices = choicesIn(form, source)
  if (choices.length > 0) {
    const shown = choices.slice(0, mostChoices).map(({ name, label }) => {
      const text = plainLabel(textIn(label, texts) ?? name)
      return text === name ? name : `${text} (${name})`
    })
    const isSeveral = type.startsWith('select_multiple') || type === 'rank'
    const rest = choices.length > shown.length ? ' …' : ''
    return `${isSeveral ? guide.several : guide.choices} ${shown.join('; ')}${rest}`.slice(0, 30_000)
  }
  const bounds = 'questions' in source ? undefined : boundsOf(source.constraint?.tree)
  const range = [bounds?.min, bounds?.max].every((one) => one === undefined)
    ? ''
    : ` (${bounds?.min ?? '…'} – ${bounds?.max ?? '…'})`
  switch (type) {
    case 'integer':
      return `${guide.integer}${range}`
    case 'decimal':
    case 'range':
      return `${guide.decimal}${range}`
    case 'date':
      return guide.date
    case 'time':
      return guide.time
    default:
      return guide.text
  }
}
