// Somebody who holds a release and nothing else but what is no secret (the tree of units, the form, where nobody answered):
// which groups of too few answers can be computed from it? Learns sums as disclosure/attacker-fixture.ts does.

import { Known } from '../disclosure/attacker-fixture.ts'
import { leastAnswers } from '../disclosure/shown-units.ts'
import type { Answers } from '../form/answers.ts'
import type { Release } from './results.ts'

/** An answer as it was given, which only the judge knows. */
export type Given = { readonly unit: string; readonly answers: Answers }

/** Categories of two break-downs, "" where none was chosen. */
export type Categories = { readonly [breakdown: string]: readonly string[] }

type Atom = { readonly unit: string; readonly chosen: readonly string[] }

/** Sums that the attacker holds, each with what the release calls it. */
type Told = { readonly name: string; readonly n: number; readonly holds: (atom: Atom) => boolean }

const isUnder = (release: Release) => {
  const parents = new Map<string, string | null>(release.units.map(({ id, parent }) => [id, parent]))
  return (unit: string, top: string): boolean => {
    for (let at: string | null = unit; at !== null; at = parents.get(at) ?? null) if (at === top) return true
    return false
  }
}

/** Every sum over people that a release tells of a question. */
function toldOf(release: Release, key: string, breakdowns: readonly string[]): Told[] {
  const under = isUnder(release)
  const question = release.questions.find((one) => one.key === key)
  if (!question) throw new Error(`No question ${key} was released`)
  const all = question.figures.map(({ unit, n }) => ({
    name: `${unit}`,
    n,
    holds: (atom: Atom) => under(atom.unit, unit),
  }))
  const grouped = question.by.flatMap(({ breakdown, groups }) =>
    groups.map(({ category, figure: { unit, n } }) => ({
      name: `${unit} ${breakdown}=${category}`,
      n,
      holds: (atom: Atom) => under(atom.unit, unit) && atom.chosen[breakdowns.indexOf(breakdown)] === category,
    })),
  )
  // A break-down's own figure tells how many are in each of its groups.
  const at = breakdowns.indexOf(key)
  const own = question.figures.flatMap(({ unit, counts }) =>
    question.options.map((option, index) => ({
      name: `${unit} is ${option}`,
      n: counts[index] ?? 0,
      holds: (atom: Atom) => under(atom.unit, unit) && atom.chosen[at] === option,
    })),
  )
  return [...all, ...grouped, ...(at < 0 ? [] : own)]
}

/**
 * The groups of a question with too few answers that can be computed from a release, by name. `knowsSizes`: the attacker also
 * holds how many answered in each unit itself, as response rates tell while a survey is open. Then how many there are is no
 * secret, and what must not be computed is what they chose; where all that answered in a unit and around it chose the same,
 * that is told by any figure of all.
 */
export function computableGroups(
  release: Release,
  key: string,
  categories: Categories,
  given: readonly Given[],
  knowsSizes = false,
): string[] {
  const under = isUnder(release)
  const breakdowns = Object.keys(categories)
  const combined = breakdowns.reduce<string[][]>(
    (rows, breakdown) => rows.flatMap((row) => (categories[breakdown] ?? []).map((name) => [...row, name])),
    [[]],
  )
  const chosenBy = ({ answers }: Given) => breakdowns.map((breakdown) => String(answers.get(breakdown) ?? ''))
  const answered = given.filter(({ answers }) => answers.has(key))
  const truth = (holds: (atom: Atom) => boolean) =>
    answered.filter((one) => holds({ unit: one.unit, chosen: chosenBy(one) })).length

  const told = toldOf(release, key, breakdowns)
  for (const { name, n, holds } of told) if (truth(holds) !== n) throw new Error(`${key} ${name}: ${n} is not true`)
  const units = release.units.map(({ id }) => id)
  const isEmptyUnit = (unit: string) => !given.some((one) => one.unit === unit)
  // What is known to be nobody is no unknown.
  const atoms: Atom[] = units
    .flatMap((unit) => combined.map((chosen) => ({ unit, chosen })))
    .filter((atom) => !isEmptyUnit(atom.unit) && !told.some(({ n, holds }) => n === 0 && holds(atom)))
  const rowOf = (holds: (atom: Atom) => boolean) => atoms.map((atom) => (holds(atom) ? 1n : 0n))
  const isSmall = (holds: (atom: Atom) => boolean) => {
    const n = truth(holds)
    return n > 0 && n < leastAnswers
  }

  const known = new Known()
  for (const { holds } of told) known.learn(rowOf(holds))
  if (knowsSizes) for (const unit of units) known.learn(rowOf((atom) => atom.unit === unit))
  const groups = units.flatMap((unit) =>
    [
      { name: `${unit} and below`, holds: (atom: Atom) => under(atom.unit, unit) },
      { name: `${unit} itself`, holds: (atom: Atom) => atom.unit === unit },
    ].flatMap(({ name, holds }) => [
      ...(knowsSizes ? [] : [{ name, within: holds, holds }]),
      ...breakdowns.flatMap((breakdown, at) =>
        (categories[breakdown] ?? []).map((category) => ({
          name: `${name}, ${breakdown}=${category}`,
          within: holds,
          holds: (atom: Atom) => holds(atom) && atom.chosen[at] === category,
        })),
      ),
    ]),
  )
  const isSame = ({ within, holds }: (typeof groups)[number]) => atoms.filter(within).every(holds)
  const solved = groups
    .filter((group) => isSmall(group.holds) && known.tells(rowOf(group.holds)) && !(knowsSizes && isSame(group)))
    .map(({ name }) => name)
  const differences = told.flatMap((larger) =>
    told.flatMap((smaller) => {
      const isWithin = larger !== smaller && atoms.every((atom) => larger.holds(atom) || !smaller.holds(atom))
      const rest = (atom: Atom) => larger.holds(atom) && !smaller.holds(atom)
      return isWithin && isSmall(rest) ? [`${larger.name} minus ${smaller.name}`] : []
    }),
  )
  return [...told.filter(({ holds }) => isSmall(holds)).map(({ name }) => name), ...solved, ...differences]
}
