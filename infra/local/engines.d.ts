// The engines of the local home ship no types: only what is used of them is declared here.

declare module 'dynalite' {
  type Settings = {
    /** Folder of the LevelDB store; in memory without one. */
    path?: string
    createTableMs?: number
    deleteTableMs?: number
    updateTableMs?: number
  }
  export default function dynalite(settings: Settings): import('node:http').Server
}

declare module 's3rver' {
  type Stored = { bucket: string; key: string; content: Buffer | import('node:stream').Readable; metadata: object }
  type Store = {
    getResourcePath: (bucket: string, key: string | undefined, resource: string) => string
    putMetadata: (bucket: string, key: string, metadata: object, md5: string) => Promise<void>
    putObject: (object: Stored) => Promise<{ size: number; md5: string }>
    putObjectMultipart: (
      bucket: string,
      uploadId: string,
      parts: { number: number; etag: string }[],
    ) => Promise<{ size: number; md5: string }>
  }
  /** Koa's, as far as it is used. */
  type Context = {
    method: string
    path: string
    query: { [name: string]: string | string[] | undefined }
    status: number
  }
  type Settings = {
    address: string
    port: number
    silent: boolean
    directory: string
    vhostBuckets: boolean
    configureBuckets: { name: string }[]
  }
  export default class S3rver {
    constructor(settings: Settings)
    readonly store: Store
    readonly middleware: ((ctx: Context, next: () => Promise<void>) => Promise<void>)[]
    readonly httpServer: import('node:http').Server
    run(): Promise<import('node:net').AddressInfo>
  }
}

declare module 'oidc-provider' {
  import type { IncomingMessage, ServerResponse } from 'node:http'

  export type Stored = { grantId?: string; uid?: string; userCode?: string; consumed?: unknown }
  export type Adapter = {
    upsert: (id: string, payload: Stored, expiresIn?: number) => Promise<void>
    find: (id: string) => Promise<Stored | undefined>
    findByUid: (uid: string) => Promise<Stored | undefined>
    findByUserCode: (code: string) => Promise<Stored | undefined>
    destroy: (id: string) => Promise<void>
    consume: (id: string) => Promise<void>
    revokeByGrantId: (grantId: string) => Promise<void>
  }
  export type Context = {
    type: string
    body: string
    set: (name: string, value: string) => void
    oidc: { client: { clientId: string }; session: { accountId: string } }
  }
  export type Account = { accountId: string; claims: () => Record<string, unknown> & { sub: string } }

  export default class Provider {
    constructor(issuer: string, configuration: object)
    proxy: boolean
    callback(): (request: IncomingMessage, response: ServerResponse) => Promise<void>
    interactionDetails(
      request: IncomingMessage,
      response: ServerResponse,
    ): Promise<{ uid: string; prompt: { name: string } }>
    interactionFinished(
      request: IncomingMessage,
      response: ServerResponse,
      result: { login: { accountId: string } },
    ): Promise<void>
    Grant: new (owner: {
      accountId: string
      clientId: string
    }) => {
      addOIDCScope: (scope: string) => void
      save: () => Promise<string>
    }
  }
}
