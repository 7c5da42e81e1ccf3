// How many of those asked have answered, as far as it is told, and how many of each unit have not taken part.

import { formatMoment } from '../../messages/number.ts'
import { periodName } from '../../messages/period.ts'
import type { Block, Cell, TableBlock } from '../document.ts'
import { noteOf, paragraph, type Scope, sentence } from './role-scope.ts'
import {
  answersOf,
  captioned,
  countCell,
  hiddenCell,
  isNested,
  linesOf,
  rateOf,
  shareRun,
  surveyTitle,
  surveyWords,
  type Told,
  type ToldUnit,
  toldCount,
  toldIn,
} from './survey-scope.ts'

/** What is not told yet is said first. */
export function surveyTurnout(scope: Scope): Block[] {
  return [...untold(scope), ...toldIn(scope).flatMap((told) => [turnoutSentence(told), ...turnoutTable(told)])]
}

function untold(scope: Scope): Block[] {
  const { facts, language, input } = scope
  const words = surveyWords(scope)
  const title = surveyTitle(scope)
  const { survey } = facts
  if (survey?.isTooLarge) return [sentence(words.tooLarge(title))]
  const isNamed = facts.campaign.survey?.way === 'named'
  return (survey?.untold ?? []).map(({ period, at }) => {
    const name = periodName(period, language)
    if (isNamed) return sentence(words.notBegun(title, name))
    return sentence(words.notYet(title, name, at && formatMoment(at, language, input.timeZone)))
  })
}

const isOpenWay = ({ part }: Told): boolean => part.figures.way === 'open'

function turnoutSentence(told: Told): Block {
  const { scope, top, part } = told
  const words = surveyWords(scope)
  const title = surveyTitle(scope)
  const unit = top ?? { id: scope.total.unit.id, name: scope.total.unit.name }
  const rate = rateOf(told, unit.id)
  const answers = answersOf(told, unit.id)
  if (rate) {
    const answered = toldCount(told, unit.id, rate.answered)
    const invited = toldCount(told, unit.id, rate.invited, rate.answered)
    const share = shareRun(told, unit.id, rate.answered, rate.invited)
    const periods = part.periods.length
    return paragraph(
      periods > 1
        ? words.turns(title, periods, answered, invited, share)
        : words.turnout(title, answered, invited, share),
    )
  }
  if (isOpenWay(told) && answers !== undefined)
    return paragraph(words.received(title, toldCount(told, unit.id, answers)))
  return sentence(isOpenWay(told) ? words.nothingTold(unit.name) : words.hiddenRate(title, unit.name))
}

function turnoutTable(told: Told): TableBlock[] {
  const { scope, top, part } = told
  const words = surveyWords(scope)
  const { lines, isShort } = linesOf(told)
  if (lines.length === 0) return []
  const isOpen = isOpenWay(told)
  const cells = ({ id }: ToldUnit, name: string): Cell[] => {
    const rate = rateOf(told, id)
    const answers = answersOf(told, id)
    const hidden = hiddenCell(told)
    if (isOpen) return [{ runs: [{ text: name }] }, answers === undefined ? hidden : countCell(told, id, answers)]
    return [
      { runs: [{ text: name }] },
      rate ? countCell(told, id, rate.invited, rate.answered) : hidden,
      rate ? countCell(told, id, rate.answered) : hidden,
      rate ? { runs: [shareRun(told, id, rate.answered, rate.invited)] } : hidden,
    ]
  }
  const rows = [
    ...lines.map((unit) => ({ kind: 'row' as const, cells: cells(unit, unit.name) })),
    ...(top ? [{ kind: 'total' as const, cells: cells(top, scope.words.together) }] : []),
  ]
  const isTurns = part.periods.length > 1
  const columns = isOpen
    ? [words.count]
    : [isTurns ? words.due : words.invited, isTurns ? words.came : words.answered, scope.words.rate]
  return [
    {
      type: 'table',
      caption: captioned(told, isOpen ? words.answersCaption : isTurns ? words.turnsCaption : words.turnoutCaption),
      columns: [
        { header: scope.words.unit, weight: 70, align: 'left' },
        ...columns.map((header) => ({ header, weight: 30, align: 'right' as const })),
      ],
      rows,
      ...noteOf(
        [rows.some((row) => row.cells.some(({ emphasis }) => emphasis === 'missing')), words.notToldNote],
        [isNested(lines), words.nestedNote],
        [isShort, words.onlyBelowNote],
      ),
    },
  ]
}

/** Units that have no other line below them, those with the most people who have not taken part first. */
export function surveyMissing(scope: Scope): Block[] {
  return toldIn(scope).flatMap((told) => missingOf(told))
}

const mostUnitsNamed = 60

function missingOf(told: Told): Block[] {
  const { scope, top, part, units } = told
  const words = surveyWords(scope)
  const title = surveyTitle(scope)
  const rate = top && rateOf(told, top.id)
  if (!top || !rate) return []
  const isTurns = part.periods.length > 1
  const left = rate.invited - rate.answered
  if (left === 0) return [sentence(words.noneMissing(title))]
  const all = toldCount(told, top.id, left, rate.answered)
  const items = units
    .filter(({ id }) => id !== top.id && !units.some(({ parent }) => parent === id))
    .flatMap((unit) => {
      const own = rateOf(told, unit.id)
      return own && own.invited > own.answered ? [{ unit, left: own.invited - own.answered, own }] : []
    })
    .sort((a, b) => b.left - a.left)
    .slice(0, mostUnitsNamed)
    .map(({ unit, left: missing, own }) => {
      const count = toldCount(told, unit.id, missing, own.answered)
      return isTurns ? words.missingTurnsIn(unit.name, count) : words.missingIn(unit.name, count)
    })
  return [
    paragraph(isTurns ? words.missingTurns(title, all) : words.missing(title, all)),
    ...(items.length > 0 ? [{ type: 'list' as const, items }] : []),
  ]
}
