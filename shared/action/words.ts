// What a form says about a finding, in the languages of the pages: kept with the action, because the form may change.

import { type FormVersion, formItems } from '../form/form.ts'
import type { Finding } from '../form/rules.ts'
import { formLanguage, plainLabel, textIn } from '../form/texts.ts'
import { type Language, type LocalText, languages } from '../language.ts'
import type { Day } from '../organisation/day.ts'
import type { Texts } from '../xlsform/form.ts'
import { severities } from './action.ts'
import { daysAfter } from './day.ts'
import type { FindingWords } from './decide.ts'

/** In characters: a sentence or two. What is cut off stands in the form. */
const longest = 500

const cut = (text: string): string => {
  const characters = [...text]
  return characters.length > longest ? `${characters.slice(0, longest - 1).join('')}…` : text
}

const plain = (text: string): string => cut(plainLabel(text).trim())

/** The question that raised it; rounds of the repeats around it are left out of its place. */
const itemOf = ({ form }: FormVersion, question: string) =>
  formItems(form).find(({ key }) => key === question.replace(/^.*\]\//, ''))

/** `day`: when the response came in, as a day where the organisation is; what is due in days is counted from it. */
export function findingWords(version: FormVersion, finding: Finding, day: Day): FindingWords {
  const item = itemOf(version, finding.question)
  const source = item?.source
  const said = (texts: Texts | undefined): LocalText | undefined => {
    const say = (language: Language) => plain(textIn(texts, formLanguage(version.form, language)) ?? '')
    const [vi, en] = languages.map(say)
    const first = vi || en
    return first ? { vi: first, ...(en && en !== first ? { en } : {}) } : undefined
  }
  const question = said(source?.label) ?? { vi: cut(item?.name ?? finding.question) }
  if (finding.kind === 'consistency') {
    const message = said(source?.consistency?.message)
    return { question, ...(message ? { message } : {}), severity: 'none', dueOn: null }
  }
  const rule = source && !('questions' in source) ? source.finding : undefined
  const [message, remedy] = [said(rule?.message), said(rule?.action)]
  const days = rule?.dueDays === undefined ? Number.NaN : Number(rule.dueDays)
  return {
    question,
    ...(message ? { message } : {}),
    ...(remedy ? { remedy } : {}),
    severity: severities.find((one) => one === rule?.severity?.toLowerCase()) ?? 'none',
    dueOn: Number.isSafeInteger(days) ? daysAfter(day, days) : null,
  }
}
