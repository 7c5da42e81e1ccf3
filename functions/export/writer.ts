// What writes an export in one of its formats. Responses are added one by one; nothing of them is kept.

import type { ExportedResponse } from '../../shared/export/response.ts'

export type ExportWriter = {
  readonly add: (response: ExportedResponse) => Promise<void>
  /** Ends every table. `about`: what the file says of itself, as names and values. */
  readonly finish: (about: AboutLines) => Promise<void>
  /** Lets go of what it holds on the disk, finished or not. */
  readonly discard: () => Promise<void>
}

export type AboutLines = readonly (readonly [name: string, value: string])[]
