// The words of the appearance column (https://docs.getodk.org/form-question-types/), as the pages understand them.

import type { XlsNode } from '../../shared/xlsform/form.ts'

export const words = (source: XlsNode | undefined): ReadonlySet<string> =>
  new Set(
    (source?.appearance ?? '')
      .toLowerCase()
      .split(/\s+/)
      .filter((word) => word !== ''),
  )

/** The share of a wide page's row that a question takes, from 1 to 12 (w1 to w12); undefined for a row of its own. */
export function columnsOf(source: XlsNode): number | undefined {
  for (const word of words(source)) {
    const width = /^w(\d{1,2})$/.exec(word)?.[1]
    if (width !== undefined) return Math.min(12, Math.max(1, Number(width)))
  }
  return undefined
}

/** How the choices of a set stand: in one row, in columns, or below each other. */
export function arrangement(source: XlsNode): 'likert' | 'columns' | 'list' {
  const all = [...words(source)]
  if (all.includes('likert')) return 'likert'
  return all.some((word) => /^(horizontal|columns|compact|quickcompact|horizontal-compact)/.test(word))
    ? 'columns'
    : 'list'
}
