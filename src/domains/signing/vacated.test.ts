// An office is vacated while its turn is open: who held it signs nothing any more, the turn stays with the side, and a successor takes it up.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeViewerOf } from '#domains/people/sign-in/identify.ts'
import type { Viewer } from '#platform/auth/viewer.ts'
import { type Id, newId } from '#platform/kinds.ts'
import { turnsOf } from '#platform/turns.ts'
import { world } from '#test/world.ts'
import { signingApi } from './api.ts'
import type { SigningFile } from './model.ts'
import { draftBetween, now, peopleAndPlaces, routes } from './test-signing.ts'
import { type Opened, steps } from './test-steps.ts'

let w: Awaited<ReturnType<typeof world>>
let story: Awaited<ReturnType<typeof peopleAndPlaces>>
let viewerOf: (id: Id, now: Date) => Promise<Viewer>
beforeAll(async () => {
  w = await world(routes, now)
  story = await peopleAndPlaces(w.db)
  viewerOf = makeViewerOf(w) as never
})
afterAll(() => w.close())

const give = async (personId: Id, role: 'signatory' | 'director', organisationId: Id): Promise<Id> => {
  const id = newId()
  await w.db.insertInto('office').values({ id, personId, role, organisationId, title: null, startsOn: '2026-01-01', endsOn: null, vacatedAt: null, givenBy: personId, source: null, example: false } as never).execute()
  return id
}
const vacate = (id: Id) => w.db.updateTable('office').set({ vacatedAt: now, endsOn: now.slice(0, 10) }).where('id', '=', id).execute()
const turns = async (viewer: Viewer) => (await turnsOf(w.db, viewer, { whose: 'yours', sides: [story.zaozhuang], today: now.slice(0, 10), now, limit: 20 })).rows.map(({ kind }) => kind)
/** Who they are to the house at this moment, with the offices that stand in its books. */
const asHeld = (person: Viewer) => viewerOf(person.id, new Date(now))

test('vacated before a clearance and before the last signature: refused, not lost; the successor signs in an office of their own', async () => {
  const { open, clear, sign, as } = steps(w)
  const office = await give(story.wang.id, 'signatory', story.zaozhuang)
  const it: Opened = await open(story.ayesha, await draftBetween(w.db, story.ayesha, story.sargodha, story.zaozhuang))
  const wang = await asHeld(story.wang)
  expect(await turns(wang)).toEqual(['signing.clear'])
  await clear(it, { [story.sargodha]: story.ayesha, [story.zaozhuang]: wang })
  await sign(story.ayesha, it, story.sargodha)
  expect(await turns(wang)).toEqual(['signing.sign'])

  await vacate(office)
  const gone = await asHeld(story.wang)
  expect((await sign(gone, it, story.zaozhuang)).status).toBe(404)
  expect((await as(gone, () => w.ask(signingApi.panel, { params: { id: it.id } }))).status).toBe(404)
  expect(await turns(gone)).toEqual([])

  const successorOffice = await give(story.secretary.id, 'director', story.zaozhuang)
  const successor = await asHeld(story.secretary)
  expect(await turns(successor)).toEqual(['signing.sign'])
  const sealed = (await sign(successor, it, story.zaozhuang)).answer as SigningFile
  expect([sealed.stage, sealed.signatures.length]).toEqual(['sealed', 2])
  const { office: signedIn, personId } = await w.db.selectFrom('signature').select(['office', 'personId']).where('sideId', '=', story.zaozhuang).where('signingId', '=', it.signing.id).executeTakeFirstOrThrow()
  expect([signedIn, personId]).toEqual([successorOffice, story.secretary.id])
})

test('vacated after the first of two signatures, that signature stands: it was given in office', async () => {
  const { open, clear, sign } = steps(w)
  const office = await give(story.wang.id, 'signatory', story.zaozhuang)
  const wang = await asHeld(story.wang)
  const it = await open(story.ayesha, await draftBetween(w.db, story.ayesha, story.sargodha, story.zaozhuang))
  await clear(it, { [story.sargodha]: story.ayesha, [story.zaozhuang]: wang })
  await sign(wang, it, story.zaozhuang)
  await vacate(office)
  expect((await sign(story.ayesha, it, story.sargodha)).answer).toMatchObject({ stage: 'sealed', signatures: [{ name: '王丽', authority: 'office' }, {}] })
})
