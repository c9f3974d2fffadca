// Handing over: an office is vacated, and what it answered for is listed until somebody passes it on to a successor, with a note.
import { sql } from 'kysely'
import { record } from '#platform/audit/journal.ts'
import { when } from '#platform/audit/news.ts'
import { organisationsById } from '#domains/organisations/store.ts'
import { organisationsOf, recordKeepers, type Role, type Viewer, holds } from '#platform/auth/viewer.ts'
import { anyOf, type Reading } from '#platform/db/database.ts'
import type { Doing } from '#platform/http/serve.ts'
import { type Day, type Id, newId } from '#platform/kinds.ts'
import { demand, found } from '#platform/refusals.ts'
import type { Handover, HandoverFile } from './handover-model.ts'
import { refreshPulses } from './pulse-store.ts'
import { doers } from './rules.ts'
import { heldOn } from './observing.ts'
import './tables.ts'

/** An office that answers for something is vacated: its side is asked to pass on what it answered for. A closed account ends its offices one by one. */
when('office.ended', async ({ db, now }, { about, data }) => {
  const office = await db.selectFrom('office').select(['id', 'organisationId', 'role']).where('id', '=', data['officeId'] as Id).executeTakeFirst()
  if (!office?.organisationId || !doers.includes(office.role)) return
  const answers = await db.selectFrom('commitmentOffice').innerJoin('commitment', 'commitment.id', 'commitmentOffice.commitmentId').select('commitment.id')
    .where('commitmentOffice.organisationId', '=', office.organisationId).where('commitmentOffice.role', '=', office.role).where('commitment.withdrawnAt', 'is', null).limit(1).executeTakeFirst()
  if (!answers) return
  const row: Handover = { id: newId(), officeId: office.id, personId: about, organisationId: office.organisationId, role: office.role, vacatedAt: now, state: 'open', successorId: null, note: null, settledBy: null, settledAt: null }
  await db.insertInto('handover').values(row).onConflict((conflict) => conflict.column('officeId').doNothing()).execute()
})

/** What this viewer's organisations have to pass on, and what was passed on lately. */
export async function listHandovers(db: Reading, viewer: Viewer, today: Day): Promise<HandoverFile[]> {
  const rows = await db.selectFrom('handover').selectAll().where('organisationId', '=', anyOf(organisationsOf(viewer, ...recordKeepers))).orderBy('state', 'desc').orderBy('id', 'desc').limit(50).execute()
  const organisations = await organisationsById(db, rows.map(({ organisationId }) => organisationId))
  return Promise.all(rows.map(async (row) => ({ ...row, organisation: organisations.get(row.organisationId)!, ...(await listOf(db, row, today)), mayPass: row.state === 'open' })))
}

/** Passes it on: the successor holds an office at that side today. The commitments follow the successor's role. */
export async function passOn(at: Doing, id: Id, { successorId, note }: { successorId: Id; note: string | null }): Promise<HandoverFile[]> {
  const row = found(await at.db.selectFrom('handover').selectAll().where('id', '=', id).where('organisationId', '=', anyOf(organisationsOf(at.viewer, ...recordKeepers))).forUpdate().executeTakeFirst())
  demand(holds(at.viewer, row.organisationId, ...recordKeepers) ? (row.state === 'done' ? 'commitments.is-handed-over' : undefined) : 'commitments.only-a-record-keeper')
  const candidate = (await candidatesAt(at.db, row.organisationId, at.today)).find((one) => one.id === successorId)
  demand(candidate ? undefined : 'commitments.successor-holds-nothing')
  const commitments = await answeredFor(at.db, row).execute()
  await at.db.updateTable('commitmentOffice').set({ role: candidate!.role }).where('organisationId', '=', row.organisationId).where('role', '=', row.role).where('commitmentId', '=', anyOf(commitments.map((one) => one.id))).execute()
  await at.db.updateTable('handover').set({ state: 'done', successorId, note, settledBy: at.viewer.id, settledAt: at.now }).where('id', '=', id).execute()
  for (const about of [...new Set(commitments.map(({ agreementId }) => agreementId))].toSorted()) {
    // What was written to the successor is for their own side: the history is read by the other one too.
    await record(at, { what: 'office.handed-over', about, data: { role: row.role, to: candidate!.name, toRole: candidate!.role, organisationId: row.organisationId, handover: id } })
  }
  await refreshPulses(at.db, commitments.map(({ agreementId }) => agreementId), at.now)
  return listHandovers(at.db, at.viewer, at.today)
}

/** Every commitment for which this office answers: a long list is shown in part, and passed on whole. */
const answeredFor = (db: Reading, { organisationId, role }: Pick<Handover, 'organisationId' | 'role'>) => db.selectFrom('commitmentOffice as named').innerJoin('commitment', 'commitment.id', 'named.commitmentId').innerJoin('agreement', 'agreement.id', 'commitment.agreementId')
  .select(['commitment.id', 'commitment.agreementId', 'agreement.title', 'commitment.what']).where('named.organisationId', '=', organisationId).where('named.role', '=', role)
  .where('commitment.withdrawnAt', 'is', null).where('agreement.removedAt', 'is', null).orderBy('agreement.id').orderBy('commitment.place')

type Listed = Pick<HandoverFile, 'person' | 'successor' | 'commitments' | 'claims' | 'decisions' | 'candidates'>
async function listOf(db: Reading, { organisationId, role, personId, successorId }: Handover, today: Day): Promise<Listed> {
  const [persons, commitments, claims, decisions, candidates] = await Promise.all([
    db.selectFrom('person').select(['id', 'name']).where('id', 'in', [personId, successorId ?? personId]).execute(),
    answeredFor(db, { organisationId, role }).limit(500).execute(),
    db.selectFrom('confirmationSide').innerJoin('confirmation', 'confirmation.id', 'confirmationSide.confirmationId').select((row) => row.fn.countAll<number>().as('count'))
      .where('organisationId', '=', organisationId).where('answer', '=', 'open').where('confirmation.state', '<>', 'withdrawn').executeTakeFirstOrThrow(),
    db.selectFrom('agreement').select((row) => row.fn.countAll<number>().as('count')).where(sql<boolean>`party_ids @> array[${organisationId}]::uuid[]`).where('removedAt', 'is', null).where('draft', '=', false).where('endedOn', 'is', null)
      .where(sql<boolean>`holds_until between ${today}::date and ${today}::date + 366`).executeTakeFirstOrThrow(),
    candidatesAt(db, organisationId, today),
  ])
  const named = (id: Id | null) => persons.find((one) => one.id === id)?.name ?? null
  return { person: named(personId), successor: named(successorId), commitments, claims: claims.count, decisions: decisions.count, candidates }
}

const candidatesAt = (db: Reading, organisationId: Id, today: Day): Promise<{ id: Id; name: string; role: Role }[]> => db.selectFrom('office').innerJoin('person', 'person.id', 'office.personId')
  .select(['person.id', 'person.name', 'office.role']).where('office.organisationId', '=', organisationId).where('office.role', 'in', doers).where(heldOn('office', today)).where('person.closedAt', 'is', null).orderBy('person.name').execute()
