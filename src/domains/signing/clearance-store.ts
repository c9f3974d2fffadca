// Rules, clearances and delegations, as they are kept and shown.
import { sql } from 'kysely'
import type { Reading, Writing } from '#platform/db/database.ts'
import { anyOf } from '#platform/db/database.ts'
import type { Day, Id, Instant } from '#platform/kinds.ts'
import type { Clearance, ClearanceRule, ClearanceRow, ClearanceShown, Delegation, DelegationShown, RuleRow } from './clearance-model.ts'
import { rulesFor, stateOf, turnOf } from './clearance-rules.ts'
import './tables.ts'

/** The rules of an organisation: its country's and its own. */
export async function rulesOf(db: Reading, organisationId: Id): Promise<ClearanceRule[]> {
  const organisation = await db.selectFrom('organisation').select('country').where('id', '=', organisationId).executeTakeFirst()
  const rows = await db.selectFrom('clearanceRule').selectAll().where('organisationId', '=', organisationId).where('removedAt', 'is', null).orderBy('place').execute()
  return rulesFor(organisation?.country ?? null, rows.map(ownRule))
}

const ownRule = (row: RuleRow): ClearanceRule => ({ ...row, origin: 'organisation', version: `own ${row.version}` })

export const clearancesOf = (db: Reading, signingId: Id): Promise<ClearanceRow[]> =>
  db.selectFrom('clearance').selectAll().where('signingId', '=', signingId).orderBy('place').orderBy('rule').execute()

export async function addClearances(db: Writing, rows: ClearanceRow[]): Promise<void> {
  if (rows.length > 0) await db.insertInto('clearance').values(rows).execute()
}

/** With whose turn it is, how many days it has taken, and the files that came with the answer. */
export async function shownClearances(db: Reading, signing: { id: Id; openedAt: Instant }, now: Instant): Promise<ClearanceShown[]> {
  const rows = await clearancesOf(db, signing.id)
  const files = await db.selectFrom('file').select(['id', 'name', 'about']).where('about', '=', anyOf(rows.map(({ id }) => id))).where('removedAt', 'is', null).execute()
  const names = await namesOf(db, rows.flatMap(({ answeredBy }) => answeredBy ?? []))
  return rows.map((row) => {
    const turn = turnOf(rows, row.sideId)?.id === row.id
    const since = turn || row.answeredAt !== null ? sinceOf(rows, row, signing.openedAt) : null
    return {
      ...row, turn, since, days: since === null ? null : Math.floor((Date.parse(row.answeredAt ?? now) - Date.parse(since)) / 86_400_000),
      who: row.answeredBy && (names.get(row.answeredBy) ?? null), files: files.filter(({ about }) => about === row.id).map(({ id, name }) => ({ id, name })),
    }
  })
}

/** Its turn came when the one before it on its side was answered. */
function sinceOf(rows: readonly Clearance[], row: Clearance, opened: Instant): Instant {
  const before = rows.filter((one) => one.sideId === row.sideId && one.place <= row.place && one.id !== row.id && one.answeredAt && (!row.answeredAt || one.answeredAt <= row.answeredAt))
  return before.map(({ answeredAt }) => answeredAt!).toSorted().at(-1) ?? opened
}

async function namesOf(db: Reading, people: Id[]): Promise<Map<Id, string>> {
  const rows = people.length > 0 ? await db.selectFrom('person').select(['id', 'name']).where('id', '=', anyOf(people)).execute() : []
  return new Map(rows.map(({ id, name }) => [id, name]))
}

export const delegationsOf = (db: Reading, organisations: readonly Id[]): Promise<Delegation[]> =>
  db.selectFrom('delegation').select(['id', 'organisationId', 'unit', 'givenBy', 'givenByTitle', 'toWhom', 'kinds', 'sinceOn', 'untilOn', 'recordedAt'])
    .where('organisationId', '=', anyOf(organisations)).where('withdrawnAt', 'is', null).orderBy('sinceOn', 'desc').execute()

export async function shownDelegations(db: Reading, organisationId: Id, today: Day): Promise<DelegationShown[]> {
  const rows = await delegationsOf(db, [organisationId])
  const files = await db.selectFrom('file').select(['id', 'name', 'about']).where('about', '=', anyOf(rows.map(({ id }) => id))).where('removedAt', 'is', null).execute()
  return rows.map((row) => ({ ...row, state: stateOf(row, today), file: files.filter(({ about }) => about === row.id).map(({ id, name }) => ({ id, name }))[0] ?? null }))
}

/** The last version of a rule that an organisation put in the place of another, or of its own. */
export const lastVersion = async (db: Reading, organisationId: Id): Promise<number> =>
  (await db.selectFrom('clearanceRule').select(sql<number>`coalesce(max(version), 0)`.as('version')).where('organisationId', '=', organisationId).executeTakeFirstOrThrow()).version
