// Sixty days before a meeting its pack assembles itself: the secretaries of the sides are written to, read what is there, and see to what is not.
import { record } from '#platform/audit/journal.ts'
import { house } from '#platform/auth/viewer.ts'
import type { Reading } from '#platform/db/database.ts'
import { formatInstant } from '#platform/i18n/format.ts'
import { translator } from '#platform/i18n/words.ts'
import type { Night } from '#platform/jobs/job.ts'
import type { Id, Locale } from '#platform/kinds.ts'
import { writeLetter } from '#platform/mail/mail.ts'
import type { Installation } from './invitation-actions.ts'
import { findMeeting, type Sitting } from './meeting-store.ts'
import { bareLinks, inLocale } from './minutes-draft.ts'
import type { Seat } from './model.ts'
import { gather } from './pack-gathering.ts'
import { sumsOf } from './pack-rules.ts'

const ahead = 60 * 86_400_000

export async function assemblePacks({ db, now }: Pick<Night, 'db' | 'now'>, home: Installation): Promise<number> {
  const due = await db.selectFrom('meeting').select('id').where('state', '=', 'called').where('packAssembledAt', 'is', null).where('startsAt', '>', now)
    .where('startsAt', '<=', new Date(Date.parse(now) + ahead).toISOString()).orderBy('id').forUpdate().execute()
  for (const { id } of due) {
    const sitting = await findMeeting(db, house, id)
    const pack = await gather(db, sitting, now)
    const late = sumsOf(pack.promises).reduce((sum, one) => sum + one.late, 0)
    await db.updateTable('meeting').set({ packAssembledAt: now }).where('id', '=', id).execute()
    const receivers = await secretariesOf(db, sitting)
    for (const { email, personId, locale } of receivers) {
      const text = translator(locale)
      const values = {
        body: inLocale(sitting.held.body.name, locale), number: sitting.meeting.number, on: formatInstant(sitting.meeting.startsAt, locale, sitting.meeting.zone), promises: pack.promises.length, late,
        open: pack.actions.filter(({ done }) => !done).length, link: `${home.publicUrl}/meetings/${id}/pack`, installation: home.name,
      }
      await writeLetter(db, home.post, { toAddress: email, toPerson: personId, locale, kind: 'committees.pack', subject: text('committees.letters.pack.subject', values), body: bareLinks(text('committees.letters.pack.body', values)) })
    }
    await record({ db, viewer: house, now }, { what: 'meeting.pack-assembled', about: sitting.meeting.bodyId, data: { meeting: id, promises: pack.promises.length, late, letters: receivers.length } })
  }
  return due.length
}

/** The secretaries of each side; where a side has none, its chair. */
export function secretaries(seats: readonly Pick<Seat, 'sideId' | 'role' | 'office' | 'memberId' | 'endedAt'>[]): Id[] {
  const sitting = seats.filter(({ endedAt, memberId }) => endedAt === null && memberId !== null)
  return [...Map.groupBy(sitting, ({ sideId }) => sideId)].flatMap(([, own]) => {
    const writing = own.filter(({ role, office }) => role === 'secretary' || office === 'secretary')
    return (writing.length > 0 ? writing : own.filter(({ office }) => office === 'chair' || office === 'vice-chair')).map(({ memberId }) => memberId!)
  })
}

async function secretariesOf(db: Reading, { held }: Sitting): Promise<{ personId: Id; email: string; locale: Locale }[]> {
  const ids = [...new Set(secretaries(held.seats))]
  const rows = ids.length === 0 ? [] : await db.selectFrom('person').select(['id', 'email', 'locale']).where('id', 'in', ids).where('email', 'is not', null).where('closedAt', 'is', null).execute()
  return rows.map(({ id, email, locale }) => ({ personId: id, email: email!, locale: locale ?? 'en' }))
}
