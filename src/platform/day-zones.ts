// Which day it is where somebody is. A deed belongs to the day of the one who does it; a term is over when its last day is over everywhere.
import type { Day, Instant } from './kinds.ts'

/** The day in a time zone (IANA) at a moment; in Greenwich where none is known. */
export const dayIn = (zone: string | null, now: Instant): Day => formatIn(zone ?? 'UTC').format(new Date(now))

/** The earliest of the days that it is in these zones: what ends before it is over for all of them. */
export const overEverywhere = (zones: readonly (string | null)[], now: Instant): Day => zones.map((zone) => dayIn(zone, now)).toSorted()[0] ?? dayIn(null, now)

/** A day, or a moment: then what is asked about it counts by the day that it is at that moment where it is counted. */
export type When = Day | Instant
export const isDay = (when: When): boolean => when.length === 10

/** The day of it in this zone. Of a list of thousands, and of all that is asked within a minute, most are counted in the same few zones. */
export function dayAt(when: When, zone: string): Day {
  if (isDay(when)) return when
  const minute = minuteOf(when)
  if (lately.minute !== minute) lately = { minute, days: new Map() }
  const known = lately.days.get(zone) ?? dayIn(zone, when)
  lately.days.set(zone, known)
  return known
}
let lately = { minute: '', days: new Map<string, Day>() }

/** The minute of a moment: no zone begins a day within one, and what is asked twice in a minute is the same question. */
export const minuteOf = (now: Instant): Instant => `${now.slice(0, 16)}:00.000Z`

/** A zone by name, as this machine and the database know it alike. An offset is none: it knows no summer. */
export function isZone(name: string): boolean {
  try { return /^[A-Z]/i.test(name) && Boolean(new Intl.DateTimeFormat('en', { timeZone: name })) } catch { return false }
}

/** `14:00` where they are. */
export const timeIn = (zone: string, at: Instant): string => new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit' }).format(new Date(at))

/** Countries with one time zone, for organisations that have not said theirs. */
const ofCountry: Record<string, string> = {
  PK: 'Asia/Karachi', CN: 'Asia/Shanghai', KG: 'Asia/Bishkek', UZ: 'Asia/Tashkent', TJ: 'Asia/Dushanbe', TM: 'Asia/Ashgabat', IR: 'Asia/Tehran', TH: 'Asia/Bangkok', KR: 'Asia/Seoul',
  AF: 'Asia/Kabul', IN: 'Asia/Kolkata', SG: 'Asia/Singapore', HK: 'Asia/Hong_Kong', MY: 'Asia/Kuala_Lumpur', IT: 'Europe/Rome', FR: 'Europe/Paris', GB: 'Europe/London', FI: 'Europe/Helsinki',
}

/** Where an organisation's days are counted. */
export const zoneOf = ({ timeZone, country }: { timeZone: string | null; country: string | null }): string => timeZone ?? (country ? ofCountry[country] : undefined) ?? 'UTC'

// Making a formatter costs far more than using it.
const known = new Map<string, Intl.DateTimeFormat>()
function formatIn(timeZone: string): Intl.DateTimeFormat {
  const format = known.get(timeZone) ?? new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' })
  known.set(timeZone, format)
  return format
}
