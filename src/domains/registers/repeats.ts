// Rows that say what another row says, or what an agreement says that did not come from this register.
import { sql } from 'kysely'
import type { Reading } from '#platform/db/database.ts'
import type { Id } from '#platform/kinds.ts'
import type { Duplicate, RowReading } from './model.ts'
import { type Comparable, type DuplicateGroup, findDuplicates, partnerKey } from './reading/duplicates.ts'
import type { AgreementKind } from './reading/types.ts'
import type { Owner } from './understand.ts'

export const repeats = (rows: RowReading[]): DuplicateGroup[] => findDuplicates(rows.map(comparable))

/** The organisation a party means as far as it is known: the surest offer counts, since two equal texts mean the same. */
const partnersOf = ({ parties }: RowReading) => parties.filter(({ owner }) => !owner)
const meant = ({ organisation, candidates, text }: RowReading['parties'][number]) => organisation?.id ?? candidates[0]?.id ?? `text:${partnerKey(text)}`

function comparable(row: RowReading): Comparable {
  const partners = partnersOf(row)
  const units = partners.flatMap(({ unit }) => unit ?? []).map(partnerKey).sort().join(' · ')
  return {
    row: row.row, parties: partners.map(meant), unit: units || null, date: row.signedOn, kind: row.kind as AgreementKind,
    text: partnerKey(partners.map(({ text }) => text).join(' ')),
  }
}

/** Each row with what repeats it or goes with it: in the file, and among the owner's agreements that came another way. */
export async function withRepeats(db: Reading, owner: Owner, rows: RowReading[], groups: DuplicateGroup[]): Promise<RowReading[]> {
  const beside = (row: number, wanted: DuplicateGroup['relation']): Duplicate[] => (byRow.get(row) ?? []).filter(({ relation }) => relation === wanted)
    .flatMap(({ rows: among, key, facts }) => nearest(among, row).map((other) => ({ row: other, agreementId: null, reason: key, facts })))
  const byRow = new Map<number, DuplicateGroup[]>()
  for (const group of groups) for (const row of group.rows) byRow.set(row, [...(byRow.get(row) ?? []), group])
  const there = owner.id ? await recordedElsewhere(db, owner.id, rows) : new Map<string, Id[]>()
  return rows.map((row) => ({
    ...row, related: beside(row.row, 'related'), duplicates: [...beside(row.row, 'duplicate'), ...(row.agreementId ? [] : thereFor(row, there))],
  }))
}

const shown = 20

/** Of thousands of rows alike, each names the nearest; the group in the summary names all. */
function nearest(among: number[], row: number): number[] {
  const at = Math.max(0, Math.min(among.indexOf(row) - shown / 2, among.length - shown - 1))
  return among.slice(at, at + shown + 1).filter((other) => other !== row)
}

function thereFor(row: RowReading, there: Map<string, Id[]>): Duplicate[] {
  const ids = partnersOf(row).flatMap(({ organisation }) => (organisation ? there.get(`${organisation.id} ${row.signedOn?.value.slice(0, 4) ?? ''}`) ?? [] : []))
  return [...new Set(ids)].slice(0, shown).map((agreementId) => ({ row: null, agreementId, reason: 'registers.duplicates.already-recorded', facts: {} }))
}

/** Agreements of the owner with these partners that no register brought, by partner and year of signing. */
async function recordedElsewhere(db: Reading, ownerId: Id, rows: RowReading[]): Promise<Map<string, Id[]>> {
  const partners = [...new Set(rows.flatMap((row) => partnersOf(row).flatMap(({ organisation }) => organisation?.id ?? [])))]
  const found = await db.selectFrom('agreement').innerJoin('agreementParty as own', 'own.agreementId', 'agreement.id')
    .innerJoin('agreementParty as other', 'other.agreementId', 'agreement.id')
    .leftJoin('registerEntry', 'registerEntry.agreementId', 'agreement.id')
    .select(['agreement.id', 'other.organisationId', sql<string>`coalesce(extract(year from agreement.signed_on)::text, '')`.as('year')])
    .where('own.organisationId', '=', ownerId).where('agreement.removedAt', 'is', null).where('registerEntry.agreementId', 'is', null)
    .where('other.organisationId', '=', sql<string>`any(${partners}::uuid[])`).execute()
  const byKey = new Map<string, Id[]>()
  for (const { id, organisationId, year } of found) byKey.set(`${organisationId} ${year}`, [...(byKey.get(`${organisationId} ${year}`) ?? []), id])
  return byKey
}
