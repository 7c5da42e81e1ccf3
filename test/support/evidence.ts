// A phone that sends a file, part by part.

import { createHash } from 'node:crypto'
import { enterUnit } from '../../shared/campaign/campaign.ts'
import type { EvidenceQuestion } from '../../shared/evidence/kinds.ts'
import { partCount, smallestPart } from '../../shared/evidence/parts.ts'
import { Sha256 } from '../../shared/evidence/reference.ts'
import { asId, type UnitId } from '../../shared/ids.ts'
import type { Person } from '../../shared/organisation/access.ts'
import { path } from '../../shared/paths.ts'
import type { TestApi } from './api.ts'
import { aCampaign, campaignId, inspector, period, unitId } from './scenario.ts'

export const sha256Of = (bytes: Uint8Array): Sha256 => asId(Sha256, createHash('sha256').update(bytes).digest('hex'))

export const digestOf = (bytes: Uint8Array): string =>
  `sha-256=:${createHash('sha256').update(bytes).digest('base64')}:`

/** A head, and after it bytes that depend on `seed` alone. */
export function aFile(head: Uint8Array, size: number, seed = 1): Uint8Array {
  const bytes = new Uint8Array(size)
  let state = seed >>> 0
  for (let index = 0; index < size; index += 1) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    bytes[index] = state >>> 24
  }
  bytes.set(head.subarray(0, size))
  return bytes
}

/** The round that the scenario's campaign is in, at one unit. */
export function roundAt(unit: UnitId) {
  const campaign = aCampaign()
  const [open] = campaign.periods
  if (!open) throw new Error('The campaign has no period')
  return { campaign, period: open, campaignUnit: enterUnit(unit, 1) }
}

export type Sender = ReturnType<typeof sender>

/** Sends `bytes` under a name of its own choice: what the announcement says may be wrong on purpose. */
export function sender(
  api: Pick<TestApi, 'request'>,
  bytes: Uint8Array,
  {
    as = inspector,
    unit = unitId('cell-1'),
    type = 'image' as EvidenceQuestion,
    partSize = smallestPart,
    size = bytes.length,
    sha256 = sha256Of(bytes),
  } = {},
) {
  const address = path.api.evidence(campaignId, period, unit, sha256)
  const query = `size=${size}&partSize=${partSize}&type=${type}`
  const ask = (rest: string, init: RequestInit & { as?: Person } = {}) =>
    api.request(`${address}${rest}?${query}`, { as, ...init })
  const piece = (part: number) => bytes.slice((part - 1) * partSize, part * partSize)
  return {
    address,
    sha256,
    count: partCount({ size, partSize }),
    piece,
    put: (part: number, body: Uint8Array = piece(part), headers: Record<string, string> = {}) =>
      ask(`/parts/${part}`, {
        method: 'PUT',
        body: Buffer.from(body),
        headers: { 'content-type': 'application/octet-stream', 'content-digest': digestOf(body), ...headers },
      }),
    state: async () => (await ask('')).json(),
    complete: () => ask('/complete', { method: 'POST' }),
    /** `name` as it stands in the address. */
    download: (name: string, reader: Person = as) =>
      api.request(`${address.replace(/^\/api/, '')}/${name}`, { as: reader }),
  }
}

/** Sends every part and completes; answers with the last status. */
export async function sendAll(one: Sender): Promise<number> {
  for (let part = 1; part <= one.count; part += 1) {
    const answer = await one.put(part)
    if (answer.status !== 204) return answer.status
  }
  return (await one.complete()).status
}
