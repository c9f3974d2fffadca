// The reviews API: challenges, which stay open across years; new areas, which become commitments or a draft agreement.
import * as z from 'zod'
import { get, post, put } from '#platform/http/contract.ts'
import { Id } from '#platform/kinds.ts'
import { AreaDraft, AreaRegister, SettingAside } from './area-model.ts'
import { ChallengeChange, ChallengeDraft, ChallengeRegister } from './challenge-model.ts'

const Kept = z.object({ id: Id })
export const challengesApi = {
  challenges: get('/agreements/:id/challenges', { answer: ChallengeRegister, says: 'What hinders an agreement, why, who answers for it and with what; for those of its sides' }),
  recordChallenge: post('/challenges', { body: ChallengeDraft, answer: Kept, says: 'Records a challenge of an agreement or an alliance' }),
  changeChallenge: put('/challenges/:id', { body: ChallengeChange, answer: Kept, says: 'Changes, answers or resolves it; `seen` is the `changedAt` that was seen' }),
}

export const areasApi = {
  areas: get('/agreements/:id/new-areas', { answer: AreaRegister, says: 'What the sides propose to do together beyond what is promised, and what became of it' }),
  propose: post('/agreements/:id/new-areas', { body: AreaDraft, answer: AreaRegister, says: 'Proposes a new area, with what would be promised' }),
  toCommitment: post('/new-areas/:id/commitment', { answer: AreaRegister, says: 'Makes a commitment of it in one step; the other sides are asked to confirm' }),
  toDraft: post('/new-areas/:id/draft', { answer: AreaRegister, says: 'Makes a draft agreement of it, beneath this one and with the same parties' }),
  setAside: post('/new-areas/:id/setting-aside', { body: SettingAside, answer: AreaRegister, says: 'Sets it aside, with a reason' }),
}
