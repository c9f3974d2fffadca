// The clock of an election: all members before nominations close, those that have not voted before a vote does, the house when it is its turn.
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { home, openAlliance, openSilk } from '#domains/commitments/fixtures.test-cases.ts'
import { chainOf } from '#platform/audit/journal.ts'
import type { Viewer } from '#platform/auth/viewer.ts'
import type { Id } from '#platform/kinds.ts'
import { person } from '#test/world.ts'
import { electionsApi as api } from './api.ts'
import { remindElections } from './jobs.ts'
import { electionRoutes } from './routes.ts'

let here: Awaited<ReturnType<typeof openAlliance>>
let alliance: Id
let secretary: Viewer
let id: Id
let candidate: Id
beforeAll(async () => {
  here = await openAlliance(electionRoutes(home))
  const { sargodha, zaozhuang, lge, lanzhou } = here.places
  const { wang, kim, ayesha, bilal } = here.people
  alliance = await openSilk(here, [[wang, zaozhuang], [kim, lge], [ayesha, sargodha], [bilal, lanzhou]])
  secretary = person('Zhao', { role: 'secretariat', at: lanzhou })
  day('2026-03-02')
  here.as(secretary)
  id = (await here.ask(api.call, { params: { id: alliance }, body: { post: 'president', termFrom: '2026-07-01', nominateUntil: '2026-03-31', voteUntil: '2026-04-30' } })).answer.id
  here.as(ayesha)
  candidate = (await here.ask(api.nominate, { params: { id }, body: { personId: ayesha.id, organisationId: sargodha, nominatedBy: sargodha } })).answer.candidates[0]!.id
  await here.ask(api.accept, { params: { id: candidate }, body: { answer: 'accepted' } })
})
afterAll(() => here.close())

const day = (on: string) => here.at(`${on}T09:00:00.000Z`)
const night = (today: string) => here.db.transaction().execute((db) => remindElections({ db, today, now: `${today}T05:17:00.000Z` }, home))
const told = async (kind: string) => (await here.pool.query<{ to_address: string }>('select to_address from letter where kind = $1 order by to_address', [kind])).rows.map(({ to_address }) => to_address.split('@')[0])

test('before nominations close all members are written to, once; then the house is, to open the vote', async () => {
  expect(await night('2026-03-23')).toBe(0)
  expect(await night('2026-03-24')).toBe(3)
  expect(await night('2026-03-24')).toBe(0)
  expect(await told('elections.nominations')).toEqual(['ayesha', 'kim', 'wang'])
  expect(await night('2026-04-01')).toBe(1)
  expect(await told('elections.to-open')).toEqual(['bilal'])
})

test('before the vote closes only those are written to that have not voted, and none whose vote rests; no entry says who they were', async () => {
  day('2026-04-01')
  here.as(secretary)
  await here.ask(api.open, { params: { id } })
  here.as(here.people.ayesha)
  await here.ask(api.vote, { params: { id }, body: { organisationId: here.places.sargodha, candidateId: candidate } })
  expect(await night('2026-04-23')).toBe(2)
  expect(await told('elections.not-voted')).toEqual(['kim', 'wang'])
  await sql`update alliance_standing set suspended = '{vote}' where organisation_id = ${here.places.lge}`.execute(here.db)
  expect(await night('2026-04-28')).toBe(1)
  expect(await told('elections.not-voted')).toEqual(['kim', 'wang', 'wang'])
  expect(await night('2026-05-01')).toBe(1)
  expect(await told('elections.to-count')).toEqual(['bilal'])
  const entries = (await chainOf(here.db, id)).filter(({ what }) => what === 'election.reminded')
  expect(entries.map(({ data }) => Object.keys(data).toSorted().join(' '))).toEqual(Array(5).fill('alliance due letters post step'))
})

test('a vote that is suspended while the vote is open rests from that moment', async () => {
  day('2026-04-29')
  here.as(here.people.kim)
  expect((await here.ask(api.vote, { params: { id }, body: { organisationId: here.places.lge, candidateId: candidate } })).answer.error).toBe('elections.vote-rests')
})
