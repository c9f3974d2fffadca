// Recognises the columns of a register by heading and by content, says why, and lets a person say otherwise.
import { createHash } from 'node:crypto'
import type { Table } from '#adapters/spreadsheets/table.ts'
import type { Reason } from '#platform/refusals.ts'
import { readContents, type Contents } from './contents.ts'
import { headingText, readHeading, type Heading } from './headings.ts'
import { repeatable, type Role } from './roles.ts'

export interface ColumnReading {
  column: number
  header: string
  role: Role
  sureness: number
  /** `registers.columns.why.*` */
  why: { key: `registers.columns.why.${Why}`; facts: Record<string, string | number> }
}
export type Why = 'heading-and-content' | 'heading' | 'content' | 'person' | 'remembered' | 'another-is-surer' | 'nothing' | 'empty' | 'content-contradicts'

export interface Mapping { fingerprint: string; columns: ColumnReading[] }

/** The same headings in the same order, however they are spaced and capitalised, have the same fingerprint. */
export function fingerprint(header: readonly string[]): string {
  return createHash('sha256').update(header.map(headingText).join('\u001f')).digest('hex').slice(0, 24)
}

export function recogniseColumns(table: Pick<Table, 'header' | 'rows'>): Mapping {
  const columns = Array.from({ length: table.header.length }, (_, column) => readColumn(table, column))
  return { fingerprint: fingerprint(table.header), columns: promoteYear(promotePartner(withoutVaguePartners(withoutRivals(columns)), table)) }
}

/** A person, or what was remembered of an earlier import, gives some columns another role. */
export function remap(mapping: Mapping, roles: Readonly<Record<number, Role>>, by: 'person' | 'remembered' = 'person'): Mapping {
  const columns = mapping.columns.map((one) => {
    const role = roles[one.column]
    return role === undefined ? one : { ...one, role, sureness: 1, why: why(by) }
  })
  return { ...mapping, columns }
}

/** Without a column of partners there is no register. */
export function usable(mapping: Mapping): Reason | undefined {
  if (mapping.columns.some(({ role }) => role === 'partner')) return undefined
  return mapping.columns.every(({ role }) => role === 'ignored' || role === 'remarks') ? 'registers.no-usable-column' : 'registers.no-partner-column'
}

/** Whether this table looks like a register, and not like its statistics or its list of contacts: partners, and when or what. */
export function isRegister(table: Pick<Table, 'header' | 'rows'>): boolean {
  const mapping = recogniseColumns(table)
  return usable(mapping) === undefined && mapping.columns.some(({ role }) => ['signed', 'starts', 'expires', 'term', 'kind'].includes(role))
}

export const columnsOf = (mapping: Mapping, role: Role): number[] => mapping.columns.filter((one) => one.role === role).map(({ column }) => column)

const why = (key: Why, facts: Record<string, string | number> = {}): ColumnReading['why'] => ({ key: `registers.columns.why.${key}`, facts })

/** Roles whose cells have a look of their own, with the share below which the heading is doubted. */
const looks: Partial<Record<Role, number>> = { signed: 0.3, year: 0.3, country: 0.3, 'pamir-id': 0.5, starts: 0.3, expires: 0.3 }

function readColumn(table: Pick<Table, 'header' | 'rows'>, column: number): ColumnReading {
  const header = table.header[column] ?? ''
  const contents = readContents(table.rows, column)
  const heading = readHeading(header)
  const reading = { column, header, role: 'ignored' as Role, sureness: 0, why: why('nothing') }
  if (contents.filled === 0) return heading ? { ...reading, role: heading.role, sureness: 0.5, why: why('heading') } : { ...reading, why: why('empty') }
  return heading ? byHeading(reading, heading, contents) : byContent(reading, contents)
}

function byHeading(reading: ColumnReading, { role, sureness }: Heading, contents: Contents): ColumnReading {
  const shared = shareFor(role, contents)
  const percent = Math.round(shared * 100)
  if (role === 'year' && contents.spans >= 0.6) return { ...reading, role: 'term', sureness: 0.8, why: why('heading-and-content', { percent: Math.round(contents.spans * 100) }) }
  const least = looks[role]
  if (least !== undefined && shared < least) {
    const other = byContent(reading, contents)
    const better = other.role !== 'ignored' && other.role !== role && other.sureness >= 0.7
    return better ? { ...other, sureness: other.sureness * 0.8 } : { ...reading, role, sureness: 0.4, why: why('content-contradicts', { percent }) }
  }
  if (role === 'partner') return partnerOrOther(reading, sureness, contents)
  if (shared >= 0.6) return { ...reading, role, sureness: Math.min(0.99, sureness + 0.08), why: why('heading-and-content', { percent }) }
  return { ...reading, role, sureness, why: why('heading') }
}

/** Headings such as "MoU" or "Agreement" may stand over partners, kinds or dates: the cells say which. */
function partnerOrOther(reading: ColumnReading, sureness: number, contents: Contents): ColumnReading {
  const { partner = 0, kind = 0, signed = 0, country = 0 } = contents.shares
  const percent = Math.round(partner * 100)
  if (partner >= 0.3) return { ...reading, role: 'partner', sureness: Math.min(0.99, sureness + 0.08), why: why('heading-and-content', { percent }) }
  if (Math.max(kind, signed, country) >= 0.7 || contents.worded < 0.3) return byContent(reading, contents)
  return { ...reading, role: 'partner', sureness: sureness * 0.9, why: why('heading') }
}

const shareFor = (role: Role, { shares }: Contents): number =>
  (role === 'starts' || role === 'expires' || role === 'year' ? Math.max(shares.signed ?? 0, shares.year ?? 0) : (shares[role] ?? 0))

const contentOrder: [Role, number][] = [
  ['pamir-id', 0.7], ['identifier', 0.7], ['number', 0.9], ['contact', 0.6], ['country', 0.6], ['signed', 0.6], ['term', 0.6], ['status', 0.7], ['partner', 0.4], ['kind', 0.6], ['remarks', 0.5],
]

function byContent(reading: ColumnReading, contents: Contents): ColumnReading {
  for (const [role, least] of contentOrder) {
    const share = contents.shares[role] ?? 0
    if (share >= least) return { ...reading, role, sureness: Math.round(share * 80) / 100, why: why('content', { percent: Math.round(share * 100) }) }
  }
  return { ...reading, role: 'remarks', sureness: 0.2, why: why('nothing') }
}

/** Two columns cannot both be the day of signing: the surer, then the first, is; the other is kept as a remark. */
function withoutRivals(columns: ColumnReading[]): ColumnReading[] {
  return columns.map((one) => {
    if (repeatable.has(one.role)) return one
    const rival = columns.find((other) => other.role === one.role && (other.sureness > one.sureness || (other.sureness === one.sureness && other.column < one.column)))
    return rival ? { ...one, role: 'remarks', sureness: 0.4, why: why('another-is-surer', { header: rival.header }) } : one
  })
}

const vague = /^(?:mous?|moas?|agreements?|linkages?|collaborations?|names?|foreign|наименование|название|نام|名称|协议)$/u

/** "MoU" beside "University" is what was agreed, not with whom. */
function withoutVaguePartners(columns: ColumnReading[]): ColumnReading[] {
  const surer = columns.find(({ role, why: { key } }) => role === 'partner' && key === 'registers.columns.why.heading-and-content')
  if (!surer) return columns
  return columns.map((one) => {
    const isVague = one.role === 'partner' && one.why.key === 'registers.columns.why.heading' && vague.test(headingText(one.header))
    return isVague ? { ...one, role: 'title', sureness: 0.5, why: why('another-is-surer', { header: surer.header }) } : one
  })
}

/** A register without a recognised partner has it in the column of the most varied words. */
function promotePartner(columns: ColumnReading[], table: Pick<Table, 'rows'>): ColumnReading[] {
  if (columns.some(({ role }) => role === 'partner')) return columns
  const candidates = columns.filter(({ role, why: { key } }) => role === 'unit' || role === 'title' || key === 'registers.columns.why.nothing')
  const shares = candidates.map((one) => ({ one, share: readContents(table.rows, one.column).shares.partner ?? 0 })).toSorted((a, b) => b.share - a.share)
  const best = shares[0]
  if (!best || best.share < 0.25) return columns
  return columns.map((one) => (one === best.one ? { ...one, role: 'partner', sureness: Math.min(0.75, 0.4 + best.share / 2), why: why('content', { percent: Math.round(best.share * 100) }) } : one))
}

/** A year alone is the date of signing as far as it is known. */
function promoteYear(columns: ColumnReading[]): ColumnReading[] {
  if (columns.some(({ role }) => role === 'signed')) return columns
  return columns.map((one) => (one.role === 'year' ? { ...one, role: 'signed' } : one))
}
