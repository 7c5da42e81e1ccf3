// Figures in sentences that somebody has written: those of the generated sentence that still stand in the words, in their
// order, stay figures, with what they rest on. A figure that was typed by hand rests on nothing, and is never given a source.

import type { Run } from './document.ts'

const isFigure = (run: Run): boolean => run.source !== undefined && run.text.trim() !== ''

/** People type a blank where the generated sentence has one that doesn't break. */
const plain = (text: string): string => text.replaceAll('\u00a0', ' ')

/** Whether what stands there is the figure itself, and no part of a longer number or word. */
function standsAlone(text: string, from: number, to: number): boolean {
  const before = text.slice(0, from)
  const after = text.slice(to)
  return !/[\p{L}\d]$|\d[.,]$/u.test(before) && !/^[\p{L}\d]|^[.,]\d/u.test(after)
}

function find(text: string, figure: string, from: number): number {
  for (let at = text.indexOf(figure, from); at >= 0; at = text.indexOf(figure, at + 1))
    if (standsAlone(text, at, at + figure.length)) return at
  return -1
}

/** The words as runs: each figure of `generated` that is found in them, from left to right, keeps its number and source. */
export function runsAround(words: string, generated: readonly Run[]): Run[] {
  const text = plain(words)
  const runs: Run[] = []
  let done = 0
  for (const figure of generated.filter(isFigure)) {
    const at = find(text, plain(figure.text), done)
    if (at < 0) continue
    if (at > done) runs.push({ text: words.slice(done, at) })
    runs.push(figure)
    done = at + figure.text.length
  }
  if (done < words.length || runs.length === 0) runs.push({ text: words.slice(done) })
  return runs
}

const numbers = /\d[\d.,]*/g

/** Numbers in words written by hand that come from no figure and stood in no part of the generated sentence either. */
export function typedNumbers(words: string, generated: readonly Run[]): string[] {
  const known = new Set(generated.flatMap(({ text }) => text.match(numbers) ?? []))
  const typed = runsAround(words, generated)
    .filter((run) => !isFigure(run))
    .flatMap(({ text }) => text.match(numbers) ?? [])
    .map((number) => number.replace(/[.,]$/, ''))
  return [...new Set(typed)].filter((number) => !known.has(number))
}
