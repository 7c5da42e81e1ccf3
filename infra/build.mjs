// One build for every home: makes dist/functions/NAME (what CDK uploads and the local home runs) and dist/local.
// Plain JavaScript, because it runs before anything has been compiled.

import { createHash } from 'node:crypto'
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
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

/**
 * Stylesheets, icon and scripts get a name made from their content, so that browsers may keep them for ever, and a brotli
 * twin. The manifest says what each is called, and of a part of the form script which files it needs.
 */
async function buildAssets(folder) {
  await mkdir(folder, { recursive: true })
  const manifest = { files: {}, script: '', parts: {} }
  const styles = join(root, 'web', 'styles')
  for (const name of (await readdir(styles)).sort()) {
    const source = await readFile(join(styles, name), 'utf8')
    const text = name.endsWith('.css') ? (await transform(source, { loader: 'css', minify: true })).code : source
    const hash = createHash('sha256').update(text).digest('hex').slice(0, 12)
    const hashed = name.replace(/(\.\w+)$/, `.${hash}$1`)
    await writeFile(join(folder, hashed), text)
    await writeFile(join(folder, `${hashed}.br`), packed(text))
    manifest.files[name] = hashed
  }
  Object.assign(manifest, await buildIslands(folder))
  await writeFile(join(folder, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`)
}

/** The form script: what every form needs in one file, each part in one of its own. */
async function buildIslands(folder) {
  const { metafile, outputFiles } = await build({
    ...common,
    platform: 'browser',
    target: ['es2021', 'safari15.4', 'chrome90', 'firefox90'],
    minify: true,
    splitting: true,
    write: false,
    entryPoints: ['web/islands/form/main.ts'],
    outdir: folder,
    entryNames: 'form.[hash]',
    chunkNames: 'part.[hash]',
  })
  for (const { path, contents } of outputFiles) {
    await writeFile(path, contents)
    await writeFile(`${path}.br`, packed(contents))
  }
  const outputs = Object.entries(metafile.outputs).map(([path, output]) => ({
    name: path.replace(/^.*\//, ''),
    ...output,
  }))
  const main = outputs.find(({ entryPoint }) => entryPoint === 'web/islands/form/main.ts')
  const needs = ({ imports }) =>
    imports.filter(({ kind }) => kind === 'import-statement').map(({ path }) => path.replace(/^.*\//, ''))
  const parts = {}
  // The source of parts.ts says which file stands for which name.
  const source = await readFile(join(root, 'web', 'islands', 'form', 'parts.ts'), 'utf8')
  for (const [, name, file] of source.matchAll(/^ {2}(\w+): async \(\) =>[^\n]*import\('([^']+)'\)/gm)) {
    const output = outputs.find(
      ({ entryPoint }) => entryPoint && join(root, entryPoint) === join(root, 'web', 'islands', 'form', file),
    )
    if (output) parts[name] = [output.name, ...needs(output)]
  }
  return { script: main.name, parts: { '': needs(main), ...parts } }
}

async function buildApi() {
  await buildFunction('api')
  await buildAssets(join(folderOf('api'), 'assets'))
}

/**
 * @react-pdf/renderer as one file. pdfkit asks for its standard fonts through a `require` that a bundler can't see: the
 * four that the renderer opens when it starts become imports, the others are left out (reports embed Tinos). So is what
 * a report never uses and a cold start would only parse: older React, English hyphenation, WOFF2 (two thirds of it all).
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
  await Promise.all([buildApi(), buildFunction('schedule'), buildRender(), buildLocal()])
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildAll()
