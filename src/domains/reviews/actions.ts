// The verbs of this room, for those above it.
export { changeChallenge, recordChallenge } from './challenge-actions.ts'
export { proposeArea } from './area-actions.ts'
export { layReview } from './review-actions.ts'
