// Which day it is where somebody is. A deed belongs to the day of the one who does it; a term is over when its last day is over everywhere.
import type { Day, Instant } from './kinds.ts'

/** The day in a time zone (IANA) at a moment; in Greenwich where none is known. */
export const dayIn = (zone: string | null, now: Instant): Day => formatIn(zone ?? 'UTC').format(new Date(now))

/** The earliest of the days that it is in these zones: what ends before it is over for all of them. */
export const overEverywhere = (zones: readonly (string | null)[], now: Instant): Day => zones.map((zone) => dayIn(zone, now)).toSorted()[0] ?? dayIn(null, now)

// Making a formatter costs far more than using it.
const known = new Map<string, Intl.DateTimeFormat>()
function formatIn(timeZone: string): Intl.DateTimeFormat {
  const format = known.get(timeZone) ?? new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' })
  known.set(timeZone, format)
  return format
}
