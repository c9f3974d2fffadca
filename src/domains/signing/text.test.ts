// A text written here is signed as the version to which every side agreed, with a hash for each authentic language.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readWord } from '#adapters/word/read-word.ts'
import { textsApi } from '#domains/texts/api.ts'
import type { TextFile } from '#domains/texts/negotiation-model.ts'
import { textRoutes } from '#domains/texts/routes.ts'
import { textToSign } from '#domains/texts/store.ts'
import { richOf } from '#platform/documents/rich.ts'
import type { Id } from '#platform/kinds.ts'
import { checkPdf } from '#platform/signatures/check.ts'
import { noPdfsig, pdfsig } from '#platform/signatures/test-paper.ts'
import { turnsOf } from '#platform/turns.ts'
import { world } from '#test/world.ts'
import { signingApi } from './api.ts'
import type { SigningFile } from './model.ts'
import { draftBetween, now, peopleAndPlaces, routes } from './test-signing.ts'
import { steps } from './test-steps.ts'

let w: Awaited<ReturnType<typeof world>>
let story: Awaited<ReturnType<typeof peopleAndPlaces>>
let go: ReturnType<typeof steps>
beforeAll(async () => {
  w = await world(() => [...routes(), ...textRoutes(readWord)], now)
  story = await peopleAndPlaces(w.db)
  go = steps(w)
})
afterAll(() => w.close())

/** A memorandum of one article in English and Chinese, to which both have agreed. */
async function agreed(): Promise<Id> {
  const { ayesha, wang, sargodha, zaozhuang } = story
  const id = await draftBetween(w.db, ayesha, sargodha, zaozhuang)
  const params = { id }
  w.as(ayesha)
  await w.ask(textsApi.begin, { params, body: { from: 'nothing', languages: ['en', 'zh'], authentic: ['en', 'zh'], prevailing: null } })
  const article = (await w.ask(textsApi.addClause, { params, body: { articleId: null, afterId: null, wordings: { en: richOf('Purpose'), zh: richOf('宗旨') } } })).answer.clauses[0]!.id
  await w.ask(textsApi.addClause, { params, body: { articleId: article, afterId: null, wordings: { en: richOf('{party.a.name} and {party.b.name} open a joint centre.'), zh: richOf('{party.a.name}与{party.b.name}设立联合中心。') } } })
  const { answer } = await w.ask(textsApi.handOver, { params, body: { toId: zaozhuang, waitingFor: 'agreement', note: null } })
  for (const viewer of [wang, ayesha]) await go.as(viewer, () => w.ask(textsApi.consent, { params, body: { versionId: answer.latest!.id } }))
  return id
}
const open = (id: Id) => go.as(story.ayesha, () => w.ask(signingApi.open, { params: { id } }))
const textOf = async (id: Id): Promise<TextFile> => (await go.as(story.ayesha, () => w.ask(textsApi.read, { params: { id } }))).answer
const turns = async (viewer: typeof story.ayesha, side: Id) => (await turnsOf(w.db, viewer, { whose: 'yours', sides: [side], today: '2026-03-02', now, limit: 20 })).rows.map(({ kind }) => kind)

test('from agreed to sealed: the board follows, each turn is somebody’s, and both languages are covered', async (context) => {
  const id = await agreed()
  expect(await turns(story.ayesha, story.sargodha)).toContain('signing.open')
  const text = await textToSign(w.db, id)
  const { answer: signing } = await open(id)
  expect([signing.hashes, signing.versionNumber, signing.stage]).toEqual([text!.hashes, text!.number, 'clearing'])
  expect([(await textOf(id)).stage, await turns(story.ayesha, story.sargodha)]).toEqual(['clearing', ['signing.clear']])
  await go.clear({ id, signing }, { [story.sargodha]: story.ayesha, [story.zaozhuang]: story.wang })
  expect([(await textOf(id)).stage, await turns(story.wang, story.zaozhuang)]).toEqual(['signing', ['signing.sign']])
  await go.sign(story.ayesha, { id, signing }, story.sargodha)
  expect((await go.sign(story.wang, { id, signing }, story.zaozhuang)).answer).toMatchObject({ stage: 'sealed', signatures: [{ hashes: text!.hashes }, { hashes: text!.hashes }] })
  expect([(await textOf(id)).stage, await turns(story.wang, story.zaozhuang)]).toEqual(['signed', []])
  const file = await go.paper(story.wang, id)
  expect((await checkPdf(file, new Date(now))).signatures.map(({ integrity, after }) => `${integrity} ${after}`)).toEqual(['valid signatures', 'valid nothing'])
  if (noPdfsig) context.skip(noPdfsig)
  expect(pdfsig(file).whole).toEqual([false, true])
})

test('what nobody agreed to is not opened, and a text reopened meanwhile is not signed', async () => {
  const { ayesha, wang, sargodha, zaozhuang } = story
  expect((await open(await draftBetween(w.db, ayesha, sargodha, zaozhuang))).answer).toMatchObject({ error: 'signing.text-not-agreed' })
  const id = await agreed()
  const signing = (await open(id)).answer as SigningFile
  await go.as(wang, () => w.ask(textsApi.reopen, { params: { id }, body: { because: 'One word in Article 1' } }))
  await go.clear({ id, signing }, { [sargodha]: ayesha, [zaozhuang]: wang })
  expect((await go.sign(ayesha, { id, signing }, sargodha)).answer).toMatchObject({ error: 'signing.text-changed' })
  expect((await go.as(ayesha, () => w.ask(signingApi.callOff, { params: { id }, body: { because: 'Reopened' } }))).status).toBe(200)
})
