// Patterns that authors write, in an engine whose time grows with the text and not with the pattern's tricks: "^(a+)+$"
// takes V8 seconds on 28 characters and this a millisecond. It has no look-around and no back-references; a pattern that
// needs them is refused when a form is published, not when somebody answers.

import { RE2JS, RE2JSException } from 're2js'

const longestPattern = 500

/** Compiled patterns by their text: a form's few patterns are asked about for every answer. */
const compiled = new Map<string, RE2JS | undefined>()
const mostCompiled = 500

function compile(pattern: string): RE2JS | undefined {
  if (pattern.length > longestPattern) return undefined
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
