// A small alliance for the tests of this room: a memorandum of two universities, one of three with a company, and their people.
import { sql } from 'kysely'
import { addAgreements } from '#domains/agreements/actions.ts'
import type { BulkDraft } from '#domains/agreements/model.ts'
import { addOrganisations } from '#domains/organisations/actions.ts'
import { house, type Viewer } from '#platform/auth/viewer.ts'
import type { Database } from '#platform/db/database.ts'
import type { Routes } from '#platform/http/serve.ts'
import { type Id, newId } from '#platform/kinds.ts'
import { uploadRoutes } from '#platform/uploads/routes.ts'
import { person, world } from '#test/world.ts'
import { confirmationRoutes } from '#domains/confirmations/routes.ts'
import { CommitmentDraft } from './model.ts'
import { commitmentRoutes } from './routes.ts'

export const clock = '2026-03-02T09:00:00.000Z'
export const home = { publicUrl: 'https://pamir.example.org', name: 'Pamir', post: { smtp: null, from: 'Pamir <pamir@localhost>' } }
const names = { sargodha: ['University of Sargodha', 'PK'], zaozhuang: ['Zaozhuang University', 'CN'], lge: ['LG Electronics', 'KR'], lanzhou: ['Lanzhou University', 'CN'] } as const

/** The doors of this room on a database with those organisations; `ayesha` is of Sargodha, `wang` of Zaozhuang, `kim` of the company, `li` has nothing to do with it. */
export async function openAlliance(further: Routes = []) {
  const here = await world([...uploadRoutes(25_000_000), ...confirmationRoutes(home), ...commitmentRoutes, ...further])
  const ids = await here.db.transaction().execute((db) => addOrganisations({ db, viewer: house, now: clock }, Object.values(names).map(([text, country]) =>
    ({ kind: 'university', country, names: [{ text, lang: 'en', kind: 'display' as const }] }))))
  const [sargodha, zaozhuang, lge, lanzhou] = ids as [Id, Id, Id, Id]
  const people = {
    ayesha: person('Ayesha', { role: 'director', at: sargodha, country: 'PK' }), bilal: person('Bilal', { role: 'faculty', at: sargodha, country: 'PK' }),
    wang: person('Wang', { role: 'director', at: zaozhuang, country: 'CN' }), kim: person('Kim', { role: 'coordinator', at: lge, country: 'KR' }), li: person('Li', { role: 'director', at: lanzhou, country: 'CN' }),
  }
  for (const { id, name } of Object.values(people)) await addPerson(here.db, id, name)
  const agreement = (more: Partial<BulkDraft> = {}) => here.db.transaction().execute(async (db) => (await addAgreements({ db, viewer: house, now: clock }, [{
    kind: 'memorandum', title: 'Joint Lithium Battery Research Centre', signedOn: '2025-03-02', signedPrecision: 'day', termKind: 'fixed', termYears: 5,
    parties: [{ organisationId: sargodha }, { organisationId: zaozhuang }], ...more,
  }]))[0]!)
  return { ...here, places: { sargodha, zaozhuang, lge, lanzhou }, people, agreement }
}

const addPerson = (db: Database, id: Id, name: string) => db.insertInto('person')
  .values({ id, name, nameNative: null, email: `${name.toLowerCase()}@example.org`, locale: 'en', passwordHash: null, source: null, example: false, createdAt: clock, closedAt: null }).execute()

/** Somebody holds an office, from a day, perhaps until one. */
export const giveOffice = (db: Database, personId: Id, role: 'director' | 'coordinator', organisationId: Id, startsOn = '2020-01-01', endsOn: string | null = null) => db.insertInto('office')
  .values({ id: newId(), personId, role, organisationId, title: null, startsOn, endsOn, givenBy: house.id, source: null, example: false }).execute()

/** An alliance that Lanzhou is the house of and the other three are members of, with these as directors. */
export async function openSilk({ db, places: { sargodha, zaozhuang, lge, lanzhou } }: Pick<Awaited<ReturnType<typeof openAlliance>>, 'db' | 'places'>, directors: readonly (readonly [Viewer, Id])[]): Promise<Id> {
  const alliance = newId()
  await sql`insert into alliance (id, organisation_id, host_id, slug, public, changed_at) values (${alliance}, ${lanzhou}, ${lanzhou}, 'silk', true, now())`.execute(db)
  for (const [someone, at] of directors) await giveOffice(db, someone.id, 'director', at)
  for (const id of [sargodha, zaozhuang, lge]) await sql`insert into alliance_standing (id, alliance_id, organisation_id, standing, recorded_by, recorded_at) values (${newId()}, ${alliance}, ${id}, 'member', ${house.id}, now())`.execute(db)
  return alliance
}

export const seminar = (more: Partial<CommitmentDraft> = {}) =>
  ({ ...CommitmentDraft.parse({ kind: 'seminar', what: { en: 'Yearly seminar', zh: '年度研讨会' }, unit: 'events', target: 1, per: 'year', eachWay: false }), ...more })
export const exchange = (more: Partial<CommitmentDraft> = {}) =>
  ({ ...CommitmentDraft.parse({ kind: 'exchange', what: { en: 'Exchange of faculty' }, unit: 'persons', target: 2, per: 'year', eachWay: true }), ...more })
