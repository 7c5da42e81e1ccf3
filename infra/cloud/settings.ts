// What whoever deploys may choose, all of it by CDK context (`-c name=value` or cdk.json), all of it optional.

import type { App } from 'aws-cdk-lib'
import * as v from 'valibot'

const Address = v.pipe(v.string(), v.url(), v.regex(/^https:\/\/.*[^/]$/, 'must be https, without a trailing slash'))

const Context = v.object({
  /** Names the two stacks, so that a second installation fits into the same account. */
  installation: v.optional(v.pipe(v.string(), v.regex(/^[A-Z][A-Za-z0-9]{0,30}$/)), 'Phieu'),
  /** The address people type, where it isn't the HTTP API's own. */
  publicUrl: v.optional(Address),
  /** Any OpenID Connect issuer instead of a Cognito user pool. */
  oidcIssuer: v.optional(v.pipe(v.string(), v.url())),
  oidcClientId: v.optional(v.pipe(v.string(), v.minLength(1))),
  /** The sender of every mail, an identity that SES has verified (itself or its domain). Without it no mail is sent. */
  mailFrom: v.optional(v.pipe(v.string(), v.email())),
  /** Who may found the organisation while the table holds none. */
  adminEmail: v.optional(v.pipe(v.string(), v.email())),
  /** Who gets a mail when an alarm rings. Without it the topic is there, and nobody is subscribed. */
  alarmEmail: v.optional(v.pipe(v.string(), v.email())),
  /** The Region's managed prefix list of S3: narrows the one way out of the render function's network once more. */
  s3PrefixList: v.optional(v.pipe(v.string(), v.regex(/^pl-[0-9a-f]+$/))),
})

export type Issuer = { url: string; clientId: string }

export type Settings = {
  installation: string
  publicUrl: string | undefined
  issuer: Issuer | undefined
  alarmEmail: string | undefined
  mailFrom: string | undefined
  adminEmail: string | undefined
  s3PrefixList: string | undefined
}

/** Reads the context; throws an Error that names every setting that is wrong. */
export function readSettings(app: App): Settings {
  const given = Object.keys(Context.entries).map((name): [string, unknown] => [name, app.node.tryGetContext(name)])
  const read = v.safeParse(Context, Object.fromEntries(given.filter(([, value]) => value !== undefined)))
  if (!read.success) {
    const wrong = read.issues.map((issue) => `${v.getDotPath(issue) ?? '?'}: ${issue.message}`)
    throw new Error(`The deployment's context is wrong: ${wrong.join('; ')}`)
  }
  const { installation, publicUrl, oidcIssuer, oidcClientId, alarmEmail, mailFrom, adminEmail, s3PrefixList } =
    read.output
  const issuer = issuerOf(oidcIssuer, oidcClientId)
  return { installation, publicUrl, issuer, alarmEmail, mailFrom, adminEmail, s3PrefixList }
}

function issuerOf(url: string | undefined, clientId: string | undefined): Issuer | undefined {
  if (url && clientId) return { url, clientId }
  if (url || clientId) throw new Error('oidcIssuer and oidcClientId belong together: give both, or neither for Cognito')
  return undefined
}
