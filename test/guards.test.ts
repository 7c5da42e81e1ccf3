// The conventions that a reader relies on, kept by a machine: which way imports point, what shared/ must not touch, and
// that README tells the truth about the folders.

import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { describe, expect, test } from 'vitest'
import { missingOptional } from '../infra/lock.mjs'

const folders = ['shared', 'functions', 'web', 'infra', 'test'] as const
type Folder = (typeof folders)[number]

/** What each folder may import of the others, and the packages it may use (undefined: any). */
const arrows: Record<Folder, { folders: readonly Folder[]; packages?: readonly string[] }> = {
  shared: { folders: [], packages: ['valibot', 'temporal-polyfill', 'd3-scale', 'canonicalize'] },
  web: { folders: ['shared'], packages: ['hono', 'signature_pad'] },
  functions: { folders: ['web', 'shared'] },
  infra: { folders: ['functions', 'shared', 'web'] },
  test: { folders: ['shared', 'functions', 'web', 'infra'] },
}

type Source = { readonly path: string; readonly folder: Folder; readonly text: string }

const sources: readonly Source[] = folders.flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(ts|tsx|mjs)$/.test(name) && !name.endsWith('.d.mts'))
    .map((name) => ({ path: join(folder, name), folder, text: readFileSync(join(folder, name), 'utf8') })),
)
/** Tests and their support may reach everywhere; the rules are for what is shipped. */
const shipped = sources.filter(({ path, folder }) => folder !== 'test' && !/\.test\.tsx?$|-fixture\.ts$/.test(path))

const imports = [/^(?:import|export|\}).*\bfrom '([^']+)'/gm, /^import '([^']+)'/gm, /\bimport\('([^']+)'\)/g]
const importsOf = ({ text }: Source) =>
  imports.flatMap((pattern) => [...text.matchAll(pattern)].flatMap(([, specifier]) => (specifier ? [specifier] : [])))

const folderOf = (source: Source, specifier: string) =>
  normalize(join(dirname(source.path), specifier)).split(/[\\/]/)[0]
const packageOf = (specifier: string) =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/')

test('imports point one way: web -> shared, functions -> web and shared, infra -> functions; shared -> nothing', () => {
  const wrong = shipped.flatMap((source) =>
    importsOf(source)
      .filter((specifier) => specifier.startsWith('.'))
      .filter((specifier) => {
        const target = folderOf(source, specifier)
        return target !== source.folder && !arrows[source.folder].folders.some((one) => one === target)
      })
      .map((specifier) => `${source.path} -> ${specifier}`),
  )
  expect(wrong).toEqual([])
})

test('shared/ and web/ use only the packages named for them, and none of Node', () => {
  const wrong = shipped.flatMap((source) => {
    const { packages } = arrows[source.folder]
    const foreign = importsOf(source).filter((specifier) => !specifier.startsWith('.'))
    return packages
      ? foreign.filter((one) => !packages.includes(packageOf(one))).map((one) => `${source.path} -> ${one}`)
      : []
  })
  expect(wrong).toEqual([])
})

test('shared/ reads no clock and draws no random numbers: they are passed in', () => {
  const impure = /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bTemporal\.Now\b|\bcrypto\.|\bperformance\.now\(/
  expect(
    shipped.filter(({ folder, text }) => folder === 'shared' && impure.test(text)).map(({ path }) => path),
  ).toEqual([])
})

test('the clock of functions/ is read in deps.ts alone', () => {
  const readers = shipped.filter(
    ({ folder, text }) => folder === 'functions' && /\bDate\.now\(|\bnew Date\(\)/.test(text),
  )
  expect(readers.map(({ path }) => path).filter((path) => !path.endsWith('deps.ts'))).toEqual([])
})

test('each function stands alone: none imports another', () => {
  const entries = ['api', 'schedule', 'export', 'render']
  const wrong = shipped
    .filter(({ folder }) => folder === 'functions')
    .flatMap((source) => {
      const own = source.path.split(/[\\/]/)[1] ?? ''
      return importsOf(source)
        .filter((specifier) => specifier.startsWith('.'))
        .map((specifier) => normalize(join(dirname(source.path), specifier)).split(/[\\/]/))
        .map(([folder, name = '']) => (folder === 'functions' ? name : ''))
        .filter((target) => entries.includes(target) && target !== own && (entries.includes(own) || own === 'store'))
        .map((target) => `${source.path} -> ${target}`)
    })
  expect(wrong).toEqual([])
})

test('a file stays short enough to be read at once', () => {
  const long = shipped.filter(({ text }) => text.split('\n').length > 340).map(({ path }) => path)
  expect(long).toEqual([])
})

test('the lock holds every optional package that it names, or npm ci refuses it (npm run lock adds them)', () => {
  expect(missingOptional(JSON.parse(readFileSync('package-lock.json', 'utf8')))).toEqual([])
})

describe('README', () => {
  const readme = readFileSync('README.md', 'utf8')

  test('names both commands on its first screen, with pictures', () => {
    const first = readme.split('\n').slice(0, 40).join('\n')
    expect(first).toContain('npm start')
    expect(first).toContain('npm test')
    expect(first).toMatch(/!\[|<img/)
  })

  test('has a line for each folder, and for no folder that is not there', () => {
    const named = [...readme.matchAll(/^\| `([a-z0-9/-]+)\/` \|/gm)].map(([, name]) => name ?? '')
    const there = folders.flatMap((folder) => [
      folder,
      ...readdirSync(folder, { withFileTypes: true })
        .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
        .map((entry) => `${folder}/${entry.name}`),
    ])
    expect([...named].sort()).toEqual([...there].sort())
  })
})
