// What hostile forms cost from bytes to form, each in a process of its own: memory is held to the bound that is promised,
// time is printed beside it, since it is the machine's as much as ours. Whatever is said of them is in the catalogue.

import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'
import { afterAll, expect, test } from 'vitest'
import { processOf, promisedMiB } from './cost-fixture.ts'
import { hostileForms } from './hostile-forms-fixture.ts'

const Cost = v.object({
  says: v.string(),
  listed: v.number(),
  unsaid: v.array(v.string()),
  milliseconds: v.number(),
  peakMiB: v.number(),
})

const program = processOf(`
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
      }))`)
afterAll(program.remove)

test.each(hostileForms)('$name: within 256 MiB', ({ name, says, make, csv }) => {
  const file = join(program.folder, 'hostile.xlsx')
  const beside = join(program.folder, 'f.csv')
  writeFileSync(file, make())
  if (csv) writeFileSync(beside, csv())
  const cost = v.parse(Cost, program.run([file, ...(csv ? [beside] : [])]))
  console.info(
    `${name}: ${cost.says}, ${cost.listed} listed, ${cost.milliseconds} ms of processor time, ${cost.peakMiB} MiB at the peak`,
  )
  if (says !== 'any') expect(cost.says).toBe(says)
  expect(cost.unsaid).toEqual([])
  expect(cost.listed).toBeLessThanOrEqual(2_002)
  expect(cost.peakMiB).toBeLessThan(promisedMiB)
})
