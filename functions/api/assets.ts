// Stylesheets, icon and scripts as the build made them: named by their content, so that a browser may keep them for ever.

import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as v from 'valibot'

type Asset = { readonly type: string; readonly plain: Uint8Array; readonly brotli: Uint8Array }
export type Assets = {
  /** By the name in the address, which holds the hash. */
  readonly files: ReadonlyMap<string, Asset>
  /** Name in the address by the file's name: every stylesheet and every small script. */
  readonly named: Readonly<Record<string, string>>
  /** The names in the address. */
  readonly style: string
  /** The same sheet as it stands within a page that saves its visitor a round trip, and what the content policy lets in by. */
  readonly styleText: string
  readonly styleHash: string
  /** What only forms with rare questions are styled by. */
  readonly formStyle: string
  /** What only the pages about forms themselves are styled by. */
  readonly deskStyle: string
  readonly icon: string
  /** The form script, and its parts by name. */
  readonly script: string
  readonly parts: Readonly<Record<string, string>>
}

const Manifest = v.strictObject({
  files: v.objectWithRest(
    {
      'style.css': v.string(),
      'form.css': v.string(),
      'desk.css': v.string(),
      'icon.svg': v.string(),
    },
    v.string(),
  ),
  script: v.string(),
  parts: v.record(v.string(), v.string()),
})

const types: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml',
  js: 'text/javascript; charset=utf-8',
}

/** Reads the folder that infra/build.mjs wrote beside the function. */
export async function readAssets(folder: string): Promise<Assets> {
  const { files, script, parts } = v.parse(Manifest, JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')))
  const names = (await readdir(folder)).filter((name) => /\.(css|svg|js)$/.test(name))
  const found = await Promise.all(
    names.map(async (name): Promise<[string, Asset]> => {
      const type = types[name.replace(/^.*\./, '')] ?? 'application/octet-stream'
      return [
        name,
        { type, plain: await readFile(join(folder, name)), brotli: await readFile(join(folder, `${name}.br`)) },
      ]
    }),
  )
  const styleText = await readFile(join(folder, files['style.css']), 'utf8')
  return {
    files: new Map(found),
    named: files,
    style: files['style.css'],
    styleText,
    styleHash: `sha256-${createHash('sha256').update(styleText).digest('base64')}`,
    formStyle: files['form.css'],
    deskStyle: files['desk.css'],
    icon: files['icon.svg'],
    script,
    parts,
  }
}

/** The address's name of a stylesheet or script; throws for a file that the build didn't make, which is a bug. */
export function assetNamed({ named }: Assets, name: string): string {
  const found = named[name]
  if (found === undefined) throw new Error(`No asset ${name}`)
  return found
}
