// What each function reads from its environment: one schema per function, read once when it starts.
// A missing or malformed setting is a bug of the deployment: it is thrown by name at start, not met at 3 a.m.

import * as v from 'valibot'

const Name = v.pipe(v.string(), v.minLength(1))
const Url = v.pipe(v.string(), v.url())

/** Engines other than AWS's own are named by endpoint; without one the SDK finds AWS's by region. */
const Objects = { AWS_REGION: Name, BUCKET_NAME: Name, S3_ENDPOINT: v.optional(Url) }
/** Without a sender no mail is sent, and the pages say so. */
const Mails = { MAIL_FROM: v.optional(v.pipe(v.string(), v.email())), MAIL_ENDPOINT: v.optional(Url) }
/** Secrets of surveys: what their names begin with. */
const Secrets = { SECRETS_PREFIX: Name, SSM_ENDPOINT: v.optional(Url) }
const Tables = { TABLE_NAME: Name, DYNAMODB_ENDPOINT: v.optional(Url) }

/** Where webhooks may lead: public addresses over https, unless it says that this machine may be tried out too. */
const WebhookPlaces = { WEBHOOKS_TO: v.optional(v.literal('loopback')) }

export const ApiConfig = v.object({
  ...Objects,
  ...Tables,
  ...Mails,
  ...Secrets,
  ...WebhookPlaces,
  /** Where browsers reach the object store, if that isn't where the function does. */
  S3_PUBLIC_ENDPOINT: v.optional(Url),
  REPORT_QUEUE_URL: Url,
  EXPORT_QUEUE_URL: Url,
  RENDER_QUEUE_URL: Url,
  /** The address people type, without a trailing slash; cookies are Secure when it is https. */
  PUBLIC_URL: Url,
  OIDC_ISSUER: Url,
  /** A public client: PKCE instead of a secret, so that there is no secret to keep. */
  OIDC_CLIENT_ID: Name,
  /** Whoever proves this address to the issuer may found the organisation while the table holds none. */
  ADMIN_EMAIL: v.optional(v.pipe(v.string(), v.email())),
})
export type ApiConfig = v.InferOutput<typeof ApiConfig>

export const ScheduleConfig = v.object({
  ...Objects,
  ...Tables,
  ...Mails,
  ...Secrets,
  ...WebhookPlaces,
  REPORT_QUEUE_URL: Url,
  RENDER_QUEUE_URL: Url,
  /** What links in mails begin with. */
  PUBLIC_URL: Url,
})
export type ScheduleConfig = v.InferOutput<typeof ScheduleConfig>

export const ExportConfig = v.object({ ...Objects, ...Tables })
export type ExportConfig = v.InferOutput<typeof ExportConfig>

export const RenderConfig = v.object(Objects)
export type RenderConfig = v.InferOutput<typeof RenderConfig>

/** Reads a function's settings; throws an Error that names every setting that is missing or wrong. */
export function readConfig<const S extends v.GenericSchema>(schema: S, env: NodeJS.ProcessEnv): v.InferOutput<S> {
  const read = v.safeParse(schema, env)
  if (read.success) return read.output
  const names = read.issues.map((issue) => `${v.getDotPath(issue) ?? '?'}: ${issue.message}`)
  throw new Error(`The function's settings are incomplete: ${names.join('; ')}`)
}
