// oidc-provider, set up as Phieu's issuer: one public client, codes with PKCE only, claims as Cognito gives them.

import type { Account, Context } from 'oidc-provider'
import type { DemoAccount } from './issuer.ts'
import type { IssuerKeys } from './issuer-keys.ts'
import { issuerMemory } from './issuer-memory.ts'

export const issuerPath = '/issuer'
export const signInPath = `${issuerPath}/sign-in/`

export type ProviderSettings = {
  publicUrl: URL
  clientId: string
  accounts: () => Promise<DemoAccount[]>
  keys: IssuerKeys
  renderError: (context: Context, out: { error: string; error_description?: string }) => void
}

export async function makeProvider(settings: ProviderSettings) {
  const { publicUrl, clientId, accounts, keys, renderError } = settings
  const { default: Provider } = await withoutWarnings(() => import('oidc-provider'))
  const provider = new Provider(`${publicUrl.origin}${issuerPath}`, {
    adapter: issuerMemory(),
    clients: [
      {
        client_id: clientId,
        token_endpoint_auth_method: 'none',
        grant_types: ['authorization_code'],
        response_types: ['code'],
        redirect_uris: [`${publicUrl.origin}/sign-in/callback`],
      },
    ],
    jwks: { keys: keys.signingKeys },
    cookies: { keys: keys.cookieKeys },
    pkce: { required: () => true },
    scopes: ['openid', 'email', 'profile'],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name', 'locale'] },
    // Claims come in the ID token itself, as from Cognito.
    conformIdTokenClaims: false,
    responseTypes: ['code'],
    features: { devInteractions: { enabled: false }, rpInitiatedLogout: { enabled: false } },
    interactions: { url: (_context: Context, interaction: { uid: string }) => `${signInPath}${interaction.uid}` },
    ttl: { Interaction: 3600, Session: 3600, Grant: 3600, AccessToken: 600, AuthorizationCode: 60, IdToken: 3600 },
    findAccount: (_context: Context, subject: string) => claimsOf(accounts, subject),
    // Phieu's own client: nobody has to consent to signing in to what they are signing in to.
    loadExistingGrant: async ({ oidc }: Context) => {
      const grant = new provider.Grant({ accountId: oidc.session.accountId, clientId: oidc.client.clientId })
      grant.addOIDCScope('openid email profile')
      await grant.save()
      return grant
    },
    renderError,
  })
  provider.proxy = true
  return provider
}

async function claimsOf(accounts: ProviderSettings['accounts'], subject: string): Promise<Account | undefined> {
  const account = (await accounts()).find((each) => each.subject === subject)
  if (!account) return undefined
  const { name, email } = account
  return {
    accountId: subject,
    claims: () => ({ sub: subject, name, email, email_verified: true, locale: 'vi-VN' }),
  }
}

/** The engine warns that it wants a newer Node than the oldest that Phieu supports; it is tested on both. */
async function withoutWarnings<T>(load: () => Promise<T>): Promise<T> {
  const { warn } = console
  console.warn = () => undefined
  try {
    return await load()
  } finally {
    console.warn = warn
  }
}
