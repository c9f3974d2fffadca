// Three refusals for each deed: nobody, the wrong office, the wrong moment.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '#platform/kinds.ts'
import { activitiesApi, commitmentsApi as api } from './api.ts'
import { openAlliance, seminar } from './fixtures.test-cases.ts'

let here: Awaited<ReturnType<typeof openAlliance>>
beforeAll(async () => { here = await openAlliance() })
afterAll(() => here.close())

test('nobody and one from elsewhere', async () => {
  const id = await here.agreement()
  here.as(here.people.ayesha)
  const [one] = (await here.ask(api.record, { params: { id }, body: seminar() })).answer.commitments
  const { answer: done } = await here.ask(activitiesApi.log, { body: { what: 'Visit', onDay: '2026-02-01', sideId: here.places.sargodha, serves: [{ agreementId: id }] } })
  const params = { id: one!.id }
  const deeds = {
    record: () => here.ask(api.record, { params: { id }, body: seminar() }),
    revise: () => here.ask(api.revise, { params, body: { ...seminar(), seen: one!.changedAt } }),
    withdraw: () => here.ask(api.withdraw, { params, body: { because: 'No' } }),
    log: () => here.ask(activitiesApi.log, { body: { what: 'Visit', onDay: '2026-02-01', sideId: here.places.sargodha, serves: [{ agreementId: id }] } }),
    withdrawActivity: () => here.ask(activitiesApi.withdrawActivity, { params: { id: done.id }, body: { because: 'No' } }),
    addEvidence: () => here.ask(activitiesApi.addEvidence, { params: { id: done.id }, file: new Blob(['%PDF-1.7']) }),
    addLink: () => here.ask(activitiesApi.addLink, { params: { id: done.id }, body: { url: 'https://example.org' } }),
  }
  for (const [name, deed] of Object.entries(deeds)) {
    here.as(undefined)
    expect([name, (await deed()).status]).toEqual([name, 401])
    here.as(here.people.li)
    expect([name, (await deed()).status]).toEqual([name, 404])
  }
  // A teacher logs what was done, and does not say what is promised.
  here.as(here.people.bilal)
  for (const name of ['record', 'revise', 'withdraw'] as const) expect([name, (await deeds[name]()).answer.error]).toEqual([name, 'commitments.only-a-record-keeper'])
  here.as(here.people.wang)
  expect((await deeds.log()).answer.error).toBe('commitments.only-for-own-side')
  for (const name of ['withdrawActivity', 'addEvidence', 'addLink'] as const) expect([name, (await deeds[name]()).answer.error]).toEqual([name, 'commitments.only-who-claims'])
})

test('the wrong moment', async () => {
  const [id, draft] = [await here.agreement(), await here.agreement({ draft: true, signedOn: null, signedPrecision: null })]
  here.as(here.people.ayesha)
  const log = (more: object) => here.ask(activitiesApi.log, { body: { what: 'Visit', onDay: '2026-02-01', sideId: here.places.sargodha, serves: [{ agreementId: id }], ...more } })
  expect((await here.ask(api.record, { params: { id: draft }, body: seminar() })).answer.error).toBe('commitments.agreement-is-a-draft')
  expect((await log({ serves: [{ agreementId: draft }] })).answer.error).toBe('commitments.agreement-is-a-draft')
  expect((await log({ onDay: '2026-03-04' })).answer.fields).toEqual({ onDay: ['commitments.not-yet-happened'] })
  // It is tomorrow already somewhere on earth.
  here.at('2026-03-02T10:30:00.000Z')
  expect((await log({ onDay: '2026-03-03' })).status).toBe(200)
  expect((await log({ serves: [{ agreementId: id, commitmentId: newId() }] })).answer.fields).toEqual({ serves: ['commitments.commitment-unknown'] })
  expect((await log({ id: '8c1f8a3e-7f1b-4c1d-9a52-0123456789ab' })).answer.fields).toEqual({ id: ['commitments.id-not-v7'] })
  const [one] = (await here.ask(api.record, { params: { id }, body: seminar() })).answer.commitments
  expect((await here.ask(api.revise, { params: { id: one!.id }, body: { ...seminar(), seen: '2020-01-01T00:00:00.000Z' } })).answer.error).toBe('commitments.changed-meanwhile')
  expect((await here.ask(api.record, { params: { id }, body: seminar({ amount: 5000 }) })).answer.fields).toEqual({ currency: ['commitments.currency-missing'] })
  expect((await here.ask(api.record, { params: { id }, body: seminar({ payerId: here.places.lge }) })).answer.fields).toEqual({ payerId: ['commitments.not-a-side'] })
  await here.ask(api.withdraw, { params: { id: one!.id }, body: { because: 'A mistake' } })
  expect((await here.ask(api.withdraw, { params: { id: one!.id }, body: { because: 'Twice' } })).answer.error).toBe('commitments.commitment-is-withdrawn')
})
