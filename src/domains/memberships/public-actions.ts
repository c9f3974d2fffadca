// Applying without an account: by the public page of an alliance that is open to it, and on by the link in each letter.
import { seenBy as alliancesSeen } from '#domains/alliances/store.ts'
import { hashOf, newToken } from '#platform/auth/tokens.ts'
import { stranger } from '#platform/auth/viewer.ts'
import type { Reading, Writing } from '#platform/db/database.ts'
import type { Upload } from '#platform/http/contract.ts'
import { type Id, type Instant } from '#platform/kinds.ts'
import { demand, found, Invalid } from '#platform/refusals.ts'
import { addPaper, answerAs, appealAs, begin, pledgeAs, withdrawAs } from './admission-actions.ts'
import type { ApplicationFile, ApplyingInPublic, Pledging } from './admission-model.ts'
import { whyNot } from './admission-rules.ts'
import { fileOf, holdByLink } from './admission-store.ts'
import { type Installation, writeStepLetter } from './letters.ts'
import { rulesOf } from './rule-store.ts'
import type { At } from './step-actions.ts'

type Moment = Omit<At, 'viewer'>
const days = 180

/** An alliance that anyone may apply to; any other does not exist here. */
export async function openAlliance(db: Reading, slug: string) {
  const alliance = found(await alliancesSeen(db, stranger).select(['alliance.id', 'alliance.organisationId']).where('alliance.slug', '=', slug).executeTakeFirst())
  const rules = await rulesOf(db, alliance.id)
  found(rules.rules.open || undefined)
  return { ...alliance, rules }
}

/** What came by the page is told at once by a letter with a link, and answered with the same link. */
export async function applyInPublic(at: Moment, home: Installation, slug: string, { applicant, contact, letter }: ApplyingInPublic): Promise<string> {
  const alliance = await openAlliance(at.db, slug)
  const same = await at.db.selectFrom('application').select('id').where('allianceId', '=', alliance.id).where('byLink', '=', true).where('begunAt', '>', new Date(Date.parse(at.now) - 86_400_000).toISOString()).execute()
  demand(same.length >= mostADay ? 'memberships.too-many-today' : undefined)
  const id = await begin({ ...at, viewer: stranger }, alliance.id, { organisationId: null, applicant, contact, letter, byLink: true })
  return tell(at.db, home, id, at.now)
}
/** From strangers, for one alliance. */
const mostADay = 50

async function tell(db: Writing, home: Installation, id: Id, now: Instant): Promise<string> {
  const application = await db.updateTable('application').set({ toldAt: now }).where('id', '=', id).returningAll().executeTakeFirstOrThrow()
  const link = await linkFor(db, home, id, now)
  await writeStepLetter(db, home, application, link)
  return link.split('/').at(-1)!
}

/** A further address of an application; those before go on being valid for their days. */
export async function linkFor(db: Writing, home: Installation, applicationId: Id, now: Instant): Promise<string> {
  const token = newToken()
  await db.insertInto('applicationLink').values({ tokenHash: hashOf(token), applicationId, madeAt: now, expiresAt: new Date(Date.parse(now) + days * 86_400_000).toISOString() }).execute()
  return `${home.publicUrl}/apply/${token}`
}

/** The clock: whoever has no account is told of each step. */
export async function tellApplicants(db: Writing, home: Installation, now: Instant): Promise<number> {
  const waiting = await db.selectFrom('application').select('id').where('byLink', '=', true).whereRef('toldAt', '<', 'stepAt').orderBy('id').limit(500).forUpdate().skipLocked().execute()
  for (const { id } of waiting) await tell(db, home, id, now)
  return waiting.length
}

export const openByLink = async (at: Omit<At, 'db' | 'viewer'> & { db: Reading }, token: string): Promise<ApplicationFile> => {
  const moment = { ...at, viewer: stranger }
  return fileOf(moment, await holdByLink(moment, token, false))
}

export type ByLink = { deed: 'hand-in'; requirement: string; file: Upload } | { deed: 'answer' | 'appeal' | 'withdraw'; said: string } | { deed: 'pledge'; pledging: Pledging }
export async function actByLink(at: Moment, token: string, what: ByLink): Promise<void> {
  const moment = { ...at, viewer: stranger }
  const held = await holdByLink(moment, token)
  demand(whyNot(what.deed, held.stands))
  const by = held.application.contact.name
  if (what.deed === 'pledge') return pledgeAs(moment, held, what.pledging)
  if (what.deed !== 'hand-in') return { answer: answerAs, appeal: appealAs, withdraw: withdrawAs }[what.deed](moment, held, what.said, by)
  if (!held.rules.rules.requirements.some(({ key }) => key === what.requirement)) throw new Invalid({ requirement: ['memberships.no-such-requirement'] })
  await addPaper(moment, held.application.id, what.requirement, what.file, by)
}
