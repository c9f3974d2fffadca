// How calls are found. Who keeps the alliance sees all of them; a member sees those that were opened and ask it.
import { sql } from 'kysely'
import { allianceHeads, keptBy } from '#domains/alliances/keeping-store.ts'
import { whyNotKeep } from '#domains/alliances/rules.ts'
import { organisationsById } from '#domains/organisations/store.ts'
import { chainOf } from '#platform/audit/journal.ts'
import { organisationsOf, recordKeepers, type Viewer } from '#platform/auth/viewer.ts'
import { anyOf, type Reading, type Writing } from '#platform/db/database.ts'
import type { Day, Id } from '#platform/kinds.ts'
import { demand, found } from '#platform/refusals.ts'
import type { AnswerRow, Asked, Call, CallFile, CallLine, CallStanding, MemberLine } from './model.ts'
import { answersFor, stateOf } from './rules.ts'
import './tables.ts'

const asksMine = (viewer: Viewer) => sql<boolean>`(member_call.opened_at is not null and exists (select from call_member m where m.call_id = member_call.id and m.organisation_id = any(${organisationsOf(viewer)}::uuid[])))`

export const seenBy = (db: Reading, viewer: Viewer) => db.selectFrom('memberCall').where((is) => is.or([keptBy(viewer, 'member_call.alliance_id'), asksMine(viewer)]))

export const findCall = async (db: Reading, viewer: Viewer, id: Id): Promise<Call> => found(await seenBy(db, viewer).selectAll('memberCall').where('memberCall.id', '=', id).executeTakeFirst())
export const holdCall = async (db: Writing, viewer: Viewer, id: Id): Promise<Call> => found(await seenBy(db, viewer).selectAll('memberCall').where('memberCall.id', '=', id).forUpdate('memberCall').executeTakeFirst())

/** Held, by one who keeps the records of its alliance; to a member it is there, and not for its pen. */
export async function holdKept(at: { db: Writing; viewer: Viewer }, id: Id): Promise<Call> {
  const call = await holdCall(at.db, at.viewer, id)
  demand(whyNotKeep(found((await allianceHeads(at.db, at.viewer, [call.allianceId])).get(call.allianceId)).keeping, at.viewer))
  return call
}

export const askedIn = (db: Reading, callId: Id): Promise<Asked[]> => db.selectFrom('callMember').selectAll().where('callId', '=', callId).orderBy('id').execute()

type Counted = Call & { asked: number; answered: number; begun: number }

export async function listCalls(db: Reading, viewer: Viewer, { alliance, open }: { alliance?: Id | undefined; open?: string | undefined }): Promise<CallLine[]> {
  const rows = await seenBy(db, viewer).selectAll('memberCall').select(counts)
    .$if(alliance !== undefined, (q) => q.where('memberCall.allianceId', '=', alliance!))
    .$if(open === 'true', (q) => q.where('memberCall.openedAt', 'is not', null).where('memberCall.closedAt', 'is', null))
    .orderBy(sql`member_call.closed_at is not null`).orderBy('memberCall.dueOn').orderBy('memberCall.id').limit(300).execute() as Counted[]
  const heads = await allianceHeads(db, viewer, rows.map(({ allianceId }) => allianceId))
  const own = await db.selectFrom('callMember').selectAll().where('callId', '=', anyOf(rows.map(({ id }) => id))).where('organisationId', '=', anyOf(organisationsOf(viewer, ...recordKeepers))).orderBy('id').execute()
  return rows.map(({ id, title, dueOn, openedAt, closedAt, allianceId, asked, answered, begun }) => {
    const head = found(heads.get(allianceId))
    return { id, title, dueOn, openedAt, closedAt, alliance: { id: allianceId, name: head.name }, asked, answered, begun, mayManage: head.keeps, mine: own.filter(({ callId }) => callId === id && openedAt).map((one) => ({ organisationId: one.organisationId, state: stateOf(one) })) }
  })
}

const of = (condition: string) => sql<number>`(select count(*)::int from call_member m where m.call_id = member_call.id ${sql.raw(condition)})`
const counts = [of('').as('asked'), of('and m.answered_at is not null').as('answered'), of("and m.answered_at is null and (m.draft is not null or m.unread <> '[]')").as('begun')]

/** Everything on a call's page; of the others' lines a member sees none. */
export async function findCallFile(db: Reading, viewer: Viewer, id: Id): Promise<CallFile> {
  const call = await findCall(db, viewer, id)
  const [head, asked] = [found((await allianceHeads(db, viewer, [call.allianceId])).get(call.allianceId)), await askedIn(db, id)]
  const own = organisationsOf(viewer)
  const shown = head.keeps ? asked : asked.filter(({ organisationId }) => own.includes(organisationId))
  return {
    ...call, alliance: { id: call.allianceId, name: head.name }, mayManage: head.keeps, asked: asked.length,
    answered: asked.filter((one) => stateOf(one) === 'answered').length, begun: asked.filter((one) => stateOf(one) === 'begun').length,
    members: await linesOf(db, viewer, call, shown, head.keeps), history: head.keeps ? await historyOf(db, id) : [],
  }
}

async function linesOf(db: Reading, viewer: Viewer, { id }: Call, asked: readonly Asked[], keeps: boolean): Promise<MemberLine[]> {
  const briefs = await organisationsById(db, asked.map(({ organisationId }) => organisationId))
  const answers = new Map((await answersBy(db, asked.flatMap(({ answerId }) => answerId ?? []))).map((one) => [one.id, one]))
  const links = keeps ? await db.selectFrom('callLink').select(['id', 'organisationId', 'via', 'toAddress', 'madeAt', 'usedAt', 'revokedAt']).where('callId', '=', id).orderBy('id').execute() : []
  const lines = asked.map((one): MemberLine => {
    const answer = one.answerId ? answers.get(one.answerId) : undefined
    return {
      organisation: found(briefs.get(one.organisationId)), state: stateOf(one), answeredAt: one.answeredAt, draftAt: one.draftAt, unread: one.unread.length, via: answer?.via ?? null, by: answer?.by ?? null,
      mine: answersFor(viewer, one.organisationId), links: links.filter(({ organisationId }) => organisationId === one.organisationId).map(({ id: linkId, via, toAddress, madeAt, usedAt, revokedAt }) => ({ id: linkId, via, toAddress, madeAt, usedAt, revokedAt })),
    }
  })
  return lines.toSorted((a, b) => a.organisation.nameEn.localeCompare(b.organisation.nameEn))
}

/** Answers with the name of who gave them: the account's, or what one who came by a link gave. */
export const answersBy = (db: Reading, ids: readonly Id[]): Promise<(AnswerRow & { by: string | null })[]> => db.selectFrom('callAnswer').leftJoin('person', 'person.id', 'callAnswer.who').selectAll('callAnswer')
  .select(sql<string | null>`coalesce(call_answer.name, person.name)`.as('by')).where('callAnswer.id', '=', anyOf(ids)).execute()

async function historyOf(db: Reading, id: Id): Promise<CallFile['history']> {
  const entries = (await chainOf(db, id)).toReversed().slice(0, 200)
  const named = await organisationsById(db, entries.flatMap(({ data }) => (typeof data['organisation'] === 'string' ? [data['organisation']] : [])))
  const people = new Map((await db.selectFrom('person').select(['id', 'name']).where('id', '=', anyOf([...new Set(entries.map(({ who }) => who))])).execute()).map(({ id: person, name }) => [person, name]))
  return entries.map(({ id: entry, at, what, who, data }) => ({
    id: entry, at, what: what.replace('call.', ''), who: typeof data['by'] === 'string' ? data['by'] : people.get(who) ?? null, organisation: named.get(data['organisation'] as Id)?.nameEn ?? null,
    count: typeof data['count'] === 'number' ? data['count'] : null, day: typeof data['dueOn'] === 'string' ? data['dueOn'] : null,
  }))
}

/** For whoever lists the members of an alliance: what of its open calls each has still to answer. The viewer is one who keeps it. */
export async function callStandingsOf(db: Reading, viewer: Viewer, allianceId: Id, today: Day): Promise<CallStanding[]> {
  return db.selectFrom('callMember as m').innerJoin('memberCall', 'memberCall.id', 'm.callId').where('memberCall.allianceId', '=', allianceId).where(keptBy(viewer, 'member_call.alliance_id'))
    .where('memberCall.openedAt', 'is not', null).where('memberCall.closedAt', 'is', null).where('m.answeredAt', 'is', null).groupBy('m.organisationId')
    .select(['m.organisationId', sql<number>`count(*)::int`.as('open'), sql<number>`(count(*) filter (where member_call.due_on < ${today}::date))::int`.as('late')]).execute()
}
