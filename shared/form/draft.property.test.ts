// A draft that is changed answer by answer is the draft that is made of its answers at once, on any form.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { importText } from '../xlsform/xlsform-fixture.ts'
import { compileForm } from './compile.ts'
import { Draft } from './draft.ts'
import { draftSettings } from './draft-fixture.ts'
import { enteredFrom, isSmall, randomEdit, randomSheets, seenOf, Tape } from './random-form-fixture.ts'

const seed = Number(process.env['PHIEU_SEED'] ?? Math.floor(Math.random() * 2 ** 31))
const tape = fc.array(fc.nat(9_999), { minLength: 60, maxLength: 400, size: 'max' })
const edits = fc.array(fc.nat(9_999), { minLength: 60, maxLength: 240, size: 'max' })

test(`however it came to be (seed ${seed})`, { timeout: 60_000 }, () => {
  const tried = { forms: 0, refused: 0, edits: 0 }
  fc.assert(
    fc.property(tape, edits, (numbers, moves) => {
      const sheets = randomSheets(new Tape(numbers))
      const { form } = importText(sheets)
      if (!form) {
        tried.refused++
        return
      }
      tried.forms++
      const program = compileForm(form, '')
      const draft = new Draft(program, draftSettings)
      const done: string[] = []
      for (const reading = new Tape(moves); !reading.isAtEnd && isSmall(draft); ) {
        done.push(randomEdit(reading, [draft]))
        tried.edits++
        const again = new Draft(program, draftSettings, enteredFrom(draft))
        expect(seenOf(draft), `${sheets['survey']}\n${done.join('\n')}`).toEqual(seenOf(again))
      }
    }),
    // Making a counterexample smaller could go on for minutes.
    { seed, numRuns: Number(process.env['PHIEU_RUNS'] ?? 100), interruptAfterTimeLimit: 15_000 },
  )
  console.info(JSON.stringify({ seed, ...tried }))
  expect(tried.forms).toBeGreaterThan(tried.refused)
})
