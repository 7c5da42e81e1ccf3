// What a cold start has to load: the size of each function's bundle and the CPU that importing it takes, in fresh
// processes that take turns, beside the import of a module that holds nothing.

import { readFile, stat } from 'node:fs/promises'
import * as v from 'valibot'
import { addressOf, bundleOf, functionNames, inProcess } from './support/child-process.ts'
import { median } from './support/cpu.ts'
import { printFigure, rounded } from './support/figure.ts'

const budgets: Readonly<Record<string, number>> = { api: 450_000 }
const processes = 7

/** Words that stand in the renderer's bundle and nowhere else. */
const rendererWords = /pdfkit|fontkit|react-pdf|%PDF-/gi
const countIn = async (file: string) => (await readFile(file, 'utf8')).match(rendererWords)?.length ?? 0

const wordsOfRenderer = await countIn(bundleOf('render'))
if (wordsOfRenderer === 0) throw new Error('The words no longer tell a renderer: its own bundle has none of them')

for (const name of functionNames) {
  const budget = budgets[name]
  printFigure(
    `${name}-bundle-bytes`,
    (await stat(bundleOf(name))).size,
    'bytes',
    budget === undefined ? {} : { budget },
  )
}
printFigure('api-bundle-words-of-a-pdf-renderer', await countIn(bundleOf('api')), 'words', {
  budget: 0,
  detail: { inRenderBundle: wordsOfRenderer },
})

const modules = new Map<string, string>([
  ['empty', 'data:text/javascript,'],
  ...functionNames.map((name): [string, string] => [name, addressOf(bundleOf(name))]),
])
const Imported = v.object({ milliseconds: v.number() })
const spent = new Map<string, number[]>([...modules.keys()].map((name) => [name, []]))
for (let turn = 0; turn < processes; turn += 1)
  for (const [name, address] of modules)
    spent.get(name)?.push((await inProcess('import-process', [address], Imported)).milliseconds)

const ofEmpty = median(spent.get('empty') ?? [])
for (const name of functionNames)
  printFigure(`${name}-import-cpu`, median(spent.get(name) ?? []), 'CPU ms', {
    detail: { processes, emptyModule: rounded(ofEmpty) },
  })
