// The address of a person's calendar: made, made anew so that the former one opens nothing, and taken back.
import { hashOf, newToken } from '#platform/auth/tokens.ts'
import type { Viewer } from '#platform/auth/viewer.ts'
import type { Reading } from '#platform/db/database.ts'
import type { Doing } from '#platform/http/serve.ts'
import type { Id, Instant } from '#platform/kinds.ts'
import { record } from '#platform/audit/journal.ts'
import { demand, found } from '#platform/refusals.ts'
import './calendar-store.ts'

export type Installation = { publicUrl: string; name: string }

export const feedOf = async (db: Reading, viewer: Viewer): Promise<{ madeAt: Instant | null }> =>
  ({ madeAt: (await db.selectFrom('calendarAddress').select('madeAt').where('personId', '=', viewer.id).executeTakeFirst())?.madeAt ?? null })

/** Makes an address, in place of the former one if there was any; it is told this once. */
export async function makeFeed(at: Doing, { publicUrl }: Installation): Promise<{ madeAt: Instant; address: string }> {
  const token = newToken()
  const row = { tokenHash: hashOf(token), madeAt: at.now }
  await at.db.insertInto('calendarAddress').values({ personId: at.viewer.id, ...row }).onConflict((on) => on.column('personId').doUpdateSet(row)).execute()
  await record(at, { what: 'calendar.address-made', about: at.viewer.id })
  return { madeAt: at.now, address: `${publicUrl}/ical/${token}/pamir.ics` }
}

export async function revokeFeed(at: Doing): Promise<{ madeAt: null }> {
  const gone = await at.db.deleteFrom('calendarAddress').where('personId', '=', at.viewer.id).returning('personId').executeTakeFirst()
  demand(gone ? undefined : 'today.no-calendar-address')
  await record(at, { what: 'calendar.address-revoked', about: at.viewer.id })
  return { madeAt: null }
}

/** Whose calendar an address opens. One that was taken back, and that of a person who left, open nothing. */
export async function ownerOf(db: Reading, token: string): Promise<{ id: Id; locale: 'en' | 'zh' | 'ru' | 'ur' }> {
  const owner = found(await db.selectFrom('calendarAddress').innerJoin('person', 'person.id', 'calendarAddress.personId').select(['person.id', 'person.locale'])
    .where('tokenHash', '=', hashOf(token)).where('person.closedAt', 'is', null).executeTakeFirst())
  return { id: owner.id, locale: owner.locale ?? 'en' }
}
