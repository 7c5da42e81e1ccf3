// The secrets of surveys and of webhooks, outside of the table and its backups: SecureStrings of SSM's parameter store, or of
// anything that speaks its three verbs. Signed by aws4fetch, as in objects.ts.

import * as v from 'valibot'
import { environmentClient } from './objects.ts'

export type Secrets = {
  /** Stores a secret under a name that has none yet; one that is there stays. */
  readonly make: (name: string, secret: string) => Promise<void>
  /** Undefined where there is none: never made, or destroyed. */
  readonly read: (name: string) => Promise<string | undefined>
  /** For ever; nothing happens where it is gone already. */
  readonly destroy: (name: string) => Promise<void>
}

export type SecretSettings = {
  readonly AWS_REGION: string
  /** What names begin with, "/phieu"; the rights of a function name it too. */
  readonly SECRETS_PREFIX: string
  readonly SSM_ENDPOINT?: string | undefined
}

const Failure = v.object({ __type: v.string() })
const Found = v.object({ Parameter: v.object({ Value: v.string() }) })

/** A request for one member reads it once; SSM answers 40 a second for an account, and a survey is answered in bursts. */
const keptSeconds = 60

export function openSecrets(settings: SecretSettings, clock: () => number = Date.now): Secrets {
  const { AWS_REGION, SECRETS_PREFIX, SSM_ENDPOINT } = settings
  const client = environmentClient('ssm', AWS_REGION)
  const endpoint = SSM_ENDPOINT ?? `https://ssm.${AWS_REGION}.amazonaws.com`
  const kept = new Map<string, { readonly secret: string; readonly until: number }>()

  /** What the service said; the name of its refusal where it refused. */
  const ask = async (verb: string, body: object): Promise<{ said: unknown } | { refusal: string }> => {
    const answer = await client.fetch(endpoint, {
      method: 'POST',
      headers: { 'content-type': 'application/x-amz-json-1.1', 'x-amz-target': `AmazonSSM.${verb}` },
      body: JSON.stringify(body),
    })
    const said: unknown = JSON.parse((await answer.text()) || '{}')
    if (answer.ok) return { said }
    const failure = v.safeParse(Failure, said)
    const refusal = failure.success ? failure.output.__type.replace(/^.*#/, '') : ''
    // Not what the service said beside: it may repeat the value.
    if (!expected.has(refusal)) throw new Error(`Secrets: ${verb} answered ${answer.status} ${refusal}`)
    return { refusal }
  }

  return {
    make: async (name, secret) => {
      await ask('PutParameter', {
        Name: `${SECRETS_PREFIX}/${name}`,
        Value: secret,
        Type: 'SecureString',
        Overwrite: false,
      })
    },
    read: async (name) => {
      const known = kept.get(name)
      if (known && known.until > clock()) return known.secret
      kept.delete(name)
      const answer = await ask('GetParameter', { Name: `${SECRETS_PREFIX}/${name}`, WithDecryption: true })
      if ('refusal' in answer) return undefined
      const secret = v.parse(Found, answer.said).Parameter.Value
      kept.set(name, { secret, until: clock() + keptSeconds * 1_000 })
      return secret
    },
    destroy: async (name) => {
      kept.delete(name)
      await ask('DeleteParameter', { Name: `${SECRETS_PREFIX}/${name}` })
    },
  }
}

const expected: ReadonlySet<string> = new Set(['ParameterAlreadyExists', 'ParameterNotFound'])
