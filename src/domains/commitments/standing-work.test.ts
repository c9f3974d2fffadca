// The nightly work and a deed at the same moment: what the deed has brought is not overwritten by what was read before it.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { performNow } from '#platform/jobs/work.ts'
import { stranger, type Viewer } from '#platform/auth/viewer.ts'
import { logActivity } from './activity-actions.ts'
import { ActivityDraft } from './activity-model.ts'
import { clock, openAlliance } from './fixtures.test-cases.ts'
import { standAll } from './standing-work.ts'

let here: Awaited<ReturnType<typeof openAlliance>>
beforeAll(async () => { here = await openAlliance() })
afterAll(() => here.close())

test('a claim that is being made while everything is worked out anew stands afterwards', async () => {
  const agreementId = await here.agreement()
  const { places: { sargodha }, people: { ayesha } } = here
  const draft = ActivityDraft.parse({ what: 'Seminar', onDay: '2026-02-02', sideId: sargodha, serves: [{ agreementId }] })
  const viewer: Viewer = { ...stranger, ...ayesha }
  let working: Promise<unknown> | undefined
  await here.db.transaction().execute(async (db) => {
    await logActivity({ db, viewer, now: clock, today: clock.slice(0, 10), visit: undefined } as never, draft)
    working = performNow(here.db, standAll, { asOf: clock.slice(0, 10) }, () => {})
    // Until the work waits for this deed, having read what stood before it.
    await expect.poll(async () => (await here.pool.query("select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'")).rows.length, { timeout: 10_000 }).toBeGreaterThan(0)
  })
  await working
  const { rows: [pulse] } = await here.pool.query<{ claimed: number }>('select claimed from agreement_pulse where agreement_id = $1', [agreementId])
  expect(pulse?.claimed).toBe(1)
})
