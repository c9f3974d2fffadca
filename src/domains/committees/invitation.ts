// A meeting as an entry for calendars (RFC 5545): for download, and as the invitation, update or cancellation that a letter carries (RFC 5546).
import ical, { ICalAttendeeRole, ICalAttendeeStatus, ICalCalendarMethod, ICalEventStatus } from 'ical-generator'
import type { Viewer } from '#platform/auth/viewer.ts'
import type { Reading } from '#platform/db/database.ts'
import { contentOf } from '#platform/files/files.ts'
import type { Download } from '#platform/http/contract.ts'
import { translator } from '#platform/i18n/words.ts'
import type { Id, Instant, Locale } from '#platform/kinds.ts'
import { found } from '#platform/refusals.ts'
import type { Coming } from './meeting-model.ts'
import { findMeeting, type Sitting } from './meeting-store.ts'
import { inLocale } from './minutes-draft.ts'

type For = { publicUrl: string; now: Instant; locale: Locale }
export type Addressee = { name: string; email: string; as: 'member' | 'alternate'; coming: Coming | null }
type Entry = For & { organizer: { name: string; email: string; sentBy?: string } | null; to: readonly Addressee[]; cancelled?: boolean }

/** Two hours, since nobody says how long a meeting lasts. One called off cancels the entry that came before. */
export const lasts = 2 * 3_600_000
const statuses = { room: ICalAttendeeStatus.ACCEPTED, online: ICalAttendeeStatus.ACCEPTED, maybe: ICalAttendeeStatus.TENTATIVE, no: ICalAttendeeStatus.DECLINED }

export function entryOf({ held, meeting, items }: Sitting, { publicUrl, now, locale, organizer, to, cancelled = false }: Entry): string {
  const off = cancelled || meeting.state === 'called-off'
  const calendar = ical({ prodId: { company: 'Pamir', product: 'Pamir', language: locale.toUpperCase() }, method: off ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.REQUEST })
  const start = new Date(meeting.startsAt)
  const event = calendar.createEvent({
    id: `${meeting.id}@${new URL(publicUrl).hostname}`, sequence: meeting.sequence, stamp: new Date(now), start, end: new Date(start.getTime() + lasts), status: off ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    summary: titleOf({ held, meeting }, locale), location: [meeting.venue, meeting.city, meeting.link].filter(Boolean).join(', '),
    description: items.map(({ title }, place) => `${place + 1}. ${inLocale(title, locale)}`).join('\n'), url: `${publicUrl}/meetings/${meeting.id}`, organizer,
  })
  for (const { name, email, as, coming } of to) event.createAttendee({ name, email, rsvp: true, role: as === 'member' ? ICalAttendeeRole.REQ : ICalAttendeeRole.OPT, status: coming ? statuses[coming] : ICalAttendeeStatus.NEEDSACTION })
  // The library leaves the last line open; every line ends (RFC 5545, 3.1).
  return `${calendar.toString().trimEnd()}\r\n`
}

export const titleOf = ({ held, meeting }: Pick<Sitting, 'held' | 'meeting'>, locale: Locale): string =>
  `${inLocale(held.body.name, locale)} · ${translator(locale)('committees.meeting-number', { number: meeting.number })}`.replace(/[\u2066-\u2069]/g, '')

export async function invitationFor(db: Reading, viewer: Viewer, id: Id, asked: For): Promise<Download> {
  const sitting = await findMeeting(db, viewer, id)
  const { held, meeting } = sitting
  // Addresses are for those who sit; whoever only looks on gets the day without them.
  const sits = held.seats.some(({ endedAt, memberId, alternateId }) => endedAt === null && (memberId === viewer.id || alternateId === viewer.id))
  const to = sits ? await addresseesOf(db, held.seats.flatMap(({ endedAt, memberId }) => (endedAt === null && memberId ? [memberId] : []))) : []
  return { name: `${meeting.number}.ics`, type: 'text/calendar; charset=utf-8', body: Buffer.from(entryOf(sitting, { ...asked, organizer: null, to })) }
}

async function addresseesOf(db: Reading, ids: readonly Id[]): Promise<Addressee[]> {
  const people = ids.length === 0 ? [] : await db.selectFrom('person').select(['name', 'email']).where('id', 'in', ids).where('email', 'is not', null).execute()
  return people.map(({ name, email }) => ({ name, email: email!, as: 'member', coming: null }))
}

export async function openPaper(db: Reading, viewer: Viewer, id: Id, fileId: Id): Promise<Download> {
  const { items } = await findMeeting(db, viewer, id)
  const file = found(await db.selectFrom('file').selectAll().where('id', '=', fileId).where('removedAt', 'is', null).executeTakeFirst())
  return contentOf(db, found(items.some((item) => item.id === file.about) ? file : null))
}
