export type Endpoints = { dynamodb: string; s3: string; queue: string; mail: string; secrets: string }
export type Lock = { pid: number; startedAt: string; url?: string; endpoints?: Endpoints }

export function dataFolderOf(env: NodeJS.ProcessEnv, root: string): string
export function lockFileOf(folder: string): string
export function findRunning(folder: string, now?: number): Promise<Lock | undefined>
export function alreadyRunning(lock: Lock, folder: string): string
