// How columns share the width of a table.

/** Columns that would be too narrow get their least width; the others share what is left by weight. */
export function share(total: number, weights: readonly number[], least: readonly number[]): number[] {
  if (sum(least) > total) return scaled(total, least)
  const fixed = new Set<number>()
  for (;;) {
    const free = total - sum(least.filter((_, column) => fixed.has(column)))
    const weight = sum(weights.map(positive).filter((_, column) => !fixed.has(column)))
    const widths = weights.map((own, column) =>
      fixed.has(column) ? (least[column] ?? 0) : (free * positive(own)) / weight,
    )
    const narrow = widths.findIndex((width, column) => !fixed.has(column) && width < (least[column] ?? 0))
    if (narrow < 0) return widths
    fixed.add(narrow)
  }
}

/** Without room for every word the widest columns give way, and their words are cut. */
function scaled(total: number, least: readonly number[]): number[] {
  const cap = total / least.length
  const over = sum(least.map((width) => Math.max(0, width - cap)))
  const room = total - sum(least.map((width) => Math.min(width, cap)))
  return least.map((width) => Math.min(width, cap) + (room * Math.max(0, width - cap)) / over)
}

const positive = (weight: number) => Math.max(weight, 0.01)
const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0)
