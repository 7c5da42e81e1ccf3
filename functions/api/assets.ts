// Stylesheet and icon as the build made them: named by their content, so that a browser may keep them for ever.

import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as v from 'valibot'

type Asset = { readonly type: string; readonly plain: Uint8Array; readonly brotli: Uint8Array }
export type Assets = {
  /** By the name in the address, which holds the hash. */
  readonly files: ReadonlyMap<string, Asset>
  /** The names in the address. */
  readonly style: string
  readonly icon: string
}

const Manifest = v.strictObject({ 'style.css': v.string(), 'icon.svg': v.string() })

/** Reads the folder that infra/build.mjs wrote beside the function. */
export async function readAssets(folder: string): Promise<Assets> {
  const manifest = v.parse(Manifest, JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')))
  const { 'style.css': style, 'icon.svg': icon } = manifest
  const assetOf = async (name: string, type: string): Promise<[string, Asset]> => [
    name,
    { type, plain: await readFile(join(folder, name)), brotli: await readFile(join(folder, `${name}.br`)) },
  ]
  const files = [await assetOf(style, 'text/css; charset=utf-8'), await assetOf(icon, 'image/svg+xml')]
  return { files: new Map(files), style, icon }
}
