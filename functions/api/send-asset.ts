// Stylesheet and icon: named by their content, so a browser may keep them for ever; packed by the build, not by each request.

import { problem } from '../../shared/problems.ts'
import type { Call } from './call.ts'
import { takesBrotli } from './compress.ts'
import { refuse } from './problem-response.tsx'

export function sendAsset(call: Call): Response | Promise<Response> {
  const { c, deps } = call
  const asset = deps.assets.files.get(c.req.param('name') ?? '')
  if (!asset) return refuse(call, problem.pageUnknown())
  const packed = takesBrotli(c)
  c.header('content-type', asset.type)
  c.header('cache-control', 'public, max-age=31536000, immutable')
  c.header('vary', 'accept-encoding')
  if (packed) c.header('content-encoding', 'br')
  return c.body(Buffer.from(packed ? asset.brotli : asset.plain))
}
