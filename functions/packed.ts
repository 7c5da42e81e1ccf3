// Files packed into a zip that depends on nothing but them: the same files give the same bytes.

import { strToU8, type Zippable, zipSync } from 'fflate'

/** Any fixed day will do; noon keeps it the same day in every time zone that the zip's local time is written in. */
const zipTime = new Date(1980, 0, 1, 12)

/** In the order given. Texts are UTF-8. */
export function packed(files: Iterable<readonly [path: string, content: string | Uint8Array]>): Uint8Array {
  const zippable: Zippable = {}
  for (const [path, content] of files) zippable[path] = typeof content === 'string' ? strToU8(content) : content
  return zipSync(zippable, { mtime: zipTime, level: 6 })
}
