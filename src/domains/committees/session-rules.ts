// What may happen in a meeting at its stage, by whom, and if not why not.
import type { Viewer } from '#platform/auth/viewer.ts'
import type { Reason } from '#platform/refusals.ts'
import type { Ballot, Meeting, Vote } from './meeting-model.ts'
import { arranges, type Judged, sitsIn } from './rules.ts'

type Session = { held: Judged; meeting: Pick<Meeting, 'state'> }
export type SessionStep = 'prepare' | 'agenda' | 'reply' | 'open' | 'run' | 'attend' | 'minutes'

export function whyNotIn(step: SessionStep, { held, meeting: { state } }: Session, viewer: Viewer): Reason | undefined {
  const sits = sitsIn(held, viewer)
  if (step === 'reply' || step === 'attend' ? !sits && !arranges(held, viewer) : !arranges(held, viewer)) return sits || step !== 'reply' ? 'committees.only-who-arranges' : 'committees.only-a-member'
  if (held.body.dissolvedAt !== null && step !== 'minutes') return 'committees.is-dissolved'
  if (state === 'called-off') return 'committees.meeting-off'
  if (step === 'prepare' || step === 'open' || step === 'reply') return state === 'called' ? undefined : 'committees.meeting-begun'
  if (step === 'agenda') return state === 'closed' ? 'committees.meeting-over' : undefined
  if (step === 'minutes') return state === 'closed' ? undefined : 'committees.meeting-not-over'
  return state === 'open' ? undefined : state === 'called' ? 'committees.meeting-not-open' : 'committees.meeting-over'
}

type Before = Pick<Vote, 'choice'> | undefined
/** A vote sent twice is one; another vote, or one after the close, is refused and says so. */
export function whyNotVote(ballot: Pick<Ballot, 'closedAt' | 'kind' | 'secret'>, { entitled, present, before, choice }: { entitled: boolean; present: boolean; before: Before; choice: Vote['choice'] }): Reason | 'counted' | undefined {
  if (!entitled) return 'committees.not-entitled'
  if (before && (ballot.secret || before.choice === choice)) return 'counted'
  if (ballot.closedAt !== null) return 'committees.vote-closed'
  if (before && ballot.kind !== 'written') return 'committees.voted-already'
  return present || ballot.kind === 'written' ? undefined : 'committees.not-present'
}
