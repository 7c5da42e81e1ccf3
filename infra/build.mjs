// One build for every home: makes dist/functions/NAME (what CDK uploads and the local home runs) and dist/local.
// Plain JavaScript, because it runs before anything has been compiled.

import { createHash } from 'node:crypto'
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, constants } from 'node:zlib'
import { build, transform } from 'esbuild'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const dist = join(root, 'dist')

/** Options shared by every bundle. ESM entry points of packages come first: they shake to less than half. */
const common = {
  absWorkingDir: root,
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  mainFields: ['module', 'main'],
  jsx: 'automatic',
  jsxImportSource: 'hono/jsx',
  legalComments: 'none',
  // Vietnamese is a third shorter as it is than escaped.
  charset: 'utf8',
  logLevel: 'warning',
  metafile: true,
}

/**
 * Lambda hands a function its credentials in the environment, and so does the local home; the SDK's other sources
 * (profiles, SSO, processes) would add 130 KB to each bundle for nothing.
 */
const environmentCredentials = {
  name: 'environment-credentials',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^@aws-sdk\/credential-provider-node$/ }, () => ({
      path: 'environment-credentials',
      namespace: 'phieu',
    }))
    onLoad({ filter: /^environment-credentials$/, namespace: 'phieu' }, () => ({
      contents: `import { fromEnv } from '@aws-sdk/credential-provider-env'; export const defaultProvider = () => fromEnv()`,
      resolveDir: root,
    }))
  },
}

const folderOf = (name) => join(dist, 'functions', name)

async function buildFunction(name, options = {}) {
  await build({
    ...common,
    minify: true,
    entryPoints: [`functions/${name}/index.ts`],
    outfile: join(folderOf(name), 'index.mjs'),
    plugins: [environmentCredentials],
    ...options,
  })
}

const packed = (text) =>
  brotliCompressSync(text, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: text.length },
  })

/** Writes a file under a name made from its content, with its twin; answers the name. */
async function writeHashed(folder, name, text) {
  const hash = createHash('sha256').update(text).digest('hex').slice(0, 12)
  const hashed = name.replace(/(\.\w+)$/, `.${hash}$1`)
  await writeFile(join(folder, hashed), text)
  await writeFile(join(folder, `${hashed}.br`), packed(text))
  return hashed
}

/**
 * Stylesheets, icon and scripts get a name made from their content, so that browsers may keep them for ever, and a brotli
 * twin. The manifest says what each is called.
 */
async function buildAssets(folder) {
  await mkdir(folder, { recursive: true })
  const manifest = { files: {}, script: '', parts: {} }
  const styles = join(root, 'web', 'styles')
  for (const name of (await readdir(styles)).sort()) {
    const source = await readFile(join(styles, name), 'utf8')
    const text = name.endsWith('.css') ? (await transform(source, { loader: 'css', minify: true })).code : source
    manifest.files[name] = await writeHashed(folder, name, text)
  }
  Object.assign(manifest, await buildIslands(folder))
  for (const file of (await readdir(join(root, 'web', 'islands'))).filter((name) => name.endsWith('.ts')).sort()) {
    const { outputFiles } = await build({ ...forBrowsers, entryPoints: [join(root, 'web', 'islands', file)] })
    const name = file.replace(/\.ts$/, '.js')
    manifest.files[name] = await writeHashed(folder, name, outputFiles[0].text)
  }
  await writeFile(join(folder, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`)
}

const islands = join(root, 'web', 'islands', 'form')
const forBrowsers = {
  ...common,
  platform: 'browser',
  // The oldest browsers that take "?." and class fields as they are.
  target: ['safari15.4', 'chrome91', 'firefox90'],
  charset: 'utf8',
  // A field without a value is a promise to the compiler, and needs no byte.
  tsconfigRaw: { compilerOptions: { useDefineForClassFields: false } },
  minify: true,
  write: false,
}
const fromMain = 'phieu:main/'

/** Takes from the form script what stands there already: a part holds only what is its own. */
const takenFromMain = (modules) => ({
  name: 'taken-from-main',
  setup({ onResolve }) {
    onResolve({ filter: /^\./ }, ({ path, resolveDir }) => {
      const module = relative(root, join(resolveDir, path)).replaceAll('\\', '/')
      return modules.has(module) ? { path: `${fromMain}${module}`, external: true } : undefined
    })
  },
})

const taking = /import\{([^}]*)\}from"phieu:main\/([^"]+)"/g

/** The names that a part takes of each module of the form script, as [module, name, what the part calls it]. */
const namesTaken = (text) =>
  [...text.matchAll(taking)].flatMap(([, names, module]) =>
    names.split(',').map((one) => {
      const [name, local = name] = one.trim().split(' as ')
      return [module, name, local]
    }),
  )

/**
 * The form script: one file that every form loads, and a file for each part that only some need. Cut like this, and not by a
 * bundler's splitting, nothing is parted that is always loaded together: small files pack badly. What parts take goes by
 * short names between them.
 */
export async function buildIslands(folder) {
  const alone = await build({ ...forBrowsers, entryPoints: [join(islands, 'main.ts')] })
  const modules = new Set(Object.keys(alone.metafile.inputs))
  const parts = new Map()
  for (const file of (await readdir(join(islands, 'parts'))).sort()) {
    const entryPoints = [join(islands, 'parts', file)]
    const { outputFiles } = await build({ ...forBrowsers, entryPoints, plugins: [takenFromMain(modules)] })
    parts.set(file.replace(/\.ts$/, ''), outputFiles[0].text)
  }
  const short = new Map()
  for (const [module, name] of [...parts.values()].flatMap(namesTaken))
    short.set(`${name} ${module}`, short.get(`${name} ${module}`) ?? `_${short.size.toString(36)}`)
  const exported = [...short].map(([taken, as]) => taken.replace(/(.*) (.*)/, `export { $1 as ${as} } from './$2'`))
  const contents = [`import './web/islands/form/main.ts'`, ...exported].join('\n')
  const main = await build({ ...forBrowsers, stdin: { contents, resolveDir: root, loader: 'ts' } })
  const script = await writeHashed(folder, 'form.js', main.outputFiles[0].text)
  const manifest = { script, parts: {} }
  for (const [name, text] of parts) {
    const taken = text.replace(taking, (whole) => {
      const names = namesTaken(whole).map(([module, one, local]) => `${short.get(`${one} ${module}`)} as ${local}`)
      return `import{${names}}from"./${script}"`
    })
    manifest.parts[name] = await writeHashed(folder, `form-${name}.js`, taken)
  }
  return manifest
}

async function buildApi() {
  // What is loaded later is in files of its own.
  await buildFunction('api', {
    outfile: undefined,
    outdir: folderOf('api'),
    outExtension: { '.js': '.mjs' },
    chunkNames: 'part-[hash]',
    splitting: true,
  })
  await buildAssets(join(folderOf('api'), 'assets'))
}

/**
 * @react-pdf/renderer as one file. pdfkit asks for its standard fonts through a `require` that a bundler can't see: the
 * four that the renderer opens when it starts become imports, the others are left out (reports embed Tinos). So is what
 * a report never uses and a cold start would only parse: older React, English hyphenation, the order of mixed writing
 * directions in boxes of text (a page is one canvas), WOFF2 (two thirds of it all).
 */
const reactPdf = {
  name: 'react-pdf',
  setup({ onLoad }) {
    onLoad({ filter: /pdfkit\.node\.mjs$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8')
      const names = ['Helvetica', 'HelveticaBold', 'HelveticaOblique', 'HelveticaBoldOblique']
      const imports = names.map((name) => `import standard${name} from './standard-fonts/${name}.mjs'`)
      const required = /require\$1\('#standard-fonts\/(\w+)'\)/g
      const contents = source.replace(required, (_, name) => (names.includes(name) ? `standard${name}` : 'undefined'))
      return { contents: `${imports.join('\n')}\n${contents}`, loader: 'js' }
    })
    const unused = (filter, contents) => onLoad({ filter }, () => ({ contents, loader: 'js' }))
    unused(/reconciler-(23|31)\.js$/, 'export default undefined')
    // All that the engine itself sets is our own words, which run from left to right; what people wrote is painted.
    unused(
      /bidi-js\/.*\.m?js$/,
      'export default () => ({ getEmbeddingLevels: (text) => ({ levels: new Uint8Array(text.length) }) })',
    )
    unused(/hyphenate\/lib\/en-us\.js$/, 'export const syllables = (word) => [word]')
    unused(/brotli\/decompress\.js$/, `export default () => { throw new Error('WOFF2 faces are not bundled') }`)
  },
}

/** The bundle and its faces: all that rendering needs, wherever the folder is taken. */
export async function buildRender(folder = folderOf('render')) {
  await buildFunction('render', {
    outfile: join(folder, 'index.mjs'),
    plugins: [environmentCredentials, reactPdf],
    define: { 'process.env.NODE_ENV': '"production"' },
  })
  const fonts = join(root, 'node_modules', '@expo-google-fonts', 'tinos')
  for (const face of ['400Regular', '400Regular_Italic', '700Bold', '700Bold_Italic'])
    await cp(join(fonts, face, `Tinos_${face}.ttf`), join(folder, 'fonts', `Tinos_${face}.ttf`))
}

/** The local home is not bundled with its engines: they load native modules and files of their own. */
async function buildLocal() {
  await build({
    ...common,
    packages: 'external',
    entryPoints: ['infra/local/home.ts', 'infra/local/function-worker.ts'],
    outdir: join(dist, 'local'),
    outExtension: { '.js': '.mjs' },
  })
}

/** Builds everything into dist/, from nothing. */
export async function buildAll() {
  await rm(dist, { recursive: true, force: true })
  await Promise.all([buildApi(), buildFunction('schedule'), buildFunction('export'), buildRender(), buildLocal()])
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildAll()
