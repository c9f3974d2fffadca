// A real signing, from opened to sealed: who is told of each step, and who is told once of what happened at once.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { agreementRoutes } from '#domains/agreements/routes.ts'
import { signingApi } from '#domains/signing/api.ts'
import { draftBetween, now, peopleAndPlaces, routes } from '#domains/signing/test-signing.ts'
import { steps } from '#domains/signing/test-steps.ts'
import { stranger, type Viewer } from '#platform/auth/viewer.ts'
import { world } from '#test/world.ts'
import { giveOffice, home } from '#domains/commitments/fixtures.test-cases.ts'
import { tellAll } from './fixtures.test-cases.ts'
import { listNotices } from './store.ts'
import { tellNew } from './telling.ts'

let w: Awaited<ReturnType<typeof world>>
let story: Awaited<ReturnType<typeof peopleAndPlaces>>
const teller = { home, clock: () => new Date(now), viewerOf: async (id: string) => [story.ayesha, story.wang, story.secretary].find((one) => one.id === id) ?? { ...stranger, id } }
beforeAll(async () => {
  w = await world(() => [...routes(), ...agreementRoutes(async () => new Uint8Array())], now)
  story = await peopleAndPlaces(w.db)
  for (const [viewer, place] of [[story.ayesha, story.sargodha], [story.wang, story.zaozhuang]] as const) await giveOffice(w.db, viewer.id, 'director', place)
  await tellNew(w.db, teller)
})
afterAll(() => w.close())

/** What a person was told since they were last asked, oldest first. */
async function heard(viewer: Viewer): Promise<string[]> {
  await tellAll(w.db, teller)
  const told = (await listNotices(w.db, viewer, { limit: 30 })).rows.toReversed().map(({ kind, what }) => `${kind} ${what}`)
  await w.db.deleteFrom('notice').where('personId', '=', viewer.id).execute()
  return told
}

test('asked to sign, cleared, refused, signed, sealed: each is told to the other side', async () => {
  const { open, clear, sign, as } = steps(w)
  const it = await open(story.ayesha, await draftBetween(w.db, story.ayesha, story.sargodha, story.zaozhuang))
  expect(await heard(story.wang)).toContain('turn signing.opened')
  const first = it.signing.clearances.find(({ sideId }) => sideId === story.zaozhuang)!
  const answer = (state: 'given' | 'refused') => as(story.wang, () => w.ask(signingApi.answerClearance, { params: { id: it.id, clearanceId: first.id }, body: { state } }))
  expect((await answer('refused')).status).toBe(200)
  expect(await heard(story.ayesha)).toEqual(['answer signing.clearance-refused'])
  await as(story.wang, () => w.ask(signingApi.takeBackAnswer, { params: { id: it.id, clearanceId: first.id } }))
  await clear(it, { [story.sargodha]: story.ayesha, [story.zaozhuang]: story.wang })
  const cleared = await heard(story.ayesha)
  expect([cleared.length, new Set(cleared)]).toEqual([it.signing.clearances.filter(({ sideId }) => sideId === story.zaozhuang).length, new Set(['answer signing.clearance-given'])])
  await heard(story.wang)
  expect((await sign(story.ayesha, it, story.sargodha)).status).toBe(200)
  expect(await heard(story.wang)).toEqual(['answer signing.signed'])
  expect((await sign(story.wang, it, story.zaozhuang)).status).toBe(200)
  // The seal says that it is in force: that is not told a second time.
  expect(await heard(story.ayesha)).toEqual(['answer signing.signed', 'agreement signing.sealed'])
  expect(await heard(story.wang)).toEqual([])
})

test('a signing that was called off is told', async () => {
  const { open, as } = steps(w)
  const it = await open(story.ayesha, await draftBetween(w.db, story.ayesha, story.sargodha, story.zaozhuang))
  expect((await as(story.ayesha, () => w.ask(signingApi.callOff, { params: { id: it.id }, body: { because: 'The minister is ill' } }))).status).toBe(200)
  expect(await heard(story.wang)).toEqual(['turn signing.opened', 'answer signing.called-off'])
})
