// A signing ceremony: several agreements at one event, in an order; who is there, where they sit, and how far it is.
import * as z from 'zod'
import { Kind } from '#domains/agreements/model.ts'
import { OrganisationBrief } from '#domains/organisations/model.ts'
import { Country, Day, Id, Instant, Locale, LongText, ShortText } from '#platform/kinds.ts'

const Texts = z.partialRecord(Locale, LongText)
const Titles = z.partialRecord(Locale, ShortText).refine((title) => Object.keys(title).length > 0, 'signing.title-missing')
export const personRoles = ['host', 'signatory', 'witness', 'guest', 'interpreter'] as const

const Written = z.object({
  title: Titles, heldOn: Day, startsAt: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/).nullable(), zone: z.string().max(60), venue: ShortText.nullable(), city: ShortText.nullable(), country: Country.nullable(),
  hostId: Id,
  /** What the page of result says beside the list. */
  words: Texts,
})
export const Ceremony = Written.extend({ id: Id, done: z.int(), begunAt: Instant.nullable(), endedAt: Instant.nullable(), publishedAt: Instant.nullable(), changedAt: Instant })
export type Ceremony = z.infer<typeof Ceremony>
export type CeremonyRow = Ceremony & { madeBy: Id; madeAt: Instant; removedAt: Instant | null }
export type AgreementItem = { ceremonyId: Id; agreementId: Id; place: number }

const PersonWritten = z.object({
  agreementId: Id.nullable(), organisationId: Id.nullable(), name: ShortText, title: ShortText.nullable(), role: z.enum(personRoles), seat: ShortText.nullable(), remote: z.boolean(),
})
export type CeremonyPersonRow = z.infer<typeof PersonWritten> & { id: Id; ceremonyId: Id; place: number }
export const PersonShown = PersonWritten.extend({ id: Id, organisation: OrganisationBrief.nullable() })
export type PersonShown = z.infer<typeof PersonShown>

export const CeremonyDraft = Written.partial({ startsAt: true, venue: true, city: true, country: true, words: true }).extend({
  agreements: z.array(Id).max(200), people: z.array(PersonWritten.partial({ agreementId: true, organisationId: true, title: true, seat: true, remote: true })).max(500),
})
export type CeremonyDraft = z.output<typeof CeremonyDraft>
export const CeremonyRevision = CeremonyDraft.extend({ seen: Instant })

/**
 * An agreement of it, with its sides in the order in which they stand in this copy. `title` only where this viewer sees the agreement:
 * at a ceremony everybody sees who signs with whom, not what.
 */
export const ItemShown = z.object({
  agreementId: Id, kind: Kind, title: z.string().nullable(), titleLang: z.string().nullable(), sealed: z.boolean(), seen: z.boolean(),
  /** There is a place in it that this viewer may sign. */
  toSign: z.boolean(),
  sides: z.array(z.object({ organisation: OrganisationBrief, unit: z.string().nullable() })), signatories: z.array(PersonShown),
})
export type ItemShown = z.infer<typeof ItemShown>

/** One step of the sequence: an agreement is called, someone signs it, it is exchanged. */
export const Beat = z.object({ kind: z.enum(['called', 'signs', 'exchanged']), agreementId: Id, personId: Id.nullable() })
export type Beat = z.infer<typeof Beat>

export const CeremonyFile = Ceremony.extend({
  host: OrganisationBrief, items: z.array(ItemShown), people: z.array(PersonShown), sequence: z.array(Beat), flags: z.array(Country), mayRun: z.boolean(), mayEdit: z.boolean(),
})
export type CeremonyFile = z.infer<typeof CeremonyFile>
/** `seen`: this viewer has its sheet; of others, once published, there is the page of result. */
export const CeremonyLine = Ceremony.omit({ words: true }).extend({ host: OrganisationBrief, agreements: z.int(), seen: z.boolean() })
export type CeremonyLine = z.infer<typeof CeremonyLine>
/** Only those at which an agreement is signed, or that an alliance or a member of it hosts; these also when all that one may see of them is the result. */
export const CeremonyFilter = z.object({ agreement: Id.optional(), alliance: Id.optional() })
export type CeremonyFilter = z.infer<typeof CeremonyFilter>
/** How far: `to` steps done; `seen` is how far it was on the screen. */
export const Advance = z.object({ seen: z.int().min(0), to: z.int().min(0) })
