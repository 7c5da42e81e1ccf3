// What the costliest workbooks cost, each in a process of its own: memory is held to the bound that is promised, time is
// printed beside it, since it is the machine's as much as ours.

import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildSync } from 'esbuild'
import * as v from 'valibot'
import { afterAll, expect, test } from 'vitest'
import { costlyWorkbooks } from './hostile-fixture.ts'

const Cost = v.object({ outcome: v.string(), milliseconds: v.number(), peakMiB: v.number() })
const promisedMiB = 256

const folder = mkdtempSync(join(tmpdir(), 'workbook-cost-'))
const program = join(folder, 'cost.mjs')
buildSync({
  stdin: {
    contents: `
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

test.each(costlyWorkbooks)('$name: within 256 MiB', ({ name, code, make }) => {
  const file = join(folder, 'hostile.xlsx')
  writeFileSync(file, make())
  const printed = execFileSync(process.execPath, [program, file], { encoding: 'utf8', timeout: 20_000 })
  const { outcome, milliseconds, peakMiB } = v.parse(Cost, JSON.parse(printed))
  console.info(`${name}: ${outcome}, ${milliseconds} ms of processor time, ${peakMiB} MiB at the peak`)
  expect(outcome).toBe(code)
  expect(peakMiB).toBeLessThan(promisedMiB)
})
