// Time as the processor spent it: what other processes do meanwhile is not in it, as it would be on a clock.

/** CPU milliseconds that this process spent on the work, all its threads together. */
export async function cpuMilliseconds(work: () => unknown): Promise<number> {
  const before = process.cpuUsage()
  await work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1_000
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted[Math.floor(sorted.length / 2)]
  if (middle === undefined) throw new Error('No values, so no median')
  return middle
}

export type Timed = {
  /** Calls it makes each time it runs. */
  readonly calls: number
  /** Runs before the clock starts. */
  readonly prepare?: () => unknown
  readonly run: () => unknown
}

/** A turn takes this much of the clock, so that its grain doesn't show; the first turn only warms up, and takes longer. */
const turnMilliseconds = 300
const warmUpMilliseconds = 2_500
const turns = 7

/**
 * Calls per CPU-second of each kind of work, medians. They take turns, so that a slow spell of the machine slows all of
 * them and their ratios stay. Garbage is never collected by hand: that throws compiled code away too.
 */
export async function callsPerSecond<K extends string>(kinds: Readonly<Record<K, Timed>>): Promise<Record<K, number>> {
  const work = Object.entries<Timed>(kinds)
  for (const [, one] of work) await speedOf(one, warmUpMilliseconds)
  const speeds = new Map<string, number[]>(work.map(([name]) => [name, []]))
  for (let turn = 0; turn < turns; turn += 1)
    for (const [name, one] of work) speeds.get(name)?.push(await speedOf(one, turnMilliseconds))
  const medians = [...speeds].map(([name, values]) => [name, median(values)])
  // Object.fromEntries forgets which keys those were.
  return Object.fromEntries(medians) as Record<K, number>
}

async function speedOf({ calls, prepare, run }: Timed, milliseconds: number): Promise<number> {
  let spent = 0
  let made = 0
  while (spent < milliseconds) {
    await prepare?.()
    spent += await cpuMilliseconds(run)
    made += calls
  }
  return (made * 1_000) / spent
}
