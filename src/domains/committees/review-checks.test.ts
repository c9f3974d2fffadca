// What a review hears of the committees of its agreement: that they met with a quorum within twelve months, signed their minutes, did what they set themselves.
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { openAlliance } from '#domains/commitments/fixtures.test-cases.ts'
import { reviewsApi } from '#domains/reviews/api.ts'
import { reviewRoutes } from '#domains/reviews/routes.ts'
import { newId } from '#platform/kinds.ts'
import { committeeChecks } from './review-checks.ts'

const none = { constitutedOn: null, metOn: null, sessions: 0, unsealed: 0, actions: 0, overdue: 0 }
const status = (more: object) => committeeChecks({ ...none, ...more }, '2025-12-31').map((one) => one.status)

test('without a committee nothing applies; twelve months are counted from the last session with a quorum', () => {
  expect(status({})).toEqual(['notApplicable', 'notApplicable', 'notApplicable'])
  const old = { constitutedOn: '2020-05-01' }
  expect([status({ ...old, metOn: '2024-12-31' })[0], status({ ...old, metOn: '2024-12-30' })[0], status(old)[0]]).toEqual(['pass', 'fail', 'fail'])
})

test('one that is younger than a year has not failed to meet, and has met when it did', () => {
  expect([status({ constitutedOn: '2025-03-01' })[0], status({ constitutedOn: '2025-03-01', metOn: '2025-06-01' })[0]]).toEqual(['notApplicable', 'pass'])
})

test('minutes and actions', () => {
  expect([status({ sessions: 2, unsealed: 1, actions: 3, overdue: 0 }), status({ sessions: 2, unsealed: 0, actions: 3, overdue: 1 })].map(([, ...rest]) => rest)).toEqual([['fail', 'pass'], ['pass', 'fail']])
})

test('a review reads it of the committee’s own records: when it met, whose minutes are sealed, what was done by its day', async () => {
  const here = await openAlliance([...reviewRoutes])
  const agreement = await here.agreement({ signedOn: '2024-01-01' })
  const [body, meeting, doer] = [newId(), newId(), here.people.ayesha]
  await sql`insert into body (id, kind, name, agreement_id, constituted_at, changed_at, made_by, made_at) values (${body}, 'joint-committee', '{"en":"JCC"}', ${agreement}, '2024-02-01', now(), ${doer.id}, now())`.execute(here.db)
  await sql`insert into meeting (id, body_id, number, kind, state, starts_at, zone, called_at, closed_at, held_on, quorate, changed_at) values (${meeting}, ${body}, 1, 'ordinary', 'closed', '2025-06-01', 'Asia/Karachi', now(), now(), '2025-06-01', true, now())`.execute(here.db)
  await sql`insert into body_action (id, body_id, what, owner_id, due_on, done_at, added_by, added_at) values (${newId()}, ${body}, 'Name a coordinator', ${doer.id}, '2025-09-01', '2026-01-05', ${doer.id}, now())`.execute(here.db)
  here.as(doer)
  const { answer } = await here.ask(reviewsApi.begin, { params: { id: agreement }, body: { year: 2025 } })
  const found = Object.fromEntries(answer.of.facts.further.map(({ id, status, reason }) => [id, [status, reason.facts]]))
  // Done after the year is not done in it.
  expect(found).toEqual({ committee: ['pass', { met: '2025-06-01', months: 12 }], minutes: ['fail', { unsealed: 1, sessions: 1, days: 30 }], actions: ['fail', { overdue: 1, actions: 1 }] })
  await here.close()
})
