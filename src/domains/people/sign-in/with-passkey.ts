// Passkeys (W3C Web Authentication, level 3): a key in the person's device proves who they are, and only to this address.
import { isIP } from 'node:net'
import {
  type AuthenticationResponseJSON, generateAuthenticationOptions, generateRegistrationOptions, type RegistrationResponseJSON,
  verifyAuthenticationResponse, verifyRegistrationResponse,
} from '@simplewebauthn/server'
import type { Doing, Visit } from '#platform/http/serve.ts'
import { type Id, newId } from '#platform/kinds.ts'
import { Refused } from '#platform/refusals.ts'
import type { PasskeyTable } from '../store.ts'
import { answered, ask } from './challenges.ts'
import { beginSession } from './sessions.ts'

export type PasskeyAnswer = { name: string; response: RegistrationResponseJSON }
type At = Pick<Doing, 'db' | 'now' | 'visit'>

/** The name this server has in the eyes of a browser: passkeys belong to a name, never to a bare IP address. */
export function passkeyHost({ origin }: Pick<Visit, 'origin'>): string | undefined {
  const host = URL.parse(origin)?.hostname
  return host && !isIP(host.replace(/^\[|\]$/g, '')) ? host : undefined
}

/** What the browser needs to make a new key for this person. */
export async function askForNewPasskey(at: At, person: { id: Id; name: string; email: string | null }, installation: string): Promise<object> {
  const keys = await at.db.selectFrom('passkey').select(['credentialId', 'transports']).where('personId', '=', person.id).execute()
  const options = await generateRegistrationOptions({
    rpName: installation, rpID: hostOf(at.visit), userName: person.email ?? person.name, userDisplayName: person.name, userID: new TextEncoder().encode(person.id),
    excludeCredentials: keys.map(({ credentialId, transports }) => ({ id: credentialId, transports })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  })
  await ask(at.db, at.now, options.challenge, { purpose: 'passkey-new', personId: person.id, data: {} })
  return options
}

/** Keeps a new key, if it answers the question that was put to this very person. */
export async function acceptPasskey(at: At, personId: Id, { name, response }: PasskeyAnswer): Promise<void> {
  const expectedChallenge = challengeIn(response.response.clientDataJSON)
  const asked = await answered(at.db, at.now, expectedChallenge, 'passkey-new')
  if (asked.personId !== personId) throw new Refused('people.passkey-refused')
  const { registrationInfo } = await verifyRegistrationResponse({ response, expectedChallenge, expectedOrigin: at.visit.origin, expectedRPID: hostOf(at.visit) })
    .catch(refused)
  if (!registrationInfo) throw new Refused('people.passkey-refused')
  const { id: credentialId, publicKey, counter } = registrationInfo.credential
  const transports = response.response.transports ?? []
  await at.db.insertInto('passkey')
    .values({ id: newId(), personId, credentialId, publicKey: Buffer.from(publicKey), counter, transports, name, createdAt: at.now, usedAt: null }).execute()
}

/** What the browser needs to show the keys it has for this address; whose they are is found out by the answer. */
export async function askForPasskey(at: At): Promise<object> {
  const options = await generateAuthenticationOptions({ rpID: hostOf(at.visit), userVerification: 'required' })
  await ask(at.db, at.now, options.challenge, { purpose: 'passkey-sign-in', personId: null, data: {} })
  return options
}

export async function signInWithPasskey(at: At, response: AuthenticationResponseJSON): Promise<{}> {
  const key = await passkeyAnswered(at, response)
  await beginSession(at, key.personId, 'passkey')
  return {}
}

/** The key that answered the question put to this browser, and so whose it is. */
export async function passkeyAnswered(at: At, response: AuthenticationResponseJSON): Promise<PasskeyTable> {
  const expectedChallenge = challengeIn(response.response.clientDataJSON)
  await answered(at.db, at.now, expectedChallenge, 'passkey-sign-in')
  const key = await at.db.selectFrom('passkey').innerJoin('person', 'person.id', 'passkey.personId').selectAll('passkey')
    .where('credentialId', '=', response.id).where('person.closedAt', 'is', null).forUpdate('passkey').executeTakeFirst()
  if (!key) throw new Refused('people.passkey-unknown', {}, 403)
  const newCounter = await counterOf(at, key, response, expectedChallenge)
  await at.db.updateTable('passkey').set({ counter: newCounter, usedAt: at.now }).where('id', '=', key.id).execute()
  return key
}

async function counterOf(at: At, key: PasskeyTable, response: AuthenticationResponseJSON, expectedChallenge: string): Promise<number> {
  const { verified, authenticationInfo } = await verifyAuthenticationResponse({
    response, expectedChallenge, expectedOrigin: at.visit.origin, expectedRPID: hostOf(at.visit),
    credential: { id: key.credentialId, publicKey: new Uint8Array(key.publicKey), counter: key.counter, transports: key.transports },
  }).catch(refused)
  if (!verified) throw new Refused('people.passkey-refused', {}, 403)
  return authenticationInfo.newCounter
}

function hostOf(visit: Visit): string {
  const host = passkeyHost(visit)
  if (!host) throw new Refused('people.passkey-needs-a-name')
  return host
}

/** The question as the browser saw it; what the key signed is checked against it afterwards. */
function challengeIn(clientData: string): string {
  try {
    return String(JSON.parse(Buffer.from(clientData, 'base64url').toString()).challenge)
  } catch {
    throw new Refused('people.passkey-refused')
  }
}

/** The library throws for whatever does not fit; which part it was is of use only to who is trying. */
function refused(): never {
  throw new Refused('people.passkey-refused', {}, 403)
}
