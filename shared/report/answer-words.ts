// Labels and answers of a form as a printed page says them: without markup, choices by their labels, numbers and days as
// people write them, answers put in where a label takes them from.

import { parseReference } from '../evidence/reference.ts'
import type { Answers, AnswerValue } from '../form/answers.ts'
import { toDecimal } from '../form/decimal.ts'
import { type FormVersion, formItems } from '../form/form.ts'
import type { FormItem } from '../form/items.ts'
import { choicesIn } from '../form/lists.ts'
import { textIn } from '../form/texts.ts'
import type { Language } from '../language.ts'
import { formatDecimal } from '../messages/number.ts'
import { paperMessages } from '../messages/paper.ts'
import type { Texts, XlsForm } from '../xlsform/form.ts'

/** A form as it is read. */
export type Reading = {
  readonly version: FormVersion
  readonly language: Language
  /** The language of the form's texts, as the form calls it. */
  readonly texts: string
}

/** The answers around a place: those of its round first, then those of the rounds around it and of the top. */
export type Scope = readonly Answers[]

const links = /\[([^\][\n]{1,300})\]\([^()\s]{1,1000}\)/g

/** A text of a form without markup; `refer` says what stands for ${name}. */
export const plainWords = (text: string, refer: (name: string) => string): string =>
  text
    .replace(/<[^<>]*>|\*\*|__/g, '')
    .replace(/^#{1,6}[ \t]+/gm, '')
    .replace(links, '$1')
    .replace(/\$\{\s*([^{}]+?)\s*\}/g, (_, name: string) => refer(name))
    .trim()

/** Cut where a document has no room for more, between characters. */
export function shortened(text: string, most: number): string {
  if (text.length <= most) return text
  return `${text.slice(0, most - 1).toWellFormed()}…`
}

/** What stands where an answer isn't there. */
const open = '…'

/** The words of a text in the answers' scope. */
export function wordsIn(reading: Reading, texts: Texts | undefined, scope: Scope): string {
  const refer = (name: string) => {
    const item = formItems(reading.version.form).find((one) => one.name === name)
    const value = item && scope.map((answers) => answers.get(item.key)).find((one) => one !== undefined)
    return item && value !== undefined ? answerWords(reading, item, value) : open
  }
  return plainWords(textIn(texts, reading.texts) ?? '', refer)
}

/** What a question or section is called; its name where it has no label. */
export const labelWords = (reading: Reading, { source, name }: FormItem, scope: Scope): string =>
  wordsIn(reading, source.label, scope) || name

/** A question's choices by name; of a list with the choice "other" added, that too. */
export function choiceWords({ version, texts }: Reading, { source }: FormItem): ReadonlyMap<string, string> {
  const choices = choicesIn(version.form, source)
  return new Map(choices.map(({ name, label }) => [name, plainWords(textIn(label, texts) ?? name, () => open)]))
}

/** An answer as people read it; a value that its question no longer takes is shown as it is. */
export function answerWords(reading: Reading, item: FormItem, value: AnswerValue): string {
  const { type } = item
  if (Array.isArray(value) && value.some((one) => typeof one === 'object')) return open
  if (type.startsWith('select_') || type === 'rank') return chosenWords(reading, item, value)
  const text = String(value)
  if (type === 'acknowledge') return paperMessages[reading.language].record.acknowledged
  const reference = parseReference(text)
  if (reference) return reference.name
  const isNumber = type === 'integer' || type === 'decimal' || type === 'range' || type === 'calculate'
  if (isNumber && /^-?\d{1,30}(\.\d{1,30})?$/.test(text)) return formatDecimal(toDecimal(text), reading.language)
  return momentWords(type, text)
}

function chosenWords(reading: Reading, item: FormItem, value: AnswerValue): string {
  const labels = choiceWords(reading, item)
  const names = Array.isArray(value) ? value.map(String) : [String(value)]
  const words = names.map((name) => labels.get(name) ?? rowWords(reading, item, name))
  return item.type === 'rank' ? words.map((word, at) => `${at + 1}. ${word}`).join('; ') : words.join('; ')
}

/** A choice of an external list, which choicesIn doesn't hold. */
function rowWords({ version, texts }: Reading, { source }: FormItem, name: string): string {
  const list = 'list' in source ? source.list : undefined
  const choice = version.form.externalLists.find((one) => one.name === list)?.choices.find((one) => one.name === name)
  return plainWords(textIn(choice?.label, texts) ?? name, () => open)
}

const day = /^(\d{4})-(\d\d)-(\d\d)$/
const moment = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)/
const time = /^(\d\d):(\d\d):\d\d/

function momentWords(type: FormItem['type'], text: string): string {
  const found = type === 'date' ? day.exec(text) : type === 'dateTime' ? moment.exec(text) : undefined
  const clock = type === 'time' ? time.exec(text) : undefined
  if (clock) return `${clock[1]}:${clock[2]}`
  if (!found) return text
  const [, year, month, dayOfMonth, hour, minute] = found
  return `${dayOfMonth}/${month}/${year}${hour === undefined ? '' : ` ${hour}:${minute}`}`
}

/** Whether a form names its own languages; of a form with none, the page's language decides nothing. */
export const languagesOf = ({ languages }: XlsForm): readonly string[] => languages.filter((one) => one !== '')
