// A register is read as a whole: its rows explain one another.
import { expect, test } from 'vitest'
import { readTable } from '#adapters/spreadsheets/read-table.ts'
import { exampleResolver } from '#domains/organisations/resolver/example.ts'
import { recogniseColumns } from './reading/columns.ts'
import { soundsLikeHeader } from './reading/headings.ts'
import { readRows } from './reading/sheet-rows.ts'
import { alikeKey } from './rules.ts'
import { understand } from './understand.ts'

const resolver = exampleResolver()

async function parties(cells: string[]) {
  const table = await readTable(new TextEncoder().encode(['Partner,Date of Signing', ...cells.map((cell) => `"${cell}",23-02-2017`)].join('\n')), 'register.csv', { soundsLikeHeader })
  const { rows } = readRows(table, recogniseColumns(table), '2026-11-21')
  const read = await understand(rows, { id: 'punjab', name: 'University of the Punjab' }, '2026-11-21',
    { resolveCells: async (questions) => questions.map(({ text, hints }) => resolver.resolveCell(text, hints)), byRor: async () => new Map() })
  return read.flatMap((row) => row.parties)
}

test('a short form that another row introduces is that organisation, with the reason', async () => {
  const [, short] = await parties(['Isfahan University of Medical Sciences (MUI)', 'MUI'])
  expect(short).toMatchObject({ decision: 'matched', organisation: { id: 'isfahan' }, evidence: [{ rule: 'same-file', found: 'MUI' }] })
})

test('what nobody registered is one organisation, however its rows spell it', async () => {
  const [first, again, other] = await parties(['Plan9 Weaving Incubator (Pvt) Ltd', 'Plan9 Weaving Incubater', 'Moon Lantern Depot'])
  expect(alikeKey(again!)).toBe(alikeKey(first!))
  expect(alikeKey(other!)).not.toBe(alikeKey(first!))
})
