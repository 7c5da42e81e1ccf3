// A sentence of a report is a list of runs, so that each figure in it keeps its source.

import type { Run } from '../report/document.ts'

/** A number of things: as a figure to print, and as the number that decides between singular and plural. */
export type Count = { readonly n: number; readonly run: Run }

export type Piece = string | Run | Count | readonly Run[]

/** Makes a sentence: say`${reported} of ${expected} cells`. Neighbouring words become one run; figures stay alone. */
export function say(strings: TemplateStringsArray, ...pieces: readonly Piece[]): Run[] {
  const runs: Run[] = []
  for (const [index, text] of strings.entries()) {
    const piece = pieces[index]
    for (const run of [{ text }, ...(piece === undefined ? [] : runsOf(piece))]) {
      const last = runs.at(-1)
      if (run.text === '') continue
      if (last && !last.source && !run.source) runs[runs.length - 1] = { text: last.text + run.text }
      else runs.push(run)
    }
  }
  return runs
}

function runsOf(piece: Piece): readonly Run[] {
  if (typeof piece === 'string') return [{ text: piece }]
  if ('n' in piece) return [piece.run]
  return 'text' in piece ? [piece] : piece
}

/** Puts runs in a row with a separator between them. */
export const joined = (parts: readonly Piece[], separator: string): Run[] =>
  parts.flatMap((part, index) => (index === 0 ? runsOf(part) : [{ text: separator }, ...runsOf(part)]))

export type Reached = { readonly reported: Count; readonly expected: Count; readonly rate: Run }
export type Part = { readonly part: Run; readonly whole: Count; readonly rate: Run }
export type Result = {
  readonly name: string
  readonly value: Run
  /** Numerator over denominator, where the value is a ratio. */
  readonly parts: readonly [Run, Run] | undefined
  readonly range: readonly [Run, Run] | undefined
  readonly target: { readonly text: string; readonly met: boolean } | undefined
  /** Units that meet the target, of those with a value. */
  readonly units: readonly [Count, Count] | undefined
}
