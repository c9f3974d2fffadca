// What people are told of what happens in their agreements, and how each wants to be told.
import * as z from 'zod'
import { Id, Instant } from '#platform/kinds.ts'

export const kinds = ['turn', 'answer', 'agreement', 'term', 'done'] as const
/** What concerns a side. `done` is only for the one who left something under way. */
export const sideKinds = ['turn', 'answer', 'agreement', 'term'] as const satisfies readonly Kind[]
export const Kind = z.enum(kinds)
export type Kind = z.infer<typeof Kind>

/** Which entries of the journal are told, and as what. What is not named here is history, not news. */
export const toldAs: Record<string, Kind> = {
  'text.handed-over': 'turn', 'signing.opened': 'turn', 'activity.logged': 'turn', 'commitment.recorded': 'turn', 'claim.made-again': 'turn', 'claim.disputed': 'turn', 'term.renewal-proposed': 'turn', 'review.laid': 'turn', 'review.disputed': 'turn', 'challenge.recorded': 'turn', 'new-area.proposed': 'turn',
  'claim.confirmed': 'answer', 'claim.withdrawn': 'answer', 'text.agreed': 'answer', 'signing.signed': 'answer', 'signing.clearance-given': 'answer', 'signing.clearance-refused': 'answer', 'signing.called-off': 'answer', 'review.agreed': 'answer', 'review.reopened': 'answer', 'challenge.resolved': 'answer', 'new-area.taken-up': 'answer', 'new-area.set-aside': 'answer',
  'signing.sealed': 'agreement', 'agreement.in-force': 'agreement', 'agreement.ended': 'agreement', 'agreement.revised': 'agreement', 'agreement.file-attached': 'agreement',
  'term.reminded': 'term', 'agreement.lapsed': 'term', 'agreement.renewed': 'term', 'term.notice-given': 'term', 'term.let-lapse': 'term',
  'activity.evidence-added': 'done',
}

/** After so long a sender has turned to something else, and is glad to hear that it arrived. */
const leftAfter = 2 * 60_000
/** Of what is done for oneself only what was left; of a seal that it was made, not also that the agreement holds from then on. */
export function isNews({ what, at, data }: { what: string; at: Instant; data: Record<string, unknown> }): boolean {
  if (toldAs[what] === 'done') return typeof data['begunAt'] === 'string' && Date.parse(at) - Date.parse(data['begunAt']) >= leftAfter
  return !(what === 'agreement.in-force' && data['sealed'] === true)
}

/** One row of `notice`. */
export type NoticeRow = {
  id: Id; personId: Id; entryId: Id; kind: Kind; what: string; about: Id; data: Record<string, unknown>; who: Id; inApp: boolean; inDigest: boolean; at: Instant; readAt: Instant | null
}

/** As its reader sees it: what happened, in which agreement, by whom. `title` is the agreement's, by language. */
export const Notice = z.object({
  id: Id, kind: Kind, what: z.string(), about: Id, title: z.record(z.string(), z.string()), who: z.string().nullable(), at: Instant, readAt: Instant.nullable(),
})
export type Notice = z.infer<typeof Notice>
export const NoticeQuery = z.object({ kind: Kind.optional(), after: Id.optional(), limit: z.coerce.number().int().min(1).max(100).default(30) })
export type NoticeQuery = z.output<typeof NoticeQuery>

/** What is marked as read: these, or all. */
export const Reading = z.object({ ids: z.array(Id).max(200).nullable() })

export const Ways = z.object({ inApp: z.boolean(), byMail: z.boolean(), inDigest: z.boolean() })
export type Ways = z.infer<typeof Ways>
export const Wishes = z.record(Kind, Ways)
export type Wishes = z.infer<typeof Wishes>
/** Mail at once only for who asks for it; the weekly letter holds everything. */
export const usual: Ways = { inApp: true, byMail: false, inDigest: true }
export type WishRow = Ways & { personId: Id; kind: Kind }
