// An agreement, as a record: who, what, since when, until when. This file names the things; `rules.ts` says how they stand
// on a day and what may happen to them.
import * as z from 'zod'
import { OrganisationBrief } from '#domains/organisations/model.ts'
import { isZone } from '#platform/day-zones.ts'
import { Country, Day, Flag, Id, Instant, Locale, LongText, pageOf, Precision, ShortText } from '#platform/kinds.ts'

export const kinds = [
  'letter-of-intent', 'memorandum', 'agreement', 'implementing-agreement', 'exchange', 'joint-programme', 'joint-supervision', 'enterprise', 'charter',
] as const
export const Kind = z.enum(kinds)
export type Kind = z.infer<typeof Kind>

export const termKinds = ['fixed', 'until', 'auto-renew', 'until-ended', 'not-stated', 'unclear'] as const
export const TermKind = z.enum(termKinds)
export type TermKind = z.infer<typeof TermKind>

/** How an agreement stands on a day. Derived, never typed. */
export const states = ['draft', 'in-force', 'expiring', 'lapsed', 'ended', 'unclear', 'not-yet'] as const
export const State = z.enum(states)
export type State = z.infer<typeof State>

export const partyRoles = ['party', 'on-behalf', 'witness'] as const
export const visibilities = ['parties', 'alliance', 'public'] as const

/** What is missing from a record, or cannot be so. Derived from it. */
export const problems = ['partner-unknown', 'signed-unknown', 'term-not-stated', 'term-unclear', 'start-unknown', 'ends-before-it-starts'] as const
export const Problem = z.enum(problems)
export type Problem = z.infer<typeof Problem>

/** A field of study by its ISCED-F 2013 code: broad (`06`), narrow (`061`) or detailed (`0613`). Its names are in the words of `fields`. */
export const Field = z.string().regex(/^\d{2,4}$/, 'agreements.field-unknown').refine((code) => isField(code), 'agreements.field-unknown')

const Zone = z.string().max(60).refine(isZone, 'agreements.zone-unknown')
const Years = z.number().positive().max(999)

/** When it was signed and for how long it holds, as written. */
export const Term = z.object({
  signedOn: Day.nullable(),
  signedPrecision: Precision.nullable(),
  startsOn: Day.nullable(),
  termKind: TermKind,
  /** Months are fractions of a year: 18 months are 1.5. */
  termYears: Years.nullable(),
  termUntil: Day.nullable(),
  untilPrecision: Precision.nullable(),
  renewalYears: Years.nullable(),
  noticeMonths: z.int().min(0).max(120).nullable(),
  /** The term as people wrote it. */
  termText: ShortText.nullable(),
})
export type Term = z.infer<typeof Term>

/** The first day on which it no longer held, and why. */
export const End = z.object({ endedOn: Day.nullable(), endedBecause: LongText.nullable() })
export type End = z.infer<typeof End>

/** The last day of the newest term for which it was renewed, where that was done here; the term as it was written stays as it is. */
export const Renewed = z.object({ renewedUntil: Day.nullable() })
export type Renewed = z.infer<typeof Renewed>

/** What `derive` makes of these: the days between which it holds. */
export const Span = z.object({ holdsFrom: Day.nullable(), holdsUntil: Day.nullable(), openEnded: z.boolean() })
export type Span = z.infer<typeof Span>

/** Further titles by language: `{ zh: '...' }`. */
const Titles = z.record(z.string().regex(/^[a-z]{2,3}(-[A-Za-z]{4})?$/), ShortText)

const Written = Term.extend({
  kind: Kind,
  /** In which zone a stated start and the end of the term are counted, where it was said: its text, or the place where it was signed last. */
  zone: Zone.nullable(),
  /** The official title in the language it was written in. */
  title: ShortText,
  titleLang: z.string().max(20).nullable(),
  titles: Titles,
  fields: z.array(Field).max(40),
  parentId: Id.nullable(),
  visibility: z.enum(visibilities),
  source: ShortText.nullable(),
  notes: LongText.nullable(),
})

/** One row of `agreement`, without its search columns. */
export const Agreement = Written.extend({
  id: Id, ...End.shape, ...Renewed.shape, ...Span.shape,
  /** It is still being written, cleared or signed: only its parties see it, and it holds for nobody yet. */
  draft: z.boolean(),
  /** Since when every party has signed what it says: from then on only an amendment changes it. */
  sealedAt: Instant.nullable(),
  /** The zone in which its days count: the one that was said, otherwise that of the party named first. */
  dayZone: z.string(),
  problems: z.array(Problem), example: z.boolean(), recordedBy: Id, recordedAt: Instant, changedAt: Instant,
})
export type Agreement = z.infer<typeof Agreement>

type Titled = Pick<Agreement, 'title' | 'titleLang' | 'titles'>
/** The title a reader of this language sees; the official one where there is none in it. */
export const titleIn = ({ title, titleLang, titles }: Titled, locale: Locale): string => (titleLang === locale ? title : titles[locale] ?? title)

/** A place in an agreement. `unit` is the part of the organisation that signs when it is not registered itself; `text` is the party as it came. */
export const Party = z.object({
  organisationId: Id,
  unit: ShortText.nullable(),
  text: ShortText.nullable(),
  role: z.enum(partyRoles),
  signatory: ShortText.nullable(),
  signatoryTitle: ShortText.nullable(),
})
export type Party = z.infer<typeof Party>

export const PartyDraft = Party.partial().required({ organisationId: true })
export type PartyDraft = z.input<typeof PartyDraft>

/** What is recorded: a kind, a title, parties; the rest as far as it is known. */
const Fillable = Written.partial().required({ kind: true, title: true }).extend({ parties: z.array(PartyDraft).max(60) })

/** What a person fills in. */
export const Draft = Fillable.superRefine((draft, context) => {
  for (const [field, key] of mistakesIn(draft)) context.addIssue({ code: 'custom', path: [field], message: key })
  if (draft.parties.filter(({ role }) => role !== 'witness').length < 2) context.addIssue({ code: 'custom', path: ['parties'], message: 'agreements.two-parties' })
})
export type Draft = z.output<typeof Draft>

/** What a register brings: it may lack a partner, may have ended, and may name its own id. Not checked again. */
export type BulkDraft = Omit<z.input<typeof Fillable>, 'parties'> & Partial<End> & { id?: Id; example?: boolean; draft?: boolean; parties: PartyDraft[] }
export type BulkChange = Partial<Omit<BulkDraft, 'id' | 'example' | 'draft'>> & { id: Id }

/** A revision says what was seen, so that two people do not overwrite each other. */
export const Revision = z.object({ ...Fillable.shape, seen: Instant }).superRefine((draft, context) => {
  for (const [field, key] of mistakesIn(draft)) context.addIssue({ code: 'custom', path: [field], message: key })
})
export type Revision = z.output<typeof Revision>

export const Ending = z.object({ endedOn: Day, because: LongText })

/** What is wrong with a term as filled in, field by field. */
type Filled = { [Key in keyof Term]?: Term[Key] | undefined }
function mistakesIn(term: Filled): [field: string, key: string][] {
  const wrong: [boolean, string, string][] = [
    [Boolean(term.signedOn) !== Boolean(term.signedPrecision), 'signedOn', 'agreements.precision-missing'],
    [term.termKind === 'fixed' && !term.termYears, 'termYears', 'agreements.years-missing'],
    [term.termKind === 'until' && !term.termUntil, 'termUntil', 'agreements.until-missing'],
    [Boolean(term.termUntil) !== Boolean(term.untilPrecision), 'termUntil', 'agreements.precision-missing'],
    [Boolean(term.termUntil && begins(term) && term.termUntil < begins(term)!.slice(0, lengthOf(term.untilPrecision))), 'termUntil', 'agreements.ends-before-it-starts'],
  ]
  return wrong.filter(([is]) => is).map(([, field, key]) => [field, key])
}
const begins = ({ startsOn, signedOn }: Filled) => startsOn ?? signedOn
const lengthOf = (precision: Precision | null | undefined) => ({ day: 10, month: 7, year: 4 })[precision ?? 'day']

/** How a list may be narrowed; every part is kept in the address. */
export const Filter = z.object({
  text: z.string().trim().max(200).optional(),
  state: list(State).optional(),
  kind: list(Kind).optional(),
  /** An organisation that is a party. */
  organisation: Id.optional(),
  /** A country of a partner. */
  country: Country.optional(),
  year: z.coerce.number().int().min(1900).max(2200).optional(),
  alliance: Id.optional(),
  /** Only those of the organisations in which one holds an office. */
  mine: Flag.optional(),
  problem: list(z.enum([...problems, 'any'])).optional(),
  field: Field.optional(),
  /** Those made under this one. */
  parent: Id.optional(),
})
export type Filter = z.output<typeof Filter>

export const sorts = ['signed', '-signed', 'ends', '-ends', 'title', '-title', 'partner', '-partner'] as const
export const Sort = z.enum(sorts)
export type Sort = z.infer<typeof Sort>

export const ListQuery = Filter.extend({
  sort: Sort.default('-signed'), locale: Locale.default('en'), after: z.string().max(2000).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50), total: Flag.optional(),
})
export type ListQuery = z.output<typeof ListQuery>

/** How a party is shown. */
export const PartyShown = Party.extend({ organisation: OrganisationBrief })
export type PartyShown = z.infer<typeof PartyShown>

/** Why it stands so: a key under `because`, and what its sentence needs. */
export const Because = z.object({ key: z.string(), facts: z.record(z.string(), z.union([z.string(), z.number()]).nullable()) })
export type Because = z.infer<typeof Because>
/** How it stands, since when, until when, the day of the next renewal, and the reason. */
export const Standing = z.object({ state: State, since: Day.nullable(), until: Day.nullable(), renews: Day.nullable(), because: Because })
export type Standing = z.infer<typeof Standing>

/** One line of a register of agreements. */
export const AgreementLine = Agreement.omit({ notes: true, endedBecause: true, source: true, recordedBy: true, recordedAt: true })
  .extend({ state: State, since: Day.nullable(), until: Day.nullable(), parties: z.array(PartyShown.pick({ organisation: true, unit: true, text: true, role: true })) })
export type AgreementLine = z.infer<typeof AgreementLine>
export const AgreementPage = pageOf(AgreementLine)

/** How an agreement is mentioned by another. */
export const Kin = Agreement.pick({ id: true, kind: true, title: true, titleLang: true, titles: true, signedOn: true, signedPrecision: true }).extend({ state: State })
export type Kin = z.infer<typeof Kin>

export const Scan = z.object({ id: Id, name: z.string(), type: z.string(), size: z.int(), addedAt: Instant })

/** One agreement as its page shows it. */
export const AgreementFile = Agreement.extend({
  parties: z.array(PartyShown), standing: Standing, files: z.array(Scan), parent: Kin.nullable(), children: z.array(Kin), mayWrite: z.boolean(),
})
export type AgreementFile = z.infer<typeof AgreementFile>

/** How many stand how. */
export const Counts = z.object({
  total: z.int(), states: z.record(State, z.int()), problems: z.int(),
  /** Where the parties are, most first, whatever country is asked for. */
  countries: z.array(z.object({ country: Country, count: z.int() })),
})
export type Counts = z.infer<typeof Counts>

/** A line of its history: what happened, when, and who did it in what office. */
export const HistoryLine = z.object({
  id: Id, at: Instant, what: z.string(), who: z.string().nullable(), office: z.string().nullable(), data: z.record(z.string(), z.unknown()),
})
export type HistoryLine = z.infer<typeof HistoryLine>
/** So many are told at a time. */
export const historyLines = 100

/** Several values in an address: `a,b`. */
function list<T extends z.ZodType>(one: T) {
  return z.preprocess((typed) => (typeof typed === 'string' ? typed.split(',').filter(Boolean) : typed), z.array(one))
}

/** ISCED-F 2013 (UNESCO Institute for Statistics): which detailed fields stand in which narrow ones. An `8` is inter-disciplinary. */
const detailed: Record<string, string> = {
  '001': '1', '002': '1', '003': '1', '011': '1234', '021': '12345', '022': '123', '023': '12', '031': '1234', '032': '12', '041': '1234567', '042': '1',
  '051': '12', '052': '12', '053': '123', '054': '12', '061': '123', '071': '123456', '072': '1234', '073': '12', '081': '12', '082': '1', '083': '1',
  '084': '1', '091': '1234567', '092': '123', '101': '12345', '102': '12', '103': '12', '104': '1',
}
export const fieldCodes: string[] = [...new Set(Object.entries(detailed).flatMap(([narrow, last]) =>
  [narrow.slice(0, 2), narrow, ...[...last].map((digit) => narrow + digit)]))]
  .concat('018', '0188', '028', '0288', '038', '0388', '048', '0488', '058', '0588', '068', '0688', '078', '0788', '088', '0888', '098', '0988', '108', '1088')
  .toSorted()
const known = new Set(fieldCodes)
export const isField = (code: string): boolean => known.has(code)
