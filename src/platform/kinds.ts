// The small kinds every room shares. Dates travel as text from the database to the screen, so no layer converts them.
import * as z from 'zod'

export const Id = z.uuid()
export type Id = z.infer<typeof Id>

/** A calendar day with no time zone: the day written on a signature. `YYYY-MM-DD`. */
export const Day = z.iso.date()
export type Day = z.infer<typeof Day>

/** How much of a day is known. A day of precision `month` or `year` is kept as the first day of it. */
export const Precision = z.enum(['day', 'month', 'year'])
export type Precision = z.infer<typeof Precision>

/** A moment, in UTC, ISO 8601. */
export const Instant = z.iso.datetime({ offset: true })
export type Instant = z.infer<typeof Instant>

/** One line: what would break it, as in the subject of a letter or a cell of a list, is a space. */
export const ShortText = z.string().overwrite((text) => text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')).trim().min(1).max(500)
export const LongText = z.string().trim().min(1).max(20_000)

/** ISO 3166-1 alpha-2. */
export const Country = z.string().regex(/^[A-Z]{2}$/)
export type Country = z.infer<typeof Country>

/** The languages Pamir speaks. */
export const Locale = z.enum(['en', 'zh', 'ru', 'ur'])
export type Locale = z.infer<typeof Locale>

/** True or false, as an address carries it. */
export const Flag = z.union([z.boolean(), z.enum(['true', 'false']).transform((word) => word === 'true')])

/** One page of a long list: the rows, and where the next page begins (nothing when this was the last). */
export const pageOf = <Row extends z.ZodType>(row: Row) =>
  z.object({ rows: z.array(row), next: z.string().nullable(), total: z.int().nullable() })
export type Page<Row> = { rows: Row[]; next: string | null; total: number | null }

/**
 * A new UUIDv7 (RFC 9562): ids sort by the moment they were made, so the newest page of a list is the highest ids. Those of one
 * millisecond count on in the twelve bits after it (section 6.2, method 1): what one deed writes stays in the order in which it was written.
 */
export function newId(): Id {
  if (drawn >= pool.length) { crypto.getRandomValues(pool); drawn = 0 }
  const bytes = pool.subarray(drawn, drawn += 16)
  const view = new DataView(bytes.buffer, bytes.byteOffset)
  const now = Date.now()
  // Begun low, so that a millisecond holds two thousand; after that, and when the clock goes back, the next one is borrowed.
  count = now > moment ? view.getUint16(6) & 0x7ff : count + 1
  moment = now > moment ? now : moment
  if (count > 0xfff) { moment++; count = 0 }
  view.setUint32(0, Math.floor(moment / 0x10000))
  view.setUint16(4, moment % 0x10000)
  view.setUint16(6, 0x7000 | count)
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  let text = ''
  for (let at = 0; at < 16; at++) text += (at === 4 || at === 6 || at === 8 || at === 10 ? '-' : '') + hex[bytes[at]!]
  return text
}

// Random bytes are drawn for many ids at a time: asking for sixteen costs nearly as much as asking for four thousand.
const pool = new Uint8Array(4096)
let drawn = pool.length
let moment = 0
let count = 0
const hex = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))
