// The verbs of an election, up to the vote: called, somebody proposed, accepted, opened with a frozen electorate, called off. Voting and counting lie beside it.
import { votingMemberIdsOf } from '#domains/alliances/keeping-store.ts'
import { whyNotKeep } from '#domains/alliances/rules.ts'
import { addNamedPersons } from '#domains/people/store.ts'
import { record, recordBeginnings } from '#platform/audit/journal.ts'
import { json } from '#platform/db/database.ts'
import type { Doing } from '#platform/http/serve.ts'
import { type Id, newId } from '#platform/kinds.ts'
import { demand, found } from '#platform/refusals.ts'
import type * as z from 'zod'
import { type Installation, writeTo } from './letters.ts'
import type { Accepting, Calling, ElectionFile, NewRules, Nominating, OfficesFile } from './model.ts'
import { ruleFor, speaksFor, whyNotAccept, whyNotCancel, whyNotNominate, whyNotOpen } from './rules.ts'
import { findElection, findInside, findOffices, holdSitting, rulesOf, standingIn } from './store.ts'
import { addVoters, told } from './telling.ts'

export { countVotes, installElected, protest, settleProtest, vote } from './count-actions.ts'

export async function addRules(at: Doing, allianceId: Id, { rules, source }: z.output<typeof NewRules>): Promise<OfficesFile> {
  const { head } = await findInside(at.db, at.viewer, allianceId)
  demand(whyNotKeep(head.keeping, at.viewer))
  await at.db.selectFrom('alliance').select('id').where('id', '=', allianceId).forUpdate().execute()
  const version = (await rulesOf(at.db, allianceId)).version + 1
  await at.db.insertInto('officeRules').values({ id: newId(), allianceId, version, rules: json(rules) as never, source, madeBy: at.viewer.id, madeAt: at.now }).execute()
  await record(at, { what: 'elections.rules-made', about: allianceId, data: { version, posts: rules.map(({ post }) => post) } })
  return findOffices(at.db, at.viewer, allianceId, at.today)
}

export async function callElection(at: Doing, allianceId: Id, { post, termFrom, nominateUntil, voteUntil }: z.output<typeof Calling>): Promise<ElectionFile> {
  const { head } = await findInside(at.db, at.viewer, allianceId)
  demand(whyNotKeep(head.keeping, at.viewer) ?? (nominateUntil < at.today ? 'elections.day-has-passed' : undefined))
  const { version, rules } = await rulesOf(at.db, allianceId)
  const id = newId()
  await at.db.insertInto('election').values({
    id, allianceId, post, termFrom, nominateUntil, voteUntil, rule: json(ruleFor(rules, post)) as never, ruleVersion: version, round: 0, calledBy: at.viewer.id, calledAt: at.now, openedAt: null, rounds: json([]) as never, electedId: null, countedAt: null, protestUntil: null,
    installedAt: null, cancelledAt: null, because: null,
  }).execute()
  await record(at, { what: 'election.called', about: id, data: { alliance: allianceId, post, nominateUntil, voteUntil, ruleVersion: version } })
  return findElection(at.db, at.viewer, id, at.today)
}

/** A member proposes, its own or another's. */
export async function nominate(at: Doing, id: Id, { personId, name, organisationId, nominatedBy, statement }: Nominating): Promise<ElectionFile> {
  const sitting = await holdSitting(at.db, at.viewer, id, at.today)
  demand(whyNotNominate({ ...sitting.election, stage: sitting.stage }, at.today))
  demand(![organisationId, nominatedBy].every((one) => sitting.members.includes(one)) ? 'elections.not-a-member' : !speaksFor(at.viewer, nominatedBy) ? 'elections.only-its-record-keepers' : undefined)
  demand(sitting.candidates.some((one) => one.personId === personId) ? 'elections.stands-already' : undefined)
  const person = personId ?? await nameNew(at, name!)
  if (personId) found(await at.db.selectFrom('person').select('id').where('id', '=', personId).where('closedAt', 'is', null).executeTakeFirst())
  await at.db.insertInto('electionCandidate').values({ id: newId(), electionId: id, personId: person, organisationId, nominatedBy, nominatedAt: at.now, statement: json(statement) as never, answer: null, answeredBy: null, answeredAt: null }).execute()
  return told(at, sitting, 'nominated', { organisation: nominatedBy, person })
}

async function nameNew(at: Doing, name: string): Promise<Id> {
  const id = newId()
  await addNamedPersons(at.db, [{ id, name, nameNative: null, source: null, example: false, createdAt: at.now }])
  await recordBeginnings(at, [{ what: 'person.named', about: id, data: { name } }])
  return id
}

export async function acceptNomination(at: Doing, candidateId: Id, { answer }: z.output<typeof Accepting>): Promise<ElectionFile> {
  const { electionId } = found(await at.db.selectFrom('electionCandidate').select('electionId').where('id', '=', candidateId).executeTakeFirst())
  const sitting = await holdSitting(at.db, at.viewer, electionId, at.today)
  const candidate = found(sitting.candidates.find(({ id }) => id === candidateId))
  demand(whyNotAccept({ stage: sitting.stage }, { ...candidate, hasAccount: candidate.email !== null }, at.viewer, answer))
  await at.db.updateTable('electionCandidate').set({ answer, answeredBy: at.viewer.id, answeredAt: at.now }).where('id', '=', candidateId).execute()
  return told(at, sitting, answer, { organisation: candidate.organisationId, person: candidate.personId })
}

/** Who is a member now and whose vote is not suspended may vote, and nobody who becomes one later. */
export async function openVoting(at: Doing, home: Installation, id: Id): Promise<ElectionFile> {
  const sitting = await holdSitting(at.db, at.viewer, id, at.today)
  demand(whyNotKeep(sitting.head.keeping, at.viewer) ?? whyNotOpen({ ...sitting.election, stage: sitting.stage }, standingIn(sitting.election, sitting.candidates).length, at.today))
  await at.db.updateTable('election').set({ openedAt: at.now, round: 1 }).where('id', '=', id).execute()
  const electorate = await votingMemberIdsOf(at.db, sitting.election.allianceId)
  await addVoters(at, id, 1, electorate)
  await writeTo(at.db, home, 'asked', electorate, { alliance: sitting.head.name, post: sitting.election.post, due: sitting.election.voteUntil, path: `/elections/${id}`, today: at.today })
  return told(at, sitting, 'opened', { electorate: electorate.length })
}

export async function cancelElection(at: Doing, id: Id, because: string): Promise<ElectionFile> {
  const sitting = await holdSitting(at.db, at.viewer, id, at.today)
  demand(whyNotKeep(sitting.head.keeping, at.viewer) ?? whyNotCancel(sitting))
  await at.db.updateTable('election').set({ cancelledAt: at.now, because }).where('id', '=', id).execute()
  return told(at, sitting, 'cancelled', { because })
}
