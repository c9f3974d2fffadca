// An organisation of any kind: university, college, company, agency, ministry, or a unit within one; with its names in their own
// scripts, its identifiers and its relations. This file names the things; `rules.ts` says what may happen to them.
import * as z from 'zod'
import { Country, type Day, Flag, Id, Instant, type Locale, pageOf, ShortText } from '#platform/kinds.ts'

export const kinds = [
  'university', 'college', 'vocational-college', 'school', 'faculty', 'department', 'laboratory', 'institute', 'hospital', 'company',
  'agency', 'ministry', 'nonprofit', 'network', 'archive', 'other',
] as const
export const Kind = z.enum(kinds)
export type Kind = z.infer<typeof Kind>

export const statuses = ['active', 'inactive', 'withdrawn', 'merged'] as const
export const Status = z.enum(statuses)
/** Who keeps the facts: a person here, the ROR register, the example. */
export const sources = ['local', 'ror', 'example'] as const
export const Source = z.enum(sources)
export type Source = z.infer<typeof Source>

export const nameKinds = ['display', 'label', 'short', 'acronym', 'former', 'alias'] as const
export const NameKind = z.enum(nameKinds)
export const Name = z.object({ text: ShortText, lang: z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/).nullable(), kind: NameKind })
export type Name = z.infer<typeof Name>

/** Schemes with a known form; any other is taken as it is. */
export const schemes = ['ror', 'schac', 'cn-moe', 'pk-hec', 'wikidata', 'isni', 'grid', 'fundref', 'erasmus', 'vat', 'other'] as const
const forms: Partial<Record<string, RegExp>> = {
  ror: /^0[a-z0-9]{6}[0-9]{2}$/, wikidata: /^Q[1-9]\d*$/, isni: /^\d{15}[\dX]$/, grid: /^grid\.\d+\.[0-9a-f]+$/, 'cn-moe': /^\d{5}$|^\d{10}$/,
  schac: /^([a-z0-9-]+\.)+[a-z]{2,}$/,
}
export const Identifier = z.object({ scheme: z.string().regex(/^[a-z][a-z0-9-]{0,30}$/), value: z.string().trim().min(1).max(200) })
  .transform(({ scheme, value }) => ({ scheme, value: plainValue(scheme, value) }))
  .refine(({ scheme, value }) => forms[scheme]?.test(value) ?? true, { path: ['value'], error: 'organisations.not-such-an-identifier' })
export type Identifier = z.infer<typeof Identifier>

/** People paste identifiers as addresses and in groups of four. */
function plainValue(scheme: string, value: string): string {
  const last = value.replace(/^https?:\/\/(www\.)?(ror|wikidata|isni|grid)\.(org|ac)\/(wiki\/|isni\/|institutes\/)?/i, '')
  if (scheme === 'isni') return last.replace(/\s/g, '').toUpperCase()
  if (scheme === 'wikidata') return last.toUpperCase()
  return scheme === 'ror' || scheme === 'schac' || scheme === 'grid' ? last.toLowerCase() : last
}

export const relationKinds = ['part-of', 'successor-of', 'related'] as const
export const RelationKind = z.enum(relationKinds)

/** How one organisation is shown wherever it is mentioned. */
export const OrganisationBrief = z.object({
  id: Id, name: z.string(), nameEn: z.string(), nameZh: z.string(), nameRu: z.string(), nameUr: z.string(),
  country: Country.nullable(), city: z.string().nullable(), kind: Kind, ror: z.string().nullable(),
  status: Status, parentId: Id.nullable(), provisional: z.boolean(), example: z.boolean(),
})
export type OrganisationBrief = z.infer<typeof OrganisationBrief>

type Named = Pick<OrganisationBrief, 'nameEn' | 'nameZh' | 'nameRu' | 'nameUr'>
/** The name a reader of this language sees. */
export const nameIn = (brief: Named, locale: Locale): string =>
  ({ en: brief.nameEn, zh: brief.nameZh, ru: brief.nameRu, ur: brief.nameUr })[locale]

/** What is known of a place and a time. */
export const Facts = z.object({
  kind: Kind, country: Country.nullable(), city: ShortText.nullable(),
  latitude: z.number().min(-90).max(90).nullable(), longitude: z.number().min(-180).max(180).nullable(),
  timeZone: z.string().max(60).refine(isTimeZone, { error: 'organisations.not-a-time-zone' }).nullable(),
  domain: z.string().trim().toLowerCase().regex(/^([\p{L}\p{N}-]+\.)+[\p{L}\p{N}-]{2,}$/u, { error: 'organisations.not-a-domain' }).nullable(),
  website: z.url({ protocol: /^https?$/, error: 'organisations.not-an-address' }).max(500).nullable(),
  established: z.int().min(200).max(2200).nullable(),
})
export type Facts = z.infer<typeof Facts>
export type FactName = keyof Facts

function isTimeZone(name: string): boolean {
  try { return Boolean(new Intl.DateTimeFormat('en', { timeZone: name })) } catch { return false }
}

/** What a person fills in. The first display name is the official one. */
const filled = Facts.partial().required({ kind: true }).extend({
  names: z.array(Name).min(1).max(60), identifiers: z.array(Identifier).max(40).default([]), parentId: Id.nullable().default(null),
  successorId: Id.nullable().default(null), status: z.enum(['active', 'inactive']).default('active'),
})
export const Filled = filled.refine(({ names }) => names.some(({ kind }) => kind === 'display'), { path: ['names'], error: 'organisations.no-official-name' })
export type Filled = z.infer<typeof Filled>

/** What a program brings: a register's row, the example, a text nobody has identified yet. */
export type Draft = Partial<Facts> & {
  kind: Kind; names: Name[]; id?: Id; source?: Source; origin?: string | null; provisional?: boolean; example?: boolean
  status?: 'active' | 'inactive' | 'withdrawn'; identifiers?: Identifier[]; parentId?: Id | null; successorId?: Id | null; since?: Day | null
}

/** One record of a public register in our words. `bonds` name other records of it, which may be unknown here. */
export type Bond = { kind: 'parent' | 'child' | 'successor' | 'predecessor' | 'related'; ror: string }
export type Entry = { ror: string; draft: Draft & { source: 'ror' }; bonds: Bond[] }
export type Reported = { place: number; problem: string }
/** Reads a file of the register; `share` is how much of it has gone by, 0 to 1. */
export type ReadRegister = (path: string) => AsyncIterable<{ entries: Entry[]; problems: Reported[]; share: number }>

export const Related = z.object({ kind: RelationKind, from: OrganisationBrief, to: OrganisationBrief })
/** One organisation as its page shows it. */
export const Organisation = OrganisationBrief.extend({
  ...Facts.shape, kind: Kind, nameLang: z.string().nullable(), website: z.string().nullable(), domain: z.string().nullable(), timeZone: z.string().nullable(),
  source: Source, origin: z.string().nullable(), status: Status, mergedInto: Id.nullable(), changedAt: Instant,
  names: z.array(z.object({ text: z.string(), lang: z.string().nullable(), kind: NameKind, source: Source })),
  identifiers: z.array(z.object({ scheme: z.string(), value: z.string(), source: Source })),
  parent: OrganisationBrief.nullable(), successor: OrganisationBrief.nullable(), into: OrganisationBrief.nullable(),
  relations: z.array(Related), units: z.array(OrganisationBrief), unitCount: z.int(),
})
export type Organisation = z.infer<typeof Organisation>

export const sorts = ['name', '-name', 'changed', '-changed'] as const
export const Filter = z.object({
  text: z.string().trim().max(200).optional(), country: Country.optional(), kind: Kind.optional(), source: Source.optional(),
  status: z.enum(['active', 'inactive', 'withdrawn']).optional(), provisional: Flag.optional(), parentId: Id.optional(),
  sort: z.enum(sorts).default('name'), locale: z.enum(['en', 'zh', 'ru', 'ur']).default('en'),
  after: z.string().max(2000).optional(), limit: z.coerce.number().int().min(1).max(200).default(50), total: Flag.optional(),
})
export type Filter = z.infer<typeof Filter>
export const ListRow = OrganisationBrief.extend({ source: Source, domain: z.string().nullable(), changedAt: Instant })
export type ListRow = z.infer<typeof ListRow>
export const ListPage = pageOf(ListRow)
