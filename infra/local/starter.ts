// What a new home starts with: the people one can try it as, and content to look at.

import type { DemoAccount } from './issuer.ts'

export type StarterHost = {
  /** The settings the functions get, credentials included. */
  env: Record<string, string>
  publicUrl: string
  progress: (done: number, total: number, what: string) => void
}

export function starterAccounts(): DemoAccount[] {
  return []
}

/** Loads the starter content; returns at once when it is there already. */
export async function loadStarter(host: StarterHost): Promise<void> {
  host.progress(0, 0, '')
}

/** The report a newcomer should see first. */
export async function firstReport(_host: StarterHost): Promise<{ id: string; title: string } | undefined> {
  return undefined
}
