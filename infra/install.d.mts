type Package = { name?: string; version?: string; integrity?: string; optional?: boolean }
type LockFile = { packages?: Record<string, Package> }
type Output = { isTTY?: boolean; write: (text: string) => unknown }

export class InstallProblem extends Error {}
export function checkNode(version: string): void
export function whyInstall(lock: LockFile, installed: LockFile | undefined): string | undefined
export function ensureInstalled(settings?: { root?: string; output?: Output }): Promise<boolean>
