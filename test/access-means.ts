// The walk's calls: one that is open and asks a member, with a link, a file and a workbook that was read; and one that is being written. A year of dues with a
// payment that was claimed, and two hosting turns that are to change places. An election in which a member has still to vote, with a protest.
import '#domains/calls/tables.ts'
import '#domains/dues/tables.ts'
import '#domains/elections/tables.ts'
import { usualRules } from '#domains/elections/rules.ts'
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
  return { call, draftCall, callLink, callReading, callFile, ...await addDues(db, now, alliance, member), ...await addElection(db, now, alliance, member) }
}

async function addDues(db: Writing, now: string, allianceId: Id, organisationId: Id) {
  const [scale, duesYear, due, duePayment, hostingTurn, otherTurn, hostingSwap] = Array.from({ length: 7 }, newId) as [Id, Id, Id, Id, Id, Id, Id]
  await db.insertInto('duesScale').values({ id: scale, allianceId, version: 1, fromYear: 2026, currency: 'USD', bands: json([{ id: 'b1', name: { en: 'All' }, kinds: [], countries: [], amount: 50_000 }]) as never, source: null, madeBy: house.id, madeAt: now }).execute()
  await db.insertInto('duesYear').values({ id: duesYear, allianceId, year: 2026, scaleId: scale, dueOn: '2026-06-30', askedBy: house.id, askedAt: now }).execute()
  await db.insertInto('due').values({ id: due, yearId: duesYear, organisationId, band: 'b1', amount: 50_000, waivedAt: null, waivedBy: null, waivedBecause: null }).execute()
  await db.insertInto('duePayment').values({ id: duePayment, dueId: due, amount: 10_000, paidOn: '2026-02-01', reference: null, state: 'claimed', claimedBy: house.id, claimedAt: now, settledBy: null, settledAt: null, because: null }).execute()
  const turn = { allianceId, what: 'conference' as const, organisationId, note: null, proposedBy: house.id, proposedAt: now, answer: null, answeredBy: null, answeredAt: null, because: null }
  await db.insertInto('hostingTurn').values([{ ...turn, id: hostingTurn, year: 2026 }, { ...turn, id: otherTurn, year: 2027 }]).execute()
  await db.insertInto('hostingSwap').values({ id: hostingSwap, turnId: hostingTurn, otherId: otherTurn, askedFor: organisationId, askedOf: organisationId, because: null, askedBy: house.id, askedAt: now, answer: null, answeredBy: null, answeredAt: null }).execute()
  return { duesYear, due, duePayment, hostingTurn, otherTurn, hostingSwap }
}

async function addElection(db: Writing, now: string, allianceId: Id, organisationId: Id) {
  const [election, candidate, person, electionProtest] = Array.from({ length: 4 }, newId) as [Id, Id, Id, Id]
  await db.insertInto('person').values({ id: person, name: 'Proposed', nameNative: null, email: null, locale: null, passwordHash: null, source: null, example: false, createdAt: now, closedAt: null }).execute()
  await db.insertInto('election').values({
    id: election, allianceId, post: 'president', termFrom: '2026-07-01', nominateUntil: '2026-02-01', voteUntil: '2026-05-01', rule: json(usualRules[0]!) as never, ruleVersion: 0, round: 1, calledBy: house.id, calledAt: now, openedAt: now, rounds: json([]) as never,
    electedId: null, countedAt: null, protestUntil: null, installedAt: null, cancelledAt: null, because: null,
  }).execute()
  await db.insertInto('electionCandidate').values({ id: candidate, electionId: election, personId: person, organisationId, nominatedBy: organisationId, nominatedAt: now, statement: json({}) as never, answer: 'accepted', answeredBy: house.id, answeredAt: now }).execute()
  await db.insertInto('electionVoter').values({ id: newId(), electionId: election, round: 1, organisationId, votedAt: null, votedBy: null }).execute()
  await db.insertInto('electionProtest').values({ id: electionProtest, electionId: election, organisationId, because: 'Late', raisedBy: house.id, raisedAt: now, answer: null, reason: null, answeredBy: null, answeredAt: null }).execute()
  return { election, candidate, electionProtest }
}
