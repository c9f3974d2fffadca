// The nightly work and a deed at the same moment: what the deed has brought is not overwritten by what was read before it.
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { confirmationsApi } from '#domains/confirmations/api.ts'
import type { Id } from '#platform/kinds.ts'
import { performNow } from '#platform/jobs/work.ts'
import { stranger, type Viewer } from '#platform/auth/viewer.ts'
import { logActivity } from './activity-actions.ts'
import { ActivityDraft } from './activity-model.ts'
import { clock, exchange, openAlliance, seminar } from './fixtures.test-cases.ts'
import { activitiesApi, commitmentsApi } from './api.ts'
import { observed } from './observing.ts'
import { differenceOf } from './pulse-store.ts'
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

test('whatever is logged, confirmed, disputed, claimed again and withdrawn, what is kept is what working it all out anew would give', async () => {
  const { places: { sargodha, zaozhuang }, people: { ayesha, wang } } = here
  const agreements = [await here.agreement(), await here.agreement()] as const
  here.as(ayesha)
  const promised: Id[][] = []
  for (const id of agreements) {
    const of: Id[] = []
    // In the second one promise waits for another.
    for (const draft of [seminar(), exchange(), seminar({ per: 'total', target: 3, ...(id === agreements[1] && { afterId: of[0]! }) })]) {
      of.push((await here.ask(commitmentsApi.record, { params: { id }, body: draft })).answer.commitments.at(-1)!.id)
    }
    promised.push(of)
  }
  const logged: { id: Id; claims: Id[] }[] = []
  const answered = (which: number, answer: 'confirmed' | 'disputed') => async () => {
    here.as(wang)
    for (const id of logged[which % (logged.length || 1)]?.claims ?? []) await here.ask(confirmationsApi.answer, { params: { id }, body: { answer, reason: answer === 'disputed' ? 'It was not so' : null } })
  }
  const deed = fc.oneof(
    fc.record({ onDay: fc.constantFrom('2025-05-01', '2026-01-05', '2026-02-20'), side: fc.constantFrom(sargodha, zaozhuang), parts: fc.uniqueArray(fc.tuple(fc.nat(1), fc.integer({ min: -1, max: 2 })), { minLength: 1, maxLength: 3, selector: String }) })
      .map(({ onDay, side, parts }) => async () => {
        here.as(ayesha)
        const serves = parts.map(([of, which]) => ({ agreementId: agreements[of]!, ...(which >= 0 && { commitmentId: promised[of]![which]!, sideId: side }) }))
        const { id, serves: served } = (await here.ask(activitiesApi.log, { body: { what: 'Seminar', onDay, sideId: sargodha, serves } })).answer
        logged.push({ id, claims: served.map(({ claim }) => claim.id) })
      }),
    fc.nat(20).map((which) => answered(which, 'confirmed')), fc.nat(20).map((which) => answered(which, 'disputed')),
    fc.nat(20).map((which) => async () => {
      here.as(ayesha)
      for (const id of logged[which % (logged.length || 1)]?.claims ?? []) await here.ask(confirmationsApi.claimAgain, { params: { id }, body: { words: 'It was so' } })
    }),
    fc.nat(40).map((which) => async () => {
      here.as(ayesha)
      const one = logged[which]
      if (one) await here.ask(activitiesApi.withdrawActivity, { params: { id: one.id }, body: { because: 'Twice' } })
    }))
  await fc.assert(fc.asyncProperty(fc.array(deed, { minLength: 3, maxLength: 12 }), async (deeds) => {
    for (const run of deeds) await run()
    const today = clock.slice(0, 10)
    expect((await observed(here.db, agreements, today)).map((one) => differenceOf(one, today))).toEqual([undefined, undefined])
  }), { numRuns: 12 })
})
