// Votes cast and counted, protests, and the elected taking the post. A paper has no name and no time; when a round is counted its papers are written anew in
// another order, so that what a member voted cannot be read out of where its paper lies.
import { randomUUID } from 'node:crypto'
import { appoint, changeOfficer } from '#domains/alliances/officer-actions.ts'
import { servesOn, whyNotKeep } from '#domains/alliances/rules.ts'
import { organisationsById } from '#domains/organisations/store.ts'
import { json } from '#platform/db/database.ts'
import type { Doing } from '#platform/http/serve.ts'
import { type Id, newId } from '#platform/kinds.ts'
import { demand, found, Refused } from '#platform/refusals.ts'
import type * as z from 'zod'
import { countRound } from './count-rules.ts'
import type { ElectionFile, Protesting, Round, Settling, Voting } from './model.ts'
import { lastHeld, speaksFor, termEnd, whyNotCount, whyNotInstall, whyNotProtest, whyNotVote } from './rules.ts'
import { holdSitting, type Sitting, standingIn } from './store.ts'
import { addVoters, told } from './telling.ts'

export async function vote(at: Doing, id: Id, { organisationId, candidateId }: Voting): Promise<ElectionFile> {
  const sitting = await holdSitting(at.db, at.viewer, id, at.today)
  const { round } = sitting.election
  const voter = await at.db.selectFrom('electionVoter').selectAll().where('electionId', '=', id).where('round', '=', round).where('organisationId', '=', organisationId).forUpdate().executeTakeFirst()
  demand(whyNotVote({ ...sitting.election, stage: sitting.stage }, voter, at.viewer, at.today))
  demand(candidateId !== null && !standingIn(sitting.election, sitting.candidates).some((one) => one.id === candidateId) ? 'elections.does-not-stand' : undefined)
  await at.db.updateTable('electionVoter').set({ votedAt: at.now, votedBy: at.viewer.id }).where('id', '=', voter!.id).execute()
  // A random id: those that count on in time would say whose paper it is.
  await at.db.insertInto('electionPaper').values({ id: randomUUID(), electionId: id, round, candidateId }).execute()
  return told(at, sitting, 'voted', { organisation: organisationId, round })
}

export async function countVotes(at: Doing, id: Id, voteUntil: string | null): Promise<ElectionFile> {
  const sitting = await holdSitting(at.db, at.viewer, id, at.today)
  const { election, candidates } = sitting
  const voters = await at.db.selectFrom('electionVoter').selectAll().where('electionId', '=', id).where('round', '=', election.round).execute()
  demand(whyNotKeep(sitting.head.keeping, at.viewer) ?? whyNotCount({ ...election, stage: sitting.stage }, voters.filter(({ votedAt }) => !votedAt).length, at.today))
  const papers = await shuffled(at, id, election.round)
  if (papers.length !== voters.filter(({ votedAt }) => votedAt).length) throw new Refused('elections.papers-differ')
  const result = countRound({ round: election.round, rule: election.rule, standing: standingIn(election, candidates).map((one) => one.id), electorate: voters.length, papers, tiedBefore: election.rounds.at(-1)?.outcome === 'again', countryLast: await countryLast(at, sitting) })
  const rounds = json([...election.rounds, result]) as never
  if (result.next.length > 0) return nextRound(at, sitting, result, voteUntil, voters.map(({ organisationId }) => organisationId))
  const protestUntil = new Date(Date.parse(`${at.today}T00:00:00Z`) + election.rule.protestDays * 86_400_000).toISOString().slice(0, 10)
  await at.db.updateTable('election').set({ rounds, countedAt: at.now, electedId: result.electedId, protestUntil: result.electedId && election.rule.protestDays > 0 ? protestUntil : null }).where('id', '=', id).execute()
  return told(at, sitting, 'counted', { round: election.round, outcome: result.outcome, elected: result.electedId })
}

/** The same members vote again; on whom, the count has said. */
async function nextRound(at: Doing, sitting: Sitting, result: Round, voteUntil: string | null, electorate: readonly Id[]): Promise<ElectionFile> {
  const { election } = sitting
  demand(!voteUntil ? 'elections.next-needs-a-day' : voteUntil < at.today ? 'elections.day-has-passed' : undefined, { outcome: result.outcome })
  await at.db.updateTable('election').set({ rounds: json([...election.rounds, result]) as never, round: election.round + 1, voteUntil: voteUntil! }).where('id', '=', election.id).execute()
  await addVoters(at, election.id, election.round + 1, electorate)
  return told(at, sitting, 'round-counted', { round: election.round, outcome: result.outcome })
}

async function shuffled(at: Doing, electionId: Id, round: number): Promise<(Id | null)[]> {
  const papers = await at.db.deleteFrom('electionPaper').where('electionId', '=', electionId).where('round', '=', round).returning('candidateId').execute()
  const anew = papers.map(({ candidateId }) => ({ id: randomUUID(), electionId, round, candidateId })).toSorted((a, b) => (a.id < b.id ? -1 : 1))
  if (anew.length > 0) await at.db.insertInto('electionPaper').values(anew).execute()
  return anew.map(({ candidateId }) => candidateId)
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
