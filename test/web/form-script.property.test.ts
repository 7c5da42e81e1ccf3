// The browser, which carries only what partsOf() says its form needs, comes to what the server comes to, on any form.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compileForm, pageProgram } from '../../shared/form/compile.ts'
import { Draft } from '../../shared/form/draft.ts'
import { draftSettings } from '../../shared/form/draft-fixture.ts'
import { partsOf } from '../../shared/form/parts.ts'
import { enteredFrom, isSmall, randomEdit, randomSheets, seenOf, Tape } from '../../shared/form/random-form-fixture.ts'
import { importText } from '../../shared/xlsform/xlsform-fixture.ts'
import type { PageData, Part } from '../../web/islands/form/page.ts'
import { settingsFor } from '../../web/islands/form/settings.ts'

const seed = Number(process.env['PHIEU_SEED'] ?? Math.floor(Math.random() * 2 ** 31))
const tape = fc.array(fc.nat(9_999), { minLength: 60, maxLength: 400, size: 'max' })
const edits = fc.array(fc.nat(9_999), { minLength: 60, maxLength: 240, size: 'max' })

const known = new Map<string, Part>()
async function partNamed(name: string): Promise<Part> {
  const part = known.get(name) ?? ((await import(`../../web/islands/form/parts/${name}.ts`)).part as Part)
  known.set(name, part)
  return part
}

test(`browser and server agree (seed ${seed})`, { timeout: 60_000 }, async () => {
  const tried = { forms: 0, refused: 0, edits: 0, parts: new Set<string>() }
  await fc.assert(
    fc.asyncProperty(tape, edits, async (numbers, moves) => {
      const sheets = randomSheets(new Tape(numbers))
      const { form } = importText(sheets)
      if (!form) {
        tried.refused++
        return
      }
      tried.forms++
      const program = compileForm(form, '')
      const server = new Draft(program, draftSettings)
      const carried: Pick<PageData, 'program'> = JSON.parse(JSON.stringify({ program: pageProgram(program) }))
      const names = partsOf(carried.program, false)
      for (const name of names) tried.parts.add(name)
      const { now, locale, id } = draftSettings
      const data = {
        ...carried,
        now,
        locale,
        id,
        timeZone: 'Asia/Ho_Chi_Minh',
        offset: 7 * 3_600_000,
        parts: [],
        files: {},
        texts: {},
      }
      const settings = settingsFor(data, await Promise.all(names.map(partNamed)))
      const { random } = draftSettings
      const browser = new Draft(carried.program, { ...settings, random }, enteredFrom(server))
      const done: string[] = []
      for (const reading = new Tape(moves); !reading.isAtEnd && isSmall(server); ) {
        done.push(randomEdit(reading, [browser, server]))
        tried.edits++
        expect(seenOf(browser), `${sheets['survey']}\n${done.join('\n')}\n${names}`).toEqual(seenOf(server))
      }
    }),
    // Making a counterexample smaller could go on for minutes.
    { seed, numRuns: Number(process.env['PHIEU_RUNS'] ?? 100), interruptAfterTimeLimit: 15_000 },
  )
  console.info(JSON.stringify({ seed, ...tried, parts: [...tried.parts] }))
  expect(tried.forms).toBeGreaterThan(tried.refused)
})
