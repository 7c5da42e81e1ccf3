// regex() in the browser. The server runs a linear-time engine on the same patterns and decides; publish accepts only what
// that engine compiles. Here the length is capped, so that a careless pattern costs a moment and not the page.

const longestPattern = 500
const longestText = 1000

/** Whether the pattern is found anywhere in the text; undefined for a pattern that doesn't compile, or too much of either. */
export function browserMatches(pattern: string, text: string): boolean | undefined {
  if (pattern.length > longestPattern || text.length > longestText) return undefined
  try {
    return new RegExp(pattern).test(text)
  } catch {
    return undefined
  }
}
