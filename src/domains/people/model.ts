// A person, the offices they hold, and the ways they sign in. An office is a role at an organisation for a term; what a
// person may do follows from the offices they hold today.
import * as z from 'zod'
import { OrganisationBrief } from '#domains/organisations/model.ts'
import { Role } from '#platform/auth/viewer.ts'
import { Day, Id, Instant, Locale, ShortText, pageOf } from '#platform/kinds.ts'

export const Email = z.string().trim().toLowerCase().max(254).pipe(z.email({ error: 'people.not-an-email' }))

/** One row of `person`, without the secret. A person whom only a source names has no e-mail and cannot sign in. */
export const Person = z.object({
  id: Id, name: ShortText, nameNative: ShortText.nullable(), email: z.string().nullable(), locale: Locale.nullable(),
  source: z.string().nullable(), example: z.boolean(), createdAt: Instant, closedAt: Instant.nullable(),
})
export type Person = z.infer<typeof Person>

/** One row of `office`, with its organisation. */
export const Office = z.object({
  id: Id, personId: Id, role: Role, organisationId: Id.nullable(), organisation: OrganisationBrief.nullable(), title: z.string().nullable(),
  startsOn: Day, endsOn: Day.nullable(), vacatedAt: Instant.nullable(), source: z.string().nullable(), example: z.boolean(),
})
export type Office = z.infer<typeof Office>

/** Where a person stands with signing in: it says what an administrator or an inviter can do next. */
export const standings = ['joined', 'invited', 'invitation-over', 'cannot-sign-in', 'closed'] as const

/** A line in a list of people. `email` is nothing unless the viewer may see it. */
export const PersonRow = Person.pick({ id: true, name: true, nameNative: true, email: true, example: true })
  .extend({ standing: z.enum(standings).nullable(), offices: z.array(Office) })
export type PersonRow = z.infer<typeof PersonRow>
export const People = pageOf(PersonRow)

export const PersonFile = PersonRow.extend({
  source: z.string().nullable(), createdAt: Instant, closedAt: Instant.nullable(), lastAdministrator: z.boolean(),
})
export type PersonFile = z.infer<typeof PersonFile>

export const PeopleFilter = z.object({
  search: z.string().trim().max(200).optional(), organisationId: Id.optional(), role: Role.optional(),
  standing: z.enum(['invited', 'joined']).optional(), after: Id.optional(),
})
export type PeopleFilter = z.infer<typeof PeopleFilter>

const term = { title: ShortText.nullable().default(null), startsOn: Day.optional(), endsOn: Day.nullable().default(null) }
const inOrder = { path: ['endsOn'], error: 'people.ends-before-it-starts' }

/** What one fills in to give an office. Only the administrator of the installation has no organisation. */
export const NewOffice = z.object({ role: Role, organisationId: Id.nullable(), ...term })
  .refine(({ startsOn, endsOn }) => !startsOn || !endsOn || endsOn >= startsOn, inOrder)
  .refine(({ role, organisationId }) => (role === 'administrator') === (organisationId === null), { path: ['organisationId'], error: 'people.office-needs-an-organisation' })
export type NewOffice = z.infer<typeof NewOffice>

export const OfficeTerm = z.object({ title: ShortText.nullable(), startsOn: Day, endsOn: Day.nullable() })
  .refine(({ startsOn, endsOn }) => !endsOn || endsOn >= startsOn, inOrder)

export const NewPerson = z.object({ name: ShortText, nameNative: ShortText.nullable().default(null), source: ShortText.nullable().default(null), office: NewOffice })
export const PersonNames = z.object({ name: ShortText, nameNative: ShortText.nullable().default(null) })
export const NewInvitation = z.object({ email: Email, name: ShortText.nullable().default(null), locale: Locale.default('en'), office: NewOffice })
export type NewInvitation = z.infer<typeof NewInvitation>

/** A browser that is signed in. */
export const Session = z.object({
  id: Id, how: z.enum(['password', 'link', 'passkey', 'provider', 'invitation']), address: z.string(), agent: z.string(),
  createdAt: Instant, seenAt: Instant, current: z.boolean(),
})
export type Session = z.infer<typeof Session>

export const Passkey = z.object({ id: Id, name: z.string(), createdAt: Instant, usedAt: Instant.nullable() })
export const Profile = Person.pick({ id: true, name: true, nameNative: true, email: true, locale: true }).extend({
  hasPassword: z.boolean(), passkeys: z.array(Passkey), providers: z.array(z.string()), offices: z.array(Office), acting: Id.nullable(),
})
export type Profile = z.infer<typeof Profile>
export const ProfileDraft = Person.pick({ name: true, nameNative: true, locale: true })

export const purposes = ['first', 'link', 'reset', 'invitation'] as const
/** What a one-time link is for, shown before it is used. */
export const LinkFile = z.object({
  purpose: z.enum(purposes), name: z.string(), email: z.string().nullable(), expiresAt: Instant, offices: z.array(Office.pick({ role: true, organisation: true })),
})

export type LinkFile = z.infer<typeof LinkFile>

export const Letter = z.object({
  id: Id, toAddress: z.string(), subject: z.string(), body: z.string(), locale: Locale, kind: z.string(),
  state: z.enum(['kept', 'waiting', 'sent', 'failed']), tries: z.int(), problem: z.string().nullable(), writtenAt: Instant, sentAt: Instant.nullable(),
})
export type Letter = z.infer<typeof Letter>
