// The recount of one report: its lines, who was expected, and what each figure must say and rest on.

import {
  type Asked,
  changeText,
  dayFor,
  type Language,
  type Response,
  rateOver,
  responsesOf,
  roundedValue,
  type State,
  type Sums,
  sumText,
  tally,
  treeAt,
  valueText,
  written,
} from './recount.ts'
import type { World } from './recount-world.ts'
import { spanOf } from './recount-world.ts'

/** A figure as it must be printed, and what it must say it rests on. */
export type Figure = {
  readonly text: string
  readonly unit: string
  readonly within: string | undefined
  readonly period: string
  readonly indicator: string | undefined
  readonly responses: number
}

export type Line = {
  readonly id: string
  readonly name: string
  readonly within: 'unit' | 'place' | undefined
  readonly members: readonly string[]
  readonly expected: readonly string[]
}

type Sent = Response & { state: State }
export type Recount = ReturnType<typeof recountOf>

type Items = World['table']['items']
type History = Parameters<typeof treeAt>[0]

export function recountOf(
  { table: { items }, campaign, plan }: Pick<World, 'table' | 'campaign' | 'plan'>,
  { history, period, today }: { history: History; period: string; today: string },
) {
  const language: Language = plan.language
  const tree = treeAt(history, dayFor(period, today))
  const settings = campaign.periods.find(({ id }) => id === period)
  const end = new Date(spanOf(period).end).toISOString().slice(0, 10)
  const units = unitsOf(items, campaign.id)
  const asked = (id: string) => units.get(id)?.expected ?? 0
  const wasExpected = (id: string) => tree.wasExpected(id) && !settings?.isPast && (units.get(id)?.since ?? '') <= end
  const kept = new Map<string, readonly Sent[]>()
  const sentIn = (of: string): readonly Sent[] => {
    const isOne = campaign.countingRule === 'one-per-unit'
    const found =
      kept.get(of) ??
      responsesOf(items, { campaign: campaign.id, period: of, isOne, isAccepted: campaign.figures === 'accepted' })
    kept.set(of, found)
    return found
  }
  const inState = ({ members }: Pick<Line, 'members'>, state: State, of = period) =>
    sentIn(of).filter((one) => one.state === state && members.includes(one.unit))
  const counted = (line: Pick<Line, 'members'>, of = period) => inState(line, 'counted', of)

  const top = tree.placeOf(plan.unitId) ?? ''
  const placed = [...units.keys()].filter((id) => tree.placeOf(id) !== undefined && tree.isBelow(id, top))
  const lineFor = (id: string, within: Line['within'], members: readonly string[]): Line => ({
    ...{ id, within, members, name: tree.nameOf(id), expected: members.filter(wasExpected) },
  })
  const groups = new Map<string, string[]>()
  for (const id of placed) {
    const above = tree.lineUp(tree.placeOf(id) ?? '')
    const key = placed.length <= 60 ? id : (above[above.indexOf(top) - 1] ?? top)
    groups.set(key, [...(groups.get(key) ?? []), id])
  }
  const within = (id: string): Line['within'] => (placed.length <= 60 ? 'unit' : id === top ? 'place' : undefined)
  const total = lineFor(top, undefined, placed)
  const all = [...groups].map(([id, members]) => lineFor(id, within(id), members))
  const lines = all.filter((line) => line.expected.length > 0 || counted(line).length > 0)

  const due = ({ expected }: Line) => expected.reduce((sum, id) => sum + asked(id), 0)
  const done = ({ expected }: Line) =>
    expected.reduce((sum, id) => sum + Math.min(asked(id), counted({ members: [id] }).length), 0)
  const missing = ({ expected }: Line) => expected.filter((id) => counted({ members: [id] }).length === 0)

  const figure = (line: Line, text: string, more: Partial<Figure> = {}): Figure => ({
    ...{ text, unit: line.id, within: line.within, period, indicator: undefined, responses: counted(line).length },
    ...more,
  })
  const number = (line: Line, n: number, more: Partial<Figure> = {}) =>
    figure(line, written(BigInt(n), 0, language), more)
  /** Whoever had to answer in another period, by the tree of that one. */
  const heldAgainst = ({ members }: Line, of: string) => {
    const then = treeAt(history, dayFor(of, today))
    const isPast = campaign.periods.find(({ id }) => id === of)?.isPast
    const last = new Date(spanOf(of).end).toISOString().slice(0, 10)
    return members
      .filter((id) => then.wasExpected(id) && !isPast && (units.get(id)?.since ?? '') <= last)
      .map((id) => ({ responses: counted({ members: [id] }, of), members: then.membersOf(id) }))
  }
  const sums = (line: Line, indicator: Asked, of = period): Sums =>
    indicator.measure.kind === 'rate'
      ? rateOver({ ...indicator, measure: indicator.measure }, heldAgainst(line, of))
      : tally(indicator, counted(line, of))
  const value = (line: Line, indicator: Asked, of = period): Figure | undefined => {
    const found = sums(line, indicator, of)
    const text = valueText(indicator, found, language)
    const rests = { period: of, indicator: indicator.id, responses: found.answered }
    return text === undefined ? undefined : figure(line, text, rests)
  }
  const change = (line: Line, indicator: Asked, since: string): Figure | undefined => {
    const now = sums(line, indicator)
    const text = changeText(
      roundedValue(indicator, now),
      roundedValue(indicator, sums(line, indicator, since)),
      language,
    )
    return text === undefined ? undefined : figure(line, text, { indicator: indicator.id, responses: now.answered })
  }
  /** Numerator and denominator, as they were added up. */
  const parts = (line: Line, indicator: Asked): Figure[] => {
    const found = sums(line, indicator)
    const rests = { indicator: indicator.id, responses: found.answered }
    return [
      figure(line, sumText(found.top, found.topPlaces, language), rests),
      figure(line, sumText(found.bottom, found.bottomPlaces, language), rests),
    ]
  }

  const kindOf = (id: string) => (id.length === 4 ? 'year' : (id[5] ?? '').replace(/\d/, 'month'))
  const earlier = campaign.periods
    .map(({ id }) => id as string)
    .filter((id) => kindOf(id) === kindOf(period) && spanOf(id).start < spanOf(period).start)
    .sort((a, b) => spanOf(a).start - spanOf(b).start)
  const ago = `${Number(period.slice(0, 4)) - 1}${period.slice(4)}`
  const has = (id: string) => campaign.periods.some((one) => one.id === id)
  return {
    ...{ language, tree, campaign, period, total, lines, all, sentIn, inState, counted, due, done, missing },
    rounded: (line: Line, indicator: Asked) => roundedValue(indicator, sums(line, indicator)),
    ...{ figure, number, sums, value, change, parts, earlier, before: earlier.at(-1), ago: has(ago) ? ago : undefined },
  }
}

/** What the campaign holds: how many answers of each unit, and since when it is asked. */
function unitsOf(items: Items, campaign: string): Map<string, { expected: number; since?: string }> {
  const bodies = [...items.values()].filter(({ pk }) => pk === `C#${campaign}#UNITS`)
  return new Map(bodies.map(({ sk, body }) => [sk, JSON.parse(String(body))]))
}
