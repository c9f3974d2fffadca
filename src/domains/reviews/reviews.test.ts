// A review through its doors: begun once, moved by a step with a reason, laid, disputed, laid again, agreed, carried out; what each one sees; whose turn it is.
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { activitiesApi, commitmentsApi, termsApi } from '#domains/commitments/api.ts'
import { exchange, giveOffice, openAlliance, seminar } from '#domains/commitments/fixtures.test-cases.ts'
import { confirmationsApi } from '#domains/confirmations/api.ts'
import { chainOf, record } from '#platform/audit/journal.ts'
import { house, type Viewer } from '#platform/auth/viewer.ts'
import { type Id, newId } from '#platform/kinds.ts'
import { turnsOf } from '#platform/turns.ts'
import { areasApi, challengesApi, reviewsApi as api } from './api.ts'
import { bringChecks } from './further-store.ts'
import type { ReviewFile } from './model.ts'
import { reviewRoutes } from './routes.ts'

let here: Awaited<ReturnType<typeof openAlliance>>
let agreement: Id, open: Id
beforeAll(async () => {
  here = await openAlliance(reviewRoutes)
  agreement = await here.agreement({ signedOn: '2024-03-02' })
  open = await here.agreement({ title: 'For everyone', visibility: 'public', signedOn: '2024-03-02' })
  const { ayesha, wang } = here.people
  await giveOffice(here.db, ayesha.id, 'director', here.places.sargodha)
  await giveOffice(here.db, wang.id, 'director', here.places.zaozhuang)
  here.as(ayesha)
  const promised = async (body: object) => (await here.ask(commitmentsApi.record, { params: { id: agreement }, body: body as never })).answer.commitments.toSorted((a, b) => (a.id < b.id ? -1 : 1)).at(-1)!
  const [yearly, visits] = [await promised(seminar()), await promised(exchange())]
  await did('Seminar of the year before', '2024-06-10', yearly.id, 1, null)
  await did('Seminar', '2025-03-10', yearly.id, 1, null)
  await did('Visit to Zaozhuang', '2025-04-10', visits.id, 2, here.places.sargodha)
  await did('Visit to Sargodha', '2025-05-10', visits.id, 1, here.places.zaozhuang)
})
afterAll(() => here.close())

/** Something done and confirmed by the other side. */
async function did(what: string, onDay: string, commitmentId: Id, amount: number, sideId: Id | null, confirm = true) {
  here.as(here.people.ayesha)
  const { sargodha, zaozhuang, lge } = here.places
  const body = { id: newId(), what, onDay, sideId: sargodha, numbers: [{ organisationId: sargodha, inPerson: 20, online: 0 }, { organisationId: zaozhuang, inPerson: 10, online: 8 }, { organisationId: lge, inPerson: 2, online: 0 }], links: [{ url: 'https://example.org/photo' }], serves: [{ agreementId: agreement, commitmentId, amount, sideId }] }
  const { serves } = (await here.ask(activitiesApi.log, { body })).answer
  if (confirm) await answer(here.people.wang, serves[0]!.claim.id)
}
const answer = (viewer: Viewer, id: Id, how: 'confirmed' | 'disputed' = 'confirmed') => { here.as(viewer); return here.ask(confirmationsApi.answer, { params: { id }, body: { answer: how, reason: how === 'disputed' ? 'The visit to Sargodha was of two' : null } }) }
const read = async (id: Id) => (await here.ask(api.review, { params: { id } })).answer
const begin = async (year = 2025, id = agreement) => (await here.ask(api.begin, { params: { id }, body: { year } })).answer
const write = (file: ReviewFile, more: object) => here.ask(api.write, { params: { id: file.id }, body: { moves: file.moves.map(({ criterion, by, reason }) => ({ criterion, by, reason })), outcome: file.outcome, because: file.because, conditions: file.conditions, summary: file.summary, hearingOn: file.hearingOn, seen: file.changedAt, ...more } })
const criterion = (file: ReviewFile, name: string) => file.of.reckoned.criteria.find(({ id }) => id === name)!
const turns = async (of: Viewer, side: Id, whose: 'yours' | 'theirs' = 'yours') => (await turnsOf(here.db, of, { whose, sides: [side], today: '2026-03-02', now: '2026-03-02T09:00:00.000Z', limit: 20 })).rows

test('the facts of the year are read of the records, and each criterion shows how it came about', async () => {
  here.as(here.people.ayesha)
  const file = await begin()
  expect(await begin()).toMatchObject({ id: file.id })
  expect(file.of.facts).toMatchObject({ asOf: '2025-12-31', confirmed: 3, claimed: 0, evidenced: 3, withOthers: 3, people: 2, outputs: 0, vacancies: 0, quietMonths: 7, lastActivityOn: '2025-05-10' })
  expect(file.of.facts.persons.toSorted((a, b) => b.persons - a.persons).map(({ persons }) => persons)).toEqual([60, 54])
  expect(file.of.facts.due.map(({ kind }) => kind).toSorted()).toEqual(['exchange', 'seminar'])
  expect([criterion(file, 'outputs').status, criterion(file, 'resources').status, criterion(file, 'governance').anchor]).toEqual(['notApplicable', 'notApplicable', 4])
  expect(criterion(file, 'reciprocity')).toMatchObject({ anchor: 2, reason: { key: 'reviews.why.reciprocity', facts: { percent: 50 } } })
  expect(file.of.reckoned.assessed).toBe(75)
  expect([file.whyNot.write, file.whyNot.lay, file.whyNot.carryOut]).toEqual([null, 'reviews.outcome-missing', 'reviews.not-agreed'])
})

test('a criterion is moved by one step with a reason, and who moved it stays', async () => {
  here.as(here.people.wang)
  const before = await begin()
  const step = criterion(before, 'reciprocity').step!
  const move = { criterion: 'reciprocity' as const, by: 1 as const, reason: 'Visas were refused to two of ours' }
  const moved = (await write(before, { moves: [move] })).answer
  expect([criterion(moved, 'reciprocity').step, moved.moves[0]]).toMatchObject([step + 1, { sideId: here.places.zaozhuang, personId: here.people.wang.id }])
  expect((await write(before, { moves: [], seen: '2020-01-01T00:00:00.000Z' })).answer.error).toBe('reviews.changed-meanwhile')
  expect((await write(moved, { moves: [{ ...move, by: 2 }] as never })).status).toBe(422)
  expect((await write(moved, { moves: [{ ...move, reason: '' }] })).status).toBe(422)
  expect((await write(moved, { moves: [move, { criterion: 'outputs', by: 1, reason: 'Two papers' }] })).answer.fields).toEqual({ moves: ['reviews.does-not-apply'] })
  here.as(here.people.ayesha)
  const again = (await write(moved, { summary: { en: 'A good year' } })).answer
  expect(again.moves[0]!.personId).toBe(here.people.wang.id)
  here.as(here.people.bilal)
  expect([(await read(moved.id)).summary, (await write(again, {})).answer.error]).toEqual([{ en: 'A good year' }, 'reviews.only-who-reviews'])
})

test('laid it is frozen; disputed and taken back it is written anew; confirmed it is agreed, and its outcome leads to the renewal', async () => {
  here.as(here.people.ayesha)
  const file = await begin()
  const proposed = file.of.reckoned.outcome!
  expect(proposed).toBe('renew-three')
  const ready = (await write(file, { outcome: 'renew-three', conditions: { en: 'Name a coordinator at each side' } })).answer
  const laid = (await here.ask(api.lay, { params: { id: file.id } })).answer
  expect([laid.state, laid.sideId, laid.claim!.state, laid.whyNot.write]).toEqual(['laid', here.places.sargodha, 'open', 'reviews.is-laid'])
  // What comes later changes nothing of it.
  await here.ask(challengesApi.recordChallenge, { body: { agreementId: agreement, what: { en: 'Visas' }, since: '2025-06-01', ownerId: here.places.zaozhuang } })
  expect((await read(file.id)).of.challenges).toEqual([])
  expect((await turns(here.people.wang, here.places.zaozhuang)).map(({ kind }) => kind)).toEqual(expect.arrayContaining(['confirmations.review', 'confirmations.challenge']))
  expect((await turns(here.people.ayesha, here.places.sargodha, 'theirs')).map(({ kind }) => kind)).toContain('confirmations.review')
  const shown = (await answer(here.people.wang, laid.claim!.id, 'disputed')).answer.shown
  expect(shown).toMatchObject({ within: { to: `/reviews/${file.id}` }, lines: [{ values: { year: '2025' } }, { values: { total: laid.of.reckoned.total } }, { key: 'reviews.outcomes.renew-three' }, { values: { hash: laid.hash } }] })
  expect((await here.ask(api.reopen, { params: { id: file.id }, body: { because: 'Ours' } })).answer.error).toBe('reviews.only-who-laid-it')
  expect((await turns(here.people.ayesha, here.places.sargodha)).map(({ kind }) => kind)).toContain('confirmations.review-disputed')
  here.as(here.people.ayesha)
  await here.ask(api.reopen, { params: { id: file.id }, body: { because: 'They are right' } })
  const second = (await here.ask(api.lay, { params: { id: file.id } })).answer
  expect([second.of.challenges.length, second.hash === laid.hash, ready.outcome]).toEqual([1, false, 'renew-three'])
  await answer(here.people.wang, second.claim!.id)
  const agreed = await read(file.id)
  expect([agreed.state, agreed.whyNot.carryOut, agreed.whyNot.reopen]).toEqual(['agreed', null, 'reviews.is-agreed'])
  await here.ask(api.carryOut, { params: { id: file.id } })
  const term = (await here.ask(termsApi.term, { params: { id: agreement } })).answer
  expect(term.acts[0]).toMatchObject({ act: 'renew', state: 'proposed', sideId: here.places.zaozhuang, effectiveOn: '2029-03-02', untilOn: '2032-03-01' })
  expect((await read(file.id)).whyNot.carryOut).toBe('commitments.renewal-is-proposed')
  const told = (await chainOf(here.db, agreement)).filter(({ what }) => what.startsWith('review.'))
  expect(told.map(({ what }) => what)).toEqual(['review.begun', 'review.laid', 'review.disputed', 'review.reopened', 'review.laid', 'review.agreed', 'review.carried-out'])
  // Whoever reads the agreement reads its history: it says that, and not what.
  expect(told.every(({ what, data }) => Object.keys(data).toSorted().join() === (what === 'review.laid' ? 'fileSha256,thing,year' : 'thing,year'))).toBe(true)
  expect((await read(file.id)).history.map(({ what, because }) => [what, because])).toContainEqual(['review.disputed', 'The visit to Sargodha was of two'])
})

test('the next year begins with the conditions of the last, and its challenges are still open', async () => {
  here.as(here.people.wang)
  const next = await begin(2026)
  expect(next.before).toMatchObject({ year: 2025, outcome: 'renew-three', conditions: { en: 'Name a coordinator at each side' } })
  expect([next.of.facts.asOf, next.of.challenges.length]).toEqual(['2026-03-02', 1])
  const { lines, open: left } = (await here.ask(api.ofAgreement, { params: { id: agreement } })).answer
  expect([lines.map(({ year, state }) => [year, state]), left]).toEqual([[[2026, 'open'], [2025, 'agreed']], { challenges: 1, areas: 0 }])
  expect((await here.ask(api.begin, { params: { id: agreement }, body: { year: 2027 } })).answer.error).toBe('reviews.year-to-come')
  expect((await here.ask(api.begin, { params: { id: agreement }, body: { year: 2023 } })).answer.error).toBe('reviews.before-it-held')
})

test('silence outweighs points; a hearing may be decided anew; a body of the agreement may decide, and no other', async () => {
  here.as(here.people.ayesha)
  const silent = await here.agreement({ signedOn: '2023-01-01' })
  const file = await begin(2025, silent)
  expect([file.of.facts.quietMonths, file.of.reckoned.outcome]).toEqual([35, 'close'])
  expect((await here.ask(api.lay, { params: { id: file.id } })).answer.error).toBe('reviews.outcome-missing')
  const wrong = (await write(file, { outcome: 'hearing' })).answer
  expect((await here.ask(api.lay, { params: { id: file.id } })).answer.error).toBe('reviews.because-missing')
  await write(wrong, { because: { en: 'The new dean wishes to go on' }, hearingOn: '2026-04-01' })
  await here.ask(api.lay, { params: { id: file.id } })
  const decide = (of: Id, sides = [here.places.sargodha, here.places.zaozhuang]) => here.db.transaction().execute((db) => record({ db, viewer: house, now: '2026-03-02T10:00:00.000Z' }, { what: 'decision.taken', about: newId(), data: { decision: newId(), number: 4, aboutKind: 'review', aboutId: file.id, agreement: of, alliance: null, sides } }))
  await decide(agreement)
  // Nor a group in which one side sits alone.
  await decide(silent, [here.places.zaozhuang])
  expect((await read(file.id)).state).toBe('laid')
  await decide(silent)
  const decided = await read(file.id)
  expect([decided.state, decided.decisionId !== null, decided.claim, decided.whyNot.carryOut, decided.whyNot.reopen]).toEqual(['agreed', true, null, 'reviews.nothing-to-carry-out', null])
  expect((await turns(here.people.wang, here.places.zaozhuang)).map(({ kind, due }) => [kind, due])).toContainEqual(['confirmations.review-hearing', '2026-04-01'])
  here.as(here.people.wang)
  const reopened = (await here.ask(api.reopen, { params: { id: file.id }, body: { because: 'The hearing was held' } })).answer
  expect((await write(reopened, { outcome: 'close', because: { en: 'Nobody came' } })).answer.error).toBeUndefined()
  const laid = (await here.ask(api.lay, { params: { id: file.id } })).answer
  expect(laid.error).toBeUndefined()
  await answer(here.people.ayesha, laid.claim!.id)
  // The agreement gives no notice period: the other side has to agree to the end.
  await here.ask(api.carryOut, { params: { id: file.id } })
  expect((await here.ask(termsApi.term, { params: { id: silent } })).answer.acts[0]).toMatchObject({ act: 'notice', state: 'proposed', reason: 'Nobody came' })
})

test('strangers to the sides find none of it; an alliance sees how far each is, and not what was found', async () => {
  here.as(here.people.ayesha)
  const file = await begin(2025, open)
  here.as(here.people.li)
  expect([(await here.ask(api.review, { params: { id: file.id } })).status, (await here.ask(api.ofAgreement, { params: { id: open } })).status, (await here.ask(api.begin, { params: { id: open }, body: { year: 2025 } })).status]).toEqual([404, 404, 404])
  expect((await here.ask(api.due, { query: {} })).answer.rows).toEqual([])
  const alliance = newId()
  const { sargodha, zaozhuang, lanzhou } = here.places
  await sql`insert into alliance (id, organisation_id, host_id, slug, public, changed_at) values (${alliance}, ${lanzhou}, ${lanzhou}, 'silk', true, now())`.execute(here.db)
  for (const id of [sargodha, zaozhuang]) await sql`insert into alliance_standing (id, alliance_id, organisation_id, standing, recorded_by, recorded_at) values (${newId()}, ${alliance}, ${id}, 'member', ${house.id}, now())`.execute(here.db)
  const seen = (await here.ask(api.due, { query: { alliance } })).answer
  expect([seen.year, seen.rows.map(({ agreementId, reviewId, state, total }) => [agreementId, reviewId, state, total])]).toEqual([2025, [[open, null, 'open', null]]])
  expect((await here.ask(api.due, { query: { alliance: newId() } })).status).toBe(404)
})

test('due is what promises something and was not reviewed; a proposal of the other side waits too', async () => {
  here.as(here.people.ayesha)
  const promising = await here.agreement({ title: 'Promises', signedOn: '2024-01-10' })
  await here.ask(commitmentsApi.record, { params: { id: promising }, body: seminar() })
  await here.ask(areasApi.propose, { params: { id: promising }, body: { what: { en: 'Joint school' } } })
  const waiting = (await turns(here.people.wang, here.places.zaozhuang)).filter(({ agreementId }) => agreementId === promising && true)
  expect(waiting.map(({ kind, due, to }) => [kind, due, to])).toEqual(expect.arrayContaining([
    ['confirmations.review-due', '2026-03-31', `/reviews/new?agreement=${promising}&year=2025`], ['confirmations.new-area', null, `/agreements/${promising}/new-areas`],
  ]))
  expect((await turns(here.people.ayesha, here.places.sargodha)).filter(({ agreementId, kind }) => agreementId === promising && kind === 'confirmations.new-area')).toEqual([])
  const list = (await here.ask(api.due, { query: { year: 2025 } })).answer
  expect(list.rows.find(({ agreementId }) => agreementId === promising)).toMatchObject({ state: 'due', late: false, mayBegin: true })
  // What is agreed stands last.
  expect(list.rows.at(-1)!.state).toBe('agreed')
})

test('what a room above knows of the running of an agreement is asked for, and stands among the checks', async () => {
  bringChecks(async (_db, { agreementId }) => (agreementId === open ? [{ id: 'committee', status: 'fail', reason: { key: 'reviews.check.answers.fail', facts: { days: 400, bound: 365 } } }] : []))
  here.as(here.people.ayesha)
  const file = await begin(2025, open)
  expect(criterion(file, 'governance').checks.at(-1)).toMatchObject({ id: 'committee', status: 'fail' })
})

test('as PDF and Word it says the same in four languages, and what was laid is the same file twice', async () => {
  here.as(here.people.ayesha)
  const { id } = await begin(2025)
  const file = async (form: 'pdf' | 'docx', locale: 'en' | 'zh' | 'ru' | 'ur') => (await here.ask(api.reviewFile, { params: { id }, query: { form, locale } })).bytes
  const pdf = await file('pdf', 'ur')
  expect([pdf.subarray(0, 5).toString(), pdf.equals(await file('pdf', 'ur'))]).toEqual(['%PDF-', true])
  for (const locale of ['en', 'zh', 'ru', 'ur'] as const) expect((await file('docx', locale)).subarray(0, 2).toString()).toBe('PK')
})

test('many that are due are one line, so that they do not hide what waits for an answer', async () => {
  here.as(here.people.kim)
  const parties = [{ organisationId: here.places.lge }, { organisationId: here.places.zaozhuang }]
  for (const title of ['One', 'Two', 'Three', 'Four']) {
    const id = await here.agreement({ title, signedOn: '2024-01-10', parties })
    await here.ask(commitmentsApi.record, { params: { id }, body: seminar() })
    const kinds = (await turns(here.people.kim, here.places.lge)).filter(({ kind }) => kind.includes('due')).map(({ kind, facts, to }) => [kind, facts['count'], to.split('?')[0]])
    if (title === 'Three') expect(kinds).toEqual(Array.from({ length: 3 }, () => ['confirmations.review-due', undefined, '/reviews/new']))
    if (title === 'Four') expect(kinds).toEqual([['confirmations.reviews-due', '4', '/reviews']])
  }
})
