// Votes cast and counted, protests, and the elected taking the post. A paper has no name and no time, and lies among the others so that what a member voted cannot be
// read out of where, under what id or by which transaction its paper was written.
import { randomUUID } from 'node:crypto'
import { restingVotesOf } from '#domains/alliances/keeping-store.ts'
import { appoint, changeOfficer } from '#domains/alliances/officer-actions.ts'
import { servesOn, whyNotKeep } from '#domains/alliances/rules.ts'
import { organisationsById } from '#domains/organisations/store.ts'
import { json } from '#platform/db/database.ts'
import type { Doing } from '#platform/http/serve.ts'
import { type Id, newId } from '#platform/kinds.ts'
import { demand, found, Refused } from '#platform/refusals.ts'
import type * as z from 'zod'
import { countRound } from './count-rules.ts'
import { type Installation, writeTo } from './letters.ts'
import type { ElectionFile, PaperRow, Protesting, Round, Settling, Voting } from './model.ts'
import { lastHeld, speaksFor, termEnd, whyNotCount, whyNotInstall, whyNotProtest, whyNotVote } from './rules.ts'
import { holdSitting, type Sitting, standingIn } from './store.ts'
import { addVoters, told } from './telling.ts'

export async function vote(at: Doing, id: Id, { organisationId, candidateId }: Voting): Promise<ElectionFile> {
  const sitting = await holdSitting(at.db, at.viewer, id, at.today)
  const { round } = sitting.election
  const voter = await at.db.selectFrom('electionVoter').selectAll().where('electionId', '=', id).where('round', '=', round).where('organisationId', '=', organisationId).forUpdate().executeTakeFirst()
  demand(whyNotVote({ ...sitting.election, stage: sitting.stage }, voter && { ...voter, rests: (await restingVotesOf(at.db, sitting.election.allianceId)).has(organisationId) }, at.viewer, at.today))
  demand(candidateId !== null && !standingIn(sitting.election, sitting.candidates).some((one) => one.id === candidateId) ? 'elections.does-not-stand' : undefined)
  await at.db.updateTable('electionVoter').set({ votedAt: at.now, votedBy: at.viewer.id }).where('id', '=', voter!.id).execute()
  await putIntoUrn(at, id, round, candidateId)
  return told(at, sitting, 'voted', { organisation: organisationId, round })
}

export async function countVotes(at: Doing, home: Installation, id: Id, voteUntil: string | null): Promise<ElectionFile> {
  const sitting = await holdSitting(at.db, at.viewer, id, at.today)
  const { election, candidates } = sitting
  const voters = await at.db.selectFrom('electionVoter').selectAll().where('electionId', '=', id).where('round', '=', election.round).execute()
  demand(whyNotKeep(sitting.head.keeping, at.viewer) ?? whyNotCount({ ...election, stage: sitting.stage }, voters.filter(({ votedAt }) => !votedAt).length, at.today))
  const papers = await takenFromUrn(at, id, election.round)
  if (papers.length !== voters.filter(({ votedAt }) => votedAt).length) throw new Refused('elections.papers-differ')
  const result = countRound({ round: election.round, rule: election.rule, standing: standingIn(election, candidates).map((one) => one.id), electorate: voters.length, papers, tiedBefore: election.rounds.at(-1)?.outcome === 'again', countryLast: await countryLast(at, sitting) })
  const rounds = json([...election.rounds, result]) as never
  if (result.next.length > 0) return nextRound(at, home, sitting, result, voteUntil, voters.map(({ organisationId }) => organisationId))
  const protestUntil = new Date(Date.parse(`${at.today}T00:00:00Z`) + election.rule.protestDays * 86_400_000).toISOString().slice(0, 10)
  await at.db.updateTable('election').set({ rounds, countedAt: at.now, electedId: result.electedId, protestUntil: result.electedId && election.rule.protestDays > 0 ? protestUntil : null }).where('id', '=', id).execute()
  return told(at, sitting, 'counted', { round: election.round, outcome: result.outcome, elected: result.electedId })
}

/** The same members vote again, and are told so; on whom, the count has said. */
async function nextRound(at: Doing, home: Installation, sitting: Sitting, result: Round, voteUntil: string | null, electorate: readonly Id[]): Promise<ElectionFile> {
  const { election } = sitting
  demand(!voteUntil ? 'elections.next-needs-a-day' : voteUntil < at.today ? 'elections.day-has-passed' : undefined, { outcome: result.outcome })
  await at.db.updateTable('election').set({ rounds: json([...election.rounds, result]) as never, round: election.round + 1, voteUntil: voteUntil! }).where('id', '=', election.id).execute()
  await addVoters(at, election.id, election.round + 1, electorate)
  await writeTo(at.db, home, 'asked', electorate, { alliance: sitting.head.name, post: election.post, due: voteUntil!, path: `/elections/${election.id}`, today: at.today })
  return told(at, sitting, 'round-counted', { round: election.round, outcome: result.outcome })
}

/**
 * A paper never comes alone: with each vote all papers of the round are written anew under random ids and in their order, so that neither the order of the rows, nor
 * an id, nor the transaction that wrote a row says which of them came now.
 */
async function putIntoUrn(at: Doing, electionId: Id, round: number, candidateId: Id | null): Promise<void> {
  const before = await at.db.deleteFrom('electionPaper').where('electionId', '=', electionId).where('round', '=', round).returning('candidateId').execute()
  await at.db.insertInto('electionPaper').values(mixed([...before.map((paper) => paper.candidateId), candidateId], electionId, round)).execute()
}

const mixed = (papers: readonly (Id | null)[], electionId: Id, round: number): PaperRow[] => papers.map((candidateId) => ({ id: randomUUID(), electionId, round, candidateId })).toSorted((a, b) => (a.id < b.id ? -1 : 1))

/** Once more by the one who counts: then no paper is in the hand of the last who voted either. */
async function takenFromUrn(at: Doing, electionId: Id, round: number): Promise<(Id | null)[]> {
  const papers = (await at.db.deleteFrom('electionPaper').where('electionId', '=', electionId).where('round', '=', round).returning('candidateId').execute()).map(({ candidateId }) => candidateId)
  if (papers.length > 0) await at.db.insertInto('electionPaper').values(mixed(papers, electionId, round)).execute()
  return papers
}

async function countryLast(at: Doing, { candidates, officers, election }: Sitting): Promise<Map<Id, number>> {
  const briefs = await organisationsById(at.db, candidates.map(({ organisationId }) => organisationId))
  const last = lastHeld(officers.map((one) => ({ ...one, country: one.country ?? one.organisation?.country ?? null })), election.post)
  return new Map(candidates.map(({ id, organisationId }) => [id, last.get(briefs.get(organisationId)?.country ?? '') ?? 0]))
}

export async function protest(at: Doing, id: Id, { organisationId, because }: z.output<typeof Protesting>): Promise<ElectionFile> {
  const sitting = await holdSitting(at.db, at.viewer, id, at.today)
  demand(whyNotProtest(sitting) ?? (!sitting.members.includes(organisationId) ? 'elections.not-a-member' : !speaksFor(at.viewer, organisationId) ? 'elections.only-its-record-keepers' : undefined))
  await at.db.insertInto('electionProtest').values({ id: newId(), electionId: id, organisationId, because, raisedBy: at.viewer.id, raisedAt: at.now, answer: null, reason: null, answeredBy: null, answeredAt: null }).execute()
  return told(at, sitting, 'protested', { organisation: organisationId, because })
}

export async function settleProtest(at: Doing, protestId: Id, { answer, reason }: z.output<typeof Settling>): Promise<ElectionFile> {
  const raised = found(await at.db.selectFrom('electionProtest').selectAll().where('id', '=', protestId).executeTakeFirst())
  const sitting = await holdSitting(at.db, at.viewer, raised.electionId, at.today)
  demand(whyNotKeep(sitting.head.keeping, at.viewer) ?? (raised.answer ? 'elections.answered-already' : undefined))
  await at.db.updateTable('electionProtest').set({ answer, reason, answeredBy: at.viewer.id, answeredAt: at.now }).where('id', '=', protestId).execute()
  return told(at, sitting, `protest-${answer}`, { organisation: raised.organisationId, reason })
}

export async function installElected(at: Doing, id: Id): Promise<ElectionFile> {
  const sitting = await holdSitting(at.db, at.viewer, id, at.today)
  const { election, candidates, officers } = sitting
  const protests = await at.db.selectFrom('electionProtest').select('answer').where('electionId', '=', id).execute()
  demand(whyNotKeep(sitting.head.keeping, at.viewer) ?? whyNotInstall(sitting, protests))
  const elected = found(candidates.find((one) => one.id === election.electedId))
  const country = (await organisationsById(at.db, [elected.organisationId])).get(elected.organisationId)?.country ?? null
  const eve = { value: new Date(Date.parse(election.termFrom) - 86_400_000).toISOString().slice(0, 10), precision: 'day' as const }
  for (const before of officers.filter((one) => one.post === election.post && servesOn(election.termFrom, one))) {
    await changeOfficer(at, election.allianceId, before.id, { post: before.post, country: before.country, organisationId: before.organisationId, from: before.fromOn ? { value: before.fromOn, precision: before.fromPrecision ?? 'day' } : null, until: eve, source: before.source })
  }
  const term = { from: { value: election.termFrom, precision: 'day' as const }, until: { value: termEnd(election.termFrom, election.rule.years), precision: 'day' as const } }
  await appoint(at, election.allianceId, { personId: elected.personId, post: election.post, country, organisationId: elected.organisationId, ...term, source: null })
  await at.db.updateTable('election').set({ installedAt: at.now }).where('id', '=', id).execute()
  return told(at, sitting, 'installed', { organisation: elected.organisationId, person: elected.personId })
}
