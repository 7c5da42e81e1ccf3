// An indicator over periods as a line of a few words' width: geometry alone, for a page to draw.

export type Sparkline = {
  readonly width: number
  readonly height: number
  /** Runs of neighbouring values: a period without one breaks the line. */
  readonly runs: readonly (readonly { readonly x: number; readonly y: number }[])[]
  /** Where the target lies; undefined without one. */
  readonly target: number | undefined
}

const size = { width: 120, height: 32, padding: 4 }

/** Undefined where there is no value at all. Values are for drawing only: exact figures stand beside the line. */
export function sparkline(values: readonly (number | undefined)[], target: number | undefined): Sparkline | undefined {
  const known = values.filter((value) => value !== undefined)
  if (known.length === 0) return undefined
  const reach = target === undefined ? known : [...known, target]
  const [least, most] = [Math.min(...reach), Math.max(...reach)]
  const { width, height, padding } = size
  const y = (value: number) =>
    most === least ? height / 2 : height - padding - ((value - least) / (most - least)) * (height - 2 * padding)
  const step = values.length > 1 ? (width - 2 * padding) / (values.length - 1) : 0
  const x = (at: number) => (values.length > 1 ? padding + at * step : width / 2)
  const runs: { x: number; y: number }[][] = [[]]
  for (const [at, value] of values.entries()) {
    if (value === undefined) runs.push([])
    else runs.at(-1)?.push({ x: rounded(x(at)), y: rounded(y(value)) })
  }
  return {
    width,
    height,
    runs: runs.filter((run) => run.length > 0),
    target: target === undefined ? undefined : rounded(y(target)),
  }
}

const rounded = (value: number): number => Math.round(value * 10) / 10
