// What importing the largest form at hand (WHO verbal autopsy) costs, in processes of its own: from the bytes of the workbook
// to the form, once cold and then warm. The workbook lies outside the project, in the folder that PHIEU_CONFORMANCE names.

import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import * as v from 'valibot'
import { importForm } from '../../functions/workbook/import-form.ts'
import { median } from './support/cpu.ts'
import { printFigure, rounded } from './support/figure.ts'

/** What a hostile workbook may cost: no form in use may come near it. */
const budget = { milliseconds: 2_000, megabytes: 256 }
const processes = 5
const imports = 10

const Cost = v.object({ questions: v.number(), milliseconds: v.array(v.number()), mostKilobytes: v.number() })

function importOnce(bytes: Uint8Array) {
  const before = process.cpuUsage()
  const imported = importForm(bytes, () => undefined)
  const { user, system } = process.cpuUsage(before)
  if (!imported.ok || !imported.value.form) throw new Error('The form is not imported')
  return { questions: imported.value.seen.questions, milliseconds: (user + system) / 1_000 }
}

function measure(file: string, times: number): v.InferOutput<typeof Cost> {
  const script = fileURLToPath(import.meta.url)
  return v.parse(Cost, JSON.parse(execFileSync(process.execPath, [script, file, String(times)], { encoding: 'utf8' })))
}

const [, , file, times] = process.argv
const folder = process.env['PHIEU_CONFORMANCE']
if (file !== undefined) {
  const bytes = readFileSync(file)
  const done = Array.from({ length: Number(times) }, () => importOnce(bytes))
  const cost: v.InferOutput<typeof Cost> = {
    questions: done[0]?.questions ?? 0,
    milliseconds: done.map(({ milliseconds }) => milliseconds),
    mostKilobytes: process.resourceUsage().maxRSS,
  }
  console.log(JSON.stringify(cost))
} else if (folder === undefined) console.error('The import of a large form was left out: PHIEU_CONFORMANCE is not set')
else {
  const whova = join(folder, 'real', 'whova_form.xlsx')
  const cold = Array.from({ length: processes }, () => measure(whova, 1))
  const warm = measure(whova, 2 * imports)
  const { questions } = warm
  printFigure('form-import-cold-cpu', median(cold.map(({ milliseconds: [first = 0] }) => first)), 'CPU ms', {
    budget: budget.milliseconds,
    detail: { questions, processes },
  })
  printFigure('form-import-warm-cpu', median(warm.milliseconds.slice(imports)), 'CPU ms', {
    detail: { questions, imports, slowest: rounded(Math.max(...warm.milliseconds.slice(imports))) },
  })
  printFigure('form-import-peak-memory', Math.max(...cold.map(({ mostKilobytes }) => mostKilobytes)) / 1_024, 'MB', {
    budget: budget.megabytes,
    detail: { questions, imports: 1 },
  })
}
