// An alliance: an organisation of organisations, with members in a standing, officers with terms, a host, sub-alliances and news.
import * as z from 'zod'
import { OrganisationBrief } from '#domains/organisations/model.ts'
import { Country, Day, Flag, Id, Instant, Locale, LongText, pageOf, Precision, ShortText } from '#platform/kinds.ts'

export const standings = ['applicant', 'observer', 'member', 'left'] as const
export const StandingKind = z.enum(standings)
export type StandingKind = z.infer<typeof StandingKind>

export const posts = ['president', 'vice-president', 'chair', 'vice-chair', 'secretary-general', 'treasurer', 'lead', 'coordinator'] as const
export const Post = z.enum(posts)
export type Post = z.infer<typeof Post>

/** One text in the languages it exists in. */
export const Texts = z.partialRecord(Locale, LongText)
export type Texts = z.infer<typeof Texts>
const Titles = z.partialRecord(Locale, ShortText)

/** Figures that a source states although the members behind them are not named; `atLeast` when it says «over 160». */
export const Stated = z.object({ members: z.int().positive().max(100_000).optional(), nations: z.int().positive().max(250).optional(), atLeast: z.boolean().optional() })
export type Stated = z.infer<typeof Stated>

/** A day as far as it is known. */
export const Known = z.object({ value: Day, precision: Precision })
export type Known = z.infer<typeof Known>

export const Slug = z.string().max(80).regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)

export const Alliance = z.object({
  id: Id, organisationId: Id, slug: Slug, parentId: Id.nullable(), hostId: Id.nullable(),
  foundedOn: Day.nullable(), foundedPrecision: Precision.nullable(), purpose: Texts, charter: Texts, public: z.boolean(), stated: Stated,
  source: z.string().nullable(), example: z.boolean(), changedAt: Instant,
})
export type Alliance = z.infer<typeof Alliance>

/** What of its membership a member may not use for a time. Access is closed by Pamir itself; the others are for whoever presides to keep. */
export const withheld = ['access', 'vote', 'offices'] as const
export const Withheld = z.enum(withheld)
export type Withheld = z.infer<typeof Withheld>

export const Standing = z.object({
  id: Id, allianceId: Id, organisationId: Id, standing: StandingKind, fromOn: Day.nullable(), fromPrecision: Precision.nullable(),
  untilOn: Day.nullable(), untilPrecision: Precision.nullable(), source: z.string().nullable(), example: z.boolean(), recordedBy: Id, recordedAt: Instant,
  suspended: z.array(Withheld),
})
export type Standing = z.infer<typeof Standing>
export type NewStandingRow = Omit<Standing, 'suspended'>

export const Officer = z.object({
  id: Id, allianceId: Id, personId: Id, post: Post, country: Country.nullable(), organisationId: Id.nullable(), fromOn: Day.nullable(),
  fromPrecision: Precision.nullable(), untilOn: Day.nullable(), untilPrecision: Precision.nullable(), source: z.string().nullable(), example: z.boolean(),
})
export type Officer = z.infer<typeof Officer>

/** A member as the list shows it. `outsideParent`: in a sub-alliance without being a member of the alliance above it. */
export const Member = z.object({
  standingId: Id, organisation: OrganisationBrief, standing: StandingKind, fromOn: Day.nullable(), fromPrecision: Precision.nullable(),
  source: z.string().nullable(), outsideParent: z.boolean(), suspended: z.array(Withheld),
})
export type Member = z.infer<typeof Member>
export const MemberPage = pageOf(Member)

/** Where a member is, for the map. */
export const MemberPlace = OrganisationBrief.extend({ latitude: z.number(), longitude: z.number() })
export type MemberPlace = z.infer<typeof MemberPlace>

export const OfficerShown = Officer.extend({ personName: z.string(), personNameNative: z.string().nullable(), organisation: OrganisationBrief.nullable() })
export type OfficerShown = z.infer<typeof OfficerShown>

export const AllianceRow = z.object({
  id: Id, slug: Slug, organisation: OrganisationBrief, host: OrganisationBrief.nullable(), parent: z.object({ id: Id, organisation: OrganisationBrief }).nullable(),
  foundedOn: Day.nullable(), foundedPrecision: Precision.nullable(), public: z.boolean(), example: z.boolean(), stated: Stated,
  members: z.int(), countries: z.int(), subAlliances: z.int(),
})
export type AllianceRow = z.infer<typeof AllianceRow>
export const AlliancePage = pageOf(AllianceRow)

export const InCountry = z.object({ country: Country.nullable(), members: z.int() })
export type InCountry = z.infer<typeof InCountry>

/** Everything on an alliance's own page. */
export const AllianceFile = Alliance.extend({
  organisation: OrganisationBrief, host: OrganisationBrief.nullable(),
  parent: z.object({ id: Id, slug: Slug, organisationId: Id, hostId: Id.nullable(), organisation: OrganisationBrief }).nullable(),
  subAlliances: z.array(AllianceRow), officers: z.array(OfficerShown), counts: z.record(StandingKind, z.int()), countries: z.array(InCountry),
})
export type AllianceFile = z.infer<typeof AllianceFile>

/** An alliance in which an organisation stands, for that organisation's page. */
export const Belonging = z.object({ alliance: AllianceRow, standing: StandingKind, fromOn: Day.nullable(), fromPrecision: Precision.nullable() })
export type Belonging = z.infer<typeof Belonging>

/** What a person fills in. A new alliance names its organisation, or gives the name of one to be added. */
export const AllianceFacts = z.object({
  slug: Slug.optional(), parentId: Id.nullable().default(null), hostId: Id.nullable().default(null), founded: Known.nullable().default(null),
  purpose: Texts.default({}), charter: Texts.default({}), public: z.boolean().default(false), stated: Stated.default({}),
  source: ShortText.nullable().default(null),
})
export type AllianceFacts = z.infer<typeof AllianceFacts>
export const NewAlliance = AllianceFacts.extend({ organisationId: Id.optional(), name: ShortText.optional() })
  .refine(({ organisationId, name }) => Boolean(organisationId) !== Boolean(name), { path: ['name'], message: 'alliances.name-or-organisation' })
export type NewAlliance = z.infer<typeof NewAlliance>

export const NewStanding = z.object({ organisationId: Id, standing: StandingKind, from: Known.nullable().default(null), source: ShortText.nullable().default(null) })
export type NewStanding = z.infer<typeof NewStanding>

const term = { from: Known.nullable().default(null), until: Known.nullable().default(null), source: ShortText.nullable().default(null) }
const office = { post: Post, country: Country.nullable().default(null), organisationId: Id.nullable().default(null), ...term }
/** A new officer is a person who is known here, or the name of one to be added. */
export const NewOfficer = z.object({ personId: Id.optional(), name: ShortText.optional(), nameNative: ShortText.optional(), ...office })
  .refine(({ personId, name }) => Boolean(personId) !== Boolean(name), { path: ['name'], message: 'alliances.person-or-name' })
export type NewOfficer = z.infer<typeof NewOfficer>
export const OfficerTerm = z.object(office)
export type OfficerTerm = z.infer<typeof OfficerTerm>

const Order = z.enum(['name', '-name', '-changed']).default('name')
const paging = { after: z.string().max(2000).optional(), limit: z.coerce.number().int().min(1).max(200).default(50), locale: Locale.default('en') }
const commaList = z.string().max(500).transform((text) => text.split(',').filter(Boolean))

export const AllianceFilter = z.object({
  text: z.string().trim().max(200).optional(), country: commaList.optional(), organisationId: Id.optional(), parentId: Id.optional(), public: Flag.optional(),
  kind: z.enum(['alliance', 'sub-alliance']).optional(), sort: Order, ...paging,
})
export type AllianceFilter = z.infer<typeof AllianceFilter>

export const MemberFilter = z.object({
  text: z.string().trim().max(200).optional(), country: commaList.optional(), standing: commaList.pipe(z.array(StandingKind)).optional(),
  sort: z.enum(['name', '-name', 'country', '-since']).default('name'), ...paging,
})
export type MemberFilter = z.infer<typeof MemberFilter>

export const NewsKind = z.enum(['news', 'event'])
export const News = z.object({
  id: Id, allianceId: Id.nullable(), kind: NewsKind, onDay: Day.nullable(), precision: Precision.nullable(), untilDay: Day.nullable(), place: z.string().nullable(),
  country: Country.nullable(), title: Titles, body: Texts, public: z.boolean(), source: z.string().nullable(), link: z.string().nullable(), example: z.boolean(), writtenBy: Id, changedAt: Instant,
})
export type News = z.infer<typeof News>
export const NewsPage = pageOf(News)
export const NewsText = z.object({
  kind: NewsKind, on: Known, untilDay: Day.nullable().default(null), place: ShortText.nullable().default(null), country: Country.nullable().default(null),
  title: Titles.refine((titles) => Object.keys(titles).length > 0, 'alliances.news-needs-a-title'), body: Texts.default({}),
  public: z.boolean().default(false), source: ShortText.nullable().default(null),
  /** Where more is said: the result of a ceremony, by its address here, or a page elsewhere. */
  link: z.string().trim().max(500).regex(/^(\/s\/[0-9a-f-]{36}|https?:\/\/\S+)$/, 'alliances.news-link-unclear').nullable().default(null),
})
export type NewsText = z.infer<typeof NewsText>
export const NewsFilter = z.object({ kind: NewsKind.optional(), after: z.string().max(200).optional(), limit: z.coerce.number().int().min(1).max(100).default(20) })
export type NewsFilter = z.infer<typeof NewsFilter>

/** A post in which a source names a person; it gives no rights. */
export const NamedPost = z.object({ id: Id, personId: Id, organisationId: Id, title: Titles, namedOn: Day.nullable(), source: z.string(), example: z.boolean() })
export type NamedPost = z.infer<typeof NamedPost>
export const NamedPostShown = NamedPost.extend({ personName: z.string(), personNameNative: z.string().nullable(), organisation: OrganisationBrief })
export type NamedPostShown = z.infer<typeof NamedPostShown>

/** The source of a fact, as it is shown: who published it, when, under what title. */
export const sourceText = (publisher: string, day: Day | null, title: string): string => [publisher, day, `«${title}»`].filter(Boolean).join(', ')
