// What the form script weighs, compressed as it is served: the file that every form loads with the parts that a form of some
// 20 questions needs, and each part for itself.

import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildIslands } from '../../infra/build.mjs'
import { compileForm, pageProgram } from '../../shared/form/compile.ts'
import { askedItems, type FormVersion } from '../../shared/form/form.ts'
import { partsOf } from '../../shared/form/parts.ts'
import { cellSurvey } from '../../shared/starter/forms.ts'
import { everyType } from '../support/every-type.ts'

const most = { plainForm: 8_192, part: 2_048 }

/** These come when a person uses what they are for. */
const onDemand = ['signature']

let folder = ''
let built: { readonly script: string; readonly parts: Readonly<Record<string, string>> }
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'phieu-islands-'))
  built = await buildIslands(folder)
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const weight = async (file: string | undefined): Promise<number> => (await stat(join(folder, `${file}.br`))).size
const partsFor = ({ form }: FormVersion) => partsOf(pageProgram(compileForm(form, '')), false)

describe('the form script', () => {
  test('of a form of some 20 questions, evaluator and all', async () => {
    expect(askedItems(cellSurvey).length).toBeGreaterThanOrEqual(18)
    const weights = await Promise.all(
      [built.script, ...partsFor(cellSurvey).map((part) => built.parts[part])].map(weight),
    )
    expect(weights.reduce((sum, one) => sum + one)).toBeLessThanOrEqual(most.plainForm)
  })

  test('each part', async () => {
    for (const [name, file] of Object.entries(built.parts))
      if (!onDemand.includes(name)) expect(await weight(file), name).toBeLessThanOrEqual(most.part)
  })

  test('every part that a form may need is there, and takes only what the script hands out', async () => {
    for (const part of partsFor(everyType)) expect(Object.keys(built.parts)).toContain(part)
    const script = await readFile(join(folder, built.script), 'utf8')
    const handedOut = new Set([...script.matchAll(/([\w$]+) as (\w+)/g)].map(([, , name]) => name))
    for (const file of (await readdir(folder)).filter((name) => /^form-.*\.js$/.test(name))) {
      const text = await readFile(join(folder, file), 'utf8')
      for (const [, names = '', from] of text.matchAll(/import\{([^}]*)\}from"([^"]+)"/g)) {
        expect(from, file).toBe(`./${built.script}`)
        for (const name of names.split(',')) expect(handedOut, file).toContain(name.split(' as ')[0])
      }
    }
  })
})
