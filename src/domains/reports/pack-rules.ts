// How an activity counts in a pack: once, and as confirmed only when nobody who was asked has left it open.
import type { ActivityShown } from '#domains/commitments/activity-model.ts'
import type { Day, Id } from '#platform/kinds.ts'
import type { Reason } from '#platform/refusals.ts'

export const countedAs = ['confirmed', 'open', 'disputed', 'withdrawn'] as const
export type CountedAs = (typeof countedAs)[number]

/** Of its claims in these agreements: one dispute makes it disputed, one open claim leaves it open. */
export function howCounted({ withdrawnAt, serves }: Pick<ActivityShown, 'withdrawnAt' | 'serves'>, within: ReadonlySet<Id>): CountedAs {
  const states = serves.filter(({ agreementId }) => within.has(agreementId)).map(({ claim }) => claim.state)
  if (withdrawnAt || states.every((state) => state === 'withdrawn')) return 'withdrawn'
  if (states.includes('disputed')) return 'disputed'
  return states.every((state) => state === 'confirmed' || state === 'withdrawn') ? 'confirmed' : 'open'
}

export const inPeriod = (day: Day, { from, until }: { from: Day | null; until: Day | null }): boolean => (!from || day >= from) && (!until || day <= until)

/** Why a pack may not be asked for. */
export function whyNotPack({ found, most, underway }: { found: number; most: number; underway: boolean }): Reason | undefined {
  if (underway) return 'reports.pack-underway'
  if (found === 0) return 'reports.pack-empty'
  return found > most ? 'reports.pack-too-large' : undefined
}
