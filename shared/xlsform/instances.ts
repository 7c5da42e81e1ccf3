// Lists that live in files beside the form, and their names: two sources under one name can't both be meant.

import type { ChoiceList } from './form.ts'
import type { Reading } from './formula.ts'
import { issue, type Place } from './issue.ts'
import { extensionOf, fileExtensions, parameterIn, stemOf } from './list-uses.ts'
import { isFromFile, isSelect } from './question-type.ts'
import { isQuestion, type Placed } from './survey.ts'

/** The columns of files that lie beside the workbook, by name; capitals matter, as on a server. */
export type FileHeaders = ReadonlyMap<string, readonly string[]>

type Instance = { readonly name: string; readonly source: string; readonly at: Place; readonly once: boolean }

function instanceOf({ node, row }: Placed): Instance | undefined {
  if (!isQuestion(node)) return undefined
  const { type, name, list } = node
  if (type === 'csv-external') return { name, source: `${name}.csv`, at: row.at('name'), once: true }
  if (type === 'xml-external') return { name, source: `${name}.xml`, at: row.at('name'), once: true }
  const isFile = isSelect(type) && list !== undefined && fileExtensions.includes(extensionOf(list))
  return isFile ? { name: stemOf(list), source: list, at: row.at('type'), once: false } : undefined
}

export type Instances = {
  /** Names of lists that come with a file and that an expression or a map can ask for. */
  readonly names: ReadonlySet<string>
  readonly files: readonly string[]
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
  return {
    names: new Set(own.map(({ name }) => name)),
    files: [...new Set([...own, ...pulled].map(({ source }) => source))],
  }
}

/** Files that should lie beside the workbook: whether they do, and have the columns that are asked of them. */
export function checkFiles(placed: readonly Placed[], files: FileHeaders, { issues }: Reading): void {
  for (const one of placed) {
    const instance = instanceOf(one)
    if (!instance || !isQuestion(one.node)) continue
    const { source, at } = instance
    const headers = files.get(source)
    if (extensionOf(source) !== '.csv') issues.warn(issue.fileKindUnused(at, source))
    else if (!headers) issues.warn(issue.fileMissing(at, source))
    else if (isFromFile(one.node.type))
      for (const [name, standard] of [['value', 'name'] as const, ['label', 'label'] as const]) {
        const wanted = parameterIn(one.node, name) ?? standard
        const has = headers.some((header) => header === wanted || header.startsWith(`${wanted}::`))
        if (!has) issues.error(issue.fileColumnMissing(at, source, wanted))
      }
  }
}
