// The engine of authors' patterns is a fifth of what a cold start would have to load: it is loaded with the first form that
// has a pattern.

import type { FormVersion } from '../shared/form/form.ts'

let engine: typeof import('./pattern.ts') | undefined

/** Loads the engine; at once where it is loaded already. */
async function openPatterns(): Promise<void> {
  engine ??= await import('./pattern.ts')
}

/** Loads the engine where a form's expressions may ask for it. Call it for each version before it runs. */
export async function openPatternsFor({ form }: FormVersion): Promise<void> {
  if (JSON.stringify(form).includes('regex')) await openPatterns()
}

/**
 * Whether the pattern is found anywhere in the text; undefined for a pattern that is none here. Throws where the form came by
 * a way that did not open the engine, which is a bug.
 */
export function patternMatches(pattern: string, text: string): boolean | undefined {
  if (!engine) throw new Error('A pattern was asked for before openPatterns')
  return engine.patternMatches(pattern, text)
}
