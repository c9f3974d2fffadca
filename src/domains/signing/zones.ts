// The day it is for a signatory: that of the organisation's time zone.
import type { Day, Instant } from '#platform/kinds.ts'

/** Countries with one time zone, for organisations that have not said theirs. */
const ofCountry: Record<string, string> = {
  PK: 'Asia/Karachi', CN: 'Asia/Shanghai', KG: 'Asia/Bishkek', UZ: 'Asia/Tashkent', TJ: 'Asia/Dushanbe', TM: 'Asia/Ashgabat', IR: 'Asia/Tehran', TH: 'Asia/Bangkok', KR: 'Asia/Seoul',
  AF: 'Asia/Kabul', IN: 'Asia/Kolkata', SG: 'Asia/Singapore', HK: 'Asia/Hong_Kong', MY: 'Asia/Kuala_Lumpur', IT: 'Europe/Rome', FR: 'Europe/Paris', GB: 'Europe/London', FI: 'Europe/Helsinki',
}

export const zoneOf = ({ timeZone, country }: { timeZone: string | null; country: string | null }): string => timeZone ?? (country ? ofCountry[country] : undefined) ?? 'UTC'

/** `2026-03-02` where they are. */
export const dayIn = (zone: string, at: Instant): Day => new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(new Date(at))
/** `14:00` where they are. */
export const timeIn = (zone: string, at: Instant): string => new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit' }).format(new Date(at))
