// What a header means. XLSForm has grown many spellings: "label::English (en)", the older "label:en", "media::image::vi",
// "image", "bind::relevant", "relevance", "Constraint Message". Each column has one key here, and perhaps a language.

export type Column = {
  /** Place in the row, from 0. */
  readonly at: number
  /** As written. */
  readonly header: string
  readonly key: string
  /** '' where the column names none. */
  readonly language: string
  /** Used, known to XLSForm but without a meaning here, or nobody's. */
  readonly status: 'used' | 'kept' | 'unknown'
}

/** The columns of a sheet: their spellings in snake_case, the first being what an export writes. */
export type ColumnRules = {
  readonly plain: Readonly<Record<string, string>>
  readonly translated: Readonly<Record<string, string>>
  /** Known by name, kept as written. */
  readonly kept: readonly string[]
  /** Known by what they begin with. */
  readonly keptPrefixes: readonly string[]
}

type Spelling = { readonly key: string; readonly translated: boolean; readonly kept: boolean }

/** Spaces and capitals don't matter in a header. */
const snake = (text: string) => text.trim().toLowerCase().replace(/\s+/g, '_')

const spellingsOf = (table: Readonly<Record<string, string>>, translated: boolean): (readonly [string, Spelling])[] =>
  Object.entries(table).flatMap(([key, spellings]) =>
    [key, ...spellings.split(' ')].map(
      (spelling) => [spelling.toLowerCase(), { key, translated, kept: false }] as const,
    ),
  )

export type Headers = {
  readonly spellings: ReadonlyMap<string, Spelling>
  readonly prefixes: ReadonlySet<string>
}

export const headersOf = (rules: ColumnRules): Headers => ({
  spellings: new Map([
    ...spellingsOf(rules.plain, false),
    ...spellingsOf(rules.translated, true),
    ...rules.kept.map((key) => [key.toLowerCase(), { key, translated: false, kept: true }] as const),
  ]),
  prefixes: new Set(rules.keptPrefixes),
})

/** "a::b" where a sheet uses double colons or the header does; else "a:b", in which "jr:count" is one word. */
function tokensOf(header: string, double: boolean): string[] {
  if (double || header.includes('::')) return header.split('::').map((token) => token.trim())
  const tokens = header.split(':').map((token) => token.trim())
  const jr = tokens.indexOf('jr')
  return jr < 0 ? tokens : [...tokens.slice(0, jr), tokens.slice(jr, jr + 2).join(':'), ...tokens.slice(jr + 2)]
}

/** `double`: whether any header of the sheet has a double colon. */
export function readHeader(header: string, at: number, headers: Headers, double: boolean): Column {
  const whole = headers.spellings.get(snake(header))
  const tokens = tokensOf(header, double)
  const column = (key: string, status: Column['status'], language = ''): Column => ({
    at,
    header,
    key,
    language,
    status,
  })
  if (whole) return column(whole.kept ? header : whole.key, whole.kept ? 'kept' : 'used')
  for (let length = Math.min(3, tokens.length); length > 0; length--) {
    const found = headers.spellings.get(tokens.slice(0, length).map(snake).join('::'))
    const rest = tokens.slice(length).join('::')
    if (!found || found.kept) continue
    if (found.translated || rest === '') return column(found.key, 'used', rest)
  }
  const first = snake(tokens[0] ?? '')
  const isKept = tokens.length > 1 && (headers.prefixes.has(first) || headers.spellings.get(first)?.kept === true)
  return column(header, isKept ? 'kept' : 'unknown')
}

/** What a column means, as one text. Both parts may hold any sign. */
export const idOf = (key: string, language: string): string => `${key.length} ${key}${language}`

/** A header for a column that the workbook didn't have. */
export const writeHeader = (key: string, language: string): string => (language === '' ? key : `${key}::${language}`)
