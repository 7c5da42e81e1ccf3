// The contract of the table, run on its twin in memory and on the engine of the local home over HTTP. An engine that
// isn't run here is not named as supported.

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startDynamoDb } from '../../infra/local/dynamodb.ts'
import { memoryTable } from '../../test/support/memory-table.ts'
import { openTable } from './dynamodb.ts'
import { queryAll, type Table } from './table.ts'

let folder: string
let engine: Awaited<ReturnType<typeof startDynamoDb>>

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'phieu-contract-'))
  engine = await startDynamoDb(folder, 'contract')
  Object.assign(process.env, { AWS_ACCESS_KEY_ID: 'test', AWS_SECRET_ACCESS_KEY: 'test' })
})
afterAll(async () => {
  await engine.stop()
  await rm(folder, { recursive: true, force: true })
})

const tables: [name: string, open: () => Table][] = [
  ['in memory', () => memoryTable()],
  ['dynalite', () => openTable({ AWS_REGION: 'local', TABLE_NAME: 'contract', DYNAMODB_ENDPOINT: engine.endpoint })],
]

let partitions = 0

describe.each(tables)('a table %s', (_name, open) => {
  const fresh = () => {
    partitions += 1
    return { table: open(), pk: `P#${partitions}` }
  }

  test('gives back what was put in, text and numbers, and nothing for what was not', async () => {
    const { table, pk } = fresh()
    const item = { pk, sk: 'a', text: 'Đảng bộ “Sông Hồng”', number: -12, empty: '' }
    expect(await table.get({ pk, sk: 'a' })).toBeUndefined()
    expect(await table.insert(item)).toBe(true)
    expect(await table.get({ pk, sk: 'a' })).toEqual(item)
  })

  test('inserts once, also when fifty try at the same time', async () => {
    const { table, pk } = fresh()
    const tries = await Promise.all(
      Array.from({ length: 50 }, (_, who) => table.insert({ pk, sk: 'a', who }).then((won) => ({ won, who }))),
    )
    const winners = tries.filter(({ won }) => won)
    expect(winners).toHaveLength(1)
    expect(await table.get({ pk, sk: 'a' })).toMatchObject({ who: winners[0]?.who })
  })

  test('replaces only the version that was read', async () => {
    const { table, pk } = fresh()
    expect(await table.replace({ pk, sk: 'a', version: 1, text: 'one' }, 0)).toBe(true)
    expect(await table.replace({ pk, sk: 'a', version: 1, text: 'again' }, 0)).toBe(false)
    expect(await table.replace({ pk, sk: 'a', version: 2, text: 'two' }, 1)).toBe(true)
    expect(await table.replace({ pk, sk: 'a', version: 2, text: 'late' }, 1)).toBe(false)
    expect(await table.get({ pk, sk: 'a' })).toMatchObject({ version: 2, text: 'two' })
  })

  test('increments from nothing, and loses none of fifty at once', async () => {
    const { table, pk } = fresh()
    await Promise.all(Array.from({ length: 50 }, () => table.increment({ pk, sk: 'a' }, 'count')))
    expect(await table.get({ pk, sk: 'a' })).toEqual({ pk, sk: 'a', count: 50 })
  })

  test('raises upwards only, and never makes an item', async () => {
    const { table, pk } = fresh()
    await table.raise({ pk, sk: 'a' }, 'covered', 3)
    expect(await table.get({ pk, sk: 'a' })).toBeUndefined()
    await table.increment({ pk, sk: 'a' }, 'count')
    await table.raise({ pk, sk: 'a' }, 'covered', 3)
    await table.raise({ pk, sk: 'a' }, 'covered', 2)
    expect(await table.get({ pk, sk: 'a' })).toMatchObject({ covered: 3, count: 1 })
  })

  test('queries one partition by prefix, in order, backwards, and page by page', async () => {
    const { table, pk } = fresh()
    const names = Array.from({ length: 45 }, (_, index) => `x#${String(index).padStart(2, '0')}`)
    for (const sk of [...names, 'y#00']) await table.insert({ pk, sk })
    expect((await queryAll(table, pk, 'x#')).map((item) => item.sk)).toEqual(names)
    expect(await queryAll(table, pk)).toHaveLength(46)
    const last = await table.query(pk, { prefix: 'x#', limit: 2, backwards: true })
    expect(last.items.map((item) => item.sk)).toEqual(['x#44', 'x#43'])
    const before = await table.query(pk, { prefix: 'x#', limit: 2, backwards: true, after: last.next ?? '' })
    expect(before.items.map((item) => item.sk)).toEqual(['x#42', 'x#41'])
  })

  test('removes, and removing nothing is no error', async () => {
    const { table, pk } = fresh()
    await table.insert({ pk, sk: 'a' })
    await table.remove({ pk, sk: 'a' })
    await table.remove({ pk, sk: 'a' })
    expect(await table.get({ pk, sk: 'a' })).toBeUndefined()
  })
})
