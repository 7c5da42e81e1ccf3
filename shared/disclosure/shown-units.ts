// Which units' figures may be shown, so that no small group is shown and none can be computed from what is: threshold and
// complementary suppression over the tree of units (Hundepool et al., Statistical Disclosure Control, 2012, chapter 4).

/** A group of fewer answers is never shown, nor can it be computed. */
export const leastAnswers = 5

/**
 * Answers of one unit itself, by the groups that are told apart (one entry: all together). Every unit of a tree has the same
 * number of entries.
 */
type GroupCounts = readonly number[]

export type CountedUnit<Id extends string = string> = {
  readonly id: Id
  /** What was answered at the unit itself, without the units below it. */
  readonly own: GroupCounts
  readonly children: readonly CountedUnit<Id>[]
}

/** What may stand by itself: nothing at all, or no group that has answers and too few of them. */
const isFit = (counts: GroupCounts): boolean => counts.every((count) => count === 0 || count >= leastAnswers)

const isNothing = (counts: GroupCounts): boolean => counts.every((count) => count === 0)

const add = (a: GroupCounts, b: GroupCounts): GroupCounts => a.map((count, index) => count + (b[index] ?? 0))

const sumOf = (counts: GroupCounts): number => counts.reduce((sum, count) => sum + count, 0)

/** A shown unit, with the answers under it that no shown unit below it holds. */
type Region<Id extends string> = { readonly id: Id; readonly rest: GroupCounts; readonly below: readonly Region<Id>[] }

/** What is shown under a unit, and the answers there that belong to no region yet. */
type Seen<Id extends string> = { readonly rest: GroupCounts; readonly regions: readonly Region<Id>[] }

const withFewest = <Id extends string>(regions: readonly Region<Id>[]): Region<Id> | undefined =>
  regions.reduce<Region<Id> | undefined>(
    (least, region) => (least === undefined || sumOf(region.rest) < sumOf(least.rest) ? region : least),
    undefined,
  )

/**
 * Hides shown units, those with the fewest answers first, until the rest is fit; undefined where it isn't with all of them
 * hidden. The units below a hidden one stay shown.
 */
function absorb<Id extends string>({ rest, regions }: Seen<Id>): Seen<Id> | undefined {
  let seen: Seen<Id> = { rest, regions }
  while (!isFit(seen.rest)) {
    const hidden = withFewest(seen.regions)
    if (!hidden) return undefined
    seen = {
      rest: add(seen.rest, hidden.rest),
      regions: [...seen.regions.filter((region) => region !== hidden), ...hidden.below],
    }
  }
  return seen
}

function look<Id extends string>(unit: CountedUnit<Id>, allowed: (id: Id) => boolean): Seen<Id> {
  const below = unit.children.map((child) => look(child, allowed))
  const open: Seen<Id> = {
    rest: below.reduce((rest, seen) => add(rest, seen.rest), unit.own),
    regions: below.flatMap(({ regions }) => regions),
  }
  if (!allowed(unit.id)) return open
  const closed = absorb(open)
  if (!closed) return open
  // Without answers of its own, and nothing hidden below, it is the sum of what is shown.
  const isEmpty = isNothing(closed.rest) && closed.regions.length === 0
  if (isEmpty) return open
  return { rest: unit.own.map(() => 0), regions: [{ id: unit.id, ...{ rest: closed.rest, below: closed.regions } }] }
}

const idsOf = <Id extends string>({ id, below }: Region<Id>): Id[] => [id, ...below.flatMap(idsOf)]

/**
 * The units whose figures (their own answers and those of all units below) may be shown. Higher units come first: where the
 * rest of a unit beside its shown children would be too small a group, the smallest of them is hidden, and not the unit.
 *
 * Why nothing hidden can be computed: shown units part all answers into regions (a unit without the shown units below it);
 * every region is fit, regions don't overlap, and whatever set of answers can be had by adding and taking away what is shown
 * is a union of regions, in whole groups. `allowed`: the units that a coarser figure shows; figures that tell more groups
 * apart may only be shown there, or the difference of both would be a new one.
 */
export function shownUnits<Id extends string>(
  top: CountedUnit<Id>,
  allowed: (id: Id) => boolean = () => true,
): ReadonlySet<Id> {
  return new Set(look(top, allowed).regions.flatMap(idsOf))
}
