// What is kept of the store while the process lives, and how much of it.

import { expect, test } from 'vitest'
import { formVersion } from '../../test/support/forms.ts'
import { memoryTable } from '../../test/support/memory-table.ts'
import { org } from '../../test/support/scenario.ts'
import { openDirectory } from './directory.ts'
import { insertFormVersion } from './forms.ts'

test('a form version is read once, and no more of them are kept than memory has room for', async () => {
  const table = memoryTable()
  const versions = Array.from({ length: 30 }, (_, at) =>
    formVersion('many', { survey: 'type|name|label\ntext|a|A' }, at + 1),
  )
  for (const version of versions) await insertFormVersion(table, org, version)
  const directory = openDirectory(table)
  const [first] = versions
  if (!first) throw new Error('No version')
  const kept = await directory.form(org, first)
  expect(await directory.form(org, first)).toBe(kept)
  for (const version of versions) await directory.form(org, version)
  expect(await directory.form(org, first)).not.toBe(kept)
})
