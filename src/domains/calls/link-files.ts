// Files that come by a link: handed in one by one before the answer, checked as everywhere, and kept with what was begun.
import { type Hand, record } from '#platform/audit/journal.ts'
import { house, stranger } from '#platform/auth/viewer.ts'
import { json } from '#platform/db/database.ts'
import { addFile, filesAbout } from '#platform/files/files.ts'
import type { Upload } from '#platform/http/contract.ts'
import type { Id } from '#platform/kinds.ts'
import { demand, found, Refused } from '#platform/refusals.ts'
import { holdAsked } from './answer-actions.ts'
import { begunBy } from './form-store.ts'
import { linkOf } from './link-actions.ts'
import type { Asked, Call, Values } from './model.ts'
import { whyNotClose } from './rules.ts'

type At = Omit<Hand, 'viewer'>
/** Of one member in one call: whoever holds a link is not known. */
const most = 30

async function heldBy(at: At, token: string, question: string): Promise<{ call: Call; asked: Asked; begun: Values; ids: Id[] }> {
  const link = await linkOf(at.db, token)
  const held = await holdAsked({ db: at.db, viewer: house }, link.callId, link.organisationId)
  demand(whyNotClose(held.call))
  found(held.call.questions.find(({ id, kind }) => id === question && kind === 'file'))
  const begun = await begunBy(at.db, held.asked)
  return { ...held, begun, ids: (begun[question] ?? []) as Id[] }
}

const keep = (at: At, { id }: Asked, draft: Values) => at.db.updateTable('callMember').set({ draft: json(draft) as never, draftAt: at.now, draftBy: null }).where('id', '=', id).execute()

export async function fileByLink(at: At, token: string, question: string, upload: Upload): Promise<void> {
  const { call, asked, begun, ids } = await heldBy(at, token, question)
  if ((await filesAbout(at.db, asked.id)).length >= most) throw new Refused('calls.too-many-files', { most })
  const file = await addFile({ ...at, viewer: stranger }, asked.id, upload)
  await keep(at, asked, { ...begun, [question]: [...ids, file.id] })
  await record({ ...at, viewer: stranger }, { what: 'call.file-handed-in', about: call.id, data: { alliance: call.allianceId, organisation: asked.organisationId, name: file.name, sha256: file.sha256 } })
}

/** It goes out of what was begun; what was answered with it before keeps it. */
export async function withoutFileByLink(at: At, token: string, question: string, fileId: string): Promise<void> {
  const { asked, begun, ids } = await heldBy(at, token, question)
  await keep(at, asked, { ...begun, [question]: ids.filter((id) => id !== fileId) })
}
