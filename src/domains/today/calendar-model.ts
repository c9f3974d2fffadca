// Days that matter in one's agreements: what is due, when terms end or renew themselves, until when notice can be given.
import * as z from 'zod'
import { Commitment } from '#domains/commitments/model.ts'
import { Day, type Id, Instant } from '#platform/kinds.ts'
import { Named } from './model.ts'

export const eventKinds = ['due', 'ends', 'renews', 'notice'] as const
export const EventKind = z.enum(eventKinds)
export type EventKind = z.infer<typeof EventKind>

/** `id` stays the same as long as it is the same thing, whatever day it moves to. `what` is a commitment's. */
export const CalendarEvent = z.object({ id: z.string(), kind: EventKind, day: Day, what: Commitment.shape.what.nullable(), agreement: Named })
export type CalendarEvent = z.infer<typeof CalendarEvent>

/** At most two years at once; the days at both ends count. */
export const CalendarQuery = z.object({ from: Day, until: Day, kind: EventKind.optional() })
  .refine(({ from, until }) => Date.parse(until) >= Date.parse(from) && Date.parse(until) - Date.parse(from) < 800 * 86_400_000, { path: ['until'], error: 'today.too-long' })
export type CalendarQuery = z.output<typeof CalendarQuery>

/** The feed's address as its owner sees it: that there is one, and since when. The address itself is told once. */
export const Feed = z.object({ madeAt: Instant.nullable() })
export const FeedMade = z.object({ madeAt: Instant, address: z.string() })
export type FeedRow = { personId: Id; tokenHash: string; madeAt: Instant }
