// The moment at which a clock in a zone shows this time. Where a clock is put forward, the time that it skips is the one after.

/** `2026-06-01T10:00` in `Asia/Karachi`; nothing where there is no such zone. */
export function instantAt(local: string, zone: string): string | null {
  const wanted = Date.parse(`${local}:00Z`)
  if (Number.isNaN(wanted)) return null
  try {
    let at = wanted
    // Twice: the first step may cross a change of the clock.
    for (let turn = 0; turn < 2; turn += 1) at = wanted - (shownIn(zone, at) - at)
    return new Date(at).toISOString()
  } catch { return null }
}

/** What the clock says in a zone at a moment, as a field for date and time takes it. */
export const localAt = (instant: string, zone: string): string => new Date(shownIn(zone, Date.parse(instant))).toISOString().slice(0, 16)

function shownIn(timeZone: string, at: number): number {
  const parts = new Intl.DateTimeFormat('en-GB', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' }).formatToParts(at)
  const of = (type: string) => Number(parts.find((part) => part.type === type)!.value)
  return Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'), of('second'))
}
