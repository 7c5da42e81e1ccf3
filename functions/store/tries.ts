// How often a network tried today, under a name that only today's key gives: no address is ever stored.

import { createHmac } from 'node:crypto'
import { isIP } from 'node:net'
import { key } from './keys.ts'
import { numberOf, type Table } from './table.ts'
import { secondsOf } from './tokens.ts'

/** The first 24 bits of an address of version 4, the first 56 of one of version 6: an office, a village, a mobile cell. */
export function networkOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '')
  if (isIP(plain) === 4) return plain.split('.').slice(0, 3).join('.')
  if (isIP(plain) !== 6) return 'unknown'
  const [head = '', tail = ''] = plain.split('%')[0]?.split('::') ?? []
  const before = head.split(':').filter((part) => part !== '')
  const after = tail.split(':').filter((part) => part !== '')
  const zeros = plain.includes('::') ? Math.max(0, 8 - before.length - after.length) : 0
  const parts = [...before, ...Array.from({ length: zeros }, () => '0'), ...after].map((part) => part.padStart(4, '0'))
  return parts.slice(0, 4).join('').slice(0, 14).toLowerCase()
}

export type Tries = { readonly count: () => Promise<number>; readonly add: () => Promise<void> }

const keptDays = 2

/** The tries of a network for one thing ("code", or a survey's door). `secret`: the installation's own; `now`: ISO 8601, UTC. */
export function triesOf(table: Table, about: { secret: string; address: string; what: string; now: string }): Tries {
  const day = about.now.slice(0, 10)
  const dayKey = createHmac('sha256', about.secret).update(day).digest()
  const name = createHmac('sha256', dayKey)
    .update(`${about.what} ${networkOf(about.address)}`)
    .digest('base64url')
  const place = key.tries(day, name)
  return {
    count: async () => numberOf(await table.get(place), 'tries'),
    add: async () => {
      await table.insert({ ...place, tries: 0, expiresAt: secondsOf(about.now) + keptDays * 86_400 })
      await table.increment(place, 'tries')
    },
  }
}
