// Persons by name: kept where a promise is about persons, seen by the sides, and by nobody else however they come.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { agreementsApi } from '#domains/agreements/api.ts'
import { agreementRoutes } from '#domains/agreements/routes.ts'
import { confirmationsApi } from '#domains/confirmations/api.ts'
import { openLink } from '#domains/confirmations/link-actions.ts'
import { ActivityDraft } from './activity-model.ts'
import { activitiesApi } from './api.ts'
import { clock, openAlliance } from './fixtures.test-cases.ts'
import { bodyOf, chosen, type Filled } from './pages/log-state.ts'

let here: Awaited<ReturnType<typeof openAlliance>>
beforeAll(async () => { here = await openAlliance(agreementRoutes(async () => new Uint8Array())) })
afterAll(() => here.close())

const name = 'Fatima Noor'
const ask = async (who: keyof typeof here.people | null, id: string) => { here.as(who ? here.people[who] : undefined); return here.ask(activitiesApi.read, { params: { id } }) }

test('the sides read the names; whoever may read of a public agreement reads the numbers, and nobody a name', async () => {
  const { sargodha, zaozhuang } = here.places
  const agreementId = await here.agreement({ visibility: 'public' })
  here.as(here.people.ayesha)
  const draft = ActivityDraft.parse({ what: 'Exchange', onDay: '2026-03-01', sideId: sargodha, numbers: [{ organisationId: zaozhuang, inPerson: 1, online: 0 }], persons: [{ name, organisationId: zaozhuang }], serves: [{ agreementId }] })
  const { answer: { id, serves } } = await here.ask(activitiesApi.log, { body: draft })
  for (const who of ['ayesha', 'bilal', 'wang'] as const) expect((await ask(who, id)).answer.persons, who).toEqual([{ name, organisationId: zaozhuang }])
  for (const who of ['li', 'kim'] as const) {
    const { status, answer } = await ask(who, id)
    expect([status, answer.persons, answer.numbers.length], who).toEqual([200, [], 1])
    expect(JSON.stringify((await here.ask(activitiesApi.ofAgreement, { params: { id: agreementId } })).answer)).not.toContain(name)
    expect(JSON.stringify((await here.ask(agreementsApi.history, { params: { id: agreementId } })).answer)).not.toContain(name)
  }
  expect((await ask(null, id)).status).toBe(401)
  here.as(here.people.ayesha)
  const { address } = (await here.ask(confirmationsApi.ask, { params: { id: serves[0]!.claim.id }, body: { place: 1, via: 'link' } })).answer
  expect(JSON.stringify(await openLink(here.db, address!.split('/c/')[1]!, clock))).not.toContain(name)
})

test('the form sends each name with its side, and an entry kept on a device from before there was such a field is sent too', () => {
  const { sargodha, zaozhuang } = here.places
  const filled = { id: sargodha, agreementId: sargodha, sideId: sargodha, what: 'Exchange', onDay: '2026-03-01', untilDay: '', place: '', online: false, heads: {}, serves: {}, files: [], link: '' } satisfies Filled
  expect(bodyOf({ ...filled, persons: { [sargodha]: `${name}\n`, [zaozhuang]: ' 王丽\n\nChen Yu\n王丽' } }, 'en').persons).toEqual([{ name, organisationId: sargodha }, { name: '王丽', organisationId: zaozhuang }, { name: 'Chen Yu', organisationId: zaozhuang }])
  expect(ActivityDraft.parse({ ...bodyOf(filled, 'en'), id: undefined }).persons).toEqual([])
  // Another agreement has other sides: names of the one before are not carried over.
  expect(chosen({ id: zaozhuang, sides: [{ id: zaozhuang }], commitments: [] } as never, here.people.wang).persons).toEqual({})
})
