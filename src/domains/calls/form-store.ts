// What one member fills in, and what all of them answered. Others' answers are for the house that asks; a member sees its own.
import { allianceHeads } from '#domains/alliances/keeping-store.ts'
import { organisationsById } from '#domains/organisations/store.ts'
import { holds, type Viewer } from '#platform/auth/viewer.ts'
import { anyOf, type Reading } from '#platform/db/database.ts'
import { contentOf, filesAbout } from '#platform/files/files.ts'
import type { Download } from '#platform/http/contract.ts'
import type { Id } from '#platform/kinds.ts'
import { found } from '#platform/refusals.ts'
import type { Asked, Call, FormFile, Results, Values } from './model.ts'
import { stateOf, whyNotAnswer } from './rules.ts'
import { answersBy, askedIn, findCall } from './store.ts'

type Seen = { call: Call; asked: Asked; head: { id: Id; name: FormFile['alliance']['name']; keeps: boolean } }

async function findAsked(db: Reading, viewer: Viewer, id: Id, organisationId: Id): Promise<Seen> {
  const call = await findCall(db, viewer, id)
  const head = found((await allianceHeads(db, viewer, [call.allianceId])).get(call.allianceId))
  found(head.keeps || holds(viewer, organisationId) || undefined)
  return { call, head, asked: found(await db.selectFrom('callMember').selectAll().where('callId', '=', id).where('organisationId', '=', organisationId).executeTakeFirst()) }
}

export const findForm = async (db: Reading, viewer: Viewer, id: Id, organisationId: Id): Promise<FormFile> => formOf(db, viewer, await findAsked(db, viewer, id, organisationId))

/** What was begun; where nothing was, what was answered last. */
export async function begunBy(db: Reading, { draft, answerId }: Pick<Asked, 'draft' | 'answerId'>): Promise<Values> {
  return draft ?? (answerId ? (await db.selectFrom('callAnswer').select('given').where('id', '=', answerId).executeTakeFirst())?.given : undefined) ?? {}
}

/** The same for one who came by a link. */
export async function formOf(db: Reading, viewer: Viewer, { call, asked, head }: Seen): Promise<FormFile> {
  const organisation = found((await organisationsById(db, [asked.organisationId])).get(asked.organisationId))
  const ids = (await db.selectFrom('callAnswer').select('id').where('callId', '=', call.id).where('organisationId', '=', asked.organisationId).orderBy('at', 'desc').orderBy('id', 'desc').limit(50).execute()).map(({ id }) => id)
  const answers = new Map((await answersBy(db, ids)).map((one) => [one.id, one]))
  const { id, title, about, questions, dueOn, openedAt, closedAt } = call
  return {
    call: { id, title, about, questions, dueOn, openedAt, closedAt }, alliance: { id: head.id, name: head.name }, organisation, draft: asked.draft, draftAt: asked.draftAt, unread: asked.unread,
    answers: ids.flatMap((answer) => { const one = answers.get(answer); return one ? [{ values: one.given, via: one.via, by: one.by, officeName: one.officeName, at: one.at }] : [] }),
    files: (await filesAbout(db, asked.id)).map(({ id: file, name, size }) => ({ id: file, name, size })), whyNot: whyNotAnswer(call, asked.organisationId, viewer) ?? null,
  }
}

export async function openFile(db: Reading, viewer: Viewer, id: Id, organisationId: Id, fileId: Id): Promise<Download> {
  const { asked } = await findAsked(db, viewer, id, organisationId)
  return contentOf(db, found((await filesAbout(db, asked.id)).find((file) => file.id === fileId)))
}

/** For the house that asks. */
export async function findResults(db: Reading, viewer: Viewer, id: Id): Promise<Results> {
  const call = await findCall(db, viewer, id)
  found(found((await allianceHeads(db, viewer, [call.allianceId])).get(call.allianceId)).keeps || undefined)
  return resultsOf(db, await askedIn(db, id))
}

export async function resultsOf(db: Reading, asked: readonly Asked[]): Promise<Results> {
  const [briefs, answers] = [await organisationsById(db, asked.map(({ organisationId }) => organisationId)), new Map((await answersBy(db, asked.flatMap(({ answerId }) => answerId ?? []))).map((one) => [one.id, one]))]
  const files = await db.selectFrom('file').select(['id', 'name', 'size']).where('about', '=', anyOf(asked.map(({ id }) => id))).where('removedAt', 'is', null).execute()
  const rows = asked.map((one) => ({ organisation: found(briefs.get(one.organisationId)), state: stateOf(one), at: one.answeredAt, values: (one.answerId ? answers.get(one.answerId)?.given : undefined) ?? {} }))
  return { rows: rows.toSorted((a, b) => a.organisation.nameEn.localeCompare(b.organisation.nameEn)), files }
}
