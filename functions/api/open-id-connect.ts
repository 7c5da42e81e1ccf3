// Sign-in by OpenID Connect, done on the server: authorization code with PKCE, a public client, so no secret to keep.
// oauth4webapi checks what the specification says must be checked (state, nonce, iss, aud, exp, signature, alg).

import * as oauth from 'oauth4webapi'
import { path } from '../../shared/paths.ts'
import type { Identity, Issuer, IssuerSettings, LoginSecrets } from './issuer.ts'

const scope = 'openid email profile'

export function openOpenIdConnect(settings: IssuerSettings): Issuer {
  const issuer = new URL(settings.issuer)
  const client: oauth.Client = { client_id: settings.clientId }
  const redirectUri = `${settings.publicUrl}${path.signInCallback()}`
  // Without TLS only where the settings say so, which the local home does on loopback.
  const transport = { [oauth.allowInsecureRequests]: issuer.protocol === 'http:' }
  let known: Promise<oauth.AuthorizationServer> | undefined
  const server = () => {
    known ??= oauth
      .discoveryRequest(issuer, transport)
      .then((answer) => oauth.processDiscoveryResponse(issuer, answer))
      .catch((error: unknown) => {
        known = undefined
        throw error
      })
    return known
  }

  return {
    newSecrets: async () => ({
      state: oauth.generateRandomState(),
      nonce: oauth.generateRandomNonce(),
      codeVerifier: oauth.generateRandomCodeVerifier(),
    }),
    authorizationUrl: async ({ state, nonce, codeVerifier }) => {
      const { authorization_endpoint } = await server()
      if (!authorization_endpoint) throw new Error('The issuer names no authorization endpoint')
      const url = new URL(authorization_endpoint)
      const parameters = {
        client_id: settings.clientId,
        redirect_uri: redirectUri,
        response_type: 'code',
        // Whoever signed out on a shared phone is not signed in again by a session that the issuer kept.
        prompt: 'login',
        scope,
        state,
        nonce,
        code_challenge: await oauth.calculatePKCECodeChallenge(codeVerifier),
        code_challenge_method: 'S256',
      }
      for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value)
      return url
    },
    identify: async (callback, secrets) => {
      const as = await server()
      try {
        return await exchange(as, callback, secrets)
      } catch (error) {
        if (isRefusal(error)) return undefined
        throw error
      }
    },
  }

  async function exchange(as: oauth.AuthorizationServer, callback: URL, secrets: LoginSecrets): Promise<Identity> {
    const parameters = oauth.validateAuthResponse(as, client, callback, secrets.state)
    const answer = await oauth.authorizationCodeGrantRequest(
      as,
      client,
      oauth.None(),
      parameters,
      redirectUri,
      secrets.codeVerifier,
      transport,
    )
    const tokens = await oauth.processAuthorizationCodeResponse(as, client, answer, {
      expectedNonce: secrets.nonce,
      requireIdToken: true,
    })
    // The token came straight from the issuer; its signature is checked all the same, against its published keys.
    await oauth.validateApplicationLevelSignature(as, answer, transport)
    const claims = oauth.getValidatedIdTokenClaims(tokens)
    if (!claims) throw new Error('The issuer sent no id token')
    const userinfo = await oauth.processUserInfoResponse(
      as,
      client,
      claims.sub,
      await oauth.userInfoRequest(as, client, tokens.access_token, transport),
    )
    // Cognito writes booleans of its user information as text.
    const isVerified = userinfo.email_verified === true || String(userinfo.email_verified) === 'true'
    return { issuer: claims.iss, subject: claims.sub, verifiedEmail: isVerified ? userinfo.email : undefined }
  }
}

/** What the other side can cause: an error it returned, or an answer that fails a check. The rest is a bug or an outage. */
const isRefusal = (error: unknown): boolean =>
  error instanceof oauth.AuthorizationResponseError ||
  error instanceof oauth.ResponseBodyError ||
  error instanceof oauth.OperationProcessingError
