// Who signs people in, as the rest of the function sees it. The client of OpenID Connect is loaded with the first sign-in.

export type Identity = {
  readonly issuer: string
  readonly subject: string
  /** Only where the issuer says that it has verified it. */
  readonly verifiedEmail: string | undefined
}
export type LoginSecrets = { readonly state: string; readonly nonce: string; readonly codeVerifier: string }

export type Issuer = {
  readonly newSecrets: () => Promise<LoginSecrets>
  /** Where to send the browser. */
  readonly authorizationUrl: (secrets: LoginSecrets) => Promise<URL>
  /** Who came back with this callback address; undefined where anything about it is wrong. */
  readonly identify: (callback: URL, secrets: LoginSecrets) => Promise<Identity | undefined>
}

/** `publicUrl`: without a trailing slash. */
export type IssuerSettings = { readonly issuer: string; readonly clientId: string; readonly publicUrl: string }

export function openIssuer(settings: IssuerSettings): Issuer {
  let opened: Promise<Issuer> | undefined
  const issuer = () => {
    opened ??= import('./open-id-connect.ts').then(({ openOpenIdConnect }) => openOpenIdConnect(settings))
    return opened
  }
  return {
    newSecrets: async () => (await issuer()).newSecrets(),
    authorizationUrl: async (secrets) => (await issuer()).authorizationUrl(secrets),
    identify: async (callback, secrets) => (await issuer()).identify(callback, secrets),
  }
}
