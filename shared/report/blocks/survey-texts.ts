// What members wrote in answer to one open question: of a named survey under the unit of each, of an anonymous or open one under
// the units and in the order in which it was released.

import type { Block, Run } from '../document.ts'
import type { BlockOf } from '../template.ts'
import { freeText } from './free-text.ts'
import { type Scope, sentence } from './role-scope.ts'
import { figureOf, namesOf, surveyWords, type Told, type ToldUnit, toldCount, toldIn } from './survey-scope.ts'

/** Nothing where nobody wrote anything that is told. */
export function surveyTexts(scope: Scope, block: BlockOf<'survey-texts'>): Block[] {
  if (scope.facts.texts) return freeText(scope, { block: 'free-text', role: block.role, question: block.question })
  return toldIn(scope).flatMap((told) => releasedTexts(told, block.question))
}

/** A page has room for so many of one unit; all are on the page of the results. */
const mostTexts = 200

function releasedTexts(told: Told, key: string): Block[] {
  const { scope, part, units, top } = told
  const words = surveyWords(scope)
  const question = part.figures.questions.find((one) => one.key === key && one.kind === 'texts')
  if (!question) return []
  if (top && !figureOf(question, top.id)) {
    const isAnywhere = units.some(({ id }) => figureOf(question, id))
    if (!isAnywhere) return [sentence(words.hiddenQuestion(namesOf(scope).question(key)))]
  }
  return units.flatMap((unit) => textsIn(told, unit, figureOf(question, unit.id)?.texts ?? []))
}

/** Each text once, with how often it was written where that was more than once. */
function textsIn(told: Told, unit: ToldUnit, texts: readonly string[]): Block[] {
  const { scope, part } = told
  const words = surveyWords(scope)
  if (texts.length === 0) return []
  const times = new Map<string, number>()
  for (const text of texts) {
    const line = text.replace(/\s+/g, ' ').trim()
    times.set(line, (times.get(line) ?? 0) + 1)
  }
  const all = [...times]
  const items = all
    .slice(0, mostTexts)
    .map(([text, count]): Run[] =>
      count > 1 ? words.times(text, toldCount(told, unit.id, count, texts.length)) : [{ text }],
    )
  const isAbove = part.figures.units.some(({ parent }) => parent === unit.id)
  return [
    sentence(isAbove ? words.alsoBelow(unit.name) : words.wroteIn(unit.name)),
    { type: 'list', items },
    ...(all.length > mostTexts ? [sentence(words.moreTexts(all.length - mostTexts))] : []),
  ]
}
