// What the costliest workbooks cost, each in a process of its own: memory is held to the bound that is promised, time is
// printed beside it, since it is the machine's as much as ours.

import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'
import { afterAll, expect, test } from 'vitest'
import { processOf, promisedMiB } from './cost-fixture.ts'
import { costlyWorkbooks } from './hostile-fixture.ts'

const Cost = v.object({ outcome: v.string(), milliseconds: v.number(), peakMiB: v.number() })

const program = processOf(`
      import { readFileSync } from 'node:fs'
      import { readWorkbook } from './read-workbook.ts'
      const bytes = readFileSync(process.argv[2])
      const start = process.cpuUsage()
      const read = readWorkbook(bytes)
      const { user, system } = process.cpuUsage(start)
      console.log(JSON.stringify({
        outcome: read.ok ? 'read' : read.problem.code,
        milliseconds: Math.round((user + system) / 1000),
        peakMiB: Math.round(process.resourceUsage().maxRSS / 1024),
      }))`)
afterAll(program.remove)

test.each(costlyWorkbooks)('$name: within 256 MiB', ({ name, code, make }) => {
  const file = join(program.folder, 'hostile.xlsx')
  writeFileSync(file, make())
  const { outcome, milliseconds, peakMiB } = v.parse(Cost, program.run([file]))
  console.info(`${name}: ${outcome}, ${milliseconds} ms of processor time, ${peakMiB} MiB at the peak`)
  expect(outcome).toBe(code)
  expect(peakMiB).toBeLessThan(promisedMiB)
})
