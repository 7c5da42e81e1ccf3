// `form check FILE.xlsx...` imports workbooks as the pages do, `form check --cases FILE.jsonl` the sheets of each line;
// one JSON line for each, with every error and warning beside its place.

import { createReadStream, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import * as v from 'valibot'
import { checkPattern, type FileBeside, importForm } from '../../functions/workbook/import-form.ts'
import { type WorkbookProblem, workbookProblem } from '../../functions/workbook/problems.ts'
import { type Language, languages } from '../../shared/language.ts'
import { describeIssue } from '../../shared/messages/xlsform.ts'
import { describeFileProblem } from '../../shared/messages/xlsform-file.ts'
import { fail, type Result } from '../../shared/result.ts'
import { type Imported, importXlsForm } from '../../shared/xlsform/import.ts'
import type { Issue } from '../../shared/xlsform/issue.ts'
import type { Command } from './command.ts'

export const FormCase = v.object({
  id: v.string(),
  /** Name of a sheet -> its rows; the first is the header. */
  sheets: v.record(v.string(), v.array(v.array(v.string()))),
})
export type FormCase = v.InferOutput<typeof FormCase>

export function importCase({ sheets }: FormCase): Imported {
  const workbook = Object.entries(sheets).map(([name, rows]) => ({
    name,
    rows: rows.flatMap((texts, at) => {
      const cells = texts.flatMap((text, column) => (text === '' ? [] : { column, text }))
      return cells.length > 0 ? { row: at + 1, cells } : []
    }),
  }))
  return importXlsForm({ sheets: workbook }, { checkPattern })
}

const isMissing = (error: unknown) => error instanceof Error && 'code' in error && error.code === 'ENOENT'

/** The files of a workbook's own folder. Their names come from the workbook: a path is never followed. */
export const filesBeside =
  (workbook: string): FileBeside =>
  (name) => {
    if (name !== basename(name)) return undefined
    try {
      return readFileSync(join(dirname(workbook), name))
    } catch (error) {
      if (isMissing(error)) return undefined
      throw error
    }
  }

/** Imports the workbook at a path, with the CSV files beside it. */
export function importFile(path: string): Result<Imported, WorkbookProblem> {
  let bytes: Uint8Array
  try {
    bytes = readFileSync(path)
  } catch (error) {
    if (error instanceof Error && 'code' in error) return fail(workbookProblem.absent())
    throw error
  }
  return importForm(bytes, filesBeside(path))
}

const shown = (language: Language) => (found: Issue) => ({
  sheet: found.sheet,
  ...('row' in found && found.row !== undefined ? { row: found.row } : {}),
  ...('column' in found && found.column !== undefined ? { column: found.column } : {}),
  code: found.code,
  message: describeIssue(found, language),
})

function show({ form, seen, errors, warnings }: Imported, language: Language) {
  const { title, languages, questions } = seen
  const describe = shown(language)
  return {
    ok: form !== undefined,
    title,
    languages,
    questions,
    errors: errors.map(describe),
    warnings: warnings.map(describe),
  }
}

const unreadable = (problem: WorkbookProblem, language: Language) => ({
  ok: false,
  title: '',
  languages: [],
  questions: 0,
  errors: [{ code: problem.code, message: describeFileProblem(problem, language) }],
  warnings: [],
})

function readCase(line: string): FormCase | undefined {
  try {
    const parsed = v.safeParse(FormCase, JSON.parse(line))
    return parsed.success ? parsed.output : undefined
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

/** What is printed of a file. */
export const shownOutcome = (imported: Result<Imported, WorkbookProblem>, language: Language) =>
  imported.ok ? show(imported.value, language) : unreadable(imported.problem, language)

async function checkCases(path: string, language: Language, print: (line: unknown) => void): Promise<boolean> {
  let ok = true
  let number = 0
  const input = createReadStream(path)
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    number++
    if (line.trim() === '') continue
    const asked = readCase(line)
    const outcome = asked
      ? { id: asked.id, ...show(importCase(asked), language) }
      : { line: number, ok: false, problem: { code: 'case.unreadable' } }
    print(outcome)
    ok &&= outcome.ok
  }
  return ok
}

export const formCheck: Command = {
  words: 'form check',
  usage:
    'form check FILE.xlsx... | --cases FILE.jsonl [--language en|vi]   import forms (XLSForm), one JSON line each with errors and warnings',
  options: { cases: 'value', language: 'value' },
  run: async ({ options, files, path, print }) => {
    const language = languages.find((one) => one === (options['language'] ?? 'en'))
    const { cases } = options
    if (!language || (cases === undefined) === (files.length === 0)) return 2
    if (cases !== undefined) return (await checkCases(path(cases), language, print)) ? 0 : 1
    let ok = true
    for (const file of files) {
      const outcome = shownOutcome(importFile(path(file)), language)
      print({ file, ...outcome })
      ok &&= outcome.ok
    }
    return ok ? 0 : 1
  },
}
