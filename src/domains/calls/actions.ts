// The verbs of a call: begun, written, opened for those who are members on that day, closed, opened again.
import { allianceHead, allianceHeads, memberIdsOf } from '#domains/alliances/keeping-store.ts'
import { whyNotKeep } from '#domains/alliances/rules.ts'
import { record } from '#platform/audit/journal.ts'
import { anyOf, json, type Writing as Db } from '#platform/db/database.ts'
import type { Doing } from '#platform/http/serve.ts'
import { type Id, newId } from '#platform/kinds.ts'
import { demand, found, Invalid, Refused } from '#platform/refusals.ts'
import { type Installation, writeOpened } from './letters.ts'
import type { Call, CallFile, NewCall, Writing } from './model.ts'
import type * as z from 'zod'
import { sameQuestions, whyNotAsk, whyNotClose, whyNotOpen, whyNotReopen } from './rules.ts'
import { askedIn, findCallFile, holdKept } from './store.ts'

export { answerByLink, answerCall, attachFile, draftAnswer, keepFile } from './answer-actions.ts'

export async function beginCall(at: Doing, { allianceId, title, dueOn }: z.output<typeof NewCall>): Promise<CallFile> {
  const head = await allianceHead(at.db, at.viewer, allianceId)
  demand(whyNotKeep(head.keeping, at.viewer))
  const id = newId()
  await at.db.insertInto('memberCall').values({ id, allianceId, title: json(title), about: json({}), questions: json([]) as never, everyone: true, dueOn, madeBy: at.viewer.id, madeAt: at.now, changedAt: at.now, openedAt: null, closedAt: null }).execute()
  await record(at, { what: 'call.begun', about: id, data: { alliance: allianceId, dueOn } })
  return findCallFile(at.db, at.viewer, id)
}

export async function writeCall(at: Doing, id: Id, { title, about, questions, asked, dueOn, seen }: Writing): Promise<CallFile> {
  const call = await holdKept(at, id)
  demand(call.changedAt === seen ? undefined : 'calls.changed-meanwhile')
  demand(call.closedAt ? 'calls.is-closed' : call.openedAt && !sameQuestions(call.questions, questions) ? 'calls.questions-stand' : undefined)
  demandQuestions(questions)
  await at.db.updateTable('memberCall').set({ title: json(title), about: json(about), questions: json(questions), dueOn, everyone: call.openedAt ? call.everyone : asked === null, changedAt: at.now }).where('id', '=', id).execute()
  if (!call.openedAt) await choose(at, call, asked)
  await record(at, { what: 'call.written', about: id, data: { dueOn, questions: questions.length, ...(asked && { asked: asked.length }) } })
  return findCallFile(at.db, at.viewer, id)
}

function demandQuestions(questions: Writing['questions']): void {
  const wrong = questions.flatMap((question, at): [string, string[]][] => { const why = whyNotAsk(question); return why ? [[`questions.${at}`, [why]]] : [] })
  if (new Set(questions.map(({ id }) => id)).size < questions.length) wrong.push(['questions', ['calls.not-understood']])
  if (wrong.length > 0) throw new Invalid(Object.fromEntries(wrong))
}

/** Only members are asked. */
async function choose(at: Doing, { id, allianceId }: Call, asked: readonly Id[] | null): Promise<void> {
  const members = await memberIdsOf(at.db, allianceId)
  if (asked?.some((one) => !members.includes(one))) throw new Invalid({ asked: ['calls.not-a-member'] })
  await at.db.deleteFrom('callMember').where('callId', '=', id).execute()
  await addAsked(at.db, id, asked ?? [])
}

async function addAsked(db: Db, callId: Id, ids: readonly Id[]): Promise<void> {
  if (ids.length > 0) await db.insertInto('callMember').values([...new Set(ids)].map((organisationId) => ({ id: newId(), callId, organisationId, draft: null, draftAt: null, draftBy: null, unread: json([]) as never, answerId: null, answeredAt: null }))).execute()
}

/** Lets go what nobody was asked. */
export async function dropCall(at: Doing, id: Id): Promise<{ id: Id }> {
  const call = await holdKept(at, id)
  demand(call.openedAt ? 'calls.is-open' : undefined)
  await at.db.deleteFrom('memberCall').where('id', '=', id).execute()
  await record(at, { what: 'call.dropped', about: id, data: { alliance: call.allianceId } })
  return { id }
}

export async function openCall(at: Doing, home: Installation, id: Id): Promise<CallFile> {
  const call = await holdKept(at, id)
  demand(whyNotOpen(call, at.today))
  const members = await memberIdsOf(at.db, call.allianceId)
  if (call.everyone) await addAsked(at.db, id, members)
  // Who was chosen and has left since is not asked.
  else await at.db.deleteFrom('callMember').where('callId', '=', id).where((is) => is.not(is('organisationId', '=', anyOf(members)))).execute()
  const asked = await askedIn(at.db, id)
  if (asked.length === 0) throw new Refused('calls.nobody-to-ask')
  await put(at, id, { openedAt: at.now })
  await record(at, { what: 'call.opened', about: id, data: { alliance: call.allianceId, dueOn: call.dueOn, count: asked.length } })
  const head = found((await allianceHeads(at.db, at.viewer, [call.allianceId])).get(call.allianceId))
  await writeOpened(at.db, home, 'opened', { ...call, alliance: head.name }, asked.map(({ organisationId }) => organisationId), at.today)
  return findCallFile(at.db, at.viewer, id)
}

export async function closeCall(at: Doing, id: Id): Promise<CallFile> {
  const call = await holdKept(at, id)
  demand(whyNotClose(call))
  await put(at, id, { closedAt: at.now })
  const asked = await askedIn(at.db, id)
  await record(at, { what: 'call.closed', about: id, data: { alliance: call.allianceId, count: asked.filter(({ answeredAt }) => answeredAt).length } })
  return findCallFile(at.db, at.viewer, id)
}

export async function reopenCall(at: Doing, id: Id): Promise<CallFile> {
  const call = await holdKept(at, id)
  demand(whyNotReopen(call))
  await put(at, id, { closedAt: null })
  await record(at, { what: 'call.reopened', about: id, data: { alliance: call.allianceId } })
  return findCallFile(at.db, at.viewer, id)
}

/** Those who have not answered are written to, now. */
export async function remindCall(at: Doing, home: Installation, id: Id): Promise<{ letters: number }> {
  const call = await holdKept(at, id)
  demand(whyNotClose(call))
  return { letters: await remindOf(at, home, call) }
}

export async function remindOf(at: Pick<Doing, 'db' | 'viewer' | 'now' | 'today'>, home: Installation, call: Call): Promise<number> {
  const waiting = (await askedIn(at.db, call.id)).filter(({ answeredAt }) => !answeredAt).map(({ organisationId }) => organisationId)
  const head = found((await allianceHeads(at.db, at.viewer, [call.allianceId])).get(call.allianceId))
  const letters = await writeOpened(at.db, home, 'reminder', { ...call, alliance: head.name }, waiting, at.today)
  await record(at, { what: 'call.reminded', about: call.id, data: { alliance: call.allianceId, count: waiting.length, letters } })
  return letters
}

const put = (at: Doing, id: Id, to: Partial<Pick<Call, 'openedAt' | 'closedAt'>>) => at.db.updateTable('memberCall').set({ ...to, changedAt: at.now }).where('id', '=', id).execute()
