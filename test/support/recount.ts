// A plain recount: what the stored responses come to, counted one by one, with nothing of the product's own counting. Numbers are
// billionths in BigInt; days are ISO text; the tree is walked unit by unit.

import type { memoryTable } from './memory-table.ts'
import { spanOf } from './recount-world.ts'

type Measure =
  | { kind: 'ratio'; numerator: string; denominator: string }
  | { kind: 'mean' | 'sum'; question: string }
  | { kind: 'share' | 'count'; question: string; choices: readonly string[] }
  | { kind: 'rate'; question: string; choices?: readonly string[] | undefined; per: 'members' | 'units' }
type Target = { value: string; direction: 'at-least' | 'at-most' }
export type Asked = {
  readonly id: string
  readonly measure: Measure
  readonly format: 'percent' | 'number'
  readonly decimals: number
  readonly target?: Target | undefined
}
type Answer = string | number | readonly unknown[]
export type Response = {
  readonly unit: string
  readonly id: string
  readonly firstAt: string
  readonly standing: string
  readonly answers: ReadonlyMap<string, Answer>
  /** Raised by the newest revision that could count: what was returned since, or waits, keeps them. */
  readonly findings: readonly { kind: string; question: string }[]
}
type Revision = Response & {
  rev: number
  at: string
  letter: string
  step: { kind: string; isFinal?: boolean; notPossible?: string }
}
export type State = 'counted' | 'second' | 'returned' | 'waiting' | 'not-possible' | 'quarantined'

/** Every response of a campaign in a period, by what became of it. */
export function responsesOf(
  items: ReturnType<typeof memoryTable>['items'],
  { campaign, period, isOne, isAccepted }: { campaign: string; period: string; isOne: boolean; isAccepted: boolean },
): (Response & { state: State })[] {
  const units = new Map<string, Map<string, Revision[]>>()
  for (const item of items.values()) {
    const [, name, letter, at, unit = ''] = item.pk.split('#')
    if (!item.pk.startsWith('C#') || letter !== 'B' || name !== campaign || at !== period) continue
    const [id = '', rev = ''] = item.sk.split('#')
    const mine = units.get(unit) ?? new Map<string, Revision[]>()
    units.set(unit, mine)
    const text = (key: string, none: string) => (item[key] === undefined ? none : String(item[key]))
    const raised = JSON.parse(text('r', '{"findings":[]}'))
    const revision: Revision = {
      ...{ unit, id, firstAt: '', standing: '', rev: Number(rev), at: text('t', ''), letter: text('s', '') },
      ...{ step: JSON.parse(text('e', '{"kind":"sent"}')), answers: new Map(JSON.parse(text('a', '[]'))) },
      findings: raised.findings,
    }
    mine.set(id, [...(mine.get(id) ?? []), revision])
  }
  return [...units.values()].flatMap((mine) => ofUnit([...mine.values()], isOne, isAccepted))
}

const isFinalStep = ({ kind, isFinal }: Revision['step']) =>
  (kind === 'accepted' || kind === 'corrected') && isFinal === true

function ofUnit(histories: readonly Revision[][], isOne: boolean, isAccepted: boolean) {
  const found: (Response & { state: State })[] = []
  const standing: Revision[] = []
  const couldCount = ({ letter, step }: Revision) =>
    (letter === 'o' || letter === 'l') &&
    step.kind !== 'returned' &&
    step.kind !== 'not-possible' &&
    (!isAccepted || isFinalStep(step))
  for (const history of histories) {
    const inOrder = history.toSorted((a, b) => a.rev - b.rev)
    const firstAt = inOrder.map(({ at }) => at).sort()[0] ?? ''
    const newest = inOrder.at(-1)
    if (newest?.letter === 'q' && newest.step.kind !== 'withdrawn')
      found.push({ ...newest, firstAt, state: 'quarantined' })
    const last = inOrder.findLast(({ letter }) => letter !== 'q')
    const findings = inOrder.findLast(couldCount)?.findings ?? []
    if (last && last.letter !== 'w')
      standing.push({ ...last, firstAt, findings, standing: last.letter === 'l' ? 'late' : 'on-time' })
  }
  let hasFirst = false
  for (const one of standing.sort((a, b) => (`${a.firstAt}#${a.id}` < `${b.firstAt}#${b.id}` ? -1 : 1))) {
    const { kind, notPossible } = one.step
    const say = (state: State) => found.push({ ...one, state })
    if (kind === 'not-possible' || notPossible !== undefined) say('not-possible')
    else if (isOne && hasFirst) say('second')
    else if (kind === 'returned') say('returned')
    else if (isAccepted && !isFinalStep(one.step)) say('waiting')
    else say('counted')
    if (found.at(-1)?.state !== 'not-possible') hasFirst = true
  }
  return found
}

// --- numbers ---

const billion = 10n ** 9n
const scaled = (text: string): bigint => {
  const [, sign, whole = '0', fraction = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text) ?? []
  return BigInt(`${sign ?? ''}${whole}${fraction.padEnd(9, '0').slice(0, 9)}`)
}
const placesIn = (text: string) => text.split('.')[1]?.length ?? 0

/** What some responses come to for an indicator; `places`: the finest decimals that were added. */
export function tally({ measure }: Asked, responses: readonly Response[]) {
  const sum = { answered: 0, top: 0n, bottom: 0n, topPlaces: 0, bottomPlaces: 0 }
  for (const { answers } of responses) {
    const at = (name: string) => answers.get(name)
    const choices = 'choices' in measure ? measure.choices : undefined
    if (choices) {
      const answer = 'question' in measure ? at(measure.question) : undefined
      if (answer === undefined) continue
      const chosen = Array.isArray(answer) ? answer : [answer]
      sum.top += choices.some((one) => chosen.includes(one)) ? billion : 0n
      sum.bottom += billion
    } else {
      const [a, b] =
        measure.kind === 'ratio' ? [at(measure.numerator), at(measure.denominator)] : [at(measure.question), '1']
      if (a === undefined || b === undefined) continue
      sum.top += scaled(String(a))
      sum.bottom += scaled(String(b))
      sum.topPlaces = Math.max(sum.topPlaces, placesIn(String(a)))
      sum.bottomPlaces = Math.max(sum.bottomPlaces, placesIn(String(b)))
    }
    sum.answered += 1
  }
  return sum
}
export type Sums = ReturnType<typeof tally>

/** A rate: each unit that had to answer for itself, with its members or as one; choices are counted once among units. */
export function rateOver(
  indicator: Asked & { measure: { kind: 'rate' } },
  units: readonly { responses: readonly Response[]; members: number }[],
): Sums {
  const all = tally(indicator, [])
  for (const { responses, members } of units) {
    const own = tally(indicator, responses)
    const isOnce = indicator.measure.per === 'units' && indicator.measure.choices !== undefined
    all.answered += own.answered
    all.top += isOnce && own.top > billion ? billion : own.top
    all.bottom += indicator.measure.per === 'units' ? billion : BigInt(members) * billion
    all.topPlaces = Math.max(all.topPlaces, own.topPlaces)
  }
  return all
}
const isPlain = ({ kind }: Measure) => kind === 'sum' || kind === 'count'

/** a/b at so many decimals, half away from zero. */
function rounded(a: bigint, b: bigint, places: number): bigint {
  const [top, bottom] = [(a < 0n ? -a : a) * 10n ** BigInt(places), b < 0n ? -b : b]
  const whole = top / bottom
  const up = (top % bottom) * 2n >= bottom ? whole + 1n : whole
  return a < 0n === b < 0n ? up : -up
}

export type Language = 'vi' | 'en'
/** `units` of 10^-places, as it is written. */
export function written(units: bigint, places: number, language: Language): string {
  const digits = String(units < 0n ? -units : units).padStart(places + 1, '0')
  const whole = digits.slice(0, digits.length - places)
  const [point, dot] = language === 'vi' ? [',', '.'] : ['.', ',']
  let grouped = ''
  for (const [index, digit] of [...whole].entries())
    grouped += index > 0 && (whole.length - index) % 3 === 0 ? dot + digit : digit
  return `${units < 0n ? '-' : ''}${grouped}${places > 0 ? point + digits.slice(-places) : ''}`
}
const percentSign = { vi: '\u00a0%', en: '%' }

export type Value = { readonly units: bigint; readonly places: number } | undefined
/** The rounded value that changes are worked out from: of a percentage in points. */
export function roundedValue({ measure, format, decimals }: Asked, { answered, top, bottom }: Sums): Value {
  const whole = isPlain(measure) ? billion : bottom
  if (answered === 0 || whole === 0n) return undefined
  return { units: rounded(format === 'percent' ? top * 100n : top, whole, decimals), places: decimals }
}

/** As it is printed; undefined where there is nothing to print. All and none are said without decimals, where they are shares. */
export function valueText(indicator: Asked, sums: Sums, language: Language): string | undefined {
  const value = roundedValue(indicator, sums)
  if (!value) return undefined
  const sign = indicator.format === 'percent' ? percentSign[language] : ''
  const isShare = indicator.format === 'percent' && !isPlain(indicator.measure)
  if (isShare && (sums.top === 0n || sums.top === sums.bottom)) return (sums.top === 0n ? '0' : '100') + sign
  return written(value.units, value.places, language) + sign
}

export function changeText(now: Value, then: Value, language: Language): string | undefined {
  if (!now || !then) return undefined
  const units = now.units - then.units
  if (units === 0n) return '0'
  return (units > 0n ? '+' : '−') + written(units < 0n ? -units : units, now.places, language)
}

/** One of the sums as it is printed, with the decimals that people wrote. */
export const sumText = (units: bigint, places: number, language: Language): string =>
  written(units / 10n ** BigInt(9 - places), places, language)

export function rateText(some: number, all: number, language: Language): string | undefined {
  if (all === 0) return undefined
  if (some === 0 || some === all) return `${some === 0 ? '0' : '100'}${percentSign[language]}`
  return written(rounded(BigInt(some) * 100n, BigInt(all), 1), 1, language) + percentSign[language]
}

export function isMet({ target, measure }: Asked, { answered, top, bottom }: Sums): boolean | undefined {
  const whole = isPlain(measure) ? billion : bottom
  if (!target || answered === 0 || whole === 0n) return undefined
  // top/whole against value, with the sign of the whole.
  const difference = (top * billion - scaled(target.value) * whole) * (whole < 0n ? -1n : 1n)
  return target.direction === 'at-least' ? difference >= 0n : difference <= 0n
}

// --- the tree ---

type Unit = {
  id: string
  states: readonly { from: string; name: string; parentId: string | null; members: number }[]
  closed?: { from: string; successors: readonly string[]; enteredOn?: string } | undefined
}

/** Who stood where on a day. */
export function treeAt(history: readonly Unit[], day: string) {
  const byId = new Map(history.map((unit) => [unit.id, unit]))
  const stateOf = (id: string) => byId.get(id)?.states.findLast(({ from }) => from <= day)
  const isGone = (id: string) => (byId.get(id)?.closed?.from ?? '9999') <= day
  const stands = (id: string) => stateOf(id) !== undefined && !isGone(id)
  const lineUp = (id: string): string[] => {
    const parent = stateOf(id)?.parentId
    return parent ? [id, ...lineUp(parent)] : [id]
  }
  /** The standing unit that it counts under. */
  const placeOf = (id: string): string | undefined => {
    const unit = byId.get(id)
    if (!unit || stands(id)) return unit && id
    const state = stateOf(id)
    const above = (state ?? unit.states[0])?.parentId
    const heirs = state ? (unit.closed?.successors ?? []).flatMap((one) => placeOf(one) ?? []) : []
    const [first, ...others] = heirs.map(lineUp)
    return first?.find((one) => others.every((line) => line.includes(one))) ?? (above ? placeOf(above) : undefined)
  }
  const membersOf = (id: string) => (stateOf(id) ?? byId.get(id)?.states[0])?.members ?? 0
  const nameOf = (id: string) => (stateOf(id) ?? byId.get(id)?.states[0])?.name ?? ''
  const isBelow = (id: string, top: string): boolean => {
    const place = placeOf(id)
    return id === top || (place !== undefined && lineUp(place).includes(top))
  }
  /** It is expected as one knew it on that day: what was entered later changes nothing. */
  const wasExpected = (id: string): boolean => {
    const unit = byId.get(id)
    const enteredLater = (one: Unit) => (one.closed?.enteredOn ?? '') > day
    const came = unit?.states[0]?.from
    const cameLater = history.some(
      (one) => one.closed?.successors.includes(id) && one.closed.from === came && isGone(one.id) && enteredLater(one),
    )
    return unit !== undefined && stateOf(id) !== undefined && !cameLater && (stands(id) || enteredLater(unit))
  }
  return { byId, stands, placeOf, lineUp, nameOf, membersOf, isBelow, wasExpected }
}

/** The last day of a period, or today while it lasts. */
export const dayFor = (period: string, today: string): string => {
  const end = new Date(spanOf(period).end).toISOString().slice(0, 10)
  return end < today ? end : today
}
