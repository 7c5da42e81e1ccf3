// Slices to pages. Everything a report shows comes as slices of known height that are never cut; pages are filled from
// the top in one pass, so that a long report costs what its length costs and no more.

import { type Mark, moved } from './marks.ts'

export type Slice = {
  height: number
  /** Space above, left out at the top of a page. */
  above: number
  /** Marks relative to the slice's top left corner in the text area. */
  marks: readonly Mark[]
  /** Stands on the same page as the slice that follows: a heading, the first line of a paragraph. */
  withNext: boolean
  /** Printed again above this slice when it comes first on a page: a table's header row. */
  repeated?: Slice
}

/** A page's marks, from where the corner of the text area is said to be. */
export type Page = readonly Mark[]

/** Slices chained by `withNext` move together, unless the chain is taller than a page. */
export function cutPages(slices: readonly Slice[], height: number, corner = { left: 0, top: 0 }): Page[] {
  const pages: Mark[][] = [[]]
  let used = 0
  const place = (slice: Slice) => {
    const page = pages[pages.length - 1]
    const lead = used === 0 ? slice.repeated : undefined
    for (const part of lead ? [lead, slice] : [slice]) {
      used += used === 0 ? 0 : part.above
      for (const mark of part.marks) page?.push(moved(mark, corner.left, corner.top + used))
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
  return pages

  function breakPage() {
    pages.push([])
    used = 0
  }
}

function chainsOf(slices: readonly Slice[]): Slice[][] {
  const chains: Slice[][] = []
  let chain: Slice[] = []
  for (const slice of slices) {
    chain.push(slice)
    if (slice.withNext) continue
    chains.push(chain)
    chain = []
  }
  return chain.length === 0 ? chains : [...chains, chain]
}

const heightOf = (chain: readonly Slice[]): number => chain.reduce((sum, slice) => sum + slice.above + slice.height, 0)
