// One cell of a sheet: what Excel shows in it, and what it is beyond that.
import { dayOfNumber } from '#platform/day-numbers.ts'
import { shiftOf1904, textOfSerial } from './number-format.ts'
import { limits } from './limits.ts'
import { refusal } from './refuse.ts'
import type { Cell, MarkedCell } from './table.ts'
import { unescape, type Workbook } from './workbook.ts'

export interface RawCell { type: string; style: number; value: string; formula: string; hasFormula: boolean }

export function cellOf(raw: RawCell, book: Workbook): Cell {
  const cell = shown(raw, book)
  const text = typeof cell === 'string' ? cell : cell.text
  if (text.length > limits.cellCharacters) throw refusal('cell-too-long', { limit: limits.cellCharacters })
  if (!raw.hasFormula) return cell
  // The last result is what the person saw; the formula itself is only noted, never run.
  return { ...(typeof cell === 'string' ? { text: cell } : cell), formula: raw.formula }
}

function shown(raw: RawCell, book: Workbook): string | MarkedCell {
  switch (raw.type) {
    case 's': return book.texts[Number(raw.value)] ?? ''
    case 'inlineStr':
    case 'str': return unescape(raw.value)
    case 'b': return raw.value.trim() === '1' || raw.value.trim() === 'true' ? 'TRUE' : 'FALSE'
    case 'e': return { text: raw.value, error: raw.value }
    case 'd': return raw.value.replace(/T00:00:00(\.0+)?Z?$/, '')
    default: return numberShown(raw, book)
  }
}

function numberShown(raw: RawCell, book: Workbook): string | MarkedCell {
  const number = Number(raw.value)
  if (raw.value.trim() === '' || !Number.isFinite(number)) return raw.value
  const shows = book.dateStyles[raw.style] ?? null
  const serial = number + (book.is1904 && shows !== 'time' ? shiftOf1904 : 0)
  if (shows && (shows === 'time' ? number >= 0 : dayOfNumber(serial))) return { text: textOfSerial(serial, shows), serial, shows }
  // Excel shows at most 15 digits: 0.1 + 0.2 is 0.3 to the person.
  return String(Number(number.toPrecision(15)))
}
