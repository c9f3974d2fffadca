// A person's calendar as iCalendar (RFC 5545) behind a secret address, in their language: what they may see at the moment it is fetched.
import ical, { type ICalCalendar, ICalEventStatus } from 'ical-generator'
import { titleIn } from '#domains/agreements/model.ts'
import { addDays } from '#domains/agreements/rules.ts'
import { titleOf } from '#domains/confirmations/rules.ts'
import { nameIn } from '#domains/organisations/model.ts'
import type { Viewer } from '#platform/auth/viewer.ts'
import type { Database } from '#platform/db/database.ts'
import type { Document } from '#platform/http/documents.ts'
import { translator } from '#platform/i18n/words.ts'
import type { Id, Instant, Locale } from '#platform/kinds.ts'
import { addressOf, type CalendarEvent } from './calendar-model.ts'
import { type Installation, ownerOf } from './calendar-actions.ts'
import { eventsOf } from './calendar-store.ts'

export const feedAddress = '/ical/:token/pamir.ics'
type Ground = Installation & { db: Database; viewerOf: (id: Id) => Promise<Viewer>; clock: () => Date }

/** A quarter of a year behind, two years ahead. */
export const feedSite = ({ db, viewerOf, clock, ...home }: Ground) => async (token: string): Promise<Document> => {
  const { id, locale } = await ownerOf(db, token)
  const now = clock().toISOString()
  const events = await eventsOf(db, await viewerOf(id), { from: addDays(now.slice(0, 10), -90), until: addDays(now.slice(0, 10), 700) })
  return { type: 'text/calendar; charset=utf-8', body: calendarOf(events, home, locale, now), language: locale }
}

type Session = NonNullable<CalendarEvent['meeting']>
/** A session has its hour, and the name that its invitation gave it: a calendar that took both in shows one. */
function addSession(calendar: ICalCalendar, { id, body, number, startsAt, place, sequence, off }: Session, { publicUrl, locale, now }: { publicUrl: string; locale: Locale; now: Instant }): void {
  const start = new Date(startsAt)
  const summary = `${titleOf({ title: body }, locale)} · ${translator(locale)('committees.meeting-number', { number })}`.replace(/[\u2066-\u2069]/g, '')
  calendar.createEvent({ id: `${id}@${new URL(publicUrl).hostname}`, sequence, stamp: new Date(now), start, end: new Date(start.getTime() + 2 * 3_600_000), status: off ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED, summary, ...(place ? { location: place } : {}), url: `${publicUrl}/meetings/${id}` })
}

/** Days are given as they are written: a moment would be moved by the time zone of the process. */
export function calendarOf(events: readonly CalendarEvent[], { publicUrl, name }: Installation, locale: Locale, now: Instant): string {
  const text = translator(locale)
  const bare = (said: string) => said.replace(/[\u2066-\u2069]/g, '')
  const calendar = ical({ name: text('today.calendar.of', { name }), prodId: { company: 'Pamir', product: 'Pamir', language: locale.toUpperCase() }, ttl: 6 * 3600 })
  for (const event of events) {
    const { id, kind, day, what, agreement, ceremony, meeting } = event
    if (meeting) { addSession(calendar, meeting, { publicUrl, locale, now }); continue }
    const title = agreement ? titleIn(agreement, locale) : ceremony ? titleOf(ceremony, locale) : ''
    calendar.createEvent({
      id: `${id}@${new URL(publicUrl).hostname}`, stamp: new Date(now), start: day, allDay: true,
      summary: bare(text(`today.calendar.${kind}.said`, { title: what ? titleOf({ title: what }, locale) : title })),
      description: [...(what ? [title] : []), agreement ? agreement.partners.map((one) => nameIn(one, locale)).join(' · ') : ceremony?.startsAt ? `${ceremony.startsAt} (${ceremony.zone})` : ''].join('\n'),
      ...(ceremony?.place ? { location: ceremony.place } : {}), url: publicUrl + addressOf(event),
    })
  }
  // The library leaves the last line open; every line ends (RFC 5545, 3.1).
  return `${calendar.toString().trimEnd()}\r\n`
}
