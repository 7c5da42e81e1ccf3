// A form names its languages as its author did: “Tiếng Việt (vi)”, “English”, “en”.

/** The code (BCP 47) that a language's name ends with or is: "English (en)" -> "en"; common names without one are known. */
export function languageCode(language: string): string | undefined {
  const code =
    /\(([a-z]{2,3}(?:-[a-z0-9]{2,8})*)\)\s*$/i.exec(language)?.[1] ?? /^[a-z]{2}(?:-[a-z]{2})?$/i.exec(language)?.[0]
  if (code !== undefined) return code.toLowerCase()
  const known: Readonly<Record<string, string>> = { english: 'en', 'tiếng việt': 'vi', vietnamese: 'vi' }
  return known[language.trim().toLowerCase()]
}
