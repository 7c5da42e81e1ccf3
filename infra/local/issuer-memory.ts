// What the issuer remembers during a sign-in: minutes at most, so memory is enough. A restart means signing in again.

import type { Adapter, Stored } from 'oidc-provider'

type Entry = { payload: Stored; until: number }

/** A store for each of the issuer's kinds of records. */
export function issuerMemory(now: () => number = Date.now): (kind: string) => Adapter {
  const kinds = new Map<string, Map<string, Entry>>()
  return (kind) => {
    const entries = kinds.get(kind) ?? new Map<string, Entry>()
    kinds.set(kind, entries)
    return adapter(entries, kinds, now)
  }
}

function adapter(entries: Map<string, Entry>, kinds: Map<string, Map<string, Entry>>, now: () => number): Adapter {
  const find = (id: string) => {
    const entry = entries.get(id)
    return entry && entry.until > now() ? entry.payload : undefined
  }
  const search = async (matches: (payload: Stored) => boolean) =>
    [...entries.values()].find((entry) => entry.until > now() && matches(entry.payload))?.payload

  return {
    upsert: async (id, payload, expiresIn = 3600) => {
      for (const [key, entry] of entries) if (entry.until <= now()) entries.delete(key)
      entries.set(id, { payload, until: now() + expiresIn * 1000 })
    },
    find: async (id) => find(id),
    findByUid: (uid) => search((payload) => payload.uid === uid),
    findByUserCode: (code) => search((payload) => payload.userCode === code),
    destroy: async (id) => {
      entries.delete(id)
    },
    consume: async (id) => {
      const payload = find(id)
      if (payload) payload.consumed = Math.floor(now() / 1000)
    },
    revokeByGrantId: async (grantId) => {
      for (const kind of kinds.values())
        for (const [id, entry] of kind) if (entry.payload.grantId === grantId) kind.delete(id)
    },
  }
}
