// What every deed of an election ends with: its entry in the history, and the election as it stands then; and the members that may vote in a round.
import { record } from '#platform/audit/journal.ts'
import type { Doing } from '#platform/http/serve.ts'
import { type Id, newId } from '#platform/kinds.ts'
import type { ElectionFile } from './model.ts'
import { findElection, type Sitting } from './store.ts'

export async function told(at: Doing, { election }: Pick<Sitting, 'election'>, what: string, data: Record<string, unknown>): Promise<ElectionFile> {
  await record(at, { what: `election.${what}`, about: election.id, data: { alliance: election.allianceId, post: election.post, ...data } })
  return findElection(at.db, at.viewer, election.id, at.today)
}

export const addVoters = (at: Doing, electionId: Id, round: number, members: readonly Id[]) => at.db.insertInto('electionVoter').values(members.map((organisationId) => ({ id: newId(), electionId, round, organisationId, votedAt: null, votedBy: null }))).execute()
