// What a cell's number format shows of a date.
import { dayOfNumber } from '#platform/day-numbers.ts'
import type { Shown } from './table.ts'

/** Built-in formats of dates and times (ECMA-376 part 1, 18.8.30; 27-36 and 50-58 are the East Asian dates). */
const builtIn: Record<number, Shown> = {
  14: 'day', 15: 'day', 16: 'day', 17: 'month', 18: 'time', 19: 'time', 20: 'time', 21: 'time', 22: 'day',
  27: 'day', 28: 'day', 29: 'day', 30: 'day', 31: 'day', 32: 'time', 33: 'time', 34: 'time', 35: 'time', 36: 'day',
  45: 'time', 46: 'time', 47: 'time', 50: 'day', 51: 'day', 52: 'day', 53: 'day', 54: 'day', 55: 'day', 56: 'day', 57: 'day', 58: 'day',
}

export function shownBy(id: number, code?: string): Shown | null {
  if (code === undefined) return builtIn[id] ?? null
  const bare = code.split(';')[0]!.replace(/"[^"]*"|\\.|_.|\*./g, '').replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '').toLowerCase()
  if (/general|[#?@]/.test(bare) || /0/.test(bare.replace(/s\.?0+/g, ''))) return null
  if (bare.includes('d') || bare.includes('aaa')) return 'day'
  if (bare.includes('y') || bare.includes('e')) return /m/.test(bare) ? 'month' : 'year'
  if (/m{3,}/.test(bare)) return 'month'
  return /[hms]/.test(bare) ? 'time' : null
}

export const shiftOf1904 = 1462
/** A date cell as text: written out only as far as its format shows it. */
export function textOfSerial(serial: number, shows: Shown): string {
  if (shows === 'time') return timeOf(serial)
  const day = dayOfNumber(serial)
  if (!day) return String(serial)
  return day.slice(0, shows === 'day' ? 10 : shows === 'month' ? 7 : 4)
}

function timeOf(serial: number): string {
  const minutes = Math.round((serial % 1) * 1440)
  const time = `${String(Math.floor(minutes / 60) % 24).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
  return serial >= 1 ? `${dayOfNumber(serial) ?? ''} ${time}`.trim() : time
}
