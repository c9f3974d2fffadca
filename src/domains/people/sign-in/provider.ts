// What an OpenID Connect provider says: discovery, where to send the browser, and who came back (OpenID Connect Core 1.0,
// authorization code flow with PKCE, RFC 7636).
import * as oidc from 'openid-client'
import { Refused } from '#platform/refusals.ts'

export type ProviderConfig = { issuer: string; clientId: string; clientSecret: string | null; name: string }
export type Claim = { issuer: string; subject: string; verifiedEmail: string | null }
export type Asked = { state: string; nonce: string; verifier: string }

export type Provider = {
  name: string
  /** The address to send the browser to, and what to remember until it comes back. */
  begin: (redirectUri: string) => Promise<{ address: string; asked: Asked }>
  finish: (returned: URL, asked: Asked) => Promise<Claim>
}

const loopback = new Set(['localhost', '127.0.0.1', '[::1]'])

/** Without TLS only on this very machine: anywhere else who comes back could be anyone. */
export function openProvider({ issuer, clientId, clientSecret, name }: ProviderConfig): Provider {
  const url = new URL(issuer)
  const insecure = url.protocol === 'http:' && loopback.has(url.hostname)
  const authentication = clientSecret ? oidc.ClientSecretPost(clientSecret) : oidc.None()
  let discovered: Promise<oidc.Configuration> | undefined
  const discover = () => (discovered ??= oidc.discovery(url, clientId, undefined, authentication, { timeout: 10, ...(insecure ? { execute: [oidc.allowInsecureRequests] } : {}) })
    .catch((error: unknown) => { discovered = undefined; throw new Refused('people.provider-away', { because: String((error as Error).message).slice(0, 200) }, 502) }))
  return {
    name,
    begin: async (redirectUri) => beginAt(await discover(), redirectUri),
    finish: async (returned, asked) => finishAt(await discover(), returned, asked),
  }
}

async function beginAt(config: oidc.Configuration, redirectUri: string): Promise<{ address: string; asked: Asked }> {
  const asked = { state: oidc.randomState(), nonce: oidc.randomNonce(), verifier: oidc.randomPKCECodeVerifier() }
  const address = oidc.buildAuthorizationUrl(config, {
    redirect_uri: redirectUri, scope: 'openid email profile', state: asked.state, nonce: asked.nonce,
    code_challenge: await oidc.calculatePKCECodeChallenge(asked.verifier), code_challenge_method: 'S256',
  })
  return { address: address.href, asked }
}

async function finishAt(config: oidc.Configuration, returned: URL, { state, nonce, verifier }: Asked): Promise<Claim> {
  try {
    const tokens = await oidc.authorizationCodeGrant(config, returned, { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier, idTokenExpected: true })
    const claims = tokens.claims()!
    const told = claims.email === undefined && config.serverMetadata().userinfo_endpoint ? await oidc.fetchUserInfo(config, tokens.access_token, claims.sub) : claims
    const verified = told.email_verified === true && typeof told.email === 'string'
    return { issuer: claims.iss, subject: claims.sub, verifiedEmail: verified ? String(told.email).trim().toLowerCase() : null }
  } catch {
    throw new Refused('people.provider-refused', {}, 403)
  }
}
