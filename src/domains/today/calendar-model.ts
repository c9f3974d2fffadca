// Days that matter in one's agreements: what is due, when terms end or renew themselves, until when notice can be given, when one
// signs at a ceremony, and when a review is heard.
import * as z from 'zod'
import { Body } from '#domains/committees/model.ts'
import { Commitment } from '#domains/commitments/model.ts'
import { Ceremony } from '#domains/signing/ceremony-model.ts'
import { Day, Id, Instant } from '#platform/kinds.ts'
import { Named } from './model.ts'

export const eventKinds = ['due', 'ends', 'renews', 'notice', 'ceremony', 'meeting', 'hearing'] as const
export const EventKind = z.enum(eventKinds)
export type EventKind = z.infer<typeof EventKind>

const At = z.object({ id: Id, title: Ceremony.shape.title, place: z.string(), startsAt: z.string().nullable(), zone: z.string() })
/** A session of a body in which one sits, with its moment and how often its invitation changed. */
const Session = z.object({ id: Id, body: Body.shape.name, number: z.int(), startsAt: Instant, zone: z.string(), place: z.string(), sequence: z.int(), off: z.boolean() })
/** `id` stays the same as long as it is the same thing, whatever day it moves to. `what` is a commitment's; it is of an agreement, a ceremony or a session. */
export const CalendarEvent = z.object({ id: z.string(), kind: EventKind, day: Day, what: Commitment.shape.what.nullable(), agreement: Named.nullable(), ceremony: At.nullable(), meeting: Session.nullable() })
export type CalendarEvent = z.infer<typeof CalendarEvent>

/** At most two years at once; the days at both ends count. */
export const CalendarQuery = z.object({ from: Day, until: Day, kind: EventKind.optional() })
  .refine(({ from, until }) => Date.parse(until) >= Date.parse(from) && Date.parse(until) - Date.parse(from) < 800 * 86_400_000, { path: ['until'], error: 'today.too-long' })
export type CalendarQuery = z.output<typeof CalendarQuery>

/** The feed's address as its owner sees it: that there is one, and since when. The address itself is told once. */
export const Feed = z.object({ madeAt: Instant.nullable() })
export const FeedMade = z.object({ madeAt: Instant, address: z.string() })
export type FeedRow = { personId: Id; tokenHash: string; madeAt: Instant }

/** Where an event is told in full. */
export const addressOf = ({ id, kind, agreement, ceremony, meeting }: Pick<CalendarEvent, 'id' | 'kind' | 'agreement' | 'ceremony' | 'meeting'>): string =>
  (meeting ? `/meetings/${meeting.id}` : ceremony ? `/ceremonies/${ceremony.id}` : kind === 'hearing' ? `/reviews/${id.slice(0, 36)}` : `/agreements/${agreement?.id}${kind === 'due' ? '' : '/term'}`)
