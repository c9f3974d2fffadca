// Who may propose a new area and take one up. Pure: the page asks the same.
import type { Reason } from '#platform/refusals.ts'
import type { NewArea } from './area-model.ts'

type Powers = { draft: boolean; kept: readonly string[]; acting: readonly string[] }

/** Whoever does the work at a side may propose. */
export const whyNotPropose = ({ draft, acting }: Powers): Reason | undefined =>
  (acting.length === 0 ? 'reviews.only-who-works-at-a-side' : draft ? 'commitments.agreement-is-a-draft' : undefined)

/** What binds a side, or sets its proposal aside, is for who keeps the records there. */
export const whyNotTakeUp = ({ state }: Pick<NewArea, 'state'>, { draft, kept }: Pick<Powers, 'draft' | 'kept'>): Reason | undefined =>
  (kept.length === 0 ? 'commitments.only-a-record-keeper' : draft ? 'commitments.agreement-is-a-draft' : state === 'open' ? undefined : 'reviews.area-is-settled')
