// When two organisations become one, whatever names them must follow: each foreign key to an organisation is either announced with
// `whenMerged`, or stands here with the reason why it stays.
import { afterAll, beforeAll, expect, test } from 'vitest'
import '#src/app.ts'
import { mergeOrganisations, undoMerge } from '#domains/organisations/merging.ts'
import { everyReference } from '#domains/organisations/references.ts'
import { addOrganisations } from '#domains/organisations/actions.ts'
import { house } from '#platform/auth/viewer.ts'
import { freshDatabase } from './database.ts'

const stays: Record<string, string> = {
  'organisation_duplicate.one_id': 'a proposal is about both records',
  'organisation_duplicate.other_id': 'a proposal is about both records',
  'organisation_merge.kept_id': 'what happened stays as it was',
  'organisation_merge.merged_id': 'what happened stays as it was',
}

let here: Awaited<ReturnType<typeof freshDatabase>>
beforeAll(async () => { here = await freshDatabase() })
afterAll(() => here.close())

test('every reference to an organisation follows a merge, or says why it stays', async () => {
  const { rows } = await here.pool.query<{ at: string }>(`select c.conrelid::regclass || '.' || a.attname as at from pg_constraint c
    join pg_attribute a on a.attrelid = c.conrelid and a.attnum = any(c.conkey) where c.contype = 'f' and c.confrelid = 'organisation'::regclass`)
  const followed = new Set(everyReference().map(({ table, column }) => `${table}.${column}`))
  expect(rows.map(({ at }) => at).filter((at) => !followed.has(at) && !stays[at])).toEqual([])
  expect([...followed].filter((at) => !rows.some((row) => row.at === at))).toEqual([])
})

test('what is announced can be moved and moved back', async () => {
  await here.db.transaction().execute(async (db) => {
    const at = { db, viewer: house, now: '2026-03-02T09:00:00.000Z', today: '2026-03-02', visit: undefined as never }
    const [kept, merged] = await addOrganisations(at, ['One', 'Other'].map((text) => ({ kind: 'university', names: [{ text, lang: 'en', kind: 'display' as const }] })))
    const { id } = await mergeOrganisations(at, kept!, merged!)
    expect((await undoMerge(at, id)).undoneAt).not.toBeNull()
  })
})
