// The same questions in SurveyJS: what it offers for plain script, installed into a temporary folder for this run alone, and
// bundled as its own guide says. Where it offers the smaller of two things, it gets that one.

import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompressSync, constants } from 'node:zlib'
import { build } from 'esbuild'
import { askedItems, type FormVersion } from '../../../shared/form/form.ts'
import { choicesIn } from '../../../shared/form/lists.ts'
import { textIn } from '../../../shared/form/texts.ts'
import { isSection } from '../../../shared/xlsform/form.ts'

const run = promisify(execFile)

/** survey-js-ui carries its own small renderer; core, UI for React and React are a fifth larger. Both parts have this version. */
export const surveyJsVersion = '2.5.38'

export type StaticFile = { readonly type: string; readonly brotli: Buffer }

const packed = (bytes: Uint8Array): Buffer =>
  brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } })

/** The page, its script and its stylesheet, by their addresses. */
export async function surveyJsSite(version: FormVersion, title: string): Promise<ReadonlyMap<string, StaticFile>> {
  const folder = await mkdtemp(join(tmpdir(), 'phieu-surveyjs-'))
  try {
    const wanted = ['survey-core', 'survey-js-ui'].map((name) => `${name}@${surveyJsVersion}`)
    const quietly = ['--no-save', '--ignore-scripts', '--no-audit', '--no-fund']
    await run('npm', ['install', '--prefix', folder, ...quietly, ...wanted], { cwd: folder })
    await writeFile(
      join(folder, 'page.js'),
      `import { Model } from 'survey-core'
import { renderSurvey } from 'survey-js-ui'
renderSurvey(new Model(${JSON.stringify(surveyJsForm(version, title))}), document.getElementById('survey'))`,
    )
    const bundled = await build({
      ...{ absWorkingDir: folder, entryPoints: ['page.js'], bundle: true, minify: true, write: false, format: 'iife' },
      ...{ target: 'es2020', logLevel: 'warning', define: { 'process.env.NODE_ENV': '"production"' } },
    })
    const [script] = bundled.outputFiles
    if (!script) throw new Error('SurveyJS was not bundled')
    const style = await readFile(join(folder, 'node_modules', 'survey-core', 'survey-core.fontless.min.css'))
    return new Map([
      ['/surveyjs', { type: 'text/html; charset=utf-8', brotli: packed(Buffer.from(pageOf(title))) }],
      ['/surveyjs.js', { type: 'text/javascript; charset=utf-8', brotli: packed(script.contents) }],
      ['/surveyjs.css', { type: 'text/css; charset=utf-8', brotli: packed(style) }],
    ])
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

const vietnamese = 'Tiếng Việt (vi)'

const pageOf = (title: string): string => `<!doctype html>
<html lang="vi">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>${title}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/surveyjs.css">
<script src="/surveyjs.js" defer></script>
<div id="survey"></div>
</html>
`

/** Its JSON for the questions that the bench's form has: one choice, and a text. */
function surveyJsForm(version: FormVersion, title: string): object {
  const elements = askedItems(version).map(({ name, type, source }) => {
    const about = {
      name,
      title: textIn(source.label, vietnamese) ?? name,
      isRequired: !isSection(source) && source.required !== undefined,
    }
    if (type === 'text') return { type: 'comment', ...about }
    if (type !== 'select_one') throw new Error(`The bench's form has a question of another type: ${type}`)
    const choices = choicesIn(version.form, source).map(({ name: value, label }) => ({
      value,
      text: textIn(label, vietnamese) ?? value,
    }))
    return { type: 'radiogroup', ...about, choices }
  })
  return { title, completeText: 'Gửi', elements }
}
