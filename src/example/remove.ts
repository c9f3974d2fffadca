// Takes the example away again: exactly what is labelled and used by no one else's records. What stays is named, with what uses it.
import { type RawBuilder, sql } from 'kysely'
import { handToRegister, removeOrganisations } from '#domains/organisations/actions.ts'
import { record } from '#platform/audit/journal.ts'
import { anyOf, type Reading, type Writing } from '#platform/db/database.ts'
import type { Id } from '#platform/kinds.ts'
import { putSetting } from '#platform/settings.ts'
import { exampleId, type ExampleState, type Hand } from './load.ts'

export type Stayed = { kind: 'organisation' | 'alliance' | 'agreement' | 'person'; id: Id; name: string; because: string[] }
export type Removal = { removed: Record<string, number>; stayed: Stayed[] }

export async function removeExample(at: Hand): Promise<Removal> {
  const leaves = await removeLeaves(at.db)
  const agreements = await removeUnused(at.db, agreementKind)
  const alliances = await removeUnused(at.db, allianceKind)
  const persons = await removeUnused(at.db, personKind)
  const registered = (await handToRegister(at)).map((row): Stayed => ({ kind: 'organisation', ...row, because: ['register'] }))
  const organisations = await removeUnused(at.db, organisationKind)
  const removal = {
    removed: { ...leaves, agreements: agreements.removed, alliances: alliances.removed, persons: persons.removed, organisations: organisations.removed },
    stayed: [...agreements.stayed, ...alliances.stayed, ...persons.stayed, ...organisations.stayed, ...registered],
  }
  await putSetting(at.db, 'example', 'removed' satisfies ExampleState)
  await record(at, { what: 'example.removed', about: exampleId, data: removal })
  return removal
}

/** How many labelled records there are. */
export async function countExample(db: Reading): Promise<Record<'organisations' | 'alliances' | 'agreements' | 'persons' | 'news', number>> {
  const count = async (table: 'organisation' | 'alliance' | 'agreement' | 'person' | 'allianceNews') =>
    (await db.selectFrom(table).select((of) => of.fn.countAll<number>().as('n')).where('example' as never, '=', true as never).executeTakeFirstOrThrow()).n
  return {
    organisations: await count('organisation'), alliances: await count('alliance'), agreements: await count('agreement'),
    persons: await count('person'), news: await count('allianceNews'),
  }
}

/** What hangs on others and on which nothing hangs. */
async function removeLeaves(db: Writing): Promise<Record<string, number>> {
  const gone = async (table: 'allianceNews' | 'allianceOfficer' | 'allianceStanding' | 'namedPost' | 'office') =>
    Number((await db.deleteFrom(table).where('example', '=', true).executeTakeFirst()).numDeletedRows)
  return {
    news: await gone('allianceNews'), officers: await gone('allianceOfficer'), standings: await gone('allianceStanding'),
    posts: await gone('namedPost'), offices: await gone('office'),
  }
}

type Kind = {
  kind: Stayed['kind']; table: string; name: RawBuilder<string>
  /** Tables whose rows are part of the record and go with it. */
  own: string[]
  /** Further uses that no foreign key tells of. */
  also: (db: Writing, ids: Id[]) => Promise<{ id: Id; because: string }[]>
  remove: (db: Writing, ids: Id[]) => Promise<void>
}

const filesAbout = async (db: Writing, ids: Id[]) =>
  (await db.selectFrom('file').select('about as id').where('about', '=', anyOf(ids)).where('removedAt', 'is', null).execute()).map(({ id }) => ({ id, because: 'file' }))

const agreementKind: Kind = {
  kind: 'agreement', table: 'agreement', name: sql`title`, own: ['agreement_party'], also: filesAbout,
  remove: async (db, ids) => void await db.deleteFrom('agreement').where('id', '=', anyOf(ids)).execute(),
}
const allianceKind: Kind = {
  kind: 'alliance', table: 'alliance', name: sql`(select o.name from organisation o where o.id = organisation_id)`, own: [], also: filesAbout,
  remove: async (db, ids) => void await db.deleteFrom('alliance').where('id', '=', anyOf(ids)).execute(),
}
const personKind: Kind = {
  kind: 'person', table: 'person', name: sql`name`, own: [],
  also: async (db, ids) => (await db.selectFrom('person').select('id').where('id', '=', anyOf(ids)).where('email', 'is not', null).execute()).map(({ id }) => ({ id, because: 'person' })),
  remove: async (db, ids) => void await db.deleteFrom('person').where('id', '=', anyOf(ids)).execute(),
}
const organisationKind: Kind = {
  kind: 'organisation', table: 'organisation', name: sql`name`,
  own: ['organisation_name', 'organisation_identifier', 'organisation_relation', 'organisation_duplicate'],
  also: filesAbout,
  remove: async (db, ids) => { await removeOrganisations({ db } as Hand, ids) },
}

/** What one record keeps may keep another (a unit its university), so it is asked again until nothing more is used. */
async function removeUnused(db: Writing, { kind, table, name, own, also, remove }: Kind): Promise<{ removed: number; stayed: Stayed[] }> {
  const { rows } = await sql<{ id: Id; name: string }>`select id, ${name} as name from ${sql.table(table)} where example order by name, id`.execute(db)
  const uses: Use[] = [...await usesOf(db, table, own, rows.map(({ id }) => id)), ...await also(db, rows.map(({ id }) => id))]
  const kept = new Map<Id, Set<string>>()
  const keep = (id: Id, because: string) => kept.set(id, (kept.get(id) ?? new Set()).add(because))
  for (const { id, because } of uses.filter(({ by }) => by === undefined)) keep(id, because)
  for (let before = -1; before !== kept.size;) {
    before = kept.size
    for (const { id, because, by } of uses) if (by && kept.has(by)) keep(id, because)
  }
  const unused = rows.filter(({ id }) => !kept.has(id)).map(({ id }) => id)
  if (unused.length) await remove(db, unused)
  const stayed = rows.flatMap(({ id, name: called }) => (kept.has(id) ? [{ kind, id, name: called, because: [...kept.get(id)!].toSorted() }] : []))
  return { removed: unused.length, stayed }
}

type Use = { id: Id; because: string; by?: Id | undefined }

/** Every row of every table that names one of these by a foreign key; `by` is the labelled record of the same table that does. */
async function usesOf(db: Writing, table: string, own: string[], ids: Id[]): Promise<Use[]> {
  const keys = await sql<{ table: string; column: string }>`select c.conrelid::regclass::text as table, a.attname as column from pg_constraint c
    join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1] where c.contype = 'f' and c.confrelid = ${table}::regclass`.execute(db)
  const uses: Use[] = []
  for (const { table: from, column } of keys.rows.filter((key) => !own.includes(key.table))) {
    const by = from === table ? sql`case when t.example then t.id end` : sql`null`
    const { rows } = await sql<{ id: Id; by: Id | null }>`select distinct t.${sql.ref(column)} as id, ${by} as by from ${sql.table(from)} t where t.${sql.ref(column)} = ${anyOf(ids)}`.execute(db)
    uses.push(...rows.map((row) => ({ id: row.id, because: from, ...(row.by ? { by: row.by } : {}) })))
  }
  return uses
}
