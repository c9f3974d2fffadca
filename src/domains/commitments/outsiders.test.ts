// Who reads a public agreement without being of its sides reads that something was disputed or let go, and not the words with which the sides said so.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { agreementsApi } from '#domains/agreements/api.ts'
import { agreementRoutes } from '#domains/agreements/routes.ts'
import { confirmationsApi } from '#domains/confirmations/api.ts'
import type { Viewer } from '#platform/auth/viewer.ts'
import { activitiesApi, termsApi } from './api.ts'
import { openAlliance } from './fixtures.test-cases.ts'

let here: Awaited<ReturnType<typeof openAlliance>>
beforeAll(async () => { here = await openAlliance(agreementRoutes(async () => new Uint8Array())) })
afterAll(() => here.close())

test('a dispute, its answer and a term that is let go: the sides read why, others read that it is so', async () => {
  const { ayesha, bilal, wang, li } = here.people
  const id = await here.agreement({ visibility: 'public' })
  here.as(ayesha)
  const { serves } = (await here.ask(activitiesApi.log, { body: { what: 'Seminar', lang: 'en', onDay: '2026-02-20', sideId: here.places.sargodha, serves: [{ agreementId: id }] } as never })).answer
  const claim = { id: serves[0]!.claim.id }
  here.as(wang)
  await here.ask(confirmationsApi.answer, { params: claim, body: { answer: 'disputed', reason: 'Zugzwang: nobody came' } })
  here.as(ayesha)
  await here.ask(confirmationsApi.claimAgain, { params: claim, body: { words: 'Zugzwang: eleven came' } })
  await here.ask(termsApi.act, { params: { id }, body: { act: 'let-lapse', reason: 'Zugzwang: no money', effectiveOn: null } as never })
  const said = async (viewer: Viewer) => {
    here.as(viewer)
    const all = await Promise.all([here.ask(confirmationsApi.read, { params: claim }), here.ask(termsApi.term, { params: { id } }), here.ask(agreementsApi.history, { params: { id } })])
    expect(all.map(({ status }) => status)).toEqual([200, 200, 200])
    return all.map(({ bytes }) => bytes.toString().split('Zugzwang').length - 1)
  }
  expect(await said(wang)).toEqual([2, 1, 3])
  expect(await said(bilal), 'any office at a side').toEqual([2, 1, 3])
  expect(await said(li)).toEqual([0, 0, 0])
  const { answer } = await here.ask(confirmationsApi.read, { params: claim })
  expect(answer.said.map(({ said: what }) => what)).toEqual(['disputed', 'claimed-again'])
})
