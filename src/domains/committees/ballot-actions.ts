// Votes: opened with those entitled, cast once by each, closed and counted twice; and consensus, recorded as such.
import { json } from '#platform/db/database.ts'
import type { Doing } from '#platform/http/serve.ts'
import { announce } from '#platform/live/live.ts'
import { type Id, type Instant, newId } from '#platform/kinds.ts'
import { demand, found, Refused } from '#platform/refusals.ts'
import { classOf, count, loneVoter, tellsSides, withQuorum } from './ballot-rules.ts'
import { bodiesSeenBy, findBody } from './body-store.ts'
import { blocking } from './check-rules.ts'
import { takeDecision } from './decision-actions.ts'
import type { Ballot, Choice, Item, Paper, Vote } from './meeting-model.ts'
import { holdItem, put, tellMeeting } from './meeting-actions.ts'
import { decidable, quorumChecks } from './meeting-rules.ts'
import { factsOf, findMeeting, holdBallot, holdMeeting, shareBallot, type Sitting } from './meeting-store.ts'
import type { Tally, Texts } from './model.ts'
import { overNow } from './procedure-actions.ts'
import { actingAt, quorumAt } from './quorum-rules.ts'
import { recount } from './recount-rules.ts'
import type { MeetingFile } from './session-model.ts'
import { whyNotIn, whyNotVote } from './session-rules.ts'

/** What stops a decision on this item now: it is not for decision, or the body cannot decide (G15, G06, G07). */
function demandDecidable(sitting: Sitting, item: Item, now: Instant): void {
  const under = { rules: sitting.rules.rules, version: sitting.rules.version, asOf: now }
  const stop = blocking([decidable(under, item, sitting.meeting, sitting.held.sides), ...quorumChecks(under, quorumAt(factsOf(sitting, now), item.id, now))])
  if (stop) throw new Refused(stop.reason, stop.facts)
}

export async function openBallot(at: Doing, id: Id, itemId: Id, { kind, text, secret }: { kind: 'motion' | 'amendment'; text: Texts; secret: boolean }): Promise<MeetingFile> {
  const [sitting, item] = await holdItem(at, id, itemId, 'run')
  demandDecidable(sitting, item, at.now)
  const { rules, version } = sitting.rules
  demand(item.consensus === 'reached' ? 'committees.decided-already' : undefined)
  demand(rules.consensusFirst && kind === 'motion' && item.consensus !== 'failed' ? 'committees.consensus-first' : undefined)
  demand(await at.db.selectFrom('ballot').select('id').where('meetingId', '=', id).where('closedAt', 'is', null).executeTakeFirst() ? 'committees.vote-open' : undefined)
  const { acting, eligible } = actingAt(factsOf(sitting, at.now), itemId, at.now)
  const by = { class: classOf(rules, item.matter), unit: rules.voteUnit, entitled: acting }
  demand(secret && loneVoter(by) ? 'committees.not-secret-alone' : undefined)
  const ballot: Ballot = {
    id: newId(), bodyId: sitting.meeting.bodyId, meetingId: id, itemId, kind, text, matter: item.matter, class: by.class, unit: by.unit, secret, openedAt: at.now, openedBy: at.viewer.id,
    entitled: json(acting.map(({ seatId, sideId, personId }) => ({ seatId, sideId, personId }))) as never, seats: eligible.length, ruleVersion: version, closedAt: null, result: null,
    deadlineOn: null, vetoUntilOn: null, vetoedBySide: null, vetoBecause: null, settledAt: null, aboutKind: item.aboutKind, aboutId: item.aboutId,
  }
  await at.db.insertInto('ballot').values(ballot).execute()
  await put(at, sitting, {})
  return tellMeeting(at, sitting, 'vote-opened', { ballot: ballot.id, item: itemId, class: ballot.class, entitled: acting.length })
}

export async function vote(at: Doing, ballotId: Id, { choice, words }: { choice: Choice; words: string | null }) {
  const ballot = await shareBallot(at.db, ballotId)
  found(await bodiesSeenBy(at.db, at.viewer).select('body.id').where('body.id', '=', ballot.bodyId).executeTakeFirst())
  const own = ballot.entitled.find(({ personId }) => personId === at.viewer.id)
  const before = own && await at.db.selectFrom('vote').selectAll().where('ballotId', '=', ballotId).where('seatId', '=', own.seatId).executeTakeFirst()
  // Held with the vote: who leaves at the same moment leaves after it.
  const span = ballot.meetingId && await at.db.selectFrom('presence').select(['fromAt', 'mode']).where('meetingId', '=', ballot.meetingId).where('personId', '=', at.viewer.id).where('untilAt', 'is', null).forShare().executeTakeFirst()
  const over = ballot.kind === 'written' && ballot.closedAt === null && ballot.deadlineOn !== null && await dayOver(at, ballot) > ballot.deadlineOn
  const why = whyNotVote({ ...ballot, closedAt: over ? at.now : ballot.closedAt }, { entitled: Boolean(own), present: Boolean(span && (span.mode === 'room' || await countsOnline(at, ballot))), before, choice })
  if (why === 'counted') return taken(before!)
  demand(why)
  const when = [at.now, ballot.openedAt, span ? span.fromAt : at.now].toSorted().at(-1)!
  const put = await cast(at, ballot, { ballotId, seatId: own!.seatId, personId: at.viewer.id, choice: ballot.secret ? null : choice, at: when, words: ballot.secret ? null : words }, { sideId: tellsSides(ballot) ? own!.sideId : null, choice })
  if (ballot.meetingId) await announce(at.db, `meeting:${ballot.meetingId}`)
  return taken(put)
}

/** The day that is over for every side. */
const dayOver = async (at: Doing, { bodyId }: Ballot) => overNow(at.db, await findBody(at.db, at.viewer, bodyId), at.now)
const countsOnline = async (at: Doing, { bodyId, ruleVersion }: Ballot): Promise<boolean> =>
  (await at.db.selectFrom('bodyRules').select('rules').where('bodyId', '=', bodyId).where('version', '=', ruleVersion).executeTakeFirstOrThrow()).rules.remote

const taken = ({ ballotId, seatId, choice, at }: Vote) => ({ ballotId, seatId, choice, at, counted: 1 as const })

/** Two of the same at once: the second waits for the first and finds it. In writing an answer may be changed until the day. */
async function cast(at: Doing, ballot: Ballot, vote: Vote, paper: { sideId: Id | null; choice: Choice }): Promise<Vote> {
  const insert = at.db.insertInto('vote').values(vote)
  const written = await (ballot.kind === 'written'
    ? insert.onConflict((c) => c.columns(['ballotId', 'seatId']).doUpdateSet({ choice: vote.choice, at: vote.at, words: vote.words }))
    : insert.onConflict((c) => c.columns(['ballotId', 'seatId']).doNothing())).returning('seatId').executeTakeFirst()
  if (!written) {
    const first = found(await at.db.selectFrom('vote').selectAll().where('ballotId', '=', vote.ballotId).where('seatId', '=', vote.seatId).executeTakeFirst())
    demand(!ballot.secret && first.choice !== vote.choice ? 'committees.voted-already' : undefined)
    return first
  }
  // The paper of a secret vote has no order: its id is drawn, not counted.
  if (ballot.secret) await at.db.insertInto('ballotPaper').values({ id: crypto.randomUUID(), ballotId: ballot.id, ...paper }).execute()
  return vote
}

export async function closeBallot(at: Doing, ballotId: Id): Promise<MeetingFile> {
  const known = found(await at.db.selectFrom('ballot').select('meetingId').where('id', '=', ballotId).executeTakeFirst())
  const sitting = await holdMeeting(at.db, at.viewer, found(known.meetingId))
  demand(whyNotIn('run', sitting, at.viewer))
  const ballot = await holdBallot(at.db, ballotId)
  demand(ballot.closedAt ? 'committees.vote-closed' : undefined)
  const votes = await at.db.selectFrom('vote').selectAll().where('ballotId', '=', ballotId).execute()
  const closedAt = [at.now, ...votes.map((one) => one.at)].toSorted().at(-1)!
  // What came meanwhile is in the count: the notes are read once the votes are held.
  const seen = await findMeeting(at.db, at.viewer, sitting.meeting.id)
  const tally = await counted(at, seen, { ...ballot, closedAt }, votes)
  await at.db.updateTable('ballot').set({ closedAt, result: json(tally) as never }).where('id', '=', ballotId).execute()
  if (tally.carried && ballot.kind === 'motion') {
    await takeDecision(at, seen.held, { meetingId: seen.meeting.id, itemId: ballot.itemId, ballotId, matter: ballot.matter, class: ballot.class, how: 'vote', text: ballot.text, effect: null, takenOn: seen.meeting.heldOn ?? at.today, takenAt: closedAt, ruleVersion: ballot.ruleVersion, tally, aboutKind: ballot.aboutKind, aboutId: ballot.aboutId })
  }
  await put(at, sitting, {})
  return tellMeeting(at, sitting, 'vote-closed', { ballot: ballotId, item: ballot.itemId, carried: tally.carried, why: tally.why })
}

/** Written anew by the one who counts, in the order of random ids: neither the transaction nor the place of a paper tells any more who put it in. */
async function mixed(at: Doing, ballotId: Id): Promise<Paper[]> {
  const papers = await at.db.deleteFrom('ballotPaper').where('ballotId', '=', ballotId).returningAll().execute()
  const anew = papers.map((paper) => ({ ...paper, id: crypto.randomUUID() as Id })).toSorted((a, b) => (a.id < b.id ? -1 : 1))
  if (anew.length > 0) await at.db.insertInto('ballotPaper').values(anew).execute()
  return anew
}

/** Counted by the rules, and once more from the notes; where the two differ, nothing is decided. */
async function counted(at: Doing, sitting: Sitting, ballot: Ballot & { closedAt: Instant }, votes: Vote[]): Promise<Tally> {
  const papers = ballot.secret ? await mixed(at, ballot.id) : []
  const sideOf = new Map(ballot.entitled.map(({ seatId, sideId }) => [seatId, sideId]))
  const cast = ballot.secret ? papers : votes.map(({ seatId, choice }) => ({ sideId: sideOf.get(seatId) ?? null, choice: choice! }))
  const facts = factsOf(sitting, ballot.closedAt)
  const sides = tellsSides(ballot) ? sitting.held.sides : []
  const tally = withQuorum(count({ ...ballot, sides, cast }), quorumAt(facts, ballot.itemId, ballot.openedAt), quorumAt(facts, ballot.itemId, ballot.closedAt))
  const again = recount(facts, ballot, votes, papers)
  if (again.carried !== tally.carried) throw new Refused('committees.counts-differ', { because: again.because })
  return tally
}

/** Nobody objects: as if everyone there had said yes, judged by the class of the matter. Its failure opens the way to a vote. */
export async function recordConsensus(at: Doing, id: Id, itemId: Id, { outcome, text, effect }: { outcome: 'reached' | 'failed'; text: Texts; effect: string | null }): Promise<MeetingFile> {
  const [sitting, item] = await holdItem(at, id, itemId, 'run')
  demandDecidable(sitting, item, at.now)
  demand(item.consensus === 'reached' || outcome === 'reached' && await at.db.selectFrom('decision').select('id').where('itemId', '=', itemId).executeTakeFirst() ? 'committees.decided-already' : undefined)
  await at.db.updateTable('meetingItem').set({ consensus: outcome }).where('id', '=', itemId).execute()
  if (outcome === 'reached') {
    const { rules, version } = sitting.rules
    const { acting, eligible } = actingAt(factsOf(sitting, at.now), itemId, at.now)
    const by = classOf(rules, item.matter)
    const tally = count({ class: by, unit: rules.voteUnit, entitled: acting, seats: eligible.length, sides: sitting.held.sides, cast: acting.map(({ sideId }) => ({ sideId, choice: 'for' as const })) })
    demand(tally.carried ? undefined : 'committees.consensus-too-few')
    await takeDecision(at, sitting.held, { meetingId: id, itemId, ballotId: null, matter: item.matter, class: by, how: 'consensus', text: Object.keys(text).length > 0 ? text : item.title, effect, takenOn: sitting.meeting.heldOn ?? at.today, takenAt: at.now, ruleVersion: version, tally, aboutKind: item.aboutKind, aboutId: item.aboutId })
  }
  await put(at, sitting, {})
  return tellMeeting(at, sitting, `consensus-${outcome}`, { item: itemId })
}
