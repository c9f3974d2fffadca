// Rows as they come from PostgreSQL: named in camelCase, moments in ISO 8601, whatever the time zone of the session.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sql } from 'kysely'
import { freshDatabase } from '#test/database.ts'
import { asInstant } from './database.ts'

let here: Awaited<ReturnType<typeof freshDatabase>>
beforeAll(async () => { here = await freshDatabase() })
afterAll(() => here.close())

test('keys are camelCase at the top and as they are within', async () => {
  const { rows } = await sql`select 1 as one_two, '{"inner_key": [{"a_b": 1}]}'::jsonb as some_json, null as nothing_here`.execute(here.db)
  expect(rows).toEqual([{ oneTwo: 1, someJson: { inner_key: [{ a_b: 1 }] }, nothingHere: null }])
})

test.each([
  ['2026-03-02 09:00:00+00', '2026-03-02T09:00:00.000Z'], ['2026-03-02 09:00:00.5+00', '2026-03-02T09:00:00.500Z'],
  ['2026-03-02 09:00:00.123456+00', '2026-03-02T09:00:00.123Z'], ['2026-03-02 14:00:00+05', '2026-03-02T09:00:00.000Z'],
  ['2026-03-02 14:30:00.25+05:30', '2026-03-02T09:00:00.250Z'],
])('%s is %s', (text, instant) => expect(asInstant(text)).toBe(instant))

test('a session in another time zone tells the same moment', async () => {
  const moment = await here.db.transaction().execute(async (tx) => {
    await sql`set local time zone 'Asia/Karachi'`.execute(tx)
    return (await sql<{ at: string }>`select timestamptz '2026-03-02 09:00:00Z' as at`.execute(tx)).rows[0]!.at
  })
  expect(moment).toBe('2026-03-02T09:00:00.000Z')
})
