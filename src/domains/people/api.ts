// What people promises: signing in, what one does with one's own account, and the persons and offices of organisations.
import * as z from 'zod'
import { Viewer } from '#platform/auth/viewer.ts'
import { del, get, post, put } from '#platform/http/contract.ts'
import { Day, Id, Instant, Locale, pageOf, ShortText } from '#platform/kinds.ts'
import {
  Email, Letter, LinkFile, NewInvitation, NewOffice, NewPerson, Office, OfficeTerm, Passkey, People, PeopleFilter, PersonFile, PersonNames, Profile, ProfileDraft, Session,
} from './model.ts'

const Done = z.object({})
const Password = z.string().min(1).max(1000)
const Token = z.string().min(20).max(100)
/** What a browser's own interface asks for and answers; the library that reads it checks every part. */
const Question = z.looseObject({ challenge: z.string() })
const Key = z.looseObject({ id: z.string(), rawId: z.string(), type: z.literal('public-key'), response: z.looseObject({ clientDataJSON: z.string().max(10_000) }), clientExtensionResults: z.looseObject({}) })
const NewPasskey = z.object({ name: ShortText.max(100), response: Key })
const Ways = z.object({ passkey: z.boolean(), provider: z.object({ name: z.string() }).nullable(), lettersLeave: z.boolean() })
const LinkUse = z.object({ token: Token, name: ShortText.optional(), email: Email.optional(), password: Password.optional(), passkey: NewPasskey.optional(), locale: Locale.default('en') })

const signInApi = {
  ways: get('/sign-in/ways', { door: 'anyone', answer: Ways, says: 'The ways to sign in that this installation offers at this address' }),
  signIn: post('/sign-in', { door: 'anyone', limit: 30, body: z.object({ email: Email, password: Password }), answer: Done, says: 'Signs in with e-mail and password' }),
  askLetter: post('/sign-in/letters', { door: 'anyone', limit: 10, body: z.object({ email: Email, purpose: z.enum(['link', 'reset']), locale: Locale.default('en') }), answer: Done, says: 'Asks for a letter with a one-time link; the answer is the same whether the address is known or not' }),
  lookAtLink: get('/sign-in/link', { door: 'anyone', limit: 60, query: z.object({ token: Token }), answer: LinkFile, says: 'What a one-time link is for; looking at it does not use it' }),
  takeLink: post('/sign-in/link', { door: 'anyone', limit: 30, body: LinkUse, answer: Done, says: 'Uses a one-time link: signs in, sets a new password, or joins' }),
  askLinkPasskey: post('/sign-in/link/passkey', { door: 'anyone', limit: 30, body: z.object({ token: Token, name: ShortText, email: Email.optional() }), answer: Question, says: 'What a browser needs to make a passkey for a person who joins by a link' }),
  askPasskey: post('/sign-in/passkey/question', { door: 'anyone', limit: 60, answer: Question, says: 'What a browser needs to sign in with a passkey' }),
  signInWithPasskey: post('/sign-in/passkey', { door: 'anyone', limit: 30, body: z.object({ response: Key }), answer: Done, says: 'Signs in with a passkey' }),
}

const selfApi = {
  profile: get('/me/profile', { answer: Profile, says: 'The person who asks: names, ways to sign in, offices' }),
  changeProfile: put('/me/profile', { body: ProfileDraft, answer: Profile, says: 'Changes one’s own names and language' }),
  act: put('/me/acting', { body: z.object({ officeId: Id }), answer: Viewer, says: 'Chooses the office in whose name this session acts' }),
  setPassword: put('/me/password', { limit: 30, body: z.object({ current: Password.nullable().default(null), password: Password }), answer: Done, says: 'Chooses a password; every other session of this person ends' }),
  askNewPasskey: post('/me/passkeys/question', { answer: Question, says: 'What a browser needs to make a passkey' }),
  addPasskey: post('/me/passkeys', { body: NewPasskey, answer: z.array(Passkey), says: 'Adds a passkey' }),
  removePasskey: del('/me/passkeys/:id', { answer: z.array(Passkey), says: 'Removes a passkey' }),
  sessions: get('/me/sessions', { answer: z.array(Session), says: 'The browsers in which this person is signed in' }),
  endSession: del('/me/sessions/:id', { answer: z.array(Session), says: 'Signs out in one browser' }),
  signOut: del('/me/session', { answer: Done, says: 'Signs out here' }),
  signOutEverywhere: del('/me/sessions', { answer: z.object({ ended: z.int() }), says: 'Signs out everywhere, here too' }),
}

const officesApi = {
  list: get('/people', { query: PeopleFilter, answer: People, says: 'The people this viewer may know, with the offices they hold' }),
  read: get('/people/:id', { answer: PersonFile, says: 'One person with every office held, past ones too' }),
  add: post('/people', { body: NewPerson, answer: PersonFile, says: 'Adds a person who does not sign in, with their first office' }),
  rename: put('/people/:id', { body: PersonNames, answer: PersonFile, says: 'Changes a person’s names' }),
  invite: post('/people/invitations', { limit: 60, body: NewInvitation, answer: PersonFile, says: 'Invites by letter: gives an office and a link to join with' }),
  inviteAgain: post('/people/:id/invitation', { limit: 60, body: z.object({ email: Email.optional(), locale: Locale.default('en') }), answer: PersonFile, says: 'Sends a person a new invitation; the one before stops working' }),
  withdrawInvitation: del('/people/:id/invitation', { answer: PersonFile, says: 'Takes an invitation back' }),
  close: post('/people/:id/closing', { answer: PersonFile, says: 'Closes an account: its offices end and nobody signs in with it' }),
  endSessions: del('/people/:id/sessions', { door: 'administrator', answer: z.object({ ended: z.int() }), says: 'Signs a person out everywhere' }),
  history: get('/people/:id/history', { answer: z.array(z.object({ id: Id, at: Instant, what: z.string(), by: z.string().nullable(), data: z.record(z.string(), z.unknown()) })), says: 'What happened to a person’s offices and account' }),
  giveOffice: post('/people/:id/offices', { body: NewOffice, answer: PersonFile, says: 'Gives an office' }),
  changeOffice: put('/offices/:id', { body: OfficeTerm, answer: Office, says: 'Changes the title or term of an office' }),
  endOffice: post('/offices/:id/ending', { body: z.object({ on: Day.nullable().default(null) }), answer: Office, says: 'Ends an office on a day; today when none is named' }),
}

const Installation = z.object({
  name: z.string(), version: z.string(), node: z.string(), postgres: z.string(), address: z.string(), secure: z.boolean(), lettersLeave: z.boolean(), from: z.string(),
  provider: z.string().nullable(), people: z.int(), sessions: z.int(), databaseSize: z.int(), letters: z.object({ kept: z.int(), waiting: z.int(), failed: z.int() }),
})

const deskApi = {
  letters: get('/letters', { door: 'administrator', query: z.object({ after: Id.optional() }), answer: pageOf(Letter), says: 'The outbox, newest first' }),
  sendAgain: post('/letters/:id/sending', { door: 'administrator', answer: Letter, says: 'Lets a letter that failed wait to be sent again' }),
  installation: get('/installation', { door: 'administrator', answer: Installation, says: 'What runs here' }),
}

export const peopleApi = { ...signInApi, ...selfApi, ...officesApi, ...deskApi }
export { deskApi, officesApi, selfApi, signInApi }
