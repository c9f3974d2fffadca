// A statement whose plan is kept is planned once on each connection, whatever its values, and by its own name.
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '#test/database.ts'
import { planned } from './planned.ts'
import { askPlanned } from './statements.ts'

let here: Awaited<ReturnType<typeof freshDatabase>>
beforeAll(async () => { here = await freshDatabase() })
afterAll(() => here.close())

const kept = (like: string) => here.db.transaction().execute(async (tx) => {
  for (const word of ['alma', 'bukhara', 'chach']) {
    expect(await planned(tx, sql<{ word: string }>`select ${word}::text as word, 1 as planned_here`)).toMatchObject([{ word }])
    expect(await askPlanned(tx, 'a word, planned', { word }, ({ word }) => tx.selectFrom('searchWord').select(['word', sql<number>`2`.as('planned_here')]).where('word', '=', word))).toMatchObject([{ word }])
    await sql`select 3 as planned_here`.execute(tx)
  }
  return (await sql<{ count: number }>`select count(*)::int as count from pg_prepared_statements where name like 'pamir\\_%' and statement like ${like}`.execute(tx)).rows[0]!.count
})

test('each is known by one name, and what was not asked so is not', async () => {
  await here.db.insertInto('searchWord').values(['alma', 'bukhara', 'chach'].map((word) => ({ word }))).execute()
  expect(await kept('%1 as planned_here%')).toBe(1)
  expect(await kept('%2 as "planned_here"%')).toBe(1)
  expect(await kept('%3 as planned_here%')).toBe(0)
})

test('the standing of agreements is read by one plan, for one agreement as for many', async () => {
  const { rows: [set] } = await here.pool.query<{ settings: string[] | null }>('select proconfig as settings from pg_proc where proname = $1', ['agreement_observed'])
  expect(set?.settings).toContain('plan_cache_mode=force_generic_plan')
})
