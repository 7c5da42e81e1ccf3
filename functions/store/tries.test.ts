import { expect, test } from 'vitest'
import { memoryTable } from '../../test/support/memory-table.ts'
import { networkOf, triesOf } from './tries.ts'

test.each([
  ['203.0.113.77', '203.0.113'],
  ['::ffff:203.0.113.77', '203.0.113'],
  ['2001:db8:1234:56ff::1', '20010db8123456'],
  ['2001:0db8:1234:5678:1:2:3:4', '20010db8123456'],
  ['::1', '00000000000000'],
  ['nonsense', 'unknown'],
])('%s belongs to %s', (address, network) => {
  expect(networkOf(address)).toBe(network)
})

test('tries are counted by network, thing and day, and no address is stored', async () => {
  const table = memoryTable()
  const about = { secret: 'secret', address: '203.0.113.77', what: 'code', now: '2026-07-01T08:00:00.000Z' }
  const tries = triesOf(table, about)
  expect(await tries.count()).toBe(0)
  await tries.add()
  await tries.add()
  expect(await tries.count()).toBe(2)
  expect(await triesOf(table, { ...about, address: '203.0.113.1' }).count()).toBe(2)
  for (const other of [{ address: '203.0.114.1' }, { what: 'K7M4' }, { now: '2026-07-02T00:00:00.000Z' }])
    expect(await triesOf(table, { ...about, ...other }).count()).toBe(0)
  expect(JSON.stringify([...table.items])).not.toContain('203.0.113')
})
