// What the units of a campaign still have to put right, and for how long it has been late.

import { daysLate } from '../../action/climb.ts'
import { periodSpan } from '../../campaign/period.ts'
import type { PeriodId } from '../../ids.ts'
import { periodName } from '../../messages/period.ts'
import type { Count } from '../../messages/sentence.ts'
import { dayOf } from '../../organisation/day.ts'
import type { Block, Cell } from '../document.ts'
import { countIn, type Line, paragraph, type Scope, sentence } from './role-scope.ts'

export function actions(scope: Scope): Block[] {
  const { words, lines, total, input, language } = scope
  const today = dayOf(input.asOf, input.timeZone)
  const openIn = (line: Line) => line.actions.filter(({ state }) => state === 'open')
  const lateIn = (line: Line) => openIn(line).map((one) => daysLate(one, today))
  const overdue = (line: Line) => lateIn(line).filter((days) => days > 0).length
  const reportedIn = (line: Line) => line.actions.filter(({ state }) => state === 'done').length
  const concerned = lines.filter(({ actions: own }) => own.length > 0)
  if (concerned.length === 0) return [sentence(words.noActions)]
  const units = new Set(total.actions.map(({ unitId }) => unitId)).size
  const countAt = (line: Line, n: number): Count => {
    const { run } = countIn(scope, line, n)
    return { n, run: { ...run, ...(run.source && { source: { ...run.source, actions: true as const } }) } }
  }
  const count = (n: number) => countAt(total, n)
  const cells = (line: Line, name: string): Cell[] => {
    const longest = Math.max(0, ...lateIn(line))
    const since = earliest(line.actions.map(({ periodId }) => periodId))
    const number = (n: number): Cell => ({ runs: n === 0 ? [] : [countAt(line, n).run] })
    return [
      { runs: [{ text: name }] },
      number(openIn(line).length),
      { ...number(overdue(line)), ...(overdue(line) > 0 ? { emphasis: 'missed' as const } : {}) },
      number(longest),
      { runs: since ? [{ text: periodName(since, language) }] : [] },
      number(reportedIn(line)),
    ]
  }
  return [
    paragraph(
      words.actionsOpen(count(openIn(total).length), count(units), count(overdue(total)), count(reportedIn(total))),
    ),
    {
      type: 'table',
      caption: words.actionsCaption,
      columns: [
        { header: words.unit, weight: 54, align: 'left' },
        { header: words.open, weight: 16, align: 'right' },
        { header: words.overdue, weight: 18, align: 'right' },
        { header: words.longest, weight: 24, align: 'right' },
        { header: words.since, weight: 30, align: 'left' },
        { header: words.reported, weight: 18, align: 'right' },
      ],
      rows: [
        ...concerned.map((line) => ({ kind: 'row' as const, cells: cells(line, line.unit.name) })),
        { kind: 'total', cells: cells(total, words.total) },
      ],
    },
  ]
}

const earliest = (periods: readonly PeriodId[]): PeriodId | undefined =>
  [...periods].sort((a, b) => (periodSpan(a).start < periodSpan(b).start ? -1 : 1))[0]
