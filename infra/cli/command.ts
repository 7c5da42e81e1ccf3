// What a command of `npm run -s phieu -- ...` is. Results go to standard output as JSON lines; words for people to standard
// error.

type Given = {
  readonly options: Readonly<Record<string, string | undefined>>
  /** What is neither a word of the command nor an option: files. */
  readonly files: readonly string[]
  /** A file's path, seen from where the person stands. */
  readonly path: (file: string) => string
  readonly print: (line: unknown) => void
}

export type Command = {
  readonly words: string
  readonly usage: string
  /** Options that take a value, and switches. */
  readonly options: Readonly<Record<string, 'value' | 'switch'>>
  /** Answers the exit code: 0, 1 when something asked about is wrong, 2 when the command wasn't understood. */
  readonly run: (given: Given) => Promise<number>
}
