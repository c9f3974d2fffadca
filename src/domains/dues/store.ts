// How dues are found. The house that keeps the alliance sees all of them; a member sees its own.
import { allianceHeads, type Head, keptBy, memberIdsOf } from '#domains/alliances/keeping-store.ts'
import { seenBy as alliancesSeen } from '#domains/alliances/store.ts'
import { organisationsById } from '#domains/organisations/store.ts'
import { holds, organisationsOf, type Viewer } from '#platform/auth/viewer.ts'
import { anyOf, type Reading, type Writing } from '#platform/db/database.ts'
import type { Day, Id } from '#platform/kinds.ts'
import { found } from '#platform/refusals.ts'
import { historyOf } from './history-store.ts'
import type { Due, DueLine, DuesFile, DuesStanding, PaymentRow, Scale, Statement, YearFile, YearRow } from './model.ts'
import { paysFor, standingOf, totalsOf } from './rules.ts'
import './tables.ts'

/** An alliance whose dues this viewer has to do with: as its house, or as one of those it asks. */
export async function findHead(db: Reading, viewer: Viewer, allianceId: Id): Promise<Head> {
  const seen = await alliancesSeen(db, viewer).select('alliance.id').where('alliance.id', '=', allianceId).executeTakeFirst()
  const head = found(seen && (await allianceHeads(db, viewer, [allianceId])).get(allianceId))
  const inside = head.keeps || (await memberIdsOf(db, allianceId)).some((id) => holds(viewer, id)) || await db.selectFrom('due').innerJoin('duesYear', 'duesYear.id', 'due.yearId').select('due.id').where('duesYear.allianceId', '=', allianceId).where('due.organisationId', '=', anyOf(organisationsOf(viewer))).limit(1).executeTakeFirst()
  return found(inside ? head : undefined)
}

export const scalesOf = (db: Reading, allianceId: Id): Promise<Scale[]> => db.selectFrom('duesScale').selectAll().where('allianceId', '=', allianceId).orderBy('version', 'desc').execute()

type Row = Due & { allianceId: Id; year: number; dueOn: Day; currency: string; bands: Scale['bands'] }
const dueRows = (db: Reading) => db.selectFrom('due').innerJoin('duesYear', 'duesYear.id', 'due.yearId').innerJoin('duesScale', 'duesScale.id', 'duesYear.scaleId').selectAll('due')
  .select(['duesYear.allianceId', 'duesYear.year', 'duesYear.dueOn', 'duesScale.currency', 'duesScale.bands'])

/** Lines in the order of the members' names, the latest year first. */
export async function linesOf(db: Reading, viewer: Viewer, rows: readonly Row[], today: Day): Promise<DueLine[]> {
  const briefs = await organisationsById(db, rows.map(({ organisationId }) => organisationId))
  const payments = await db.selectFrom('duePayment').selectAll().where('dueId', '=', anyOf(rows.map(({ id }) => id))).orderBy('id').execute()
  const lines = rows.map((row): DueLine => {
    const own = payments.filter(({ dueId }) => dueId === row.id)
    const { id, yearId, year, dueOn, currency, amount, waivedBecause } = row
    return {
      id, yearId, year, dueOn, currency, amount, waivedBecause, organisation: found(briefs.get(row.organisationId)), band: row.bands.find((band) => band.id === row.band)?.name ?? {}, ...standingOf(row, own, dueOn, today),
      payments: own.map(({ dueId: _due, settledBy: _by, ...payment }) => payment), mine: paysFor(viewer, row.organisationId),
    }
  })
  return lines.toSorted((a, b) => b.year - a.year || a.organisation.nameEn.localeCompare(b.organisation.nameEn))
}

export async function findDues(db: Reading, viewer: Viewer, allianceId: Id, today: Day): Promise<DuesFile> {
  const head = await findHead(db, viewer, allianceId)
  const lines = await linesOf(db, viewer, await dueRows(db).where('duesYear.allianceId', '=', allianceId).$if(!head.keeps, (q) => q.where('due.organisationId', '=', anyOf(organisationsOf(viewer)))).execute(), today)
  const years = head.keeps ? await db.selectFrom('duesYear').innerJoin('duesScale', 'duesScale.id', 'duesYear.scaleId').select(['duesYear.id', 'duesYear.year', 'duesYear.dueOn', 'duesScale.currency', 'duesScale.version as scaleVersion']).where('duesYear.allianceId', '=', allianceId).orderBy('year', 'desc').execute() : []
  return {
    alliance: { id: head.id, name: head.name }, mayManage: head.keeps, scales: await scalesOf(db, allianceId), years: years.map((year) => ({ ...year, totals: totalsOf(lines.filter(({ yearId }) => yearId === year.id)) })),
    arrears: head.keeps ? lines.filter(({ state }) => state === 'late').toReversed() : [], mine: lines.filter(({ organisation }) => holds(viewer, organisation.id)),
  }
}

export async function findYear(db: Reading, viewer: Viewer, id: Id, today: Day): Promise<YearFile> {
  const year = found(await db.selectFrom('duesYear').innerJoin('duesScale', 'duesScale.id', 'duesYear.scaleId').select(['duesYear.id', 'duesYear.year', 'duesYear.dueOn', 'duesYear.allianceId', 'duesScale.currency', 'duesScale.version as scaleVersion']).where('duesYear.id', '=', id).executeTakeFirst())
  const head = await findHead(db, viewer, year.allianceId)
  const lines = await linesOf(db, viewer, await dueRows(db).where('due.yearId', '=', id).$if(!head.keeps, (q) => q.where('due.organisationId', '=', anyOf(organisationsOf(viewer)))).execute(), today)
  found(head.keeps || lines.length > 0 || undefined)
  const asked = new Set(lines.map(({ organisation }) => organisation.id))
  const others = head.keeps ? (await memberIdsOf(db, year.allianceId)).filter((one) => !asked.has(one)) : []
  const { allianceId: _, ...line } = year
  return { ...line, totals: totalsOf(lines), alliance: { id: head.id, name: head.name }, mayManage: head.keeps, lines, notAsked: [...(await organisationsById(db, others)).values()], history: await historyOf(db, viewer, id, head.keeps) }
}

/** Of one member, for itself and for the house. */
export async function findStatement(db: Reading, viewer: Viewer, allianceId: Id, organisationId: Id, today: Day): Promise<Statement> {
  const head = await findHead(db, viewer, allianceId)
  found(head.keeps || holds(viewer, organisationId) || undefined)
  const organisation = found((await organisationsById(db, [organisationId])).get(organisationId))
  const lines = await linesOf(db, viewer, await dueRows(db).where('duesYear.allianceId', '=', allianceId).where('due.organisationId', '=', organisationId).execute(), today)
  return { alliance: { id: head.id, name: head.name }, organisation, mayManage: head.keeps, lines }
}

export type HeldDue = { due: Due; year: YearRow; head: Head; payments: PaymentRow[] }
/** One member's dues of a year, held; not there for who may not see them. */
export async function holdDue(db: Writing, viewer: Viewer, id: Id): Promise<HeldDue> {
  const due = found(await db.selectFrom('due').selectAll().where('id', '=', id).forUpdate().executeTakeFirst())
  const year = await db.selectFrom('duesYear').selectAll().where('id', '=', due.yearId).executeTakeFirstOrThrow()
  const head = await findHead(db, viewer, year.allianceId)
  found(head.keeps || holds(viewer, due.organisationId) || undefined)
  return { due, year, head, payments: await db.selectFrom('duePayment').selectAll().where('dueId', '=', id).orderBy('id').execute() }
}

/** For whoever lists the members of an alliance: the worst that each owes, and how much. The viewer is one who keeps it. */
export async function duesStandingsOf(db: Reading, viewer: Viewer, allianceId: Id, today: Day): Promise<DuesStanding[]> {
  const lines = await linesOf(db, viewer, await dueRows(db).where('duesYear.allianceId', '=', allianceId).where(keptBy(viewer, 'dues_year.alliance_id')).execute(), today)
  const worst = ['late', 'asked', 'claimed', 'waived', 'paid'] as const
  return [...Map.groupBy(lines, ({ organisation }) => organisation.id)].map(([organisationId, own]) => {
    const owed = Map.groupBy(own.filter(({ outstanding }) => outstanding > 0), ({ currency }) => currency)
    return { organisationId, state: worst.find((state) => own.some((line) => line.state === state))!, outstanding: [...owed].map(([currency, some]) => ({ currency, amount: some.reduce((all, { outstanding }) => all + outstanding, 0) })), late: own.filter(({ state }) => state === 'late').length }
  })
}
