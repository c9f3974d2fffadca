// Seventeen memoranda at one ceremony, a company and a faculty among the parties, run by two people at once.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { foundAlliance, giveStanding } from '#domains/alliances/actions.ts'
import { NewAlliance } from '#domains/alliances/model.ts'
import { addOrganisations } from '#domains/organisations/actions.ts'
import { house } from '#platform/auth/viewer.ts'
import { locales } from '#platform/i18n/locale.ts'
import { wordsFor } from '#platform/i18n/words.ts'
import type { Id } from '#platform/kinds.ts'
import { world } from '#test/world.ts'
import { ceremoniesApi as api } from './api.ts'
import { alternated, flagsOf } from './ceremony-rules.ts'
import { publishedCeremony } from './ceremony-store.ts'
import { draftOf, now, peopleAndPlaces, routes } from './test-signing.ts'
import type { steps } from './test-steps.ts'

let w: Awaited<ReturnType<typeof world>>
let story: Awaited<ReturnType<typeof peopleAndPlaces>>
let partners: Id[]
let agreements: Id[]
beforeAll(async () => {
  w = await world(routes, now)
  story = await peopleAndPlaces(w.db)
  partners = (await w.db.transaction().execute((tx) => addOrganisations({ db: tx, viewer: house, now }, Array.from({ length: 17 }, (_, at) => ({
    kind: at === 4 ? 'company' as const : 'university' as const, country: ['GB', 'IT', 'KR', 'TH', 'KZ'][at % 5]!, names: [{ text: `Partner ${at + 1}`, lang: 'en', kind: 'display' as const }],
  }))))) as Id[]
  agreements = []
  for (const [at, partner] of partners.entries()) {
    agreements.push(await draftOf(w.db, story.ayesha, [{ organisationId: story.sargodha, ...(at === 2 ? { unit: 'Faculty of Medicine' } : {}) }, { organisationId: partner }, ...(at === 4 ? [{ organisationId: partners[2]! }] : [])]))
  }
})
afterAll(() => w.close())
const as: ReturnType<typeof steps>['as'] = (viewer, deed) => (w.as(viewer), deed())
const event = () => ({ title: { en: 'Opening of the alliance' }, heldOn: '2026-05-23', startsAt: '15:00', zone: 'Asia/Karachi', hostId: story.sargodha, agreements, people: [{ name: 'The minister', role: 'witness' as const, seat: 'A1' }, { name: 'Dr. Rossi', role: 'signatory' as const, agreementId: agreements[1]!, remote: true }] })
const prepared = async () => (await as(story.ayesha, () => w.ask(api.prepare, { body: event() }))).answer

test('the sheet names who signs from the parties, unless it was said, and no side leads throughout', async () => {
  const ceremony = await prepared()
  expect([ceremony.items.length, ceremony.items[4]!.sides.length, ceremony.items[4]!.signatories.length, ceremony.items[2]!.sides.find(({ unit }) => unit)?.unit]).toEqual([17, 3, 3, 'Faculty of Medicine'])
  expect(ceremony.items[1]!.signatories).toMatchObject([{ name: 'Dr. Rossi', remote: true }])
  expect(ceremony.items.slice(0, 3).map(({ sides }) => sides[0]!.organisation.name)).toEqual(['University of Sargodha', 'Partner 2', 'University of Sargodha'])
  expect(ceremony.flags).toEqual(['IT', 'KZ', 'PK', 'KR', 'TH', 'GB'])
  // Called and exchanged, and each signatory between: 17 × 2, one for each party of fifteen, three for the three-party one, one for the one that was named.
  expect(ceremony.sequence.length).toBe(17 * 2 + 15 * 2 + 3 + 1)
  expect(ceremony.sequence.slice(0, 4).map(({ kind }) => kind)).toEqual(['called', 'signs', 'signs', 'exchanged'])
})

test('whoever is named signs for their side; the others sign as their parties say', async () => {
  const named = { name: 'Rector Kim', role: 'signatory' as const, agreementId: agreements[4]!, organisationId: partners[2]!, remote: true }
  const { answer } = await as(story.ayesha, () => w.ask(api.prepare, { body: { ...event(), people: [named] } }))
  expect(answer.items[4]!.signatories.map(({ name, organisationId }) => [name, organisationId]).toSorted()).toEqual([['Partner 5', partners[4]], ['Rector Kim', partners[2]], ['University of Sargodha', story.sargodha]])
})

test('it moves one step at a time; of two who press at once the second is told; it can go back', async () => {
  const { id, sequence } = await prepared()
  const move = (seen: number, to: number, viewer: typeof story.ayesha | undefined = story.ayesha) => as(viewer, () => w.ask(api.move, { params: { id }, body: { seen, to } }))
  const both = await Promise.all([move(0, 1), move(0, 1)])
  expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409])
  expect(both.find(({ status }) => status === 409)!.answer).toMatchObject({ error: 'signing.moved-meanwhile' })
  expect((await move(1, 3)).answer).toMatchObject({ error: 'signing.one-step-at-a-time' })
  expect((await move(1, 0)).answer).toMatchObject({ done: 0 })
  for (const [viewer, status] of [[undefined, 401], [story.wang, 404]] as const) {
    w.as(viewer)
    expect((await w.ask(api.move, { params: { id }, body: { seen: 0, to: 1 } })).status).toBe(status)
  }
  expect((await as(story.ayesha, () => w.ask(api.publish, { params: { id } }))).answer).toMatchObject({ error: 'signing.ceremony-not-over' })
  for (let at = 0; at < sequence.length; at++) expect((await move(at, at + 1)).status).toBe(200)
  expect(await publishedCeremony(w.db, id)).toBeUndefined()
  expect((await as(story.ayesha, () => w.ask(api.change, { params: { id }, body: { ...event(), seen: now } }))).answer).toMatchObject({ error: 'signing.ceremony-over' })
  expect((await as(story.ayesha, () => w.ask(api.publish, { params: { id } }))).status).toBe(200)
  // They are drafts still: the world hears who signed with whom, not what.
  const shown = await publishedCeremony(w.db, id)
  expect([shown!.items.length, shown!.items.every(({ title }) => title === null)]).toEqual([17, true])
})

describe('who sees it', () => {
  test('a partner sees the sheet, with the title of its own agreement only', async () => {
    const { id } = await prepared()
    const partner = { ...story.wang, offices: story.wang.offices.map((office) => ({ ...office, organisationId: partners[5]!, within: [partners[5]!] })) }
    const { answer } = await as(partner, () => w.ask(api.ceremony, { params: { id } }))
    expect([answer.items.filter(({ title }) => title !== null).map(({ agreementId }) => agreementId), answer.mayRun]).toEqual([[agreements[5]], false])
    expect((await as(story.outsider, () => w.ask(api.ceremony, { params: { id } }))).status).toBe(404)
  })
  test('an agreement that one does not see is not put into it', async () => {
    const elsewhere = await as(story.outsider, () => w.ask(api.prepare, { body: { ...event(), hostId: story.outsider.offices[0]!.organisationId!, people: [] } }))
    expect(elsewhere.answer).toMatchObject({ error: 'signing.agreement-unknown' })
    expect((await as(story.outsider, () => w.ask(api.prepare, { body: event() }))).answer).toMatchObject({ error: 'signing.only-the-host' })
  })
})

describe('where it is found', () => {
  test('by an agreement that is signed there, and by its host’s alliance; by others once its result is published', async () => {
    const { id, sequence } = await prepared()
    const of = async (viewer: typeof story.ayesha, query: object) => (await as(viewer, () => w.ask(api.ceremonies, { query }))).answer
    const partner = { ...story.wang, offices: story.wang.offices.map((office) => ({ ...office, organisationId: partners[5]!, within: [partners[5]!] })) }
    expect((await of(partner, { agreement: agreements[5]! })).some((one) => one.id === id && one.seen)).toBe(true)
    expect((await as(partner, () => w.ask(api.ceremonies, { query: { agreement: agreements[4]! } }))).status).toBe(404)
    const alliance = await w.db.transaction().execute(async (tx) => {
      const at = { db: tx, viewer: { ...house, admin: true }, now, today: now.slice(0, 10) } as never
      const { id: founded } = await foundAlliance(at, NewAlliance.parse({ name: 'Alliance of the ceremony' }))
      await giveStanding(at, founded, { organisationId: story.sargodha, standing: 'member', from: null, source: null })
      return founded
    })
    expect((await of(story.outsider, { alliance })).some((one) => one.id === id)).toBe(false)
    for (let at = 0; at < sequence.length; at++) await as(story.ayesha, () => w.ask(api.move, { params: { id }, body: { seen: at, to: at + 1 } }))
    await as(story.ayesha, () => w.ask(api.publish, { params: { id } }))
    expect((await of(story.outsider, { alliance })).find((one) => one.id === id)?.seen).toBe(false)
    expect((await of(story.ayesha, { alliance })).find((one) => one.id === id)?.seen).toBe(true)
    expect(await of(story.outsider, {})).toEqual([])
  })

  test('its history tells each step to whoever has its sheet', async () => {
    const { id } = await prepared()
    for (const [seen, to] of [[0, 1], [1, 2], [2, 1]] as const) await as(story.ayesha, () => w.ask(api.move, { params: { id }, body: { seen, to } }))
    const { answer } = await as(story.ayesha, () => w.ask(api.ceremonyHistory, { params: { id } }))
    expect(answer.map(({ what, who }) => [what, who])).toEqual(['stepped-back', 'stepped', 'stepped', 'prepared'].map((what) => [`ceremony.${what}`, 'Ayesha Khan']))
    for (const locale of locales) for (const { what } of answer) expect(wordsFor(locale)[`signing.history.ceremony-${what.slice('ceremony.'.length)}`], `${locale} ${what}`).toBeTruthy()
    expect((await as(story.outsider, () => w.ask(api.ceremonyHistory, { params: { id } }))).status).toBe(404)
  })
})

test('the alternat and the flags', () => {
  expect([0, 1, 2].map((place) => alternated(['a', 'b', 'c'], place).join(''))).toEqual(['abc', 'bca', 'cab'])
  expect(flagsOf(['PK', null, 'CN', 'PK'])).toEqual(['CN', 'PK'])
})
