// What differs between two texts, word by word: the shortest edit (Myers, 1986), cut short where texts have too little in common
// for it to tell anybody anything.

export type Run = { readonly kind: 'same' | 'removed' | 'added'; readonly text: string }

/** Words, the blanks between them, and every other sign on its own. */
const token = /[\p{L}\p{M}\p{N}]+|\s+|[^\p{L}\p{M}\p{N}\s]/gu

const tokensOf = (text: string): readonly string[] => text.match(token) ?? []

/** Steps of the search at most. Its memory grows with their square: 8 MB. */
const mostEdits = 1_000

/** What was removed of `before` and added by `after`, in the order of the text; removals come before what replaces them. */
export function diffWords(before: string, after: string): readonly Run[] {
  if (before === after) return runsOf([{ kind: 'same', text: before }])
  const [a, b] = [tokensOf(before), tokensOf(after)]
  let start = 0
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1
  let [endA, endB] = [a.length, b.length]
  while (endA > start && endB > start && a[endA - 1] === b[endB - 1]) {
    endA -= 1
    endB -= 1
  }
  const middle = shortestEdit(a.slice(start, endA), b.slice(start, endB))
  return runsOf([
    { kind: 'same', text: a.slice(0, start).join('') },
    ...middle,
    { kind: 'same', text: a.slice(endA).join('') },
  ])
}

const replaced = (a: readonly string[], b: readonly string[]): readonly Run[] => [
  { kind: 'removed', text: a.join('') },
  { kind: 'added', text: b.join('') },
]

/** One run for each token; or all of the one for all of the other, where more edits are needed than anybody would read. */
function shortestEdit(a: readonly string[], b: readonly string[]): readonly Run[] {
  const most = Math.min(a.length + b.length, mostEdits)
  // How far into `a` each diagonal was followed, from -most-1 to most+1.
  const furthest = new Int32Array(2 * most + 3)
  const at = (diagonal: number) => diagonal + most + 1
  const trace: Int32Array[] = []
  for (let edits = 0; edits <= most; edits += 1) {
    trace.push(furthest.slice())
    for (let diagonal = -edits; diagonal <= edits; diagonal += 2) {
      const from = cameFrom(furthest, at, diagonal, edits)
      let x = edits === 0 ? 0 : (furthest[at(from)] ?? 0) + (from < diagonal ? 1 : 0)
      while (x < a.length && x - diagonal < b.length && a[x] === b[x - diagonal]) x += 1
      furthest[at(diagonal)] = x
      if (x >= a.length && x - diagonal >= b.length) return walkBack(a, b, trace, at)
    }
  }
  return replaced(a, b)
}

/** The diagonal from which an edit leads here: from above a token of `b` was added, from below one of `a` removed. */
function cameFrom(furthest: Int32Array, at: (diagonal: number) => number, diagonal: number, edits: number): number {
  const [below = 0, above = 0] = [furthest[at(diagonal - 1)], furthest[at(diagonal + 1)]]
  return diagonal === -edits || (diagonal !== edits && below < above) ? diagonal + 1 : diagonal - 1
}

function walkBack(
  a: readonly string[],
  b: readonly string[],
  trace: readonly Int32Array[],
  at: (diagonal: number) => number,
): readonly Run[] {
  const runs: Run[] = []
  let [x, y] = [a.length, b.length]
  for (let edits = trace.length - 1; edits >= 0; edits -= 1) {
    const furthest = trace[edits] ?? new Int32Array()
    const from = cameFrom(furthest, at, x - y, edits)
    const before = edits === 0 ? 0 : (furthest[at(from)] ?? 0)
    const entry = from < x - y && edits > 0 ? before + 1 : before
    for (; x > entry; x -= 1, y -= 1) runs.push({ kind: 'same', text: a[x - 1] ?? '' })
    if (edits === 0) break
    if (from > x - y) runs.push({ kind: 'added', text: b[y - 1] ?? '' })
    else runs.push({ kind: 'removed', text: a[x - 1] ?? '' })
    if (from > x - y) y -= 1
    else x -= 1
  }
  return runs.reverse()
}

/** Neighbours in one run, removals before additions; blanks alone between two changes belong to both. */
function runsOf(edits: readonly Run[]): readonly Run[] {
  const runs: Run[] = []
  let [same, removed, added] = ['', '', '']
  const push = (kind: Run['kind'], text: string) => {
    if (text !== '') runs.push({ kind, text })
  }
  const flush = () => {
    push('removed', removed)
    push('added', added)
    push('same', same)
    ;[same, removed, added] = ['', '', '']
  }
  for (const { kind, text } of edits) {
    if (text === '') continue
    if (kind === 'same') {
      same += text
      continue
    }
    // Blanks after a change wait in `same` to see whether another change follows.
    const isBetween = removed + added !== '' && /^\s*$/.test(same)
    if (isBetween) [same, removed, added] = ['', removed + same, added + same]
    else if (same !== '') flush()
    if (kind === 'removed') removed += text
    else added += text
  }
  flush()
  return runs
}
