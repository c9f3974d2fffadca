// The finders of this room, for those above it. `challengesOf` and `proposalsOf` are for a caller who has seen that the agreement may be seen.
export { challengesOf, openBetween } from './challenge-store.ts'
export { proposalsOf } from './area-store.ts'
export { reviewsOf } from './due-store.ts'
export { bringChecks } from './further-store.ts'
