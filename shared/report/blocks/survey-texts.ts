// What members wrote in answer to open questions: as it was told, under the units and in the order in which it was.

import type { ReleasedQuestion } from '../../survey/results.ts'
import type { Block, Run } from '../document.ts'
import type { BlockOf } from '../template.ts'
import { type Scope, sentence } from './role-scope.ts'
import {
  type Figure,
  figureOf,
  type Names,
  namesOf,
  surveyWords,
  type Told,
  type ToldUnit,
  toldCount,
  toldIn,
} from './survey-scope.ts'

/** Nothing where no question is an open one, or nothing is told. */
export function surveyTexts(scope: Scope, { questions }: BlockOf<'survey-texts'>): Block[] {
  const names = namesOf(scope)
  return toldIn(scope).flatMap((told) =>
    told.part.figures.questions
      .filter(({ key, kind }) => kind === 'texts' && (!questions || questions.includes(key)))
      .flatMap((question) => textsOf(told, names, question)),
  )
}

function textsOf(told: Told, names: Names, question: ReleasedQuestion): Block[] {
  const words = surveyWords(told.scope)
  const label = names.question(question.key)
  const written = told.units.flatMap((unit) => textsIn(told, unit, figureOf(question, unit.id)))
  return written.length > 0 ? [sentence(words.wrote(label)), ...written] : [sentence(words.hiddenQuestion(label))]
}

/** A report has room for so many of one unit; all are on the page of the results. */
const mostTexts = 200

/** Each text once, with how often it was written where that was more than once. */
function textsIn(told: Told, unit: ToldUnit, figure: Figure | undefined): Block[] {
  const { n = 0, texts = [] } = figure ?? {}
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
    .map(([text, count]): Run[] => (count > 1 ? words.times(text, toldCount(told, unit.id, count, n)) : [{ text }]))
  const isAbove = part.figures.units.some(({ parent }) => parent === unit.id)
  return [
    sentence(isAbove ? words.alsoBelow(unit.name) : words.wroteIn(unit.name)),
    { type: 'list', items },
    ...(all.length > mostTexts ? [sentence(words.moreTexts(all.length - mostTexts))] : []),
  ]
}
