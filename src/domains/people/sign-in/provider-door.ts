// The door of the sign-in provider: the browser leaves by one address and comes back by the other. Plain pages rather than
// the API, because a browser is sent here by somebody else; asking the provider happens outside any transaction.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { record } from '#platform/audit/journal.ts'
import { cookieRules, sessionCookie } from '#platform/auth/cookie.ts'
import { same } from '#platform/auth/tokens.ts'
import { stranger } from '#platform/auth/viewer.ts'
import type { Database, Writing } from '#platform/db/database.ts'
import type { Host } from '#platform/http/serve.ts'
import type { Id, Instant } from '#platform/kinds.ts'
import { Refused } from '#platform/refusals.ts'
import { answered, ask } from './challenges.ts'
import { lasts } from './identify.ts'
import { personByEmail } from './persons.ts'
import type { Asked, Claim, Provider } from './provider.ts'
import { addSession, endSession } from './sessions.ts'

type Needs = { db: Database; provider: Provider; publicUrl: string; secure: boolean; identify: Host['identify']; clock?: () => Date }

const back = '/sign-in/provider/back'
/** Binds the answer to the browser that asked: a link from elsewhere signs nobody in (RFC 6819, 4.4.1.8). */
const browserCookie = 'pamir-provider'

export function addProviderDoor(server: FastifyInstance, needs: Needs): void {
  // As at the other doors that strangers try: each visit leaves a question behind, and asks the provider something.
  const options = { config: { rateLimit: { max: 30, timeWindow: '1 minute' } } }
  server.get('/sign-in/provider', options, (_request, reply) => troubled(reply, () => leave(needs, reply)))
  server.get(back, options, (request, reply) => troubled(reply, () => comeBack(needs, request, reply)))
}

async function leave({ db, provider, publicUrl, secure, clock = now }: Needs, reply: FastifyReply): Promise<FastifyReply> {
  const { address, asked } = await provider.begin(publicUrl + back)
  await db.transaction().execute((tx) => ask(tx, clock().toISOString(), asked.state, { purpose: 'provider', personId: null, data: asked }))
  return reply.setCookie(browserCookie, asked.state, { ...cookieRules(secure), path: '/sign-in', maxAge: 600 }).redirect(address)
}

async function comeBack(needs: Needs, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const { db, provider, publicUrl, secure, clock = now } = needs
  const at = clock().toISOString()
  const kept = request.cookies[browserCookie] ?? ''
  const { state = '' } = request.query as { state?: string }
  reply.clearCookie(browserCookie, { ...cookieRules(secure), path: '/sign-in' })
  if (!kept || !same(kept, String(state))) throw new Refused('people.took-too-long')
  const { data } = await db.transaction().execute((tx) => answered(tx, at, kept, 'provider'))
  const claim = await provider.finish(new URL(request.url, publicUrl), data as Asked)
  const before = await needs.identify(request)
  const token = await db.transaction().execute(async (tx) => {
    const personId = await personOf(tx, claim, at)
    if (before) await endSession(tx, before.viewer.id, before.session)
    return addSession(tx, at, personId, 'provider', { address: request.ip, agent: String(request.headers['user-agent'] ?? '').slice(0, 300) })
  })
  return reply.setCookie(sessionCookie, token, { ...cookieRules(secure), maxAge: lasts / 1000 }).redirect('/')
}

/** Known from before, or bound now to the person who has the e-mail address that the provider has verified. */
async function personOf(db: Writing, { issuer, subject, verifiedEmail }: Claim, at: Instant): Promise<Id> {
  const bound = await db.selectFrom('outsideIdentity').innerJoin('person', 'person.id', 'personId').select('personId')
    .where('issuer', '=', issuer).where('subject', '=', subject).where('closedAt', 'is', null).executeTakeFirst()
  if (bound) return bound.personId
  const person = verifiedEmail ? await personByEmail(db, verifiedEmail) : undefined
  if (!person) throw new Refused('people.provider-unknown', {}, 403)
  await db.insertInto('outsideIdentity').values({ issuer, subject, personId: person.id }).execute()
  await record({ db, now: at, viewer: { ...stranger, id: person.id } }, { what: 'person.provider-linked', about: person.id, data: { issuer } })
  return person.id
}

/** What went wrong is told on the sign-in page, by its key. */
async function troubled(reply: FastifyReply, go: () => Promise<FastifyReply>): Promise<FastifyReply> {
  try {
    return await go()
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    return reply.redirect(`/sign-in?trouble=${error.reason.slice('people.'.length)}`)
  }
}

const now = (): Date => new Date()
