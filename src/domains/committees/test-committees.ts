// Two universities with an agreement and people of both, for the tests of committees.
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { addAgreements } from '#domains/agreements/actions.ts'
import { addOrganisations } from '#domains/organisations/actions.ts'
import { house, type Viewer } from '#platform/auth/viewer.ts'
import type { Database } from '#platform/db/database.ts'
import type { Id } from '#platform/kinds.ts'
import { openVault } from '#platform/signatures/vault.ts'
import { person, type world } from '#test/world.ts'
import { bodiesApi } from './api.ts'
import './tables.ts'

export const now = '2026-03-02T09:00:00.000Z'
/** Where these tests stand; letters are kept. */
export const home = { publicUrl: 'https://pamir.example', name: 'Pamir', post: { smtp: null, from: 'Pamir <pamir@example.org>' }, vault: openVault(mkdtempSync(join(tmpdir(), 'pamir-minutes-'))) }
type World = Awaited<ReturnType<typeof world>>

export async function peopleAndPlaces(db: Database) {
  const [sargodha, zaozhuang, elsewhere] = (await db.transaction().execute((tx) => addOrganisations({ db: tx, viewer: house, now }, [
    { kind: 'university', country: 'PK', timeZone: 'Asia/Karachi', names: [{ text: 'University of Sargodha', lang: 'en', kind: 'display' }] },
    { kind: 'university', country: 'CN', timeZone: 'Asia/Shanghai', names: [{ text: 'Zaozhuang University', lang: 'en', kind: 'display' }] },
    { kind: 'university', country: 'TH', names: [{ text: 'Chiang Mai University', lang: 'en', kind: 'display' }] },
  ]))) as [Id, Id, Id]
  const made: unknown = await db.transaction().execute((tx) => addAgreements({ db: tx, viewer: house, now }, [{ kind: 'memorandum', title: 'Memorandum', signedOn: '2026-01-01', signedPrecision: 'day', parties: [{ organisationId: sargodha }, { organisationId: zaozhuang }] }]))
  const agreement = (made as (Id | { id: Id })[]).map((one) => (typeof one === 'string' ? one : one.id))[0]!
  const someone = (name: string, role?: 'director' | 'coordinator', at?: Id) => addPerson(db, role ? person(name, { role, at: at! }) : person(name))
  return {
    sargodha, zaozhuang, agreement, ayesha: await someone('Ayesha', 'director', sargodha), bilal: await someone('Bilal'), sana: await someone('Sana'),
    wang: await someone('Wang', 'director', zaozhuang), li: await someone('Li'), zhao: await someone('Zhao'), niran: await someone('Niran', 'director', elsewhere),
  }
}

async function addPerson(db: Database, viewer: Viewer): Promise<Viewer> {
  await db.insertInto('person').values({ id: viewer.id, name: viewer.name, nameNative: null, email: `${viewer.id}@example.org`, locale: 'en', passwordHash: null, source: null, example: false, createdAt: now, closedAt: null }).execute()
  return viewer
}

export type Story = Awaited<ReturnType<typeof peopleAndPlaces>>

/** A committee of two seats on each side: Ayesha and Bilal, Wang and Li, with Zhao as alternate to Li; both directors preside. */
export async function committee(w: World, story: Story, constituted = true) {
  const { ayesha, bilal, wang, li, zhao, agreement } = story
  w.as(ayesha)
  const { answer: body } = await w.ask(bodiesApi.draft, { body: { kind: 'joint-committee', name: { en: 'Joint Coordination Committee' }, agreementId: agreement } })
  const [ours, theirs] = body.sides.map(({ id }) => id) as [Id, Id]
  const seat = async (sideId: Id, memberId: Id, office: 'chair' | null, alternateId: Id | null = null) => (await w.ask(bodiesApi.addSeat, { params: { id: body.id }, body: { sideId, memberId, office, alternateId } })).answer
  await seat(ours, ayesha.id, 'chair')
  await seat(ours, bilal.id, null)
  await seat(theirs, wang.id, 'chair')
  const { sides } = await seat(theirs, li.id, null, zhao.id)
  if (constituted) await w.ask(bodiesApi.constitute, { params: { id: body.id } })
  return { id: body.id, ours, theirs, seats: sides.flatMap((side) => side.seats) }
}
