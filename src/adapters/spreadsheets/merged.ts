// Merged blocks: the person sees one value across all cells of the block, so each of them says it.
import { limits } from './limits.ts'
import { isEmpty, textOf, type MarkedCell, type TableRow } from './table.ts'

export interface Block { top: number; left: number; bottom: number; right: number }

export function parseBlock(reference: string): Block | null {
  const [, from, top, to, bottom] = /^\$?([A-Z]+)\$?(\d+):\$?([A-Z]+)\$?(\d+)$/i.exec(reference) ?? []
  if (!from || !to) return null
  return { top: Number(top), left: columnOf(from), bottom: Number(bottom), right: columnOf(to) }
}

export function fillMerged(rows: TableRow[], blocks: Block[]): TableRow[] {
  if (blocks.length === 0) return rows
  const byNumber = new Map(rows.map((row) => [row.row, row]))
  let filled = 0
  for (const block of blocks) {
    const first = byNumber.get(block.top)?.cells[block.left]
    if (first === undefined || isEmpty(first)) continue
    const value: MarkedCell = { ...(typeof first === 'string' ? { text: textOf(first) } : first), merged: true }
    for (let number = block.top; number <= block.bottom && filled < limits.mergedCellsFilled; number++) {
      filled += fillRow(byNumber.get(number), block, number === block.top, value)
    }
  }
  return rows
}

function fillRow(row: TableRow | undefined, block: Block, isFirst: boolean, value: MarkedCell): number {
  if (!row) return 1
  let filled = 0
  for (let column = block.left + (isFirst ? 1 : 0); column <= Math.min(block.right, limits.columns - 1); column++) {
    if (!isEmpty(row.cells[column])) continue
    while (row.cells.length < column) row.cells.push('')
    row.cells[column] = value
    filled++
  }
  return filled
}

/** `AB12` is column 27, counted from 0. */
export function columnOf(reference: string): number {
  let column = 0
  for (let at = 0; at < reference.length; at++) {
    const code = reference.charCodeAt(at) & 0xdf
    if (code < 65 || code > 90) break
    column = column * 26 + code - 64
  }
  return column - 1
}
