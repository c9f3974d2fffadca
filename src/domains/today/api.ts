// The promises of the page a day begins with, and of the calendar.
import * as z from 'zod'
import { del, get, post } from '#platform/http/contract.ts'
import { CalendarEvent, CalendarQuery, Feed, FeedMade } from './calendar-model.ts'
import { Today } from './model.ts'

export const todayApi = {
  today: get('/today', { answer: Today, says: 'What waits for this viewer and for their partners, what falls due, what sleeps and why, and what the records lack' }),
  calendar: get('/calendar', { query: CalendarQuery, answer: z.array(CalendarEvent), says: 'The days that matter in the agreements of one’s own organisations: due dates, ends, renewals, last days for notice' }),
  feed: get('/me/calendar-address', { answer: Feed, says: 'Whether one’s calendar has an address for calendar programs, and since when' }),
  makeFeed: post('/me/calendar-address', { answer: FeedMade, limit: 10, says: 'Makes a secret address for one’s calendar, told this once; a former one opens nothing any more' }),
  revokeFeed: del('/me/calendar-address', { answer: Feed, says: 'Takes the address of one’s calendar back' }),
}
