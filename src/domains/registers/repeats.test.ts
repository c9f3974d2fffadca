// A row names the rows that repeat it, and never thousands of them.
import { expect, test } from 'vitest'
import type { Reading } from '#platform/db/database.ts'
import type { RowReading } from './model.ts'
import type { DuplicateGroup } from './reading/duplicates.ts'
import { withRepeats } from './repeats.ts'

test('of many rows alike each names the nearest', async () => {
  const rows = Array.from({ length: 5_000 }, (_, at) => ({ row: at + 2, parties: [], signedOn: null }) as unknown as RowReading)
  const group: DuplicateGroup = { rows: rows.map(({ row }) => row), relation: 'duplicate', key: 'registers.duplicates.both-undated', facts: {}, sureness: 0.8 }
  const told = await withRepeats(undefined as unknown as Reading, { id: null, name: 'University of Bern' }, rows, [group])
  const beside = (row: number) => told.find((one) => one.row === row)!.duplicates.map((one) => one.row)
  expect(told.every(({ duplicates }) => duplicates.length === 20)).toBe(true)
  expect([beside(2).at(-1), beside(1000)[0], beside(1000).at(-1), beside(5001)[0]]).toEqual([22, 990, 1010, 4981])
})
