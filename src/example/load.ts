// The example alliance: everything that five published texts state, loaded through the domains' own actions.
import { addAgreements } from '#domains/agreements/actions.ts'
import type { Alliance, News, Officer, NewStandingRow } from '#domains/alliances/model.ts'
import { addAlliances, addNamedPosts, addNews, addOfficers, addStandings } from '#domains/alliances/store.ts'
import { addOrganisations } from '#domains/organisations/actions.ts'
import { propose } from '#domains/organisations/duplicate-store.ts'
import { addNamedPersons } from '#domains/people/store.ts'
import { record, recordBeginnings } from '#platform/audit/journal.ts'
import type { Viewer } from '#platform/auth/viewer.ts'
import type { Writing } from '#platform/db/database.ts'
import { type Id, type Instant, newId } from '#platform/kinds.ts'
import { putSetting, readSetting } from '#platform/settings.ts'
import { agreements } from './data/agreements.ts'
import { alliances } from './data/alliances.ts'
import { events } from './data/events.ts'
import { candidates, jointUnits, type Named, principals } from './data/organisations.ts'
import { people } from './data/people.ts'
import { sources } from './data/sources.ts'
import { signatories, visitors } from './data/universities.ts'

export type Hand = { db: Writing; viewer: Viewer; now: Instant }
/** The journal's thread of the example itself. */
export const exampleId: Id = '00000000-0000-7000-8000-0000000e0e01'
export type ExampleState = 'loaded' | 'removed'

type Keys = Map<string, Id>
const the = (keys: Keys, key: string): Id => {
  const id = keys.get(key)
  if (!id) throw new Error(`the example does not name ${key}`)
  return id
}

/** Loads it once: an installation that has it, or had it removed, or keeps records already, stays as it is. */
export async function loadExampleOnce(at: Hand): Promise<boolean> {
  const state = await readSetting<ExampleState>(at.db, 'example')
  if (state || await at.db.selectFrom('organisation').select('id').limit(1).executeTakeFirst()) return false
  await loadExample(at)
  return true
}

export async function loadExample(at: Hand): Promise<void> {
  const organisations = await loadOrganisations(at)
  const persons = await loadPeople(at, organisations)
  const allied = await loadAlliances(at, organisations, persons)
  await loadAgreements(at, organisations)
  await loadEvents(at, allied)
  await putSetting(at.db, 'example', 'loaded' satisfies ExampleState)
  await record(at, { what: 'example.loaded', about: exampleId, data: { organisations: organisations.size, alliances: allied.size, agreements: agreements.length } })
}

async function loadOrganisations(at: Hand): Promise<Keys> {
  const networks: Named[] = alliances.map(({ key, from, names, country }) => ({ key: `alliance ${key}`, from, kind: 'network', names, ...(country ? { country } : {}) }))
  const all = [...principals, ...jointUnits, ...signatories, ...visitors, ...candidates, ...networks]
  const keys: Keys = new Map(all.map(({ key }) => [key, newId()]))
  await addOrganisations(at, all.map(({ key, from, parent, successor, ...draft }) => ({
    origin: sources[from], ...plain(draft), id: the(keys, key), source: 'example' as const, example: true,
    parentId: parent ? the(keys, parent) : null, successorId: successor ? the(keys, successor) : null,
  })))
  await propose(at.db, candidates.map(({ key, mayBe, because }) => ({ a: the(keys, mayBe), b: the(keys, key), reason: 'resolver' as const, fact: because })))
  return keys
}

/** What only the example needs to know stays out of the record. */
const plain = <T extends object>(draft: T): Omit<T, 'mayBe' | 'because'> => {
  const { mayBe: _m, because: _b, ...rest } = draft as T & { mayBe?: string; because?: string }
  return rest as Omit<T, 'mayBe' | 'because'>
}

async function loadPeople(at: Hand, organisations: Keys): Promise<Keys> {
  const keys: Keys = new Map(people.map(({ key }) => [key, newId()]))
  await addNamedPersons(at.db, people.map(({ key, name, native, from }) => ({ id: the(keys, key), name, nameNative: native ?? null, source: sources[from], example: true, createdAt: at.now })))
  await addNamedPosts(at.db, people.flatMap(({ key, from, posts }) => posts.map(({ at: place, title }) => ({
    id: newId(), personId: the(keys, key), organisationId: the(organisations, place), title, namedOn: null, source: sources[from], example: true,
  }))))
  await recordBeginnings(at, people.map(({ key, name }) => ({ what: 'person.named', about: the(keys, key), data: { name } })))
  return keys
}

async function loadAlliances(at: Hand, organisations: Keys, persons: Keys): Promise<Keys> {
  const keys: Keys = new Map(alliances.map(({ key }) => [key, newId()]))
  const rows = alliances.map(({ key, slug, from, parent, host, purpose = {}, stated = {} }): Alliance => ({
    id: the(keys, key), organisationId: the(organisations, `alliance ${key}`), slug, parentId: parent ? the(keys, parent) : null, hostId: host ? the(organisations, host) : null,
    foundedOn: null, foundedPrecision: null, purpose, charter: {}, public: true, stated, source: sources[from], example: true, changedAt: at.now,
  }))
  await addAlliances(at.db, rows)
  await addStandings(at.db, alliances.flatMap(({ key, from, members = [] }) => members.map(({ of, standing }): NewStandingRow => ({
    id: newId(), allianceId: the(keys, key), organisationId: the(organisations, of), standing, fromOn: null, fromPrecision: null, untilOn: null, untilPrecision: null,
    source: sources[from], example: true, recordedBy: at.viewer.id, recordedAt: at.now,
  }))))
  await addOfficers(at.db, alliances.flatMap(({ key, from, officers = [] }) => officers.map(({ person, post, country, at: place }): Officer => ({
    id: newId(), allianceId: the(keys, key), personId: the(persons, person), post, country, organisationId: place ? the(organisations, place) : null,
    fromOn: null, fromPrecision: null, untilOn: null, untilPrecision: null, source: sources[from], example: true,
  }))))
  await recordBeginnings(at, rows.map(({ id, organisationId, source }) => ({ what: 'alliance.founded', about: id, data: { organisationId, source } })))
  return keys
}

async function loadAgreements(at: Hand, organisations: Keys): Promise<void> {
  await addAgreements(at, agreements.map(({ from, and, kind, title, signedOn, fields = [], parties, notes }) => ({
    kind, title, titleLang: 'en', fields, signedOn: signedOn ?? null, signedPrecision: signedOn ? 'day' as const : null, termKind: 'not-stated' as const,
    visibility: 'public' as const, source: [from, and].flatMap((name) => (name ? [sources[name]] : [])).join('; '), notes, example: true, parties: parties.map((key) => ({ organisationId: the(organisations, key) })),
  })))
}

async function loadEvents(at: Hand, allied: Keys): Promise<void> {
  await addNews(at.db, events.map(({ alliance, from, kind, on, precision, place, country, title, body }): News => ({
    link: null,
    id: newId(), allianceId: alliance ? the(allied, alliance) : null, kind, onDay: on ?? null, precision: on ? precision ?? 'day' : null, untilDay: null, place: place ?? null,
    country: country ?? null, title, body, public: true, source: sources[from], example: true, writtenBy: at.viewer.id, changedAt: at.now,
  })))
}
