// Lists that live in files beside the form, and their names: two sources under one name can't both be meant.

import { type Files, type FileUse, FileUses, readFileLists } from './file-lists.ts'
import { isFile, stemOf } from './file-name.ts'
import type { ChoiceList, FileList } from './form.ts'
import type { Reading } from './formula.ts'
import { issue, type Place } from './issue.ts'
import { isSelect } from './question-type.ts'
import { isQuestion, type Placed } from './survey.ts'

type Instance = { readonly name: string; readonly source: string; readonly at: Place; readonly once: boolean }

function instanceOf({ node, row }: Placed): Instance | undefined {
  if (!isQuestion(node)) return undefined
  const { type, name, list } = node
  if (type === 'csv-external') return { name, source: `${name}.csv`, at: row.at('name'), once: true }
  if (type === 'xml-external') return { name, source: `${name}.xml`, at: row.at('name'), once: true }
  return isSelect(type) && list !== undefined && isFile(list)
    ? { name: stemOf(list), source: list, at: row.at('type'), once: false }
    : undefined
}

export type Instances = {
  /** Names of lists that come with a file and that an expression or a map can ask for. */
  readonly names: ReadonlySet<string>
  /** Each file once. */
  readonly files: readonly FileUse[]
}

export function readInstances(
  placed: readonly Placed[],
  lists: readonly ChoiceList[],
  /** Lists that are there in other ways: of external_choices, of entities. */
  others: readonly string[],
  reading: Reading,
): Instances {
  const own = placed.flatMap((one) => instanceOf(one) ?? [])
  const pulled = reading.instances
    .filter(({ call }) => call === 'pulldata')
    .map(({ name, at }) => ({ name: stemOf(name), source: `${stemOf(name)}.csv`, at, once: false }))
  const usesLastSaved = reading.references.find(({ name }) => name.startsWith('last-saved#'))
  const saved = usesLastSaved ? [{ name: '__last-saved', source: '', at: usesLastSaved.at, once: false }] : []
  const seen = new Map<string, Instance>()
  for (const { name } of lists) seen.set(name, { name, source: '', at: { sheet: 'choices' }, once: false })
  for (const instance of [...own, ...pulled, ...saved]) {
    const first = seen.get(instance.name)
    if (first && (first.source !== instance.source || (first.once && instance.once)))
      reading.issues.error(issue.instanceTwice(instance.at, instance.name))
    if (!first) seen.set(instance.name, instance)
  }
  const known = new Set([...seen.keys(), ...others, '__last-saved', 'last-saved'])
  for (const { call, name, at } of reading.instances)
    if (call === 'instance' && !known.has(name)) reading.issues.error(issue.listUnknown(at, name))
  const files = new Map([...own, ...pulled].reverse().map(({ source, at }) => [source, { source, at }]))
  return { names: new Set(own.map(({ name }) => name)), files: [...files.values()].reverse() }
}

/** The files beside the workbook, and whether they have the columns that are asked of them. */
export function readFiles(
  placed: readonly Placed[],
  uses: readonly FileUse[],
  files: Files,
  { issues, lookups }: Reading,
): FileList[] {
  const read = readFileLists(uses, files, issues)
  const bySource = new Map(read.map((list) => [list.name, list]))
  const selects = new FileUses(issues)
  for (const one of placed) {
    const source = instanceOf(one)?.source
    const list = source === undefined ? undefined : bySource.get(source)
    if (list && isQuestion(one.node) && isSelect(one.node.type)) selects.check(one.node, list, one.row)
  }
  const byStem = new Map(read.map((list) => [stemOf(list.name), list]))
  for (const { call, name, at, columns } of lookups) {
    const list = byStem.get(stemOf(name))
    for (const column of list ? columns : [])
      if (list && !list.columns.includes(column))
        if (call === 'pulldata') issues.error(issue.fileColumnMissing(at, list.name, column))
        else issues.warn(issue.filterColumnUnknown(at, list.name, column))
  }
  return read
}
