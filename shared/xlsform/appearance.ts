// The appearance column: words that this system or another tool of the field knows
// (https://docs.getodk.org/form-question-types/, https://support.kobotoolbox.org/appearances.html). Others are warned of.

import type { Issues } from './issue.ts'
import { issue } from './issue.ts'
import type { Row } from './table.ts'

const known: ReadonlySet<string> = new Set(
  [
    'multiline numbers url ex: thousands-sep bearing counter masked printer hidden-answer',
    'minimal likert horizontal horizontal-compact vertical compact quick quickcompact quick-compact columns columns-pack',
    'columns-flex autocomplete search label list-nolabel list no-buttons image-map map randomized picker rating',
    'distress my5 no-ticks analog-scale show-scale',
    'month-year year no-calendar ethiopian coptic islamic buddhist bikram-sambat myanmar persian gregorian',
    'field-list table-list pages theme-grid compact summary accordion intro table',
    'maps placement-map hide-input streets terrain satellite',
    'signature draw annotate new new-front selfie front hidden dynamic',
  ]
    .join(' ')
    .split(' '),
)
const pattern = /^(w\d{1,2}|h\d{1,2}|(horizontal-|quick)?compact-\d{1,2}|columns-\d{1,2})$/
/** Calls of other apps, and what a form's author computes. */
const call = /^(ex:|search\(|printer:)/

/** No list of words that mean something is longer. */
const longest = 1_000

export function checkAppearance(type: string, row: Row, issues: Issues): void {
  const text = row.get('appearance')
  if (text === undefined) return
  if (/\bsearch\s*\(/.test(text)) {
    issues.error(issue.searchUnsupported(row.at('appearance')))
    return
  }
  if (call.test(text)) {
    issues.warn(issue.appearanceUnknown(row.at('appearance'), type === 'group' ? text : text.slice(0, 40)))
    return
  }
  for (const word of new Set(text.slice(0, longest).split(/\s+/)))
    if (!known.has(word.toLowerCase()) && !pattern.test(word.toLowerCase()))
      issues.warn(issue.appearanceUnknown(row.at('appearance'), word))
}
