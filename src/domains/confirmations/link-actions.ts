// Links by which a partner without an account answers: one in a letter, to be used once; one to pass on by hand. Only the hash
// of the secret is kept. A link opens one claim and its evidence, and nothing else.
import { type Hand, record } from '#platform/audit/journal.ts'
import { hashOf, newToken } from '#platform/auth/tokens.ts'
import { house, stranger } from '#platform/auth/viewer.ts'
import type { Reading, Writing } from '#platform/db/database.ts'
import type { Download } from '#platform/http/contract.ts'
import { type Id, type Instant, newId } from '#platform/kinds.ts'
import { demand, found, Refused } from '#platform/refusals.ts'
import { holdSeen, putAnswer } from './actions.ts'
import { kindOf } from './claim-store.ts'
import { type Installation, writeRequest } from './letters.ts'
import type { Answering, Asking, ClaimFile, Visitor } from './model.ts'
import { mayAsk, whyNotAsk, whyNotOpen } from './rules.ts'
import { fileOf, findClaim } from './store.ts'
import type { LinkRow } from './tables.ts'

export const addressOf = ({ publicUrl }: Pick<Installation, 'publicUrl'>, token: string): string => `${publicUrl}/c/${token}`

/** Asks a side: by a letter that carries its own link, or by a link whose address is shown this once. */
export async function askSide(at: Hand, home: Installation, id: Id, asking: Asking): Promise<{ claim: ClaimFile; address: string | null }> {
  const claim = await holdSeen(at, id)
  demand(whyNotAsk(claim, at.viewer, asking.place))
  const { token, link } = await addLink(at, id, asking)
  if (asking.via === 'letter') await writeLetterOf(at.db, home, link, token)
  const side = claim.sides.find(({ place }) => place === asking.place)!.organisationId
  // To which address is for the sides: the history may be read by everyone who reads the agreement, and cannot be taken back.
  await record(at, { what: 'claim.asked', about: claim.scope, data: { claim: id, kind: claim.kind, thing: claim.about, via: asking.via, side } })
  return { claim: await fileOf(at.db, claim, at.viewer), address: asking.via === 'link' ? addressOf(home, token) : null }
}

async function addLink({ db, viewer, now }: Hand, confirmationId: Id, { place, via, toAddress, locale, days }: Asking): Promise<{ token: string; link: LinkRow }> {
  const token = newToken()
  const expiresAt = new Date(Date.parse(now) + days * 86_400_000).toISOString()
  const link = {
    id: newId(), tokenHash: hashOf(token), confirmationId, place, via, toAddress: via === 'letter' ? toAddress : null, locale, letterId: null, reminders: 0,
    askedAt: now, madeBy: viewer.id, madeAt: now, expiresAt, usedAt: null, revokedAt: null, followedAt: null,
  }
  await db.insertInto('confirmationLink').values(link).execute()
  return { token, link }
}

/** Asks once more: the secret of the earlier letter is not known any more, so each letter has a link of its own. */
export async function remind(db: Writing, home: Installation, before: LinkRow, now: Instant): Promise<void> {
  const token = newToken()
  const link = { ...before, id: newId(), tokenHash: hashOf(token), reminders: before.reminders + 1, askedAt: now, letterId: null }
  await db.updateTable('confirmationLink').set({ followedAt: now }).where('id', '=', before.id).execute()
  await db.insertInto('confirmationLink').values(link).execute()
  await writeLetterOf(db, home, link, token)
}

async function writeLetterOf(db: Writing, home: Installation, link: LinkRow, token: string): Promise<void> {
  const claim = await findClaim(db, link.confirmationId)
  const letterId = await writeRequest(db, home, { claim, link, address: addressOf(home, token), shown: await kindOf(claim).shown(db, claim) })
  await db.updateTable('confirmationLink').set({ letterId }).where('id', '=', link.id).execute()
}

/** A link taken back opens nothing from that moment on. */
export async function revokeLink(at: Hand, id: Id, linkId: Id): Promise<ClaimFile> {
  const claim = await holdSeen(at, id)
  found(await at.db.selectFrom('confirmationLink').select('id').where('id', '=', linkId).where('confirmationId', '=', id).executeTakeFirst())
  demand(mayAsk(claim, at.viewer) ? undefined : 'confirmations.only-the-claimant')
  await at.db.updateTable('confirmationLink').set({ revokedAt: at.now }).where('id', '=', linkId).where('revokedAt', 'is', null).execute()
  await record(at, { what: 'claim.link-revoked', about: claim.scope, data: { claim: id, kind: claim.kind, thing: claim.about } })
  return fileOf(at.db, claim, at.viewer)
}

export type Opened = { claim: ClaimFile; link: LinkRow; mayAnswer: boolean }

/** What a link shows: its claim. It may be answered once: by a letter's link one time, by the other as long as its side has not. */
export async function openLink(db: Reading, token: string, now: Instant): Promise<Opened> {
  const link = await linkOf(db, token, now)
  const claim = await findClaim(db, link.confirmationId)
  const side = claim.sides.find(({ place }) => place === link.place)
  return { claim: await fileOf(db, claim), link, mayAnswer: claim.state !== 'withdrawn' && side?.answer === 'open' && link.usedAt === null }
}

export async function openFileByLink(db: Reading, token: string, fileId: Id, now: Instant): Promise<Download> {
  const link = await linkOf(db, token, now)
  const claim = await findClaim(db, link.confirmationId)
  return found(await kindOf(claim).file?.(db, claim, fileId))
}

/** An answer by a link, in the name that was given; it is written down as such. */
export async function answerByLink(at: Omit<Hand, 'viewer'>, token: string, visitor: Visitor, answering: Answering): Promise<void> {
  const link = await linkOf(at.db, token, at.now)
  const claim = await holdSeen({ db: at.db, viewer: house }, link.confirmationId)
  const side = found(claim.sides.find(({ place }) => place === link.place))
  if (claim.state === 'withdrawn') throw new Refused('confirmations.is-withdrawn')
  const used = await at.db.selectFrom('confirmationLink').select('usedAt').where('id', '=', link.id).forUpdate().executeTakeFirstOrThrow()
  if (side.answer !== 'open' || used.usedAt) throw new Refused('confirmations.answered-already')
  await putAnswer({ ...at, viewer: stranger }, claim, [link.place], answering, link.via, visitor)
  // A link that was passed on opens again when the claim is made anew; a letter's was for one answer.
  if (link.via === 'letter') await at.db.updateTable('confirmationLink').set({ usedAt: at.now }).where('id', '=', link.id).execute()
}

async function linkOf(db: Reading, token: string, now: Instant): Promise<LinkRow> {
  const link = await db.selectFrom('confirmationLink').selectAll().where('tokenHash', '=', hashOf(token)).executeTakeFirst()
  const closed = whyNotOpen(link, now)
  if (closed) throw new Refused(closed, {}, 404)
  return link!
}
