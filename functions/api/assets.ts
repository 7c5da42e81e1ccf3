// Stylesheets as the build made them: named by their content, so that a browser may keep them for ever.

import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as v from 'valibot'

type Asset = { readonly type: string; readonly plain: Uint8Array; readonly brotli: Uint8Array }
export type Assets = {
  /** By the name in the address, which holds the hash. */
  readonly files: ReadonlyMap<string, Asset>
  /** The name in the address of the one stylesheet. */
  readonly style: string
}

const Manifest = v.strictObject({ 'style.css': v.string() })

/** Reads the folder that infra/build.mjs wrote beside the function. */
export async function readAssets(folder: string): Promise<Assets> {
  const manifest = v.parse(Manifest, JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')))
  const style = manifest['style.css']
  const asset: Asset = {
    type: 'text/css; charset=utf-8',
    plain: await readFile(join(folder, style)),
    brotli: await readFile(join(folder, `${style}.br`)),
  }
  return { files: new Map([[style, asset]]), style }
}
