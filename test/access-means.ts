// The walk's calls: one that is open and asks a member, with a link, a file and a workbook that was read; and one that is being written.
import '#domains/calls/tables.ts'
import { house } from '#platform/auth/viewer.ts'
import { json, type Writing } from '#platform/db/database.ts'
import { addFile } from '#platform/files/files.ts'
import { type Id, newId } from '#platform/kinds.ts'

export async function addMeans(db: Writing, now: string, { alliance, member }: { alliance: Id; member: Id }) {
  const [call, draftCall, callMember, callLink, callReading] = [newId(), newId(), newId(), newId(), newId()]
  const questions = [{ id: 'q1', kind: 'text' as const, label: { en: 'What?' }, hint: {}, required: false, many: false, unit: null, least: null, most: null, options: [], columns: [] }]
  const asked = { allianceId: alliance, title: json({ en: 'Call' }), about: json({}), questions: json(questions), everyone: true, dueOn: '2026-06-01', madeBy: house.id, madeAt: now, changedAt: now, closedAt: null }
  await db.insertInto('memberCall').values([{ ...asked, id: call, openedAt: now }, { ...asked, id: draftCall, openedAt: null }]).execute()
  await db.insertInto('callMember').values({ id: callMember, callId: call, organisationId: member, draft: null, draftAt: null, draftBy: null, unread: json([]) as never, answerId: null, answeredAt: null }).execute()
  await db.insertInto('callLink').values({ id: callLink, tokenHash: 'hash', callId: call, organisationId: member, via: 'link', toAddress: null, locale: 'en', madeBy: house.id, madeAt: now, usedAt: null, revokedAt: null }).execute()
  await db.insertInto('callReading').values({ id: callReading, callId: call, fileName: 'call.xlsx', rows: json({ rows: [], notRead: [] }) as never, readBy: house.id, readAt: now, takenAt: null }).execute()
  const { id: callFile } = await addFile({ db, viewer: house, now }, callMember, { name: 'scan.pdf', type: '', bytes: Buffer.from('%PDF-1.7 scan') })
  return { call, draftCall, callLink, callReading, callFile }
}
