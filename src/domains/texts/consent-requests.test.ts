// A side without an account agrees to a version by a link: what it reads, what its answer does, and when it can do nothing.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { confirmationsApi } from '#domains/confirmations/api.ts'
import { answerByLink, openFileByLink, openLink } from '#domains/confirmations/link-actions.ts'
import { confirmationRoutes } from '#domains/confirmations/routes.ts'
import { chainOf } from '#platform/audit/journal.ts'
import { richOf } from '#platform/documents/rich.ts'
import { textsApi as api } from './api.ts'
import { ayesha, bilal, company, elsewhere, sargodha, story, teacher, wang, zaozhuang } from './story.test-cases.ts'

const home = { publicUrl: 'https://pamir.example.org', name: 'Pamir', post: { smtp: null, from: 'Pamir <pamir@localhost>' } }
const now = '2026-03-02T09:00:00.000Z'
let here: Awaited<ReturnType<typeof story>>
beforeAll(async () => { here = await story(confirmationRoutes(home)) })
afterAll(() => here.close())

/** Agreed to by Sargodha, and in the hands of Zaozhuang, where nobody has an account. */
async function offered() {
  const { agreementId, clause } = await here.begun()
  const text = (await here.ask(api.handOver, { params: { id: agreementId }, body: { toId: zaozhuang, waitingFor: 'agreement' } })).answer
  return { params: { id: agreementId }, clause, body: { versionId: text.latest!.id, sideId: zaozhuang } }
}
async function asked(it: Awaited<ReturnType<typeof offered>>) {
  const { claim } = (await here.ask(api.askConsent, it)).answer
  const { address } = (await here.ask(confirmationsApi.ask, { params: { id: claim }, body: { place: 1, via: 'link' } })).answer
  return { claim, token: address!.split('/c/')[1]! }
}
const answer = (token: string, answer: 'confirmed' | 'disputed' = 'confirmed', reason: string | null = null) =>
  here.db.transaction().execute((db) => answerByLink({ db, now }, token, { name: 'Kim Min-jun', officeName: 'Head of research' }, { answer, reason }))
const read = async (id: string) => { here.as(ayesha); return (await here.ask(api.read, { params: { id } })).answer }

test('what it reads is the version, whole and as a file; its word is its side’s consent, and the text is agreed', async () => {
  const it = await offered()
  const { claim, token } = await asked(it)
  expect((await here.ask(api.askConsent, it)).answer.claim).toBe(claim)
  const { claim: { shown, sides }, mayAnswer } = await openLink(here.db, token, now)
  expect([shown.title, shown.lines[0]!.values, shown.evidence[0]!.title, sides.map(({ answer: said }) => said), mayAnswer]).toEqual([{ en: 'Joint battery research', zh: '电池联合研究' }, { number: 1 }, 'Joint battery research v1.pdf', ['claims', 'open'], true])
  const { body } = await openFileByLink(here.db, token, it.body.versionId, now)
  expect(Buffer.from(body as Uint8Array).subarray(0, 5).toString()).toBe('%PDF-')
  await expect(openFileByLink(here.db, token, it.params.id, now)).rejects.toThrow()
  await answer(token)
  const text = await read(it.params.id)
  expect([text.stage, text.latest!.consents]).toEqual(['agreed', [expect.objectContaining({ sideId: sargodha, who: 'Ayesha' }), expect.objectContaining({ sideId: zaozhuang, who: 'Kim Min-jun, Head of research' })]])
  const told = (await chainOf(here.db, it.params.id)).map(({ what }) => what)
  expect(told.filter((what) => /consented|agreed|confirmed/.test(what))).toEqual(['text.consented', 'claim.confirmed', 'text.consented', 'text.agreed'])
  const visitor = { byName: 'Kim Min-jun, Head of research', via: 'link' }
  expect((await chainOf(here.db, it.params.id)).filter(({ what }) => what === 'text.consented').map(({ data }) => data)).toEqual([expect.not.objectContaining(visitor), expect.objectContaining(visitor)])
  await expect(answer(token)).rejects.toMatchObject({ reason: 'confirmations.answered-already' })
})

test('a dispute gives the turn back with its reason; when the text is changed for it, the old address asks for nothing any more', async () => {
  const it = await offered()
  const { token } = await asked(it)
  await answer(token, 'disputed', 'Two centres were meant')
  const text = await read(it.params.id)
  expect(text.turn).toMatchObject({ sideId: sargodha, waitingFor: 'answer', note: 'Two centres were meant' })
  const worded = await here.ask(api.word, { params: { ...it.params, clauseId: it.clause, lang: 'en' }, body: { content: richOf('Two centres are opened.'), seen: 1 } })
  expect(worded.status).toBe(200)
  expect((await openLink(here.db, token, now))).toMatchObject({ mayAnswer: false, claim: { state: 'withdrawn', withdrawnBecause: expect.stringContaining('Version 1') } })
  // Whoever opens the address after that hears when the text became another, and then which version followed.
  const meanwhile = async () => (await openLink(here.db, token, now)).claim.shown.lines.find(({ label }) => label === 'texts.asked.meanwhile')
  expect(await meanwhile()).toMatchObject({ key: 'texts.asked.changed', values: { number: 1, on: '2026-03-02' } })
  await expect(answer(token)).rejects.toMatchObject({ reason: 'confirmations.is-withdrawn' })
  expect((await read(it.params.id)).latest!.consents).toEqual([])
  await here.ask(api.handOver, { params: it.params, body: { toId: zaozhuang, waitingFor: 'agreement' } })
  expect(await meanwhile()).toMatchObject({ key: 'texts.asked.newer', values: { number: 1, newer: 2, on: '2026-03-02' } })
})

test('what was not asked about is not agreed to: a text that changed under the answer keeps it out', async () => {
  const it = await offered()
  const { token } = await asked(it)
  // As when both happen at one moment: the claim is still open, the text is another.
  await here.db.updateTable('textWording').set({ content: JSON.stringify(richOf('Something else')) as never }).where('clauseId', '=', it.clause).where('lang', '=', 'en').execute()
  await expect(answer(token)).rejects.toMatchObject({ reason: 'texts.changed-since-version' })
  expect(await here.db.selectFrom('confirmationAnswer').innerJoin('confirmation', 'confirmation.id', 'confirmationAnswer.confirmationId').select('said').where('scope', '=', it.params.id).execute()).toEqual([])
})

test('taking one’s own agreement back, and the end of the negotiation, end the asking', async () => {
  const it = await offered()
  const { token } = await asked(it)
  await here.ask(api.takeConsentBack, { params: it.params })
  await expect(answer(token)).rejects.toMatchObject({ reason: 'confirmations.is-withdrawn' })
  const other = await offered()
  const { token: late } = await asked(other)
  here.as(wang)
  await here.ask(api.consent, { params: other.params, body: { versionId: other.body.versionId } })
  await expect(answer(late)).rejects.toMatchObject({ reason: 'confirmations.is-withdrawn' })
})

test('nobody, the wrong office and the wrong moment are refused', async () => {
  const it = await offered()
  here.as(undefined)
  expect((await here.ask(api.askConsent, it)).status).toBe(401)
  here.as(elsewhere)
  expect((await here.ask(api.askConsent, it)).status).toBe(404)
  here.as(teacher)
  expect((await here.ask(api.askConsent, it)).answer).toMatchObject({ error: 'texts.only-a-side' })
  here.as(wang)
  expect((await here.ask(api.askConsent, { ...it, body: { ...it.body, sideId: sargodha } })).answer).toMatchObject({ error: 'texts.agree-first' })
  here.as(bilal)
  for (const sideId of [sargodha, company]) expect((await here.ask(api.askConsent, { ...it, body: { ...it.body, sideId } })).answer).toMatchObject({ error: 'texts.not-a-side' })
  expect((await here.ask(api.askConsent, { ...it, body: { ...it.body, versionId: it.params.id } })).answer).toMatchObject({ error: 'texts.newer-version' })
  here.as(wang)
  await here.ask(api.consent, { params: it.params, body: { versionId: it.body.versionId } })
  here.as(ayesha)
  expect((await here.ask(api.askConsent, it)).answer).toMatchObject({ error: 'texts.is-agreed' })
})
