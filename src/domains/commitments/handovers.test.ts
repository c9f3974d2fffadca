// When somebody leaves an office, what they answered for is listed, and passes to a successor with a note; standing of everything as a job.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { chainOf, record } from '#platform/audit/journal.ts'
import { house } from '#platform/auth/viewer.ts'
import { performNow } from '#platform/jobs/work.ts'
import { turnsOf } from '#platform/turns.ts'
import { activitiesApi, commitmentsApi, termsApi as api } from './api.ts'
import { clock, giveOffice, openAlliance, seminar } from './fixtures.test-cases.ts'
import { standAll } from './standing-work.ts'

let here: Awaited<ReturnType<typeof openAlliance>>
beforeAll(async () => { here = await openAlliance() })
afterAll(() => here.close())
const day = '2026-03-02'

test('an office is vacated, listed with its promises, and passed on', async () => {
  const { ayesha, bilal, wang } = here.people
  const id = await here.agreement()
  await giveOffice(here.db, wang.id, 'director', here.places.sargodha)
  await giveOffice(here.db, bilal.id, 'coordinator', here.places.sargodha)
  here.as(ayesha)
  await here.ask(commitmentsApi.record, { params: { id }, body: seminar() })
  const { id: officeId } = await here.db.selectFrom('office').select('id').where('personId', '=', wang.id).executeTakeFirstOrThrow()
  await here.db.updateTable('office').set({ vacatedAt: clock }).where('id', '=', officeId).execute()
  await here.db.transaction().execute((db) => record({ db, viewer: house, now: clock }, { what: 'office.ended', about: wang.id, data: { officeId } }))
  const [open] = (await here.ask(api.handovers, {})).answer
  expect(open).toMatchObject({ person: 'Wang', role: 'director', state: 'open', claims: 0, commitments: [{ agreementId: id }], candidates: [{ name: 'Bilal', role: 'coordinator' }] })
  expect((await turnsOf(here.db, ayesha, { whose: 'yours', sides: [here.places.sargodha], today: day, now: clock, limit: 9 })).rows.map(({ kind }) => kind)).toContain('commitments.hand-over')

  const pass = (successorId: string) => here.ask(api.passOn, { params: { id: open!.id }, body: { successorId, note: 'The seminar is always in May' } })
  expect((await pass(ayesha.id)).answer.error).toBe('commitments.successor-holds-nothing')
  here.as(bilal)
  expect((await pass(bilal.id)).status).toBe(404)
  here.as(ayesha)
  expect((await pass(bilal.id)).answer[0]).toMatchObject({ state: 'done', successor: 'Bilal', note: 'The seminar is always in May' })
  expect((await pass(bilal.id)).answer.error).toBe('commitments.is-handed-over')
  const { commitments: [promised] } = (await here.ask(commitmentsApi.promises, { params: { id } })).answer
  expect(promised!.offices.find(({ organisationId }) => organisationId === here.places.sargodha)).toMatchObject({ role: 'coordinator', holders: [{ name: 'Bilal' }] })
  const told = (await chainOf(here.db, id)).at(-1)!
  expect([told.what, told.data['to'], JSON.stringify(told.data).includes('May')], 'what is written to the successor is not for the other side').toEqual(['office.handed-over', 'Bilal', false])
})

test('the job works out the same as every deed does, and a second run changes nothing', async () => {
  const id = await here.agreement()
  here.as(here.people.ayesha)
  const { answer: { commitments: [one] } } = await here.ask(commitmentsApi.record, { params: { id }, body: seminar() })
  await here.ask(activitiesApi.log, { body: { what: 'Seminar', onDay: '2026-02-01', sideId: here.places.sargodha, serves: [{ agreementId: id, commitmentId: one!.id }] } })
  const kept = async () => [
    await here.db.selectFrom('agreementPulse').selectAll().orderBy('agreementId').execute(), await here.db.selectFrom('commitmentStanding').selectAll().orderBy('commitmentId').execute(),
    await here.db.selectFrom('commitment').select(['id', 'startsOn', 'fulfilledOn']).orderBy('id').execute(),
  ]
  const before = await kept()
  await here.db.deleteFrom('agreementPulse').execute()
  await here.db.deleteFrom('commitmentStanding').execute()
  expect(await performNow(here.db, standAll, { asOf: day }, () => {})).toMatchObject({ agreements: before[0]!.length })
  expect(await kept()).toEqual(before)
  const place = async () => (await here.pool.query('select xmin, ctid from agreement_pulse union all select xmin, ctid from commitment_standing order by 2')).rows
  const written = await place()
  await performNow(here.db, standAll, { asOf: day }, () => {})
  expect(await place()).toEqual(written)
})

test('time alone puts an agreement to sleep, and says since when', async () => {
  const id = await here.agreement()
  here.as(here.people.ayesha)
  await here.ask(activitiesApi.log, { body: { what: 'Visit', onDay: '2026-02-01', sideId: here.places.sargodha, serves: [{ agreementId: id }] } })
  const pulse = async (asOf: string) => {
    await performNow(here.db, standAll, { asOf }, () => {})
    const { pulse, reasons, proposeClosure } = await here.db.selectFrom('agreementPulse').selectAll().where('agreementId', '=', id).executeTakeFirstOrThrow()
    return [pulse, reasons[0]!.facts['months'], proposeClosure]
  }
  expect([await pulse('2026-07-31'), await pulse('2026-08-01'), await pulse('2027-01-31'), await pulse('2027-02-01'), await pulse('2028-02-01')]).toEqual([
    ['active', 5, false], ['quiet', 6, false], ['quiet', 11, false], ['asleep', 12, false], ['asleep', 24, true]])
})
