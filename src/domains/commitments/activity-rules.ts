// What may happen to an activity, and how much of a promise it usually is.
import type { Id } from '#platform/kinds.ts'
import type { Reason } from '#platform/refusals.ts'
import { holds, recordKeepers, type Viewer } from '#platform/auth/viewer.ts'
import type { Measure } from '#domains/texts/promise-model.ts'
import type { Activity, Serving, TookPart } from './activity-model.ts'

/** Units of which one activity is one, unless somebody says otherwise. */
const oneEach = new Set(['milestone', 'events', 'meetings', 'programmes', 'reports', 'theses', 'patents', 'publications', 'items'])

/**
 * How much an activity gives to a commitment when nobody has said: persons are those who took part (where each side owes its own,
 * those of that side), a seminar is one event. Hours, person-months and money have to be said.
 */
export function usualAmount({ unit }: Pick<Measure, 'unit'>, numbers: readonly TookPart[], side: Id | null): number {
  if (unit === 'persons') return numbers.filter(({ organisationId }) => side === null || organisationId === side).reduce((sum, { inPerson, online }) => sum + inPerson + online, 0)
  return oneEach.has(unit) ? 1 : 0
}

/** What an activity gives: for each commitment one part, or one for each side that owes its own; never two of the same. */
export type Part = { agreementId: Id; commitmentId: Id | null; sideId: Id | null; amount: number }
/** `sides` are those of its agreement. */
type Known = Measure & { id: Id; agreementId: Id; sides: readonly Id[] }

export function partsOf(serves: readonly Serving[], numbers: readonly TookPart[], commitments: readonly Known[], by: Id): Part[] {
  const parts = new Map<string, Part>()
  for (const { agreementId, commitmentId, sideId, amount } of serves) {
    const measure = commitments.find(({ id }) => id === commitmentId)
    const sides = !measure?.eachWay ? [null] : sideId !== null ? [sideId] : sidesThatGave(measure, numbers, by)
    for (const side of sides) {
      const part = { agreementId, commitmentId, sideId: side, amount: measure ? amount ?? usualAmount(measure, numbers, side) : 0 }
      parts.set(`${agreementId} ${commitmentId} ${side}`, part)
    }
  }
  return [...parts.values()]
}

/** In an exchange each side that sent someone gave its own; otherwise the side that says so gave. */
function sidesThatGave({ unit, sides }: Pick<Known, 'unit' | 'sides'>, numbers: readonly TookPart[], by: Id): Id[] {
  const sent = unit === 'persons' ? numbers.filter(({ inPerson, online, organisationId }) => inPerson + online > 0 && sides.includes(organisationId)).map(({ organisationId }) => organisationId) : []
  return sent.length > 0 ? [...new Set(sent)] : [by]
}

type Held = Pick<Activity, 'sideId' | 'recordedBy' | 'withdrawnAt'>
/** Who logged it, and those who keep the records of the side that claims it. */
export const mayKeep = ({ sideId, recordedBy }: Held, viewer: Viewer): boolean => recordedBy === viewer.id || holds(viewer, sideId, ...recordKeepers)

export function whyNotKeep(activity: Held, viewer: Viewer): Reason | undefined {
  if (!mayKeep(activity, viewer)) return 'commitments.only-who-claims'
  return activity.withdrawnAt ? 'commitments.activity-is-withdrawn' : undefined
}
