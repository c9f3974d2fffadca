// The walk's text: a draft of one article in the hands of the right office, in one version, with a partner's proposal and a remark.
import { addAgreements } from '#domains/agreements/actions.ts'
import { beginText } from '#domains/texts/actions.ts'
import { addClause } from '#domains/texts/clause-actions.ts'
import { comment } from '#domains/texts/comment-actions.ts'
import { propose } from '#domains/texts/proposal-actions.ts'
import { handOver } from '#domains/texts/turn-actions.ts'
import { house, type Viewer } from '#platform/auth/viewer.ts'
import type { Writing } from '#platform/db/database.ts'
import { richOf } from '#platform/documents/rich.ts'
import { type Id, newId } from '#platform/kinds.ts'

export async function addText(db: Writing, now: string, { organisation, partner }: Record<'organisation' | 'partner', Id>, right: Viewer) {
  const id = newId()
  await addAgreements({ db, viewer: house, now }, [{ id, kind: 'memorandum', title: 'Drafted', draft: true, parties: [{ organisationId: organisation }, { organisationId: partner }] }])
  const other = { ...right, offices: right.offices.map((office) => ({ ...office, organisationId: partner, within: [partner] })) }
  const [mine, theirs] = [{ db, viewer: right, now }, { db, viewer: other, now }]
  await beginText(mine, id, { from: 'nothing', languages: ['en', 'zh'], authentic: ['en'], prevailing: null })
  const { clauses } = await addClause(mine, id, { articleId: null, afterId: null, numbered: true, origin: null, wordings: { en: richOf('Purpose') } })
  await handOver(mine, id, { toId: partner, waitingFor: 'comments', note: null })
  const { proposals } = await propose(theirs, id, { what: 'change', clauseId: clauses[0]!.id, wordings: { zh: richOf('宗旨') }, because: null, countersId: null })
  const { latest } = await handOver(theirs, id, { toId: organisation, waitingFor: 'answer', note: null })
  await db.updateTable('agreementText').set({ turnFromId: null }).where('agreementId', '=', id).execute()
  const [said] = await comment(mine, id, { clauseId: null, lang: null, answersId: null, internal: false, body: 'Please read' })
  return { textAgreement: id, clause: clauses[0]!.id, proposal: proposals[0]!.id, version: latest!.id, comment: said!.id }
}
