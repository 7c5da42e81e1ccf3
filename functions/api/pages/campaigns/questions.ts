// The questions of a form that indicators can be made of: numbers and choices outside of repeats.

import type { PreparedCampaign } from '../../../../shared/campaign/prepared.ts'
import { type FormVersion, formItems } from '../../../../shared/form/form.ts'
import type { FormItem } from '../../../../shared/form/items.ts'
import { choicesIn } from '../../../../shared/form/lists.ts'
import { formLanguage, plainLabel, textIn } from '../../../../shared/form/texts.ts'
import type { Indicator } from '../../../../shared/summary/indicator.ts'
import type { QuestionOption } from '../../../../web/pages/campaigns/indicators.tsx'
import type { SignedInCall } from '../../call.ts'

/** A calculation may come to a number; where it doesn't, an indicator of it stays without a value. */
const numbers: ReadonlySet<string> = new Set(['integer', 'decimal', 'range', 'calculate'])
const choices: ReadonlySet<string> = new Set(['select_one', 'select_multiple'])

const kindOf = ({ type, repeats }: FormItem): QuestionOption['kind'] | undefined => {
  if (repeats.length > 0) return undefined
  return numbers.has(type) ? 'number' : choices.has(type) ? 'choice' : undefined
}

/** A choice list longer than this is no list to tick. */
const mostChoices = 200

/** The questions in the order of the form, their texts in the language of `wanted` (a code). */
function questionOptions({ form }: FormVersion, wanted: string): QuestionOption[] {
  const language = formLanguage(form, wanted)
  return formItems(form).flatMap((item): QuestionOption[] => {
    const kind = kindOf(item)
    if (!kind) return []
    const listed = kind === 'choice' ? choicesIn(form, item.source) : []
    if (listed.length > mostChoices) return []
    return [
      {
        key: item.key,
        label: plainLabel(textIn(item.source.label, language) ?? item.key),
        kind,
        choices: listed.map(({ name, label }) => ({ name, label: plainLabel(textIn(label, language) ?? name) })),
      },
    ]
  })
}

/** The questions of a campaign's form; undefined while it has none. */
export async function questionsOf(
  { deps, me, language }: SignedInCall,
  { form }: PreparedCampaign,
): Promise<QuestionOption[] | undefined> {
  return form ? questionOptions(await deps.directory.form(me.organisationId, form), language) : undefined
}

/** A question that results can be broken down by: one choice of a list, asked once. */
export type BreakdownOption = { readonly key: string; readonly label: string; readonly choices: number }

/** Groups more than this would hold nobody. */
const mostGroups = 50

/** The questions of a form that a survey's results can be broken down by, in the order of the form. */
function breakdownsIn({ form }: FormVersion, wanted: string): BreakdownOption[] {
  const language = formLanguage(form, wanted)
  return formItems(form).flatMap(({ key, type, repeats, source }) => {
    const choices = choicesIn(form, source).length
    if (type !== 'select_one' || repeats.length > 0 || choices === 0 || choices > mostGroups) return []
    return [{ key, label: plainLabel(textIn(source.label, language) ?? key), choices }]
  })
}

/** Those of a campaign's form; none while it has none. */
export const breakdownsOf = async (
  { deps, me, language }: SignedInCall,
  { form }: Pick<PreparedCampaign, 'form'>,
): Promise<BreakdownOption[]> =>
  form ? breakdownsIn(await deps.directory.form(me.organisationId, form), language) : []

/** Whether the form has what an indicator reads. */
export function isReadable({ measure }: Indicator, questions: readonly QuestionOption[]): boolean {
  const has = (key: string, kind: QuestionOption['kind']) =>
    questions.find((one) => one.key === key && one.kind === kind)
  switch (measure.kind) {
    case 'ratio':
      return has(measure.numerator, 'number') !== undefined && has(measure.denominator, 'number') !== undefined
    case 'share':
    case 'count':
    case 'rate': {
      if (!measure.choices) return has(measure.question, 'number') !== undefined
      const names = has(measure.question, 'choice')?.choices.map(({ name }) => name)
      return names !== undefined && measure.choices.every((choice) => names.includes(choice))
    }
    default:
      return has(measure.question, 'number') !== undefined
  }
}

/** How many of a campaign's indicators read what its form doesn't have; none while there is no form. */
export async function unknownIndicators(call: SignedInCall, campaign: PreparedCampaign): Promise<number> {
  const questions = await questionsOf(call, campaign)
  return questions ? campaign.indicators.filter((one) => !isReadable(one, questions)).length : 0
}
