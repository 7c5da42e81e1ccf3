// Slices to pages. Everything a report shows comes as slices of known height that are never cut; pages are filled from
// the top in one pass, so that a long report costs what its length costs and no more. Slices come one by one: those of a
// long table are made when they are placed, and are gone with the next.

import { type Mark, moved } from './marks.ts'

export type Slice = {
  height: number
  /** Space above, left out at the top of a page. */
  above: number
  /** Marks relative to the slice's top left corner in the text area. */
  marks: readonly Mark[]
  /** Stands on the same page as the slice that follows: a heading, the first line of a paragraph. */
  withNext: boolean
  /** Rules down the slice, one for each place. Slices that share them and stand one below the other are ruled in one stroke. */
  upright?: Upright
  /** Printed again above this slice when it comes first on a page: a table's header row. */
  repeated?: Slice
}

export type Upright = { readonly at: readonly number[]; readonly thickness: number }

/** A page's marks, from where the corner of the text area is said to be. */
export type Page = readonly Mark[]

/** Slices chained by `withNext` move together, unless the chain is taller than a page. */
export function cutPages(slices: Iterable<Slice>, height: number, corner = { left: 0, top: 0 }): Page[] {
  const pages: Mark[][] = [[]]
  let used = 0
  let ruled: { upright: Upright; from: number; to: number } | undefined
  const place = (slice: Slice) => {
    const page = pages[pages.length - 1]
    const lead = used === 0 ? slice.repeated : undefined
    for (const part of lead ? [lead, slice] : [slice]) {
      used += used === 0 ? 0 : part.above
      for (const mark of part.marks) page?.push(moved(mark, corner.left, corner.top + used))
      if (!part.upright || part.above > 0 || part.upright !== ruled?.upright) rule()
      if (part.upright) ruled = { upright: part.upright, from: ruled?.from ?? used, to: used + part.height }
      used += part.height
    }
  }
  for (const chain of chainsOf(slices)) {
    if (used > 0 && used + heightOf(chain) > height) breakPage()
    for (const slice of chain) {
      if (used > 0 && used + slice.above + slice.height > height) breakPage()
      place(slice)
    }
  }
  rule()
  return pages

  function rule() {
    if (!ruled) return
    const { upright, from, to } = ruled
    const [y1, y2] = [corner.top + from, corner.top + to]
    for (const at of upright.at) {
      const x = corner.left + at
      pages.at(-1)?.push({ mark: 'line', x1: x, x2: x, y1, y2, thickness: upright.thickness, tone: 'ink' })
    }
    ruled = undefined
  }

  function breakPage() {
    rule()
    pages.push([])
    used = 0
  }
}

function* chainsOf(slices: Iterable<Slice>): Iterable<readonly Slice[]> {
  let chain: Slice[] = []
  for (const slice of slices) {
    chain.push(slice)
    if (slice.withNext) continue
    yield chain
    chain = []
  }
  if (chain.length > 0) yield chain
}

const heightOf = (chain: readonly Slice[]): number => chain.reduce((sum, slice) => sum + slice.above + slice.height, 0)
