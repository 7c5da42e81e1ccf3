// An action as pages show it: with the names of what it only has ids of.

import { isOpen, longestWords, type Severity, type UnitAction } from '../../../shared/action/action.ts'
import type { EntryFault } from '../../../shared/action/entry.ts'
import type { Language, LocalText } from '../../../shared/language.ts'
import { localize } from '../../../shared/language.ts'
import { actionMessages } from '../../../shared/messages/actions.ts'
import { formatDay } from '../../../shared/messages/day.ts'
import type { Day } from '../../../shared/organisation/day.ts'
import { langOf } from '../../parts/texts.ts'

export type ShownAction = {
  readonly action: UnitAction
  readonly version: number
  readonly unit: { readonly name: string; readonly code: string; readonly parentName: string | undefined }
  /** The unit above that it has climbed to; undefined while it is its own unit's concern. */
  readonly concern: string | undefined
  /** Days; 0 while it isn't late. */
  readonly late: number
  /** Undefined while it is nobody's. */
  readonly owner: string | undefined
  readonly campaign: LocalText | undefined
}

/** A text with the language it is in, where that isn't the page's. */
export const said = (text: LocalText, language: Language) => ({
  text: localize(text, language),
  lang: langOf(text, language),
})

/** What was found: the form's message, else the question and what is wrong with its answer. */
export function findingSaid(
  { message, question, finding }: Pick<UnitAction, 'message' | 'question' | 'finding'>,
  language: Language,
): ReturnType<typeof said> {
  if (message) return said(message, language)
  return { text: actionMessages[language].withoutMessage[finding.kind](localize(question, language)), lang: undefined }
}

/** When it is due, and how late it is: "Quá hạn 3 ngày". `isBad`: it is to stand out. */
export function dueText(
  { action, late }: Pick<ShownAction, 'action' | 'late'>,
  language: Language,
  today: Day,
): { readonly day: string; readonly note: string | undefined; readonly isBad: boolean } {
  const m = actionMessages[language]
  if (action.dueOn === null) return { day: isOpen(action) ? m.noDue : '–', note: undefined, isBad: false }
  const isToday = action.state === 'open' && action.dueOn === today
  return {
    day: formatDay(action.dueOn, language),
    note: late > 0 ? m.late(late) : isToday ? m.dueToday : undefined,
    isBad: late > 0,
  }
}

/** A class that shows how bad it is besides the word. */
export const severityClass: Record<Severity, string> = { high: 'sev high', medium: 'sev', low: 'sev', none: 'sev none' }

/** What is wrong, as a whole sentence without its full stop. */
export function faultText(fault: EntryFault, language: Language): string {
  const m = actionMessages[language].faults
  return fault === 'words' ? m.words(longestWords) : m[fault]
}
