// What hostile forms cost from bytes to form, each in a process of its own: memory is held to the bound that is promised,
// time is printed beside it, since it is the machine's as much as ours. Whatever is said of them is in the catalogue.

import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildSync } from 'esbuild'
import * as v from 'valibot'
import { afterAll, expect, test } from 'vitest'
import { hostileForms } from './hostile-forms-fixture.ts'

const Cost = v.object({
  says: v.string(),
  listed: v.number(),
  unsaid: v.array(v.string()),
  milliseconds: v.number(),
  peakMiB: v.number(),
})
const promisedMiB = 256

const folder = mkdtempSync(join(tmpdir(), 'import-cost-'))
const program = join(folder, 'cost.mjs')
buildSync({
  stdin: {
    contents: `
      import { readFileSync } from 'node:fs'
      import { describeIssue } from '../../shared/messages/xlsform.ts'
      import { importForm } from './import-form.ts'
      const [, , file, csv] = process.argv
      const bytes = readFileSync(file)
      const start = process.cpuUsage()
      const read = importForm(bytes, () => (csv === undefined ? undefined : readFileSync(csv)))
      const { user, system } = process.cpuUsage(start)
      const peakMiB = Math.round(process.resourceUsage().maxRSS / 1024)
      const { errors = [], warnings = [] } = read.ok ? read.value : {}
      const found = [...errors, ...warnings]
      const unsaid = found.filter((one) =>
        ['vi', 'en'].some((language) => !/^(?!.*(undefined|\\[object)).{1,2000}[.?]$/s.test(describeIssue(one, language))))
      const { __proto__: _, ...polluted } = Object.prototype
      console.log(JSON.stringify({
        says: read.ok ? (errors[0]?.code ?? 'imports') : read.problem.code,
        listed: found.length,
        unsaid: [...unsaid.map(({ code }) => code), ...Object.keys(polluted)],
        milliseconds: Math.round((user + system) / 1000),
        peakMiB,
      }))`,
    resolveDir: import.meta.dirname,
    loader: 'ts',
  },
  bundle: true,
  platform: 'node',
  format: 'esm',
  outfile: program,
  logLevel: 'error',
})
afterAll(() => rmSync(folder, { recursive: true }))

test.each(hostileForms)('$name: within 256 MiB', ({ name, says, make, csv }) => {
  const file = join(folder, 'hostile.xlsx')
  const beside = join(folder, 'f.csv')
  writeFileSync(file, make())
  if (csv) writeFileSync(beside, csv())
  const printed = execFileSync(process.execPath, [program, file, ...(csv ? [beside] : [])], {
    encoding: 'utf8',
    timeout: 20_000,
  })
  const cost = v.parse(Cost, JSON.parse(printed))
  console.info(
    `${name}: ${cost.says}, ${cost.listed} listed, ${cost.milliseconds} ms of processor time, ${cost.peakMiB} MiB at the peak`,
  )
  if (says !== 'any') expect(cost.says).toBe(says)
  expect(cost.unsaid).toEqual([])
  expect(cost.listed).toBeLessThanOrEqual(2_002)
  expect(cost.peakMiB).toBeLessThan(promisedMiB)
})
