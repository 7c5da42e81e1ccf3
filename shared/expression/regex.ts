// regex() in the browser. The server runs a linear-time engine on the same patterns and decides; publish accepts only what
// that engine compiles. Here the length is capped, so that a careless pattern costs a moment and not the page.

const longestPattern = 500
const longestText = 1000

/** Whether the pattern is found anywhere in the text; undefined for a pattern that doesn't compile, or too much of either. */
export function browserMatches(pattern: string, text: string): boolean | undefined {
  if (pattern.length > longestPattern || text.length > longestText) return undefined
  // Most patterns mean the same to both engines as Unicode patterns ("\p{L}"); some that people write, "\-", are none.
  return (compiled(pattern, 'u') ?? (isForeign.test(pattern) ? undefined : compiled(pattern, '')))?.test(text)
}

/** What the server's engine knows, and a browser takes for letters that stand for themselves. */
const isForeign = /\\[AzpPQEC]|\[:/

function compiled(pattern: string, flags: string): RegExp | undefined {
  try {
    return new RegExp(pattern, flags)
  } catch {
    return undefined
  }
}
