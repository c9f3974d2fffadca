// A register: the list of agreements that an organisation keeps, as a spreadsheet. A run brings one file in: its rows are
// read, shown with how surely, corrected by a person, and imported; the cells stay as they came.
import * as z from 'zod'
import { Flag, Id, Instant, Locale, Precision, ShortText } from '#platform/kinds.ts'

export const KnownDate = z.object({ value: z.string(), precision: Precision })
export type KnownDate = z.infer<typeof KnownDate>

/** A reason in words: a key with its facts, and the cell it is about, as it came. */
export const Problem = z.object({
  key: z.string(), column: z.int().nullable(), text: z.string(), facts: z.record(z.string(), z.union([z.string(), z.number()])),
})
export type Problem = z.infer<typeof Problem>

export const Evidence = z.object({ rule: z.string(), found: z.string(), against: z.string() })
export type Evidence = z.infer<typeof Evidence>
export const Named = z.object({ id: Id, ror: z.string().nullable(), name: z.string(), country: z.string().nullable(), city: z.string().nullable() })
export type Named = z.infer<typeof Named>

/** One party of a row: the text it came as, the organisation that is meant, and why. */
export const PartyReading = z.object({
  text: z.string(),
  organisation: Named.nullable(),
  confidence: z.number(),
  decision: z.enum(['matched', 'offered', 'new']),
  evidence: z.array(Evidence),
  candidates: z.array(Named.extend({ confidence: z.number(), evidence: z.array(Evidence) })),
  unit: z.string().nullable(),
  country: z.string().nullable(),
  city: z.string().nullable(),
  /** The organisation whose register this is, named again in the row. */
  owner: z.boolean(),
})
export type PartyReading = z.infer<typeof PartyReading>

export const TermReading = z.object({
  kind: z.enum(['fixed', 'until', 'auto-renew', 'until-ended', 'not-stated', 'unclear']),
  years: z.number().nullable(), until: KnownDate.nullable(), autoRenew: z.boolean(), renewalYears: z.number().nullable(),
  noticeMonths: z.number().nullable(), text: z.string(),
})

/** A row that says the same, or nearly: in this file (`row`) or among the agreements there are (`agreementId`). */
export const Duplicate = z.object({ row: z.int().nullable(), agreementId: Id.nullable(), reason: z.string(), facts: z.record(z.string(), z.union([z.string(), z.number()])) })
export type Duplicate = z.infer<typeof Duplicate>

/** A cell that the file of last time said otherwise. */
export const Difference = z.object({ column: z.string(), before: z.string(), after: z.string() })
export type Difference = z.infer<typeof Difference>

/** What was understood of a row: the shape of `--json`, of the API and of the page. */
export const RowReading = z.object({
  row: z.int(),
  cells: z.array(z.string()),
  parties: z.array(PartyReading),
  title: z.string().nullable(),
  kind: z.string(),
  signedOn: KnownDate.nullable(),
  startsOn: KnownDate.nullable(),
  term: TermReading,
  state: z.string(),
  notes: z.string().nullable(),
  /** Why this is no agreement: the header said again, a heading over a group of rows. It is left out unless a person says otherwise. */
  skip: z.string().nullable(),
  duplicates: z.array(Duplicate),
  /** Rows of the same partner that are no repetition: another unit, another kind, perhaps a renewal. */
  related: z.array(Duplicate),
  problems: z.array(Problem),
  change: z.enum(['new', 'same', 'changed']),
  differences: z.array(Difference),
  agreementId: Id.nullable(),
})
export type RowReading = z.infer<typeof RowReading>

/** What a person says a party means, where the reading was unsure or wrong: an organisation, a new one, or the text as it came. */
export const PartyChoice = z.discriminatedUnion('is', [
  z.object({ is: z.literal('organisation'), id: Id }),
  z.object({ is: z.literal('new') }),
  z.object({ is: z.literal('provisional') }),
])
export type PartyChoice = z.infer<typeof PartyChoice>
/** By place of the party in the row; `skip` leaves the row out of the import. */
export const Decided = z.object({ parties: z.record(z.string(), PartyChoice).default({}), skip: z.boolean().default(false), signedOn: KnownDate.nullish() })
export type Decided = z.infer<typeof Decided>

export const ColumnReading = z.object({
  column: z.int(), header: z.string(), role: z.string().nullable(), sureness: z.number(), because: z.string(),
  facts: z.record(z.string(), z.union([z.string(), z.number()])),
  /** Hidden in the file. */
  hidden: z.literal(true).optional(),
})
export type ColumnReading = z.infer<typeof ColumnReading>

const Count = z.int()
const Ending = z.object({ row: z.int(), until: z.string() })
/** What the person did not know. Figures carry their rows, so that each leads to its list. */
export const Summary = z.object({
  rows: Count,
  states: z.record(z.string(), Count), lapsed: z.array(Ending), expiring: z.array(Ending),
  decisions: z.object({ matched: Count, offered: Count, new: Count }),
  duplicates: z.object({ groups: Count, rows: Count }),
  duplicateGroups: z.array(z.object({ rows: z.array(z.int()), relation: z.enum(['duplicate', 'related']), key: z.string(), facts: z.record(z.string(), z.union([z.string(), z.number()])) })),
  unreadableDates: z.array(z.int()), undated: z.array(z.int()),
  /** `perhaps`: as far as was offered or is written alike; nobody has said so. */
  partnersUnderSeveralNames: z.array(z.object({ id: z.string().nullable(), name: z.string(), perhaps: z.literal(true).optional(), texts: z.array(z.object({ text: z.string(), rows: z.array(z.int()) })) })),
  contradictingCountries: z.array(z.object({ partner: z.string(), countries: z.array(z.object({ country: z.string(), rows: z.array(z.int()) })) })),
  countries: z.array(z.object({ country: z.string(), rows: Count })),
  kinds: z.array(z.object({ kind: z.string(), rows: Count })),
  terms: z.record(z.string(), Count),
  signedFrom: z.string().nullable(), signedTo: z.string().nullable(),
  problems: z.array(z.object({ key: z.string(), rows: Count })),
  /** How day and month were told apart in each column of dates, and why. */
  dates: z.array(z.object({ column: z.string(), decision: z.string(), because: z.string(), facts: z.record(z.string(), z.number()) })),
  changes: z.object({ new: Count, same: Count, changed: Count, gone: Count }),
})
export type Summary = z.infer<typeof Summary>

export const runStates = ['reading', 'review', 'importing', 'imported', 'discarded', 'failed'] as const

/** What an import did. */
export const Report = z.object({ agreementsAdded: Count, agreementsChanged: Count, unchanged: Count, left: Count, organisationsAdded: Count })

export const Run = z.object({
  id: Id, ownerId: Id, ownerName: z.string(), fileName: z.string(), sheet: z.string().nullable(), sheets: z.array(z.string()),
  state: z.enum(runStates), workId: Id.nullable(), rows: z.int(), needs: z.int(), columns: z.array(ColumnReading), summary: Summary.nullable(),
  begunAt: Instant, importedAt: Instant.nullable(), mayImport: z.boolean(), report: Report.nullable(),
})
export type Run = z.infer<typeof Run>

/** `chosen` names the organisations that a person said and that were not among those offered. */
export const RunRow = RowReading.extend({ decided: Decided, needs: z.boolean(), sureness: z.number(), chosen: z.array(Named) })
export type RunRow = z.infer<typeof RunRow>

/** Rows behind a figure: `figure=countries&value=DE`. */
export const figureNames = ['states', 'kinds', 'countries', 'years', 'problems', 'partners', 'answers'] as const
export type FigureName = (typeof figureNames)[number]
const Figure = z.array(z.object({ value: z.string(), rows: z.int() }))
export const Figures = z.object({
  of: z.record(z.enum(figureNames), Figure),
  partners: z.array(z.object({ id: Id, name: z.string(), country: z.string().nullable(), latitude: z.number().nullable(), longitude: z.number().nullable(), rows: z.int() })),
})
export type Figures = z.infer<typeof Figures>

export const views = ['all', 'needs', 'problems', 'duplicates', 'changed', 'new', 'left-out'] as const
export type View = (typeof views)[number]

export const RowFilter = z.object({
  show: z.enum(views).default('all'), figure: z.enum(figureNames).optional(), value: z.string().max(200).optional(),
  q: z.string().max(200).optional(), rows: z.string().max(5000).optional(), after: z.coerce.number().int().optional(),
  /** In which language organisations are named. */
  locale: Locale.default('en'),
})
export type RowFilter = z.infer<typeof RowFilter>

/** How many rows each view of a run shows, how many offers lie above each confidence, and how many rows an import would record or change. */
export const Tally = z.object({ shows: z.record(z.string(), z.int()), offers: z.array(z.object({ above: z.number(), parties: z.int() })), moving: z.int() })
export type Tally = z.infer<typeof Tally>

/** A correction, for one row or for every row of the run whose party came as the same text. */
export const Correction = z.object({ row: z.int(), place: z.int().min(0), choice: PartyChoice, alike: Flag.default(false) })
export const RowChange = z.object({ row: z.int(), skip: z.boolean().optional(), signedOn: KnownDate.nullish() })
/** What rows were decided to be before, so that a decision can be taken back whole. */
export const DecidedRow = z.object({ row: z.int(), decided: Decided })
export type DecidedRow = z.infer<typeof DecidedRow>
export const Decisions = z.object({ rows: z.array(DecidedRow).max(20_000) })
/** Every row that has this problem, such as being hidden in the file. */
export const LeavingOut = z.object({ problem: z.string().max(80) })
export const Acceptance = z.object({ above: z.number().min(0).max(1) })
export const Remapping = z.object({ columns: z.array(z.object({ column: z.int(), role: ShortText.nullable() })).max(200), sheet: z.string().optional() })

/** What is left of a row beside its agreement, for good. */
export const Entry = z.object({
  agreementId: Id, ownerId: Id, ownerName: z.string(), runId: Id, fileName: z.string(), row: z.int(), header: z.array(z.string()), cells: z.array(z.string()),
  problems: z.array(Problem), importedAt: Instant.nullable(),
})
export type Entry = z.infer<typeof Entry>
