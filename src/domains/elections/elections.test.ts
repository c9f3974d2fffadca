// An election through its doors: called, proposed, accepted, a secret vote with a runoff, a protest, and the elected in the post for a term.
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { home, openAlliance, openSilk } from '#domains/commitments/fixtures.test-cases.ts'
import { chainOf } from '#platform/audit/journal.ts'
import type { Viewer } from '#platform/auth/viewer.ts'
import { type Id, newId } from '#platform/kinds.ts'
import { turnsOf } from '#platform/turns.ts'
import { person } from '#test/world.ts'
import { electionsApi as api } from './api.ts'
import { electionRoutes } from './routes.ts'

let here: Awaited<ReturnType<typeof openAlliance>>
let alliance: Id
let secretary: Viewer
beforeAll(async () => {
  here = await openAlliance(electionRoutes(home))
  const { zaozhuang, lanzhou } = here.places
  secretary = person('Zhao', { role: 'secretariat', at: lanzhou })
  alliance = await openSilk(here, [[here.people.wang, zaozhuang]])
  await sql`insert into alliance_officer (id, alliance_id, person_id, post, country, from_on, from_precision, example) values (${newId()}, ${alliance}, ${here.people.wang.id}, 'president', 'CN', '2022-01-01', 'day', false)`.execute(here.db)
})
afterAll(() => here.close())
const as = (viewer: Viewer) => here.as(viewer)
const day = (on: string) => here.at(`${on}T09:00:00.000Z`)

async function nominated(): Promise<{ id: Id; ayesha: Id; wang: Id }> {
  day('2026-03-02')
  as(secretary)
  const { id } = (await here.ask(api.call, { params: { id: alliance }, body: { post: 'president', termFrom: '2026-07-01', nominateUntil: '2026-03-31', voteUntil: '2026-04-30' } })).answer
  const { sargodha, zaozhuang } = here.places
  as(here.people.ayesha)
  const propose = (personId: Id, organisationId: Id) => here.ask(api.nominate, { params: { id }, body: { personId, organisationId, nominatedBy: sargodha } })
  expect((await here.ask(api.nominate, { params: { id }, body: { name: 'Anyone', organisationId: zaozhuang, nominatedBy: zaozhuang } })).answer.error).toBe('elections.only-its-record-keepers')
  await propose(here.people.ayesha.id, sargodha)
  const { candidates } = (await propose(here.people.wang.id, zaozhuang)).answer
  expect((await propose(here.people.wang.id, zaozhuang)).answer.error).toBe('elections.stands-already')
  return { id, ayesha: candidates[0]!.id, wang: candidates[1]!.id }
}
const accept = (viewer: Viewer, id: Id) => { as(viewer); return here.ask(api.accept, { params: { id }, body: { answer: 'accepted' } }) }
const cast = (viewer: Viewer, id: Id, organisationId: Id, candidateId: Id | null) => { as(viewer); return here.ask(api.vote, { params: { id }, body: { organisationId, candidateId } }) }

test('only oneself accepts; the rules warn of a country that has not waited; the vote opens when nominations are over', async () => {
  const { id, ayesha, wang } = await nominated()
  expect((await accept(here.people.ayesha, wang)).answer.error).toBe('elections.only-oneself')
  await accept(here.people.ayesha, ayesha)
  const file = (await accept(here.people.wang, wang)).answer
  expect(file.candidates.map(({ name, checks }) => [name, checks.map((check) => `${check.id} ${check.status}`)])).toEqual([['Ayesha', ['g30 pass', 'g31 pass']], ['Wang', ['g30 pass', 'g31 warn']]])
  as(secretary)
  expect((await here.ask(api.open, { params: { id } })).answer.error).toBe('elections.nominations-run')
  day('2026-04-01')
  as(here.people.kim)
  expect((await here.ask(api.open, { params: { id } })).answer.error).toBe('alliances.only-its-secretariat-may')
  as(person('Outsider', { role: 'director', at: newId() }))
  expect((await here.ask(api.read, { params: { id } })).status).toBe(404)
  as(secretary)
  const open = (await here.ask(api.open, { params: { id } })).answer
  expect([open.stage, open.voters.length, open.candidates.every(({ standing }) => standing)]).toEqual(['voting', 3, true])
  const turns = await turnsOf(here.db, here.people.kim, { whose: 'yours', sides: [here.places.lge], today: '2026-04-01', now: '2026-04-01T09:00:00.000Z', limit: 5 })
  expect(turns.rows.map(({ kind, due }) => [kind, due])).toEqual([['today.vote', '2026-04-30']])
  const { rows } = await here.pool.query<{ to_address: string; body: string }>("select to_address, body from letter where kind = 'elections.asked'")
  expect(rows.map(({ to_address, body }) => [to_address, body.includes(`${home.publicUrl}/elections/${id}`)])).toEqual([['wang@example.org', true]])
  await here.ask(api.cancel, { params: { id }, body: { because: 'Postponed' } })
})

test('one vote for each member, secret; a tie goes on to another round; a protest is settled, and the elected takes the post', async () => {
  const { id, ayesha, wang } = await nominated()
  await accept(here.people.ayesha, ayesha)
  await accept(here.people.wang, wang)
  day('2026-04-01')
  as(secretary)
  await here.ask(api.open, { params: { id } })
  const { sargodha, zaozhuang, lge } = here.places
  expect((await cast(here.people.kim, id, sargodha, ayesha)).answer.error).toBe('elections.only-its-record-keepers')
  expect((await cast(here.people.kim, id, lge, newId())).answer.error).toBe('elections.does-not-stand')
  await cast(here.people.ayesha, id, sargodha, ayesha)
  expect((await cast(here.people.ayesha, id, sargodha, wang)).answer.error).toBe('elections.has-voted')
  await cast(here.people.wang, id, zaozhuang, wang)
  as(secretary)
  expect((await here.ask(api.count, { params: { id }, body: {} })).answer.error).toBe('elections.voting-runs')
  // Who voted is told, and nowhere what.
  const running = await here.ask(api.read, { params: { id } })
  expect([running.answer.rounds, running.answer.voters.filter(({ votedAt }) => votedAt).length]).toEqual([[], 2])
  expect(JSON.stringify((await chainOf(here.db, id)).filter(({ what }) => what === 'election.voted'))).not.toMatch(new RegExp(`${ayesha}|${wang}`))
  // What lies in the urn ties to nobody: three members voted in three transactions, and one wrote all papers there are.
  const urn = async () => (await here.pool.query<{ id: string; writer: string }>('select id, xmin::text as writer from election_paper where election_id = $1 order by ctid', [id])).rows
  const [before, marks] = [await urn(), (await here.pool.query<{ writer: string }>('select xmin::text as writer from election_voter where election_id = $1 and voted_at is not null', [id])).rows]
  expect([new Set(before.map(({ writer }) => writer)).size, new Set(marks.map(({ writer }) => writer)).size]).toEqual([1, 2])
  await cast(here.people.kim, id, lge, null)
  const after = await urn()
  expect([after.length, new Set(after.map(({ writer }) => writer)).size, after.filter((paper) => before.some((one) => one.id === paper.id))]).toEqual([3, 1, []])
  expect(after.map((paper) => paper.id)).toEqual(after.map((paper) => paper.id).toSorted())
  as(secretary)
  expect((await here.ask(api.count, { params: { id }, body: {} })).answer.error).toBe('elections.next-needs-a-day')
  const second = (await here.ask(api.count, { params: { id }, body: { voteUntil: '2026-05-15' } })).answer
  expect([second.round, second.rounds[0]!.outcome, second.rounds[0]!.blank, second.voters.filter(({ votedAt }) => votedAt)]).toEqual([2, 'again', 1, []])
  await cast(here.people.ayesha, id, sargodha, ayesha)
  await cast(here.people.wang, id, zaozhuang, wang)
  await cast(here.people.kim, id, lge, ayesha)
  as(secretary)
  const counted = (await here.ask(api.count, { params: { id }, body: {} })).answer
  expect([counted.stage, counted.electedId, counted.rounds[1]!.counts]).toEqual(['protest', ayesha, [{ candidateId: ayesha, votes: 2 }, { candidateId: wang, votes: 1 }]])
  expect((await here.ask(api.install, { params: { id } })).answer.error).toBe('elections.protest-runs')
  as(here.people.wang)
  const protested = (await here.ask(api.protest, { params: { id }, body: { organisationId: zaozhuang, because: 'The letter came late' } })).answer
  as(secretary)
  day('2026-05-01')
  expect((await here.ask(api.install, { params: { id } })).answer.error).toBe('elections.protest-waits')
  await here.ask(api.settle, { params: { id: protested.protests[0]!.id }, body: { answer: 'rejected', reason: 'It came on the day' } })
  expect((await here.ask(api.install, { params: { id } })).answer.stage).toBe('installed')
  const { rows } = await here.pool.query("select p.name, o.country, o.from_on::text, o.until_on::text from alliance_officer o join person p on p.id = o.person_id where o.alliance_id = $1 and o.post = 'president' order by o.from_on", [alliance])
  expect(rows).toEqual([{ name: 'Wang', country: 'CN', from_on: '2022-01-01', until_on: '2026-06-30' }, { name: 'Ayesha', country: 'PK', from_on: '2026-07-01', until_on: '2030-06-30' }])
  expect((await chainOf(here.db, id)).map(({ what }) => what.replace('election.', ''))).toEqual(['called', 'nominated', 'nominated', 'accepted', 'accepted', 'opened', 'voted', 'voted', 'voted', 'round-counted', 'voted', 'voted', 'voted', 'counted', 'protested', 'protest-rejected', 'installed'])
  // No paper says when it was cast: all of a round were written by the one who counted.
  const { rows: [papers] } = await here.pool.query('select count(distinct xmin::text)::int as writers, count(*)::int as papers from election_paper where election_id = $1 and round = 2', [id])
  expect(papers).toEqual({ writers: 1, papers: 3 })
})

test('rules are data in versions; an election keeps the one it was called under', async () => {
  day('2026-06-01')
  as(secretary)
  const usual = (await here.ask(api.offices, { params: { id: alliance } })).answer
  expect([usual.version, usual.rules.map(({ post }) => post)]).toEqual([0, ['president', 'vice-president', 'secretary-general', 'treasurer']])
  const rules = [{ post: 'treasurer' as const, years: 2, limit: 3, rotation: 'none' as const, majority: 'relative' as const, quorum: [1, 3] as [number, number], protestDays: 0 }]
  expect((await here.ask(api.addRules, { params: { id: alliance }, body: { rules, source: 'Council, decision 4' } })).answer).toMatchObject({ version: 1, source: 'Council, decision 4' })
  const called = (await here.ask(api.call, { params: { id: alliance }, body: { post: 'treasurer', termFrom: '2026-09-01', nominateUntil: '2026-06-10', voteUntil: '2026-06-20' } })).answer
  expect([called.ruleVersion, called.rule.years]).toEqual([1, 2])
  as(here.people.kim)
  const named = (await here.ask(api.nominate, { params: { id: called.id }, body: { name: 'Park Jin', organisationId: here.places.lge, nominatedBy: here.places.lge } })).answer.candidates[0]!
  // One without an account: the office of the organisation writes down that they accepted.
  const answer = (said: 'accepted' | 'declined') => here.ask(api.accept, { params: { id: named.id }, body: { answer: said } })
  expect((await answer('accepted')).answer.candidates[0]!.answer).toBe('accepted')
  // A slip is put right while nominations run; the same answer twice says that it stands.
  expect((await answer('accepted')).answer.error).toBe('elections.answered-already')
  expect((await answer('declined')).answer.candidates[0]).toMatchObject({ answer: 'declined', mayAnswer: true })
  expect((await answer('accepted')).answer.candidates[0]!.answer).toBe('accepted')
})
