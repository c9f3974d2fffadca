// The verbs of an answer: kept as a draft, given from an account or by a link, with files; each further one stands in the place of the last.
import { hashOf } from '#platform/auth/tokens.ts'
import { type Hand, record } from '#platform/audit/journal.ts'
import { house, stranger } from '#platform/auth/viewer.ts'
import { json } from '#platform/db/database.ts'
import { addFile, filesAbout } from '#platform/files/files.ts'
import type { Upload } from '#platform/http/contract.ts'
import type { Doing } from '#platform/http/serve.ts'
import { type Id, newId } from '#platform/kinds.ts'
import { demand, found, Invalid } from '#platform/refusals.ts'
import { findUpload, takeUpload } from '#platform/uploads/uploads.ts'
import { begunBy } from './form-store.ts'
import { findForm } from './form-store.ts'
import { linkOf } from './link-actions.ts'
import type { AnswerRow, Asked, Call, FormFile, Values } from './model.ts'
import { judge, whyNotAnswer, whyNotClose } from './rules.ts'
import { holdCall } from './store.ts'

/** A call and one who is asked by it, both held until the transaction ends. */
export async function holdAsked(at: Pick<Doing, 'db' | 'viewer'>, id: Id, organisationId: Id): Promise<{ call: Call; asked: Asked }> {
  const call = await holdCall(at.db, at.viewer, id)
  return { call, asked: found(await at.db.selectFrom('callMember').selectAll().where('callId', '=', id).where('organisationId', '=', organisationId).forUpdate().executeTakeFirst()) }
}

/** Whatever was typed is kept, right or wrong. */
export async function draftAnswer(at: Doing, id: Id, organisationId: Id, values: Values): Promise<FormFile> {
  const { call, asked } = await holdAsked(at, id, organisationId)
  demand(whyNotAnswer(call, organisationId, at.viewer))
  await at.db.updateTable('callMember').set({ draft: json(values) as never, draftAt: at.now, draftBy: at.viewer.id }).where('id', '=', asked.id).execute()
  return findForm(at.db, at.viewer, id, organisationId)
}

/** Sent twice under one id it is one answer. */
export async function answerCall(at: Doing, id: Id, organisationId: Id, { id: answerId, values }: { id: Id; values: Values }): Promise<FormFile> {
  const { call, asked } = await holdAsked(at, id, organisationId)
  const before = await at.db.selectFrom('callAnswer').select(['callId', 'organisationId']).where('id', '=', answerId).executeTakeFirst()
  if (before) return findForm(at.db, at.viewer, found(before.callId === id ? id : undefined), found(before.organisationId === organisationId ? organisationId : undefined))
  demand(whyNotAnswer(call, organisationId, at.viewer))
  await putAnswer(at, call, asked, { id: answerId, given: await demandWhole(at, call, asked, values), via: 'account', name: null, officeName: null })
  return findForm(at.db, at.viewer, id, organisationId)
}

/** What can be taken, or what is wrong and what is missing, question by question. */
async function demandWhole(at: Pick<Hand, 'db'>, { questions }: Pick<Call, 'questions'>, asked: Pick<Asked, 'id'>, values: Values): Promise<Values> {
  const judged = judge(questions, values)
  const files = new Set((await filesAbout(at.db, asked.id)).map(({ id }) => id))
  for (const { id, kind } of questions) if (kind === 'file' && (judged.values[id] as string[] | undefined)?.some((file) => !files.has(file))) judged.wrong[id] = ['calls.file-not-here']
  for (const id of judged.missing) judged.wrong[id] = ['calls.is-required']
  if (Object.keys(judged.wrong).length > 0) throw new Invalid(judged.wrong)
  return judged.values
}

type Given = Pick<AnswerRow, 'id' | 'given' | 'via' | 'name' | 'officeName'>
/** Written down, and news: `call.answered`. What was begun and what could not be read are settled by it. */
export async function putAnswer(at: Hand, call: Pick<Call, 'id' | 'allianceId'>, asked: Asked, { given, ...answer }: Given): Promise<void> {
  const signed = answer.via === 'account' || answer.via === 'workbook'
  const row = { ...answer, callId: call.id, organisationId: asked.organisationId, given: json(given) as never, who: signed ? at.viewer.id : null, office: signed ? at.viewer.acting : null, at: at.now }
  await at.db.insertInto('callAnswer').values(row).execute()
  await at.db.updateTable('callMember').set({ draft: null, draftAt: null, draftBy: null, unread: json([]) as never, answerId: answer.id, answeredAt: at.now }).where('id', '=', asked.id).execute()
  await record(at, { what: 'call.answered', about: call.id, data: { alliance: call.allianceId, organisation: asked.organisationId, answer: answer.id, via: answer.via, further: asked.answerId !== null, ...(answer.name && { by: answer.name }) } })
}

export async function attachFile(at: Doing, id: Id, organisationId: Id, file: Upload) {
  const { call, asked } = await holdAsked(at, id, organisationId)
  demand(whyNotAnswer(call, organisationId, at.viewer))
  const { id: fileId, name, size } = await addFile(at, asked.id, file)
  return { id: fileId, name, size }
}

/** What came piece by piece is a file of the answer; whose answer was lost on its way sends it again and hears the same. */
export async function keepFile(at: Doing, id: Id, organisationId: Id, uploadId: Id) {
  const { call, asked } = await holdAsked(at, id, organisationId)
  demand(whyNotAnswer(call, organisationId, at.viewer))
  const upload = await takeUpload(at, uploadId, asked.id)
  const { name } = await findUpload(at.db, at.viewer, uploadId)
  const file = upload ? await addFile(at, asked.id, upload) : found((await filesAbout(at.db, asked.id)).findLast((one) => one.name === name))
  return { id: file.id, name: file.name, size: file.size }
}

/** By a link, in the name that was given, with the files that were handed in before. */
export async function answerByLink(at: Omit<Hand, 'viewer'>, token: string, values: Values, { name, officeName }: { name: string; officeName: string }): Promise<void> {
  const link = await linkOf(at.db, token)
  const { call, asked } = await holdAsked({ db: at.db, viewer: house }, link.callId, link.organisationId)
  demand(whyNotClose(call))
  const before = await begunBy(at.db, asked)
  const files = Object.fromEntries(call.questions.filter(({ kind }) => kind === 'file').flatMap(({ id }) => (before[id] ? [[id, before[id]]] : [])))
  const given = await demandWhole(at, call, asked, { ...values, ...files })
  await putAnswer({ ...at, viewer: stranger }, call, asked, { id: newId(), given, via: link.via, name, officeName })
  await at.db.updateTable('callLink').set({ usedAt: at.now }).where('tokenHash', '=', hashOf(token)).execute()
}
