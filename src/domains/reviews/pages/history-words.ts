// The deeds of this room in the history of an agreement, in words.
import type { Tells } from '#domains/agreements/pages/told-above.ts'

const deeds = new Set([
  'challenge.recorded', 'challenge.resolved', 'new-area.proposed', 'new-area.taken-up', 'new-area.set-aside',
  'review.begun', 'review.laid', 'review.reopened', 'review.disputed', 'review.agreed', 'review.carried-out',
])

/** What was found is for the sides, and stands on the pages of this room. */
export const tells: Tells = (what, data, { text }) =>
  (deeds.has(what) ? text(`reviews.history.${what}`, { state: String(data['state'] ?? 'other'), year: String(data['year'] ?? ''), because: '' }).trim() : undefined)
