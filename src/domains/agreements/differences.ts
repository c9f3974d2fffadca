// What a revision changed, field by field: what the journal keeps and the history tells.
import type { Making } from './rows.ts'
import type { PartyRow } from './tables.ts'
import type { NewRow } from './writing.ts'

const told = [
  'kind', 'title', 'titleLang', 'titles', 'fields', 'signedOn', 'signedPrecision', 'startsOn', 'termKind', 'termYears', 'termUntil', 'untilPrecision',
  'renewalYears', 'noticeMonths', 'termText', 'endedOn', 'endedBecause', 'parentId', 'visibility', 'source', 'notes', 'zone',
] as const satisfies (keyof NewRow)[]

export type Changes = { fields: Record<string, { before: unknown; after: unknown }>; parties?: { before: Told[]; after: Told[] } }
type Told = Omit<PartyRow, 'agreementId' | 'place'>

/** Nothing when nothing changed. */
export function changesBetween(before: Making, after: Making): Changes | undefined {
  const fields = Object.fromEntries(told
    .filter((name) => !same(before.row[name], after.row[name]))
    .map((name) => [name, { before: before.row[name], after: after.row[name] }]))
  const [were, are] = [before.parties.map(plain), after.parties.map(plain)]
  const parties = same(were, are) ? {} : { parties: { before: were, after: are } }
  return Object.keys(fields).length > 0 || 'parties' in parties ? { fields, ...parties } : undefined
}

const plain = ({ organisationId, unit, text, role, signatory, signatoryTitle }: PartyRow): Told => ({ organisationId, unit, text, role, signatory, signatoryTitle })

/** Two JSON values; the order of an object's keys says nothing. */
function same(one: unknown, other: unknown): boolean {
  return one === other || JSON.stringify(one, sorted) === JSON.stringify(other, sorted)
}
const sorted = (_key: string, value: unknown) =>
  value && typeof value === 'object' && !Array.isArray(value) ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1))) : value
