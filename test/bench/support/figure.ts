// A figure as it is printed: one line of JSON. A budget stands beside its value and fails nothing, because a machine that
// is busy would fail it too.

type Detail = { readonly [name: string]: string | number | boolean | Detail }

/** `budget`: the most the value should be. */
export function printFigure(
  bench: string,
  value: number,
  unit: string,
  { budget, detail = {} }: { readonly budget?: number; readonly detail?: Detail } = {},
): void {
  const judged = budget === undefined ? {} : { budget, withinBudget: value <= budget }
  console.log(JSON.stringify({ bench, value: rounded(value), unit, ...judged, ...detail }))
}

/** Four digits are more than a run tells apart from the next one. */
export const rounded = (value: number): number =>
  Number.isInteger(value) || Math.abs(value) >= 10_000 ? Math.round(value) : Number(value.toPrecision(4))
