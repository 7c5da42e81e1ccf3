// The results of a survey's period as they are released, once: what leaves the answers for good. Which units' figures are in it
// is decided by disclosure/shown-units.ts, question by question; nothing of a single answer is.

import * as v from 'valibot'
import { type CountedUnit, leastAnswers, shownUnits } from '../disclosure/shown-units.ts'
import { addDecimals, decimalText, toDecimal, zero } from '../form/decimal.ts'
import { FormReference } from '../form/form.ts'
import { CampaignId, PeriodId, UnitId } from '../ids.ts'
import { type Branch, counted, inOrder } from './branch.ts'
import { classEdges, classOf } from './classes.ts'
import { Rate } from './rates.ts'
import { answeringWays } from './survey.ts'
import {
  addCount,
  type Count,
  emptyCount,
  kindsOfResult,
  type PlaceTally,
  type SurveyQuestion,
  type SurveyQuestions,
} from './tally.ts'

/** What decided which figures are released; another rule gets another name. */
const releaseRule = `least-${leastAnswers}-tree-1`

const Whole = v.pipe(v.number(), v.safeInteger(), v.minValue(0))

const Figure = v.strictObject({
  unit: UnitId,
  /** How many answered the question, in the unit and all below it. */
  n: Whole,
  /** For each of the question's options. */
  counts: v.array(Whole),
  /** Of all numbers, exact. */
  sum: v.optional(v.string()),
  /** In the order of the alphabet: those that no released unit below has; n counts them all. */
  texts: v.optional(v.array(v.string())),
})
type Figure = v.InferOutput<typeof Figure>

const Group = v.strictObject({ category: v.string(), figure: Figure })

const ReleasedQuestion = v.strictObject({
  key: v.string(),
  kind: v.picklist(kindsOfResult),
  /** Names of choices; where the classes of numbers begin, the first of which has no beginning. */
  options: v.array(v.string()),
  /** Each number is a class of its own: a scale that the form bounds. */
  isScale: v.boolean(),
  figures: v.array(Figure),
  by: v.array(v.strictObject({ breakdown: v.string(), groups: v.array(Group) })),
})
export type ReleasedQuestion = v.InferOutput<typeof ReleasedQuestion>

export const Release = v.strictObject({
  rule: v.string(),
  campaign: CampaignId,
  period: PeriodId,
  way: v.picklist(answeringWays),
  form: FormReference,
  /** Units as they stood at the period's end, those above first. */
  units: v.array(v.strictObject({ id: UnitId, name: v.string(), parent: v.nullable(UnitId) })),
  rates: v.array(Rate),
  /** Units in which enough answered, with how many did. */
  answers: v.array(v.strictObject({ unit: UnitId, n: Whole })),
  questions: v.array(ReleasedQuestion),
})
export type Release = v.InferOutput<typeof Release>

/** The units whose figures may be shown, of those that are allowed; shownUnits, but in tests that show what goes wrong without. */
export type ShowRule = (top: CountedUnit<UnitId>, allowed?: (id: UnitId) => boolean) => ReadonlySet<UnitId>

/** Sums of each unit with all below it. */
function summed(top: Branch, own: (id: UnitId) => Count | undefined): ReadonlyMap<UnitId, Count> {
  const sums = new Map<UnitId, Count>()
  const sum = ({ id, children }: Branch): Count => {
    const all = emptyCount()
    const here = own(id)
    if (here) addCount(all, here)
    for (const child of children) addCount(all, sum(child))
    sums.set(id, all)
    return all
  }
  sum(top)
  return sums
}

/** Each shown unit's own part: what is under it and under no shown unit below it. */
function regions(top: Branch, shown: ReadonlySet<UnitId>, own: (id: UnitId) => Count | undefined) {
  const parts = new Map<UnitId, Count>()
  const walk = ({ id, children }: Branch, above: Count) => {
    const part = shown.has(id) ? emptyCount() : above
    if (shown.has(id)) parts.set(id, part)
    const here = own(id)
    if (here) addCount(part, here)
    for (const child of children) walk(child, part)
  }
  walk(top, emptyCount())
  return parts
}

const each = (of: ReadonlyMap<string, number>): string[] =>
  [...of].flatMap(([text, times]) => Array.from({ length: times }, () => text)).sort()

/** What a question is counted by: choices of the form first, then what else was chosen; classes for numbers. */
function optionsOf({ kind, choices, scale }: SurveyQuestion, all: Count): string[] {
  if (kind === 'number') return (scale?.slice(1) ?? classEdges(all.of)).map(String)
  if (kind !== 'choices' && kind !== 'ranking') return []
  return [...choices, ...[...all.of.keys()].filter((name) => !choices.includes(name)).sort()]
}

function figureOf({ kind }: SurveyQuestion, options: readonly string[], unit: UnitId, { n, of }: Count): Figure {
  if (kind === 'number') {
    const edges = options.map(Number)
    const counts = [0, ...edges.map(() => 0)]
    let sum = zero
    for (const [text, times] of of) {
      const at = classOf(edges, Number(text))
      counts[at] = (counts[at] ?? 0) + times
      const value = toDecimal(text)
      sum = addDecimals(sum, { ...value, units: value.units * BigInt(times) })
    }
    return { unit, n, counts, sum: decimalText(sum) }
  }
  return { unit, n, counts: options.map((name) => of.get(name) ?? 0) }
}

type Counting = {
  readonly top: Branch
  readonly survey: SurveyQuestions
  readonly places: ReadonlyMap<UnitId, PlaceTally>
  readonly show: ShowRule
}

/** The categories of a break-down that anybody chose, in the order of the form; "" for who chose none. */
function categoriesOf({ survey, places }: Counting, breakdown: string): string[] {
  const chosen = new Set<string>()
  for (const { questions } of places.values())
    for (const { by } of questions.values()) for (const name of by.get(breakdown)?.keys() ?? []) chosen.add(name)
  const known = survey.questions.find(({ key }) => key === breakdown)?.choices ?? []
  return [...known, ...[...chosen].filter((name) => !known.includes(name)).sort()].filter((name) => chosen.has(name))
}

/** Units where a break-down itself may be shown: there each of its categories, and who chose none, are enough. */
function unitsOfBreakdown(counting: Counting, breakdown: string, answers: ReadonlySet<UnitId>): ReadonlySet<UnitId> {
  const { top, places, show } = counting
  const categories = categoriesOf(counting, breakdown).filter((name) => name !== '')
  const own = (id: UnitId) => {
    const place = places.get(id)
    const count = place?.questions.get(breakdown)?.all
    return [...categories.map((name) => count?.of.get(name) ?? 0), (place?.answers ?? 0) - (count?.n ?? 0)]
  }
  return show(counted(top, own), (id) => answers.has(id))
}

function releasedQuestion(
  counting: Counting,
  question: SurveyQuestion,
  answers: ReadonlySet<UnitId>,
  breakdowns: ReadonlyMap<string, ReadonlySet<UnitId>>,
): ReleasedQuestion {
  const { top, places, show } = counting
  const { key, kind, scale } = question
  const own = (id: UnitId) => places.get(id)?.questions.get(key)?.all
  const ofBreakdown = breakdowns.get(key)
  const shown =
    ofBreakdown ??
    show(
      counted(top, (id) => [own(id)?.n ?? 0]),
      (id) => answers.has(id),
    )
  const sums = summed(top, own)
  const options = optionsOf(question, sums.get(top.id) ?? emptyCount())
  const units = inOrder(top)
  const parts = kind === 'texts' ? regions(top, shown, own) : undefined
  const figuresIn = (sumsOf: ReadonlyMap<UnitId, Count>, set: ReadonlySet<UnitId>): Figure[] =>
    units.flatMap((unit) => {
      const count = sumsOf.get(unit)
      return count && set.has(unit) ? [figureOf(question, options, unit, count)] : []
    })
  const figures = figuresIn(sums, shown).map((figure) => {
    const part = parts?.get(figure.unit)
    return part ? { ...figure, texts: each(part.of) } : figure
  })
  // A break-down by another one would tell the groups of both apart, and texts are told once.
  const isWhole = ofBreakdown !== undefined || kind === 'texts'
  const by = [...(isWhole ? [] : breakdowns)].map(([breakdown, allowed]) => {
    const categories = categoriesOf(counting, breakdown)
    const ownOf = (category: string) => (id: UnitId) =>
      places.get(id)?.questions.get(key)?.by.get(breakdown)?.get(category)
    const fine = show(
      counted(top, (id) => categories.map((category) => ownOf(category)(id)?.n ?? 0)),
      (id) => shown.has(id) && allowed.has(id),
    )
    const groups = categories.flatMap((category) =>
      figuresIn(summed(top, ownOf(category)), fine).map((figure) => ({ category, figure })),
    )
    return { breakdown, groups }
  })
  return { key, kind, options, isScale: kind === 'number' && scale !== undefined, figures, by }
}

export type CountedSurvey = {
  readonly campaign: CampaignId
  readonly period: PeriodId
  readonly way: Release['way']
  readonly form: FormReference
  readonly units: Release['units']
  readonly rates: readonly Rate[]
  readonly top: Branch
  readonly survey: SurveyQuestions
  readonly places: ReadonlyMap<UnitId, PlaceTally>
}

/**
 * What is released. Three rounds of deciding, each within the one before: units in which enough answered, those in which
 * enough answered the question, those in which every category of a break-down that answered it is enough (and is where the
 * break-down is shown by itself). The same answers always give the same release.
 */
export function releaseOf(
  { campaign, period, way, form, units, rates, top, survey, places }: CountedSurvey,
  show: ShowRule = shownUnits,
): Release {
  const counting = { top, survey, places, show }
  const answered = (id: UnitId): Count => ({ n: places.get(id)?.answers ?? 0, of: new Map() })
  const shown = show(counted(top, (id) => [answered(id).n]))
  const sums = summed(top, answered)
  const breakdowns = new Map(
    survey.breakdowns.map((breakdown) => [breakdown, unitsOfBreakdown(counting, breakdown, shown)] as const),
  )
  return {
    ...{ rule: releaseRule, campaign, period, way, form, units: [...units], rates: [...rates] },
    answers: inOrder(top)
      .filter((unit) => shown.has(unit))
      .map((unit) => ({ unit, n: sums.get(unit)?.n ?? 0 })),
    questions: survey.questions.map((question) => releasedQuestion(counting, question, shown, breakdowns)),
  }
}
