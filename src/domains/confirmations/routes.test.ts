// A claim through its doors: confirmed by an account, disputed by a letter, made again, confirmed by a link that was passed on.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { chainOf } from '#platform/audit/journal.ts'
import type { Viewer } from '#platform/auth/viewer.ts'
import { newId } from '#platform/kinds.ts'
import { person, world } from '#test/world.ts'
import { claimsOf, makeClaims } from './actions.ts'
import { confirmationsApi as api } from './api.ts'
import { answerByLink, openLink } from './link-actions.ts'
import { remindWaiting } from './jobs.ts'
import { confirmationRoutes } from './routes.ts'

const home = { publicUrl: 'https://pamir.example.org', name: 'Pamir', post: { smtp: null, from: 'Pamir <pamir@localhost>' } }
const [sargodha, zaozhuang, lge, lanzhou] = [newId(), newId(), newId(), newId()]
const ayesha = person('Ayesha', { role: 'director', at: sargodha })
const wang = person('Wang', { role: 'director', at: zaozhuang })
const teacher = person('Bilal', { role: 'faculty', at: sargodha })
const elsewhere = person('Li', { role: 'director', at: lanzhou })
const scope = newId()
let here: Awaited<ReturnType<typeof world>>

const sees = (viewer: Viewer) => viewer.admin || viewer.offices.some(({ organisationId }) => organisationId !== lanzhou)
claimsOf('test', {
  seen: async (_db, viewer) => sees(viewer),
  held: async (_db, viewer) => sees(viewer),
  shown: async () => ({ title: { en: 'Seminar on cell safety' }, lang: 'en', lines: [], evidence: [] }),
})
beforeAll(async () => {
  here = await world(confirmationRoutes(home))
  const names = [[sargodha, 'University of Sargodha', '萨戈达大学'], [zaozhuang, 'Zaozhuang University', '枣庄学院'], [lge, 'LG Electronics', 'LG电子'], [lanzhou, 'Lanzhou University', '兰州大学']] as const
  for (const [id, name, nameZh] of names) await here.db.insertInto('organisation').values({ id, kind: 'university', name, nameEn: name, nameZh, nameRu: name, nameUr: name, source: 'local', changedAt: '2026-01-01T00:00:00.000Z' } as never).execute()
})
afterAll(() => here.close())

const claim = (...others: string[]) => here.db.transaction().execute(async (db) =>
  (await makeClaims({ db, viewer: ayesha, now: '2026-03-02T09:00:00.000Z' }, [{ kind: 'test', about: newId(), scope, side: sargodha, others: [sargodha, ...others] }]))[0]!)
const visitor = { name: 'Kim Min-jun', officeName: 'Head of research' }
const byLink = (token: string, answer: 'confirmed' | 'disputed', now = '2026-03-02T09:00:00.000Z') =>
  here.db.transaction().execute((db) => answerByLink({ db, now }, token, visitor, { answer, reason: answer === 'disputed' ? 'We were not there' : null }))
const tokenIn = (address: string) => /\/c\/([\w-]{43})/.exec(address)![1]!

test('it is confirmed once every other side has confirmed, by whichever way; all that was said is kept', async () => {
  const id = await claim(zaozhuang, lge)
  here.as(wang)
  const once = await here.ask(api.answer, { params: { id }, body: { answer: 'confirmed' } })
  expect([once.status, once.answer.state, once.answer.links]).toEqual([200, 'open', []])
  here.as(ayesha)
  const asked = await here.ask(api.ask, { params: { id }, body: { place: 2, via: 'letter', toAddress: 'Kim@example.org', locale: 'zh' } })
  expect([asked.status, asked.answer.address, asked.answer.claim.links.map(({ toAddress }) => toAddress)]).toEqual([200, null, ['kim@example.org']])
  const letter = await here.db.selectFrom('letter').selectAll().where('toAddress', '=', 'kim@example.org').executeTakeFirstOrThrow()
  expect([letter.locale, letter.kind, letter.subject]).toEqual(['zh', 'confirmations.request', '萨戈达大学请您确认：\u2068Seminar on cell safety\u2069'.replaceAll(/[\u2068\u2069]/g, '')])
  const token = tokenIn(letter.body)
  await byLink(token, 'disputed')
  await expect(byLink(token, 'confirmed')).rejects.toMatchObject({ reason: 'confirmations.answered-already' })
  expect((await here.ask(api.read, { params: { id } })).answer).toMatchObject({ state: 'disputed', round: 1 })

  const again = await here.ask(api.claimAgain, { params: { id }, body: { words: 'Two of you joined online, see the list' } })
  expect(again.answer).toMatchObject({ state: 'open', round: 2, sides: [{ answer: 'claims' }, { answer: 'open' }, { answer: 'open' }] })
  // A letter's link was for one answer; a link to pass on serves as long as its side has not answered.
  await expect(byLink(token, 'confirmed')).rejects.toMatchObject({ reason: 'confirmations.answered-already' })
  const { answer: { address } } = await here.ask(api.ask, { params: { id }, body: { place: 2, via: 'link' } })
  await byLink(tokenIn(address!), 'confirmed')
  here.as(wang)
  const settled = (await here.ask(api.answer, { params: { id }, body: { answer: 'confirmed' } })).answer
  expect([settled.state, settled.said.map(({ said, via, name }) => [said, via, name])]).toEqual(['confirmed', [
    ['confirmed', 'account', null], ['disputed', 'letter', 'Kim Min-jun'], ['claimed-again', 'account', null], ['confirmed', 'link', 'Kim Min-jun'], ['confirmed', 'account', null]]])
  expect((await chainOf(here.db, scope)).map(({ what, data }) => [what, data['state']])).toEqual([
    ['claim.confirmed', 'open'], ['claim.asked', undefined], ['claim.disputed', 'disputed'], ['claim.made-again', 'open'], ['claim.asked', undefined], ['claim.confirmed', 'open'], ['claim.confirmed', 'confirmed']])
  expect(JSON.stringify(await chainOf(here.db, scope)).includes('@')).toBe(false)
})

test('three refusals for each deed: nobody, the wrong office, the wrong moment', async () => {
  const id = await claim(zaozhuang)
  const params = { id }
  const deeds = {
    answer: () => here.ask(api.answer, { params, body: { answer: 'confirmed' } }),
    claimAgain: () => here.ask(api.claimAgain, { params, body: { words: 'It was so' } }),
    ask: () => here.ask(api.ask, { params, body: { place: 1, via: 'link' } }),
  }
  for (const [name, deed] of Object.entries(deeds)) {
    here.as(undefined)
    expect([name, (await deed()).status]).toEqual([name, 401])
    here.as(elsewhere)
    expect([name, (await deed()).status]).toEqual([name, 404])
    here.as(name === 'answer' ? ayesha : teacher)
    expect([name, (await deed()).answer.error]).toEqual([name, name === 'answer' ? 'confirmations.only-another-side' : 'confirmations.only-the-claimant'])
  }
  here.as(ayesha)
  expect((await deeds.claimAgain()).answer.error).toBe('confirmations.not-disputed')
  expect((await here.ask(api.answer, { params, body: { answer: 'disputed' } })).answer.fields).toEqual({ reason: ['confirmations.reason-missing'] })
  here.as(wang)
  await deeds.answer()
  expect((await deeds.answer()).answer.error).toBe('confirmations.said-already')
  here.as(ayesha)
  expect((await deeds.ask()).answer.error).toBe('confirmations.answered-already')
})

test('a link opens its claim until it is over or taken back', async () => {
  const id = await claim(zaozhuang)
  here.as(ayesha)
  const { answer } = await here.ask(api.ask, { params: { id }, body: { place: 1, via: 'link', days: 10 } })
  const token = tokenIn(answer.address!)
  expect(await openLink(here.db, token, '2026-03-12T08:59:59.000Z')).toMatchObject({ mayAnswer: true, claim: { id, links: [], shown: { title: { en: 'Seminar on cell safety' } } } })
  await expect(openLink(here.db, token, '2026-03-12T09:00:00.000Z')).rejects.toMatchObject({ reason: 'confirmations.link-over', status: 404 })
  await expect(openLink(here.db, `${token.slice(0, -1)}x`, '2026-03-03T00:00:00.000Z')).rejects.toMatchObject({ reason: 'confirmations.link-over' })
  here.as(wang)
  expect((await here.ask(api.revoke, { params: { id, linkId: answer.claim.links[0]!.id } })).answer.error).toBe('confirmations.only-the-claimant')
  here.as(ayesha)
  expect((await here.ask(api.revoke, { params: { id, linkId: answer.claim.links[0]!.id } })).answer.links[0]!.revokedAt).not.toBeNull()
  await expect(byLink(token, 'confirmed')).rejects.toMatchObject({ reason: 'confirmations.link-over' })
})

test('of two answers by one letter at the same instant, one is written', async () => {
  const id = await claim(zaozhuang)
  here.as(ayesha)
  await here.ask(api.ask, { params: { id }, body: { place: 1, via: 'letter', toAddress: 'twice@example.org' } })
  const { body } = await here.db.selectFrom('letter').select('body').where('toAddress', '=', 'twice@example.org').executeTakeFirstOrThrow()
  const ends = await Promise.allSettled([byLink(tokenIn(body), 'confirmed'), byLink(tokenIn(body), 'disputed')])
  expect(ends.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  expect((await here.ask(api.read, { params: { id } })).answer.said).toHaveLength(1)
})

test('who does not answer is reminded after a week and after three, and then left in peace; who has answered is not', async () => {
  const id = await claim(zaozhuang)
  here.as(ayesha)
  await here.ask(api.ask, { params: { id }, body: { place: 1, via: 'letter', toAddress: 'slow@example.org' } })
  const remind = (now: string) => here.db.transaction().execute((db) => remindWaiting({ db, now }, home))
  const letters = () => here.db.selectFrom('letter').select(['kind', 'body']).where('toAddress', '=', 'slow@example.org').orderBy('id').execute()
  await remind('2026-03-08T09:00:00.000Z')
  expect(await letters()).toHaveLength(1)
  await remind('2026-03-09T09:00:00.000Z')
  await remind('2026-03-10T09:00:00.000Z')
  expect((await letters()).map(({ kind }) => kind)).toEqual(['confirmations.request', 'confirmations.reminder'])
  await remind('2026-03-23T09:00:00.000Z')
  await remind('2026-04-20T09:00:00.000Z')
  const [first, , third] = await letters()
  expect(await letters()).toHaveLength(3)
  await byLink(tokenIn(third!.body), 'confirmed', '2026-03-24T09:00:00.000Z')
  await expect(byLink(tokenIn(first!.body), 'disputed', '2026-03-24T09:00:00.000Z')).rejects.toMatchObject({ reason: 'confirmations.answered-already' })
})
