// What a register tells that its owner did not know: how many hold, which lapsed, what is written twice, who has three names.
import type { DuplicateGroup } from './duplicates.ts'
import { countryOf } from './countries.ts'
import { partnerKey } from './duplicates.ts'
import { type Named, severalNames } from './several-names.ts'
import type { AgreementKind, KnownDate, Problem, TermKind } from './types.ts'

/** A row as it stands after its organisations are resolved and its state is derived. */
export interface RowToSum {
  row: number
  parties: readonly { text: string; organisation: { id: string; name: string; country?: string | null } | null; decision: 'matched' | 'offered' | 'new'; confidence?: number; country?: string | null }[]
  kind: AgreementKind | null
  signedOn: KnownDate | null
  termKind: TermKind
  /** `in-force`, `expiring`, `lapsed`, `ended`, `unclear`. */
  state: string
  /** The last day, where it is known. */
  until: string | null
  /** What the country cell says. */
  country: string | null
  problems: readonly Problem[]
  skip?: string | null
}

export interface Contradiction { partner: string; countries: { country: string; rows: number[] }[] }

export interface Summary {
  rows: number
  skipped: number
  states: Record<string, number>
  /** Latest first. */
  lapsed: { row: number; until: string }[]
  /** Soonest first. */
  expiring: { row: number; until: string }[]
  decisions: { matched: number; offered: number; new: number }
  duplicates: { groups: number; rows: number }
  unreadableDates: number[]
  undated: number[]
  partnersUnderSeveralNames: Named[]
  contradictingCountries: Contradiction[]
  countries: { country: string; rows: number }[]
  kinds: { kind: AgreementKind | 'unclear'; rows: number }[]
  terms: Record<TermKind, number>
  signedFrom: string | null
  signedTo: string | null
  problems: { key: string; rows: number }[]
}

export function summarise(all: readonly RowToSum[], duplicates: readonly DuplicateGroup[]): Summary {
  const rows = all.filter((row) => !row.skip)
  const parties = rows.flatMap((row) => row.parties)
  const certain = duplicates.filter(({ relation }) => relation === 'duplicate')
  const signed = rows.flatMap(({ signedOn }) => (signedOn ? [signedOn.value] : [])).toSorted()
  const endless = { fixed: 0, until: 0, 'auto-renew': 0, 'until-ended': 0, 'not-stated': 0, unclear: 0 }
  return {
    rows: rows.length, skipped: all.length - rows.length,
    states: Object.fromEntries(counted(rows.map(({ state }) => state))),
    lapsed: ending(rows, 'lapsed').reverse(),
    expiring: ending(rows, 'expiring'),
    decisions: { matched: 0, offered: 0, new: 0, ...Object.fromEntries(counted(parties.map(({ decision }) => decision))) },
    duplicates: { groups: certain.length, rows: new Set(certain.flatMap((group) => group.rows)).size },
    unreadableDates: rows.filter(hasUnreadableDate).map(({ row }) => row),
    undated: rows.filter(({ signedOn }) => signedOn === null).map(({ row }) => row),
    partnersUnderSeveralNames: severalNames(rows),
    contradictingCountries: contradictions(rows),
    countries: counted(rows.flatMap(countriesOf)).map(([country, count]) => ({ country, rows: count })),
    kinds: counted(rows.map(({ kind }) => kind ?? 'unclear' as const)).map(([kind, count]) => ({ kind, rows: count })),
    terms: { ...endless, ...Object.fromEntries(counted(rows.map(({ termKind }) => termKind))) },
    signedFrom: signed[0] ?? null, signedTo: signed.at(-1) ?? null,
    problems: counted(rows.flatMap(({ problems }) => [...new Set(problems.map(({ key }) => key as string))])).map(([key, count]) => ({ key, rows: count })),
  }
}

/** Most frequent first. */
function counted<T extends string>(values: readonly T[]): [T, number][] {
  const counts = new Map<T, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].toSorted((a, b) => b[1] - a[1] || a[0].localeCompare(b[0]))
}

const ending = (rows: readonly RowToSum[], state: string): { row: number; until: string }[] =>
  rows.flatMap(({ row, state: is, until }) => (is === state && until !== null ? [{ row, until }] : [])).toSorted((a, b) => a.until.localeCompare(b.until) || a.row - b.row)

const unreadable = new Set(['registers.problems.date-unreadable', 'registers.problems.date-impossible'])
const hasUnreadableDate = ({ problems }: RowToSum): boolean => problems.some(({ key }) => unreadable.has(key))

/** Each country once a row: of the organisations it was resolved to, else of what its cell says. */
function countriesOf({ parties, country: cell }: RowToSum): string[] {
  const known = parties.flatMap(({ organisation, decision, country }) => (decision === 'matched' ? organisation?.country ?? [] : country ?? []))
  const said = cell === null ? null : (countryOf(cell)?.code ?? null)
  return [...new Set(known.length > 0 ? known : said ? [said] : [])]
}

/** One partner with two countries in the cells, or a cell that says another country than the organisation's own. */
function contradictions(rows: readonly RowToSum[]): Contradiction[] {
  const byPartner = new Map<string, { partner: string; countries: Map<string, number[]> }>()
  for (const { row, parties, country } of rows) {
    const [party] = parties
    const said = country === null ? null : (countryOf(country)?.code ?? null)
    if (!party || parties.length > 1 || said === null) continue
    const key = party.organisation?.id ?? partnerKey(party.text)
    const known = byPartner.get(key) ?? { partner: party.organisation?.name ?? party.text, countries: new Map() }
    byPartner.set(key, known)
    known.countries.set(said, [...(known.countries.get(said) ?? []), row])
    const own = party.decision === 'matched' ? party.organisation?.country : null
    if (own && !known.countries.has(own)) known.countries.set(own, [])
  }
  return [...byPartner.values()].filter(({ countries }) => countries.size > 1)
    .map(({ partner, countries }) => ({ partner, countries: [...countries].map(([code, at]) => ({ country: code, rows: at })) }))
}
