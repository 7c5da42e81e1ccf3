// Figures that are not what they were, as a table: what each is, what it was, what it is.

import type { Language } from '../language.ts'
import { issuingMessages } from '../messages/report-issue.ts'
import type { FigureChange } from './changes.ts'
import type { TableBlock } from './document.ts'

/** At most `most` lines; how many more there are it says. */
export function changesTable(
  changes: readonly FigureChange[],
  caption: string,
  language: Language,
  most: number,
): TableBlock {
  const m = issuingMessages[language]
  const more = changes.length - most
  const cell = (text: string) => ({ runs: [{ text }] })
  return {
    type: 'table',
    caption: caption.slice(0, 1_000),
    columns: [
      { header: m.figure, weight: 5, align: 'left' },
      { header: m.was, weight: 1.3, align: 'right' },
      { header: m.is, weight: 1.3, align: 'right' },
    ],
    rows: changes.slice(0, most).map(({ where, what, was, is }) => ({
      kind: 'row',
      cells: [cell([where, what].filter((text) => text !== '').join(': ')), cell(was ?? '–'), cell(is ?? '–')],
    })),
    ...(more > 0 ? { note: m.moreChanges(more) } : {}),
  }
}
