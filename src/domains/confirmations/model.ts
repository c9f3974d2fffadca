// One side claims, the others confirm, dispute with a reason, or leave open. What is claimed is the word of a room above: here
// it is a kind and an id, and the thing in whose history it is told.
import * as z from 'zod'
import { OrganisationBrief } from '#domains/organisations/model.ts'
import { Id, Instant, Locale, LongText, ShortText } from '#platform/kinds.ts'

export const states = ['open', 'confirmed', 'disputed', 'withdrawn'] as const
export const ClaimState = z.enum(states)
export type ClaimState = z.infer<typeof ClaimState>

/** What a side says: the first side claims, the others answer. */
export const SideAnswer = z.enum(['claims', 'open', 'confirmed', 'disputed'])
export type SideAnswer = z.infer<typeof SideAnswer>

/** How an answer came: from an account, from a letter with a link of its own, from a link that was passed on. */
export const Via = z.enum(['account', 'letter', 'link'])
export type Via = z.infer<typeof Via>

/** One row of `confirmation`. */
export const Confirmation = z.object({
  id: Id, kind: z.string(), about: Id, scope: Id, round: z.int(), state: ClaimState,
  claimedBy: Id, claimedOffice: Id.nullable(), claimedAt: Instant, settledAt: Instant.nullable(), withdrawnBecause: z.string().nullable(),
})
export type Confirmation = z.infer<typeof Confirmation>

/** One row of `confirmation_side`. */
export const Side = z.object({ place: z.int(), organisationId: Id, answer: SideAnswer })
export type Side = z.infer<typeof Side>

/** A claim with its sides: what the rules judge. */
export type Claim = Confirmation & { sides: Side[] }

/** A line of the conversation; `name` and `officeName` are those of the account, or what one who came by a link gave. */
export const Said = z.object({
  id: Id, round: z.int(), place: z.int(), said: z.enum(['confirmed', 'disputed', 'claimed-again', 'withdrawn']), via: Via,
  name: z.string().nullable(), officeName: z.string().nullable(), reason: z.string().nullable(), at: Instant,
})
export type Said = z.infer<typeof Said>

/** A link that is out: never the secret in it. `failed`: the letter could not be delivered. */
export const LinkOut = z.object({
  id: Id, place: z.int(), via: Via, toAddress: z.string().nullable(), madeAt: Instant, askedAt: Instant, reminders: z.int(), expiresAt: Instant,
  usedAt: Instant.nullable(), revokedAt: Instant.nullable(), failed: z.boolean(),
})
export type LinkOut = z.infer<typeof LinkOut>

/** A value of a line: as it is, a day to be written as the reader writes days, or a name in each language. */
const Value = z.union([z.string(), z.number(), z.partialRecord(Locale, z.string())])
/** What the room above shows of a claim to one who knows nothing else: a title, lines as key and values, and the evidence. */
export const ClaimShown = z.object({
  title: z.partialRecord(Locale, z.string()), lang: z.string().nullable(),
  lines: z.array(z.object({ key: z.string(), label: z.string(), values: z.record(z.string(), Value) })),
  evidence: z.array(z.object({ id: Id, title: z.string(), type: z.string().nullable(), size: z.int().nullable(), url: z.string().nullable(),
    /** Where one who is signed in finds it, if not among the evidence of an activity. */
    href: z.string().optional() })),
  /** Where it belongs, and the word for going there; to its agreement when nothing is said. */
  within: z.object({ to: z.string(), key: z.string() }).optional(),
})
export type ClaimShown = z.infer<typeof ClaimShown>

/** A claim as its page shows it. `links` are for the claiming side only. */
export const ClaimFile = Confirmation.extend({
  sides: z.array(Side.extend({ organisation: OrganisationBrief })), said: z.array(Said), links: z.array(LinkOut), shown: ClaimShown, claimant: z.string().nullable(),
})
export type ClaimFile = z.infer<typeof ClaimFile>

/** What one answers; a dispute says why. */
export const Answering = z.object({ answer: z.enum(['confirmed', 'disputed']), reason: LongText.nullable().default(null) })
  .refine(({ answer, reason }) => answer === 'confirmed' || reason, { path: ['reason'], error: 'confirmations.reason-missing' })
export type Answering = z.output<typeof Answering>

export const ClaimingAgain = z.object({ words: LongText })

/** A letter goes to an address; a link is passed on by hand. Both say which side they ask, and how long they last. */
export const Asking = z.object({
  place: z.int().min(1), via: z.enum(['letter', 'link']), toAddress: z.string().trim().toLowerCase().max(254).pipe(z.email({ error: 'confirmations.not-an-email' })).nullable().default(null),
  locale: Locale.default('en'), days: z.int().min(1).max(180).default(60),
}).refine(({ via, toAddress }) => via === 'link' || toAddress, { path: ['toAddress'], error: 'confirmations.not-an-email' })
export type Asking = z.output<typeof Asking>

/** Who answers by a link, in their own words. */
export const Visitor = z.object({ name: ShortText, officeName: ShortText })
export type Visitor = z.infer<typeof Visitor>
