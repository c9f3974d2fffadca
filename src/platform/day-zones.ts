// Which day it is where somebody is. A deed belongs to the day of the one who does it; a term is over when its last day is over everywhere.
import type { Day, Instant } from './kinds.ts'

/** The day in a time zone (IANA) at a moment; in Greenwich where none is known. */
export const dayIn = (zone: string | null, now: Instant): Day => formatIn(zone ?? 'UTC').format(new Date(now))

/** The earliest of the days that it is in these zones: what ends before it is over for all of them. */
export const overEverywhere = (zones: readonly (string | null)[], now: Instant): Day => zones.map((zone) => dayIn(zone, now)).toSorted()[0] ?? dayIn(null, now)

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
