// When `npm start` installs, and what it says when it can't.

import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { checkNode, ensureInstalled, whyInstall } from '../../infra/install.mjs'
import { temporaryFolder } from './temporary.ts'

const lock = {
  packages: {
    '': { name: 'phieu' },
    'node_modules/hono': { version: '4.13.19', integrity: 'sha512-a' },
    'node_modules/other-platform': { version: '1.0.0', integrity: 'sha512-b', optional: true },
  },
}
const hono = { version: '4.13.19', integrity: 'sha512-a' }

describe('whether to install', () => {
  test.each([
    ['nothing is installed', undefined, true],
    ['all is there', { packages: { 'node_modules/hono': hono } }, false],
    ['more than asked for is there', { packages: { 'node_modules/hono': hono, 'node_modules/mine': hono } }, false],
    ['a package is missing', { packages: {} }, true],
    ['a package is older', { packages: { 'node_modules/hono': { ...hono, version: '4.13.18' } } }, true],
    ['a package has other content', { packages: { 'node_modules/hono': { ...hono, integrity: 'sha512-c' } } }, true],
    [
      'an optional package is older',
      { packages: { 'node_modules/hono': hono, 'node_modules/other-platform': { version: '0.9.0' } } },
      true,
    ],
  ])('%s', (_, installed, needed) => {
    expect(whyInstall(lock, installed) !== undefined).toBe(needed)
  })

  test('what is installed is left alone', async () => {
    const root = await temporaryFolder()
    await mkdir(join(root, 'node_modules'))
    await writeFile(join(root, 'package-lock.json'), JSON.stringify(lock))
    await writeFile(
      join(root, 'node_modules', '.package-lock.json'),
      JSON.stringify({ packages: { 'node_modules/hono': hono } }),
    )
    expect(await ensureInstalled({ root })).toBe(false)
  })
})

test.each([
  ['18.20.4', false],
  ['20.18.3', false],
  ['20.19.0', true],
  ['22.1.0', true],
])('Node %s is new enough: %s', (version, enough) => {
  if (enough) expect(() => checkNode(version)).not.toThrow()
  else expect(() => checkNode(version)).toThrow(/needs Node 20\.19 or later; this is/)
})

test('a failed installation says what npm said and what to do', async () => {
  const root = await temporaryFolder()
  await writeFile(join(root, 'package.json'), JSON.stringify({ name: 'x', dependencies: { hono: '1.0.0' } }))
  await writeFile(join(root, 'package-lock.json'), JSON.stringify({ ...lock, lockfileVersion: 3 }))
  const lines: string[] = []
  const output = { write: (text: string) => lines.push(text) }
  await expect(ensureInstalled({ root, output })).rejects.toThrow(/in sync[\s\S]*The installation failed/)
  expect(lines.join('')).toContain('Installing')
})
