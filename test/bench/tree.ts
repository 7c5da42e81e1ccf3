// A tree of some 10,000 units, of the shape of a country: imported, opened and searched, each as the function answers it. CPU
// time, because what other processes do meanwhile is not in it.

import { openDirectory } from '../../functions/store/directory.ts'
import { partition } from '../../functions/store/keys.ts'
import { path } from '../../shared/paths.ts'
import { testApi, testNow } from '../support/api.ts'
import { hiddenField } from '../support/desk.ts'
import { memoryTable } from '../support/memory-table.ts'
import { admin, org, store } from '../support/scenario.ts'
import { cpuMilliseconds, median } from './support/cpu.ts'
import { printFigure } from './support/figure.ts'

const syllables = 'An Bình Cẩm Đông Giang Hưng Khánh Lâm Mỹ Ngọc Phú Quảng Sơn Thạnh Vĩnh Yên'.split(' ')
const named = (kind: string, n: number) =>
  `${kind} ${syllables[n % 16]} ${syllables[Math.floor(n / 16) % 16]} ${Math.floor(n / 256) || ''}`.trim()

/** A country, 37 provinces, 774 districts, 9,424 communes: the shape of a real one. */
function countryFile(): { readonly csv: string; readonly units: number } {
  const rows = ['code,name,parent,level,members', 'N,Cả nước,,nước,']
  for (let n = 0; n < 37; n += 1) rows.push(`T${n},${named('Tỉnh', n)},N,tỉnh,`)
  for (let n = 0; n < 774; n += 1) rows.push(`H${n},${named('Huyện', n)},T${n % 37},huyện,`)
  for (let n = 0; n < 9_424; n += 1) rows.push(`X${n},${named('Xã', n)},H${n % 774},xã,${(n * 7_919) % 5_000}`)
  return { csv: rows.join('\n'), units: rows.length - 1 }
}

const table = memoryTable()
const api = testApi({ table })
await store(table)
const { csv, units } = countryFile()

async function post(
  address: string,
  fields: Readonly<Record<string, string | File>>,
  expected: number,
): Promise<string> {
  const body = new FormData()
  for (const [name, value] of Object.entries(fields)) body.append(name, value)
  const answer = await api.request(address, { method: 'POST', body, as: admin })
  if (answer.status !== expected) throw new Error(`${address} answered ${answer.status}`)
  return answer.text()
}

async function get(address: string): Promise<string> {
  const answer = await api.request(address, { as: admin })
  if (answer.status !== 200) throw new Error(`${address} answered ${answer.status}`)
  return answer.text()
}

/** The median of several runs, after one that nobody counts. */
async function usual(work: () => Promise<unknown>): Promise<number> {
  await work()
  const times: number[] = []
  for (let run = 0; run < 7; run += 1) times.push(await cpuMilliseconds(work))
  return median(times)
}

let preview = ''
const previewed = await cpuMilliseconds(async () => {
  preview = await post(path.treeImportPreview(), { file: new File([csv], 'country.csv') }, 200)
})
const carried = Object.fromEntries(
  ['book', 'fileName', 'version', 'since', 'from', 'top'].map((name) => [name, hiddenField(preview, name)]),
)
const applied = await cpuMilliseconds(() => post(path.treeImport(), carried, 303))
printFigure('tree-import', previewed + applied, 'CPU ms', {
  budget: 10_000,
  detail: { units, preview: previewed, apply: applied, previewBytes: Buffer.byteLength(preview) },
})

const { tree, treeVersion } = await api.deps.directory.organisation(org, testNow)
const province = [...tree.units.values()].find(({ code }) => code === 'T7')?.id
if (!province) throw new Error('The tree has no province')
const chunks = [...table.items.keys()].filter((name) => name.startsWith(partition.tree(org, treeVersion))).length
const cold = await usual(() => openDirectory(table).organisation(org, testNow))
printFigure('tree-read-cold', cold, 'CPU ms', { detail: { units: tree.units.size, items: chunks } })

printFigure('tree-open', await usual(() => get(path.organisation())), 'CPU ms', {
  detail: {
    unitPage: await usual(() => get(path.unit(province))),
    anotherDay: await usual(() => get(path.unit(province, { on: '2013-06-30' }))),
  },
})
printFigure('tree-search', await usual(() => get(path.organisation({ q: 'hung yen' }))), 'CPU ms', {
  detail: { suggestions: await usual(() => get(`${path.api.units('unit.read')}&q=hung`)) },
})
