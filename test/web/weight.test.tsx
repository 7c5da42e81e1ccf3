// What a form of 20 questions weighs on its way to a phone: the page and the stylesheet, compressed as they are served.

import { readFile } from 'node:fs/promises'
import { brotliCompressSync } from 'node:zlib'
import { transform } from 'esbuild'
import { expect, test } from 'vitest'
import { withFaults } from '../../functions/api/form-screen.ts'
import { askedItems } from '../../shared/form/form.ts'
import { languages } from '../../shared/language.ts'
import { problem } from '../../shared/problems.ts'
import { cellSurvey } from '../../shared/starter/forms.ts'
import { FormPage } from '../../web/pages/form.tsx'
import { formProps, render, sampleScreen } from './samples.tsx'

const most = { page: 14 * 1024, style: 4 * 1024 }

async function styleWeight(): Promise<number> {
  const source = await readFile(new URL('../../web/styles/style.css', import.meta.url), 'utf8')
  const { code } = await transform(source, { loader: 'css', minify: true })
  return brotliCompressSync(code).length
}

test('the stylesheet', async () => {
  expect(await styleWeight()).toBeLessThanOrEqual(most.style)
})

test.each(languages)('the starter form of about 20 questions, in %s, every answer faulty', async (language) => {
  const questions = askedItems(cellSurvey)
  expect(questions.length).toBeGreaterThanOrEqual(18)
  const faults = questions.map(({ name }) => ({ question: name, code: 'answer.required' as const }))
  const screen = withFaults(sampleScreen(language, cellSurvey), faults)
  const page = <FormPage {...formProps(language)} screen={screen} problem={problem.answersInvalid(faults)} />
  const weight = brotliCompressSync(await render(page)).length + (await styleWeight())
  expect(weight).toBeLessThanOrEqual(most.page)
})
