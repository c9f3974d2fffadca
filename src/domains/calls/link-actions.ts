// Links by which a member without an account answers: in a letter, or passed on by hand. Only the hash of the secret is kept; a link opens
// one member's form until the call is closed or the link is taken back.
import { allianceHeads } from '#domains/alliances/keeping-store.ts'
import { record } from '#platform/audit/journal.ts'
import { hashOf, newToken } from '#platform/auth/tokens.ts'
import type { Reading } from '#platform/db/database.ts'
import type { Doing } from '#platform/http/serve.ts'
import { type Id, newId } from '#platform/kinds.ts'
import { demand, found, Refused } from '#platform/refusals.ts'
import { type Installation, writeLink } from './letters.ts'
import type { Asking, CallFile, LinkRow } from './model.ts'
import { whyNotClose } from './rules.ts'
import { findCallFile, holdKept } from './store.ts'

export async function askMember(at: Doing, home: Installation, id: Id, { organisationId, via, toAddress, locale }: Asking): Promise<{ call: CallFile; address: string | null }> {
  const call = await holdKept(at, id)
  demand(whyNotClose(call))
  found(await at.db.selectFrom('callMember').select('id').where('callId', '=', id).where('organisationId', '=', organisationId).executeTakeFirst())
  const token = newToken()
  const link: LinkRow = { id: newId(), tokenHash: hashOf(token), callId: id, organisationId, via, toAddress: via === 'letter' ? toAddress : null, locale, madeBy: at.viewer.id, madeAt: at.now, usedAt: null, revokedAt: null }
  await at.db.insertInto('callLink').values(link).execute()
  const address = `${home.publicUrl}/k/${token}`
  const head = found((await allianceHeads(at.db, at.viewer, [call.allianceId])).get(call.allianceId))
  if (via === 'letter') await writeLink(at.db, home, { ...call, alliance: head.name }, link, address)
  await record(at, { what: 'call.asked', about: id, data: { alliance: call.allianceId, organisation: organisationId, via } })
  return { call: await findCallFile(at.db, at.viewer, id), address: via === 'link' ? address : null }
}

export async function revokeLink(at: Doing, id: Id, linkId: Id): Promise<CallFile> {
  const call = await holdKept(at, id)
  const link = found(await at.db.selectFrom('callLink').selectAll().where('id', '=', linkId).where('callId', '=', id).executeTakeFirst())
  await at.db.updateTable('callLink').set({ revokedAt: at.now }).where('id', '=', linkId).where('revokedAt', 'is', null).execute()
  await record(at, { what: 'call.link-revoked', about: id, data: { alliance: call.allianceId, organisation: link.organisationId } })
  return findCallFile(at.db, at.viewer, id)
}

/** A link that was taken back or never was is answered with one and the same sentence. */
export async function linkOf(db: Reading, token: string): Promise<LinkRow> {
  const link = await db.selectFrom('callLink').selectAll().where('tokenHash', '=', hashOf(token)).where('revokedAt', 'is', null).executeTakeFirst()
  if (!link) throw new Refused('calls.link-over', {}, 404)
  return link
}
