// A cell of a table becomes an answer: typed as people type, choices by their names or labels.

import type { AnswerValue } from '../form/answers.ts'
import type { DraftSettings } from '../form/draft-settings.ts'
import { isList } from '../form/fault.ts'
import type { FormVersion } from '../form/form.ts'
import { type FormItem, otherChoice } from '../form/items.ts'
import { choicesIn } from '../form/lists.ts'
import type { ProgramItem } from '../form/program.ts'
import { readTyped } from '../form/typed.ts'
import type { Language } from '../language.ts'
import { foldText } from '../organisation/search.ts'
import type { PastCell } from './table.ts'

/** What people write for a box that is ticked. */
const ticked: ReadonlySet<string> = new Set(['ok', 'x', 'co', 'yes', 'true', '1', 'dong y', 'da doc va dong y'])

/** A number as a spreadsheet computed it: a decimal of this system has nine digits behind the point. */
const rounded = (text: string): string =>
  /^-?\d+\.\d{10,}$/.test(text)
    ? Number(text)
        .toFixed(9)
        .replace(/\.?0+$/, '')
    : text

/** The names of a question's choices by what may stand for them: names as they are, labels without marks. */
export type ChoiceNames = ReadonlyMap<string, string>

export function choiceNames({ form }: FormVersion, { source }: FormItem): ChoiceNames {
  const found = new Map<string, string>()
  const orOther = !('questions' in source) && source.orOther === true
  if (orOther) for (const word of [otherChoice, 'khac', 'other']) found.set(word, otherChoice)
  const choices = choicesIn(form, source)
  for (const { name, label } of choices) for (const [, text] of label ?? []) found.set(foldText(text), name)
  for (const { name } of choices) found.set(foldText(name), name)
  return found
}

const nameOf = (names: ChoiceNames, text: string) => names.get(foldText(text))

/** Several choices: parted by semicolons or line breaks, else by commas, else by blanks where those are names. */
function namesFrom(names: ChoiceNames, text: string): string[] {
  const whole = nameOf(names, text)
  if (whole !== undefined) return [whole]
  for (const separator of [/[;\n|›]/, /,/, /\s+/]) {
    const parts = text.split(separator).filter((part) => part.trim() !== '')
    const found = parts.map((part) => nameOf(names, part))
    if (parts.length > 1 && found.every((name) => name !== undefined)) return found.filter((name) => name !== undefined)
  }
  // What isn't known is left, so that its fault can be named.
  return text.split(/[;\n|›]/).map((part) => nameOf(names, part) ?? part.trim().replace(/\s+/g, '_'))
}

type Column = {
  readonly program: ProgramItem
  readonly names: ChoiceNames
  readonly types: DraftSettings['types']
  readonly locale: Language
}

/** The answer that a cell gives, as a program would send it; undefined for none. Whether it holds is checked as for all. */
export function answerIn(
  { text, isNumber }: PastCell,
  { program, names, types, locale }: Column,
): AnswerValue | undefined {
  const trimmed = text.trim()
  if (trimmed === '') return undefined
  if (isList(program)) return namesFrom(names, trimmed)
  if (program.type.startsWith('select_')) return nameOf(names, trimmed) ?? trimmed
  if (program.type === 'acknowledge') return ticked.has(foldText(trimmed)) ? 'OK' : trimmed
  const isNumeric = program.type === 'integer' || program.type === 'decimal' || program.type === 'range'
  const typed = isNumber && isNumeric ? rounded(trimmed) : readTyped(types, program, trimmed, locale)
  const isWhole = program.type === 'integer' || program.whole === true
  return isWhole && /^-?\d{1,16}$/.test(typed) ? Number(typed) || 0 : typed
}
