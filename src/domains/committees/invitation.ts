// A meeting as an invitation for a calendar (RFC 5545), and the papers of its items.
import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator'
import type { Viewer } from '#platform/auth/viewer.ts'
import type { Reading } from '#platform/db/database.ts'
import { contentOf } from '#platform/files/files.ts'
import type { Download } from '#platform/http/contract.ts'
import { translator } from '#platform/i18n/words.ts'
import type { Id, Instant, Locale } from '#platform/kinds.ts'
import { found } from '#platform/refusals.ts'
import { findMeeting } from './meeting-store.ts'
import { inLocale } from './minutes-draft.ts'

type For = { publicUrl: string; now: Instant; locale: Locale }
/** Two hours, since nobody says how long a meeting lasts. One called off cancels the entry that came before. */
const lasts = 2 * 3_600_000

export async function invitationFor(db: Reading, viewer: Viewer, id: Id, { publicUrl, now, locale }: For): Promise<Download> {
  const { meeting, held, items } = await findMeeting(db, viewer, id)
  const off = meeting.state === 'called-off'
  const calendar = ical({ prodId: { company: 'Pamir', product: 'Pamir', language: locale.toUpperCase() }, method: off ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.REQUEST })
  const start = new Date(meeting.startsAt)
  const event = calendar.createEvent({
    id: `${meeting.id}@${new URL(publicUrl).hostname}`, sequence: meeting.sequence, stamp: new Date(now), start, end: new Date(start.getTime() + lasts), status: off ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    summary: `${inLocale(held.body.name, locale)} · ${bare(translator(locale)('committees.meeting-number', { number: meeting.number }))}`, location: [meeting.venue, meeting.city, meeting.link].filter(Boolean).join(', '),
    description: items.map(({ title }, place) => `${place + 1}. ${inLocale(title, locale)}`).join('\n'), url: `${publicUrl}/meetings/${meeting.id}`,
  })
  const members = held.seats.filter(({ endedAt, memberId }) => endedAt === null && memberId !== null)
  const people = members.length === 0 ? [] : await db.selectFrom('person').select(['name', 'email']).where('id', 'in', members.map(({ memberId }) => memberId!)).where('email', 'is not', null).execute()
  // Addresses are for those who arrange and sit; whoever only looks on gets the day without them.
  if (held.seats.some(({ memberId, alternateId }) => memberId === viewer.id || alternateId === viewer.id)) for (const { name, email } of people) event.createAttendee({ name, email: email!, rsvp: true })
  return { name: `${meeting.number}.ics`, type: 'text/calendar; charset=utf-8', body: Buffer.from(`${calendar.toString().trimEnd()}\r\n`) }
}

const bare = (said: string) => said.replace(/[\u2066-\u2069]/g, '')

export async function openPaper(db: Reading, viewer: Viewer, id: Id, fileId: Id): Promise<Download> {
  const { items } = await findMeeting(db, viewer, id)
  const file = found(await db.selectFrom('file').selectAll().where('id', '=', fileId).where('removedAt', 'is', null).executeTakeFirst())
  return contentOf(db, found(items.some((item) => item.id === file.about) ? file : null))
}
