// The forms that the reference project tests itself with, imported as `form check` does. The data lie outside the project,
// in the folder that PHIEU_CONFORMANCE names.

import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { importForm } from '../../functions/workbook/import-form.ts'
import { FormCase, filesBeside, importCase } from '../../infra/cli/form-check.ts'
import { describeIssue } from '../../shared/messages/xlsform.ts'
import { exportXlsForm } from '../../shared/xlsform/export.ts'
import { type Imported, importXlsForm } from '../../shared/xlsform/import.ts'
import { sheetOf } from '../../shared/xlsform/xlsform-fixture.ts'

const folder = process.env['PHIEU_CONFORMANCE']

/** Workbooks that the reference project converts and this one refuses: the feature they need, and what is said. */
const refusedHere: Readonly<Record<string, { readonly needs: string; readonly says: RegExp }>> = {
  'bad_calc.xlsx': {
    needs: 'nothing: its calculation is no expression, which the reference project leaves to ODK Validate',
    says: /cannot be read/,
  },
  'bug-bad_calc.xlsx': {
    needs: 'nothing: its calculation is no expression, which the reference project leaves to ODK Validate',
    says: /cannot be read/,
  },
  'bug-xl_date_ambiguous.xlsx': {
    needs: 'nothing: its choice filter "label::English != \'\'" is no expression',
    says: /cannot be read/,
  },
  'include_json.xlsx': { needs: 'the type include: sections kept in other forms', says: /“include” is not supported/ },
  'include_json.from-xls.xlsx': {
    needs: 'the type include: sections kept in other forms',
    says: /“include” is not supported/,
  },
}

/** What the two large forms are warned of, and why that is true of them. */
const explained: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'whova_form.xlsx': {
    'translation.missing': 'the survey is written in English alone, the choices in French too',
    'translation.language-code': 'the header says "French", not "French (fr)"; of "English" the code is known',
    'section.required': 'two groups are marked as required',
  },
  'all-question-types-v2024091201-3.xlsx': {
    'appearance.unknown': 'it asks other Android apps for answers ("ex:...")',
    'file.kind-unused': 'one choice list is a GeoJSON file',
    'parameters.pixels-advised': 'its photos have no greatest size',
  },
}

const IndexEntry = v.object({
  file: v.string(),
  expect: v.picklist(['imports', 'error']),
  reason: v.optional(v.string()),
})
const ConformanceCase = v.object({
  ...FormCase.entries,
  errored: v.boolean(),
  error_contains: v.array(v.string()),
  odk_validate_error_contains: v.optional(v.array(v.string())),
})
type ConformanceCase = v.InferOutput<typeof ConformanceCase>

/** Imported with a notice, or refused by name: these cases are about what isn't used here. */
const isAside = ({ id }: ConformanceCase) => /^(entities\/|test_osm::|test_search_function::)/.test(id)

/** The places that a message of the reference project names: "[row : 5]", "On the 'choices' sheet", "sheet: 'survey'". */
function placesIn(messages: readonly string[]) {
  const text = messages.join('\n')
  const rows = [...text.matchAll(/\[row : (\d+)\]/g)].map(([, row]) => Number(row))
  const sheets = [...text.matchAll(/'(\w+)' sheet|sheet: '(\w+)'|sheet named '(\w+)'|be an? (\w+) sheet/g)]
  return { rows, sheets: sheets.map(([, ...found]) => found.find((one) => one !== undefined)) }
}

function namesSamePlace({ error_contains: messages }: ConformanceCase, { errors }: Imported): boolean {
  const { rows, sheets } = placesIn(messages)
  if (rows.length > 0 && errors.some((error) => 'row' in error && rows.includes(error.row ?? 0))) return true
  if (sheets.length > 0) return errors.some(({ sheet }) => sheets.includes(sheet))
  return rows.length === 0
}

const openBook = async (path: string) => {
  const imported = importForm(await readFile(path), filesBeside(path))
  if (!imported.ok) throw new Error(`${path}: ${imported.problem.code}`)
  return imported.value
}
/** Exported and imported again. */
const again = ({ form }: Imported) =>
  form && importXlsForm({ sheets: exportXlsForm(form).map(({ name, rows }) => sheetOf(name, rows)) })
const said = ({ errors }: Imported) => errors.map((error) => describeIssue(error, 'en')).join('\n')

if (folder === undefined)
  test('forms: the cases of the reference project were LEFT OUT, because PHIEU_CONFORMANCE is not set', () => {})
else
  describe('forms as the reference project imports them', async () => {
    const index = v.parse(v.array(IndexEntry), JSON.parse(await readFile(join(folder, 'xlsforms/index.json'), 'utf8')))
    test.each(index)('$file: $expect', async ({ file, expect: expected }) => {
      const imported = await openBook(join(folder, 'xlsforms', file))
      const refused = refusedHere[file]
      expect(imported.form === undefined, said(imported)).toBe(expected === 'error' || refused !== undefined)
      if (refused) expect(said(imported)).toMatch(refused.says)
      expect(again(imported)?.form).toEqual(imported.form)
    })

    test.each(Object.entries(explained))('%s imports, with no warning that has no reason', async (file, reasons) => {
      const imported = await openBook(join(folder, 'real', file))
      const { form, warnings } = imported
      expect(form).toBeDefined()
      expect(again(imported)?.form).toEqual(form)
      // A form version is stored as JSON.
      expect(JSON.parse(JSON.stringify(form))).toEqual(form)
      expect([...new Set(warnings.map(({ code }) => code))].sort()).toEqual(Object.keys(reasons).sort())
    })

    test('at least 97 % of the cases agree on accepted or refused, 85 % of the refusals on row or sheet', async () => {
      const tried: { readonly wanted: ConformanceCase; readonly got: Imported; readonly refuses: boolean }[] = []
      for await (const line of createInterface({ input: createReadStream(join(folder, 'xlsform-cases.jsonl')) })) {
        const wanted = v.parse(ConformanceCase, JSON.parse(line))
        const refuses = wanted.errored || wanted.odk_validate_error_contains !== undefined
        const got = importCase(wanted)
        expect(again(got)?.form, wanted.id).toEqual(got.form)
        if (!isAside(wanted)) tried.push({ wanted, got, refuses })
      }
      const apart = tried.filter(({ got, refuses }) => refuses !== got.errors.length > 0)
      for (const { wanted, got } of apart)
        console.info(JSON.stringify({ apart: wanted.id, says: wanted.error_contains, errors: got.errors }))
      const refusals = tried.filter(({ got, wanted }) => wanted.errored && got.errors.length > 0)
      const elsewhere = refusals.filter(({ wanted, got }) => !namesSamePlace(wanted, got))
      for (const { wanted, got } of elsewhere)
        console.info(JSON.stringify({ elsewhere: wanted.id, says: wanted.error_contains, errors: got.errors }))
      const agreed = tried.length - apart.length
      console.info(
        `forms: ${agreed} of ${tried.length} agree; ${refusals.length - elsewhere.length} of ${refusals.length} name the place`,
      )
      expect(tried.length).toBeGreaterThan(0)
      expect(agreed / tried.length).toBeGreaterThanOrEqual(0.97)
      expect((refusals.length - elsewhere.length) / refusals.length).toBeGreaterThanOrEqual(0.85)
    })
  })
