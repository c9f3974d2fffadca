// The resolver at the terminal: a file is resolved from an index that is built once and then only brought up to date.
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { house } from '#platform/auth/viewer.ts'
import type { Terminal } from '#platform/terminal.ts'
import { freshDatabase } from '#test/database.ts'
import { addOrganisations } from './actions.ts'
import { indexPath } from './built-index.ts'
import { resolveCommands } from './resolve-commands.ts'

const folder = mkdtempSync(join(tmpdir(), 'resolve-'))
let here: Awaited<ReturnType<typeof freshDatabase>>
beforeAll(async () => {
  here = await freshDatabase()
  await add('Lanzhou University', '01mkqqe32', 'CN')
  await add('University of the Punjab', '011maz450', 'PK')
})
afterAll(async () => { await here.close(); rmSync(folder, { recursive: true }) })

const add = (text: string, ror: string, country: string) => here.db.transaction().execute((db) => addOrganisations({ db, viewer: house, now: new Date().toISOString() },
  [{ kind: 'university', country, names: [{ text, lang: 'en', kind: 'display' }], identifiers: [{ scheme: 'ror', value: ror }] }]))

const terminal: Terminal = {
  print: () => {}, json: () => {}, note: () => {}, progress: () => ({ watch: () => {}, end: () => {} }), fail: (sentence) => { throw new Error(sentence) },
  path: (given) => join(folder, given), closing: () => false, signal: new AbortController().signal,
}
const command = (name: string) => resolveCommands({ readRor: async function* () {} }).find((one) => one.name === name)!
const run = (name: string, options: Record<string, string>) =>
  command(name).run({ house: { ...here, where: { connectionString: '' }, embedded: false } as never, config: { data: folder }, terminal }, [], options)

async function resolved(rows: string[], more: Record<string, string> = {}): Promise<Record<string, string>[]> {
  writeFileSync(join(folder, 'in.csv'), ['row_id,partner,land', ...rows].join('\n'))
  await run('resolve', { in: 'in.csv', column: 'partner', out: 'out.csv', ...more })
  return parse(readFileSync(join(folder, 'out.csv')), { columns: true })
}

test('each row is answered, and what nobody knows is left empty', async () => {
  const rows = await resolved(['a,Lanzhou University,China', 'b,"Department of Law, University of the Punjab, Lahore",', 'c,Moon Bakery,'], { countryColumn: 'land' })
  expect(rows.map(({ row_id, ror_id, decision }) => [row_id, ror_id, decision])).toEqual([['a', '01mkqqe32', 'matched'], ['b', '011maz450', 'matched'], ['c', '', 'none']])
  expect(Number(rows[0]!.confidence)).toBeGreaterThan(0.9)
})

test('what one row explains helps another, and the same text is the same organisation', async () => {
  const rows = await resolved(['a,Lanzhou University (LAUN),', 'b,LAUN,', 'c,LAUN School of Management,', 'd,LAUN,'])
  expect(rows.map(({ ror_id, decision }) => [ror_id, decision])).toEqual(Array(4).fill(['01mkqqe32', 'matched']))
})

test('the index stays, and what was added since is known', async () => {
  const built = statSync(indexPath(folder)).mtimeMs
  await add('Sargodha Institute of Looms', '0086rpr26', 'PK')
  expect((await resolved(['a,Sargodha Institute of Looms,']))[0]).toMatchObject({ ror_id: '0086rpr26', decision: 'matched' })
  expect(statSync(indexPath(folder)).mtimeMs).toBe(built)
})

test('a damaged index is built anew', async () => {
  writeFileSync(indexPath(folder), 'PAMIRIDX and nothing')
  expect((await resolved(['a,Lanzhou University,']))[0]).toMatchObject({ ror_id: '01mkqqe32' })
})

test('a column that is not there is said', async () => {
  await expect(resolved(['a,b,c'], { column: 'nowhere' })).rejects.toThrow('no column nowhere')
})
