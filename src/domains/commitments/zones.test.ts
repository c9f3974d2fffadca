// Standing and turns by the day that it is where the agreement counts: around one midnight, an agreement is over for one zone and not for another.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { organisationsOf } from '#platform/auth/viewer.ts'
import { turnsOf } from '#platform/turns.ts'
import { commitmentsApi } from './api.ts'
import { openAlliance, seminar } from './fixtures.test-cases.ts'
import { refreshPulses } from './pulse-store.ts'

let here: Awaited<ReturnType<typeof openAlliance>>
beforeAll(async () => { here = await openAlliance() })
afterAll(() => here.close())

/** 1 June in Karachi, 2 June in Shanghai. */
const between = '2026-06-01T17:30:00.000Z'
const until = { signedOn: '2024-03-02', termKind: 'until' as const, termUntil: '2026-06-01', untilPrecision: 'day' as const }

test('of two agreements that end on the same day, one is over at this moment and the other is not, in each place where it is said', async () => {
  const [karachi, shanghai] = [await here.agreement({ ...until, zone: 'Asia/Karachi' }), await here.agreement({ ...until, zone: 'Asia/Shanghai' })]
  here.as(here.people.ayesha)
  for (const id of [karachi, shanghai]) await here.ask(commitmentsApi.record, { params: { id }, body: seminar({ per: 'once', dueOn: '2026-06-01' }) })
  here.at(between)
  const shown = async (id: string) => (await here.ask(commitmentsApi.promises, { params: { id } })).answer
  const [open, over] = [await shown(karachi), await shown(shanghai)]
  expect([open.pulse.asOf, over.pulse.asOf]).toEqual(['2026-06-01', '2026-06-02'])
  expect([open.pulse.pulse === 'none', over.pulse.pulse, over.pulse.reasons[0]!.key]).toEqual([false, 'none', 'commitments.pulse.over-lapsed'])
  expect([open.commitments[0]!.standing.status, over.commitments[0]!.standing.status]).toEqual(['grey', 'red'])

  await here.db.transaction().execute((db) => refreshPulses(db, [karachi, shanghai], between))
  const kept = await here.db.selectFrom('agreementPulse').select(['agreementId', 'pulse']).execute()
  expect(kept.find(({ agreementId }) => agreementId === shanghai)!.pulse).toBe('none')
  expect(kept.find(({ agreementId }) => agreementId === karachi)!.pulse).not.toBe('none')

  const turns = await turnsOf(here.db, here.people.ayesha, { whose: 'yours', sides: organisationsOf(here.people.ayesha), today: '2026-06-01', now: between, limit: 100 })
  expect(turns.rows.filter(({ kind }) => kind === 'commitments.decide').map(({ agreementId }) => agreementId)).toEqual([karachi])
})
