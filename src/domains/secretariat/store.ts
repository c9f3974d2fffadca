// Gathers the secretariat's table: a few questions about all members at once, then searched, filtered and sorted here: an alliance has hundreds of members, not millions.
import { sql } from 'kysely'
import { seenBy as agreementsSeen } from '#domains/agreements/store.ts'
import { findAlliance } from '#domains/alliances/store.ts'
import { whyNotKeep } from '#domains/alliances/rules.ts'
import { callStandingsOf } from '#domains/calls/store.ts'
import '#domains/commitments/store.ts'
import { duesStandingsOf } from '#domains/dues/store.ts'
import { contactsOf } from '#domains/memberships/member-store.ts'
import { rulesOf } from '#domains/memberships/rule-store.ts'
import { nameIn } from '#domains/organisations/model.ts'
import { organisationsById } from '#domains/organisations/store.ts'
import { seenBy as reportsSeen } from '#domains/reports/annual-store.ts'
import type { Viewer } from '#platform/auth/viewer.ts'
import { anyOf, type Reading } from '#platform/db/database.ts'
import { collator } from '#platform/i18n/format.ts'
import type { Day, Id, Instant, Page } from '#platform/kinds.ts'
import { demand } from '#platform/refusals.ts'
import { turnsOf } from '#platform/turns.ts'
import type { MemberRow, TableQuery } from './model.ts'
import { asleepOf } from './rules.ts'

export type At = { db: Reading; viewer: Viewer; today: Day; now: Instant }

/** The alliance, for those who keep its records. */
export async function keptAlliance({ db, viewer }: Pick<At, 'db' | 'viewer'>, id: Id) {
  const alliance = await findAlliance(db, viewer, id)
  demand(whyNotKeep(alliance, viewer))
  return alliance
}

export async function findTable(at: At, allianceId: Id, query: TableQuery): Promise<Page<MemberRow>> {
  await keptAlliance(at, allianceId)
  const rows = ordered(narrowed(await rowsOf(at, allianceId), query), query)
  const from = Number(query.after ?? 0)
  const next = from + query.limit < rows.length ? String(from + query.limit) : null
  return { rows: rows.slice(from, from + query.limit), next, total: rows.length }
}

/** Everyone who stands in it today, with everything the table shows. */
export async function rowsOf(at: At, allianceId: Id): Promise<MemberRow[]> {
  const { db, viewer, today } = at
  const standings = await db.selectFrom('allianceStanding').select(['organisationId', 'standing', 'fromOn', 'suspended']).where('allianceId', '=', allianceId).where('untilOn', 'is', null).orderBy('id').execute()
  const ids = standings.map(({ organisationId }) => organisationId)
  const [{ rules }, briefs, contacts, reports, active, turns, calls, dues, leaving] = await Promise.all([
    rulesOf(db, allianceId), organisationsById(db, ids), contactsOf(db, allianceId, ids, today), reportsOf(at, ids), activeOf(at, ids), waitingFor(at, ids), callStandingsOf(db, viewer, allianceId, today), duesStandingsOf(db, viewer, allianceId, today),
    db.selectFrom('departure').select(['organisationId', 'effectiveOn']).where('allianceId', '=', allianceId).where('takenBackAt', 'is', null).where('doneAt', 'is', null).execute(),
  ])
  const duesOf = new Map(dues.map(({ organisationId, state, outstanding }) => [organisationId, { state, outstanding }]))
  const [callsOf, leaves] = [new Map(calls.map((one) => [one.organisationId, one])), new Map(leaving.map((one) => [one.organisationId, one.effectiveOn]))]
  return standings.flatMap(({ organisationId: id, standing, fromOn, suspended }) => {
    const organisation = briefs.get(id)
    if (!organisation) return []
    const { remarks, ...contact } = contacts.get(id)!
    const seen = { standing, since: fromOn, lastActivityOn: active.get(id) ?? null, contact, lateCalls: callsOf.get(id)?.late ?? 0 }
    return [{ organisation, suspended, leavesOn: leaves.get(id) ?? null, lastReport: reports.get(id) ?? null, remarks, turns: turns.get(id) ?? 0, openCalls: callsOf.get(id)?.open ?? 0, dues: duesOf.get(id) ?? null, ...seen, asleep: asleepOf(seen, rules.dormantMonths, today) }]
  })
}

/** The newest annual report of each that the reader may see. */
async function reportsOf({ db, viewer }: At, ids: readonly Id[]): Promise<Map<Id, NonNullable<MemberRow['lastReport']>>> {
  const rows = await reportsSeen(db, viewer).where('kind', '=', 'organisation').where('aboutId', '=', anyOf(ids)).distinctOn('aboutId').select(['aboutId', 'id', 'year', 'frozenAt']).orderBy('aboutId').orderBy('frozenAt', 'desc').execute()
  return new Map(rows.map(({ aboutId, id, year, frozenAt }) => [aboutId!, { id, year, on: frozenAt.slice(0, 10) }]))
}

/** The last day on which each did something in an agreement that the reader may see. */
async function activeOf({ db, viewer, today }: At, ids: readonly Id[]): Promise<Map<Id, Day>> {
  const rows = await db.selectFrom('activity as a').where('a.sideId', '=', anyOf(ids)).where('a.withdrawnAt', 'is', null).where('a.onDay', '<=', today)
    .where('a.id', 'in', db.selectFrom('activityServe as s').select('s.activityId').where('s.agreementId', 'in', agreementsSeen(db, viewer).select('agreement.id')))
    .groupBy('a.sideId').select(['a.sideId', sql<string>`max(a.on_day)::text`.as('on')]).execute()
  return new Map(rows.map(({ sideId, on }) => [sideId, on]))
}

/** How much waits for each, wherever in the house. */
async function waitingFor({ db, viewer, today, now }: At, ids: readonly Id[]): Promise<Map<Id, number>> {
  const { rows } = await turnsOf(db, viewer, { whose: 'yours', sides: ids, today, now, limit: 20_000 })
  const counts = new Map<Id, number>()
  for (const { sideId } of rows) if (sideId) counts.set(sideId, (counts.get(sideId) ?? 0) + 1)
  return counts
}

const folded = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()

export function narrowed(rows: MemberRow[], { text, country, standing, contact, asleep }: Pick<TableQuery, 'text' | 'country' | 'standing' | 'contact' | 'asleep'>): MemberRow[] {
  const words = folded(text ?? '').split(/\s+/).filter(Boolean)
  const shown = standing?.length ? standing : ['applicant', 'observer', 'member']
  return rows.filter((row) => {
    const names = folded([row.organisation.name, row.organisation.nameEn, row.organisation.nameZh, row.organisation.nameRu, row.organisation.nameUr, row.organisation.city ?? ''].join(' '))
    return words.every((word) => names.includes(word)) && shown.includes(row.standing) && (!country?.length || (row.organisation.country !== null && country.includes(row.organisation.country)))
      && (!contact?.length || contact.includes(row.contact.state)) && (asleep === undefined || (row.asleep.length > 0) === asleep)
  })
}

const contactOrder = ['overdue', 'never', 'asked', 'confirmed']
const standingOrder = ['member', 'observer', 'applicant', 'left']
const duesOrder = ['late', 'asked', 'claimed', 'waived', 'paid']
/** What was never comes first: it is what one looks for. */
const keys: Record<string, (row: MemberRow, locale: TableQuery['locale']) => string | number> = {
  name: ({ organisation }, locale) => nameIn(organisation, locale), country: ({ organisation }) => organisation.country ?? '', standing: ({ standing }) => standingOrder.indexOf(standing), report: ({ lastReport }) => lastReport?.on ?? '',
  activity: ({ lastActivityOn }) => lastActivityOn ?? '', contact: ({ contact }) => `${contactOrder.indexOf(contact.state)} ${contact.confirmedOn ?? ''}`, turns: ({ turns }) => turns, calls: ({ openCalls, lateCalls }) => lateCalls * 10_000 + openCalls, dues: ({ dues }) => (dues ? duesOrder.indexOf(dues.state) : duesOrder.length),
}

export function ordered(rows: MemberRow[], { sort, locale }: Pick<TableQuery, 'sort' | 'locale'>): MemberRow[] {
  const [down, key, names] = [sort.startsWith('-') ? -1 : 1, keys[sort.replace('-', '')]!, collator(locale)]
  const compare = (a: string | number, b: string | number) => (typeof a === 'number' && typeof b === 'number' ? a - b : names.compare(String(a), String(b)))
  return rows.toSorted((a, b) => down * compare(key(a, locale), key(b, locale)) || names.compare(nameIn(a.organisation, locale), nameIn(b.organisation, locale)))
}
