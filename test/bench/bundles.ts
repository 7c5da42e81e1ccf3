// What a cold start has to load: the size of each function's bundle and the CPU that importing it takes, in fresh
// processes that take turns, beside the import of a module that holds nothing.

import { readFile, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import * as v from 'valibot'
import { addressOf, bundleOf, type FunctionName, functionNames, inProcess } from './support/child-process.ts'
import { median } from './support/cpu.ts'
import { printFigure, rounded } from './support/figure.ts'

/** A third of it is the client of the table; the engine that authors' patterns need is 150 KB, and 10 ms of CPU. */
const budgets: Readonly<Record<string, number>> = { api: 700_000 }
const processes = 7

/** Words that stand in the renderer's bundle and nowhere else. */
const rendererWords = /pdfkit|fontkit|react-pdf/gi
const countIn = async (file: string) => (await readFile(file, 'utf8')).match(rendererWords)?.length ?? 0

const imported = /(?:from|import)"\.\/([^"]+)"/g

/** The files that a start loads: the bundle, and what it takes from others, not what it loads later. */
async function loadedWith(file: string, known = new Set<string>()): Promise<Set<string>> {
  if (known.has(file)) return known
  known.add(file)
  for (const [, name = ''] of (await readFile(file, 'utf8')).matchAll(imported))
    await loadedWith(join(dirname(file), name), known)
  return known
}

async function startBytes(name: FunctionName): Promise<number> {
  const sizes = await Promise.all([...(await loadedWith(bundleOf(name)))].map(async (file) => (await stat(file)).size))
  return sizes.reduce((sum, size) => sum + size, 0)
}

const countInAll = async (files: Iterable<string>) =>
  (await Promise.all([...files].map(countIn))).reduce((sum, count) => sum + count, 0)
const wordsOfRenderer = await countIn(bundleOf('render'))
if (wordsOfRenderer === 0) throw new Error('The words no longer tell a renderer: its own bundle has none of them')

for (const name of functionNames) {
  const budget = budgets[name]
  printFigure(`${name}-bundle-bytes`, await startBytes(name), 'bytes', budget === undefined ? {} : { budget })
}
printFigure('api-bundle-words-of-a-pdf-renderer', await countInAll(await loadedWith(bundleOf('api'))), 'words', {
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
