// The reviews API: the yearly review of an agreement; challenges, which stay open across years; new areas, which become commitments or a draft agreement.
import * as z from 'zod'
import { get, post, put } from '#platform/http/contract.ts'
import { Id, LongText } from '#platform/kinds.ts'
import { AreaDraft, AreaRegister, SettingAside } from './area-model.ts'
import { ChallengeChange, ChallengeDraft, ChallengeRegister } from './challenge-model.ts'
import { Beginning, DueList, DueQuery, FileQuery, OfAgreement, ReviewFile, Writing } from './model.ts'

export const reviewsApi = {
  due: get('/reviews', { query: DueQuery, answer: DueList, says: 'The agreements to be reviewed for a year, one’s own or an alliance’s, and how far each review is' }),
  ofAgreement: get('/agreements/:id/reviews', { answer: OfAgreement, says: 'The reviews of an agreement by year, and how many challenges and proposals are open; for those of its sides' }),
  begin: post('/agreements/:id/reviews', { body: Beginning, answer: ReviewFile, says: 'Begins the review of a year; of an agreement and a year there is one' }),
  review: get('/reviews/:id', { answer: ReviewFile, says: 'A review: the facts, the arithmetic of each criterion, what the sides moved and why, the outcome, and why each step is closed' }),
  write: put('/reviews/:id', { body: Writing, answer: ReviewFile, says: 'Writes moves, outcome, conditions and words; `seen` is the `changedAt` that was seen' }),
  lay: post('/reviews/:id/laying', { answer: ReviewFile, says: 'Freezes it and lays it before the other sides; they confirm or dispute it' }),
  reopen: post('/reviews/:id/reopening', { body: z.object({ because: LongText }), answer: ReviewFile, says: 'Takes back what was laid, or decides anew after a hearing' }),
  carryOut: post('/reviews/:id/carrying-out', { answer: ReviewFile, says: 'Does what an agreed outcome leads to: proposes the renewal for its years, or gives notice' }),
  reviewFile: get('/reviews/:id/file', { query: FileQuery, answer: z.unknown(), gives: 'file', limit: 30, says: 'The same as PDF or Word, in a language' }),
}

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
