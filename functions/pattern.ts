// Patterns that authors write, in an engine whose time grows with the text and not with the pattern's tricks: "^(a+)+$"
// takes V8 seconds on 28 characters and this a millisecond. It has no look-around and no back-references; a pattern that
// needs them is refused when a form is published, not when somebody answers.

import { RE2JS, RE2JSException } from 're2js'

const longestPattern = 500
/** "a{50}" is fifty instructions, "(a{50}){50}" 2,500: what a pattern weighs in time and memory. */
const mostInstructions = 2_000

/** Compiled patterns by their text: a form's few patterns are asked about for every answer. */
const compiled = new Map<string, RE2JS | undefined>()
const mostCompiled = 500

/** A class in brackets, an escaped sign, a bound, or any sign. */
const parts = /\[\^?\]?(?:\\.|[^\]\\])*\]|\\.|\{(\d+(?:,\d*)?)\}|./gs

/** No fewer than there will be: every sign counts as one, and what a bound like {3,50} repeats by its larger number. */
function instructionsIn(pattern: string): number {
  const open: number[] = [0]
  let last = 0
  for (const [part, bounds] of pattern.matchAll(parts)) {
    const inside = open.length > 1 && part === ')' ? open.pop() : undefined
    const repeated = bounds === undefined ? 1 : Math.max(1, ...bounds.split(',').map(Number))
    const weight = inside ?? (bounds === undefined ? 1 : last * (repeated - 1))
    if (part === '(') open.push(0)
    open.push((open.pop() ?? 0) + weight)
    last = bounds === undefined ? weight : last * repeated
  }
  return open.reduce((sum, one) => sum + one, 0)
}

function compile(pattern: string): RE2JS | undefined {
  if (pattern.length > longestPattern || instructionsIn(pattern) > mostInstructions) return undefined
  if (compiled.has(pattern)) return compiled.get(pattern)
  if (compiled.size >= mostCompiled) compiled.clear()
  try {
    compiled.set(pattern, RE2JS.compile(pattern))
  } catch (error) {
    if (!(error instanceof RE2JSException)) throw error
    compiled.set(pattern, undefined)
  }
  return compiled.get(pattern)
}

/** Whether the pattern is found anywhere in the text; undefined for a pattern that is none here. */
export const patternMatches = (pattern: string, text: string): boolean | undefined =>
  compile(pattern)?.matcher(text).find()
