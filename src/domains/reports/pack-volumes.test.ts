// The volumes of a pack's document: every row once, no volume longer than it may be, and every number found where it is said to be.
import { expect, test } from 'vitest'
import type { List } from './pack-lists.ts'
import { packPaper } from './pack-paper.ts'
import { rowsInVolume, volumesOf } from './pack-volumes.ts'
import { speaker } from './saying.ts'

const rows = (count: number, name: string) => Array.from({ length: count }, (_, at) => [`${name}${at}`, { value: count, to: 'g-late' }])
const columns = [{ label: 'No.', width: 8 }, { label: 'Number', width: 12 }]
const lists: List[] = [
  { id: 'summary', title: 'Summary', columns, groups: [{ id: 'figures', caption: '', rows: [['Claimed', { value: 23, to: 'things' }], ['In the first', { value: 1, to: 'figures' }]] }] },
  { id: 'things', title: 'Activities', columns, groups: [{ id: 'g-first', caption: 'First', rows: rows(23, 'V') }, { id: 'g-late', caption: 'Late', rows: rows(9, 'W') }, ...Array.from({ length: 6 }, (_, at) => ({ id: `g${at}`, caption: `${at}`, rows: rows(1, `E${at}.`) }))] },
]
const flat = (of: readonly List[]) => of.flatMap(({ id, groups }) => groups.flatMap((group) => group.rows.map((row) => `${id} ${group.id} ${String(row[0])}`)))

test('every row stands once, in its order, and no volume is longer than it may be', () => {
  const { all } = volumesOf(lists, 10)
  expect(all.flatMap((volume) => flat(volume.lists))).toEqual(flat(lists))
  for (const { lists: within } of all) expect(within.flatMap(({ groups }) => groups).reduce((sum, group) => sum + group.rows.length + 2, 0)).toBeLessThanOrEqual(10)
  expect(all.map(({ number }) => number)).toEqual(all.map((_, at) => at + 1))
})

test('a number leads to its rows, or names the volume in which they are', () => {
  const volumes = volumesOf(lists, 10)
  const papers = volumes.all.map((volume) => packPaper(volume, volumes, speaker('en'), { about: ['All'], now: '2026-03-01T00:00:00.000Z', today: '2026-03-01' }))
  const cells = papers.map(({ blocks }) => blocks.flatMap((block) => (block.kind === 'table' ? block.rows.flat() : [])))
  expect(cells[0]!.map(({ text, href }) => [text, href]).slice(0, 4)).toEqual([['Claimed', undefined], ['23', '#things'], ['In the first', undefined], ['1', '#figures']])
  const late = volumes.where.get('g-late')!
  for (const [at, { blocks }] of papers.entries()) {
    const ids = new Set(blocks.map(({ id }) => id))
    for (const { href, text } of cells[at]!.filter((cell) => cell.href ?? cell.text.includes('→'))) {
      if (href) expect(ids, href).toContain(href.slice(1))
      else expect(text.endsWith(`→ ${late}`) && late !== at + 1, text).toBe(true)
    }
  }
  expect(new Set(papers.map(({ title }) => title[0].text)).size).toBe(papers.length)
})

test('what fits into one document is one, and says nothing of volumes', () => {
  const volumes = volumesOf(lists, rowsInVolume('en'))
  const { title, blocks } = packPaper(volumes.all[0]!, volumes, speaker('en'), { about: ['All'], now: '2026-03-01T00:00:00.000Z', today: '2026-03-01' })
  expect([volumes.all.length, title[0].text, blocks.filter(({ kind }) => kind === 'note').length]).toEqual([1, 'Evidence pack', 1])
})
