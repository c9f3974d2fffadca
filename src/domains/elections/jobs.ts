// What happens by the clock: before nominations close all members are written to, before a vote closes those that have not voted, and the house when it is its turn.
// A letter says that its member has not voted, never what anyone voted; the journal only how many were written to.
import { allianceHeads, votingMemberIdsOf } from '#domains/alliances/keeping-store.ts'
import { record } from '#platform/audit/journal.ts'
import { house } from '#platform/auth/viewer.ts'
import { daily, type Jobs, type Night } from '#platform/jobs/job.ts'
import { stepReached, wasReminded } from '#platform/jobs/reminding.ts'
import type { Day, Id } from '#platform/kinds.ts'
import { type Installation, type LetterKind, writeTo } from './letters.ts'
import type { Election } from './model.ts'
import './tables.ts'

/** Days before; on the day after (-1) it is the house's turn: to open the vote, to count it. */
const steps = [7, 2, -1]

export const electionJobs = (home: Installation): Jobs => ({ 'remind-elections': daily('17 5 * * *', async (night) => void await remindElections(night, home)) })

/** Run twice it writes once. How many letters were written. */
export async function remindElections(night: Night, home: Installation): Promise<number> {
  const open = await night.db.selectFrom('election').selectAll().where('countedAt', 'is', null).where('cancelledAt', 'is', null).orderBy('id').forUpdate().skipLocked().execute()
  let letters = 0
  for (const election of open) {
    const due = election.openedAt ? election.voteUntil : election.nominateUntil
    const step = stepReached(due, steps, { since: await sinceOf(night, election), today: night.today })
    if (step !== undefined && !await wasReminded(night.db, 'election.reminded', election.id, due, step)) letters += await remind(night, home, election, due, step)
  }
  return letters
}

/** Since when its members know: the call, the opening, or the count that opened this round. */
async function sinceOf({ db }: Night, { id, round, calledAt, openedAt }: Election): Promise<Day> {
  const counted = round > 1 ? await db.selectFrom('journal').select('at').where('about', '=', id).where('what', '=', 'election.round-counted').orderBy('place', 'desc').limit(1).executeTakeFirst() : undefined
  return (counted?.at ?? openedAt ?? calledAt).slice(0, 10)
}

async function remind({ db, today, now }: Night, home: Installation, election: Election, due: Day, step: number): Promise<number> {
  const { id, allianceId, post, openedAt } = election
  const head = (await allianceHeads(db, house, [allianceId])).get(allianceId)
  if (!head) return 0
  const [kind, to]: [LetterKind, Id[]] = step < 0 ? [openedAt ? 'to-count' : 'to-open', head.houses] : openedAt ? ['not-voted', await notVotedIn(db, election)] : ['nominations', await votingMemberIdsOf(db, allianceId)]
  const letters = await writeTo(db, home, kind, to, { alliance: head.name, post, due, path: `/elections/${id}`, today })
  await record({ db, viewer: house, now }, { what: 'election.reminded', about: id, data: { alliance: allianceId, post, due, step, letters } })
  return letters
}

/** A member whose vote rests now is not asked for it. */
async function notVotedIn(db: Night['db'], { id, round, allianceId }: Election): Promise<Id[]> {
  const voting = new Set(await votingMemberIdsOf(db, allianceId))
  const rows = await db.selectFrom('electionVoter').select('organisationId').where('electionId', '=', id).where('round', '=', round).where('votedAt', 'is', null).orderBy('id').execute()
  return rows.map(({ organisationId }) => organisationId).filter((one) => voting.has(one))
}
