// What may happen to a joint unit, and if not, why not.
import type { Day } from '#platform/kinds.ts'
import type { Reason } from '#platform/refusals.ts'
import type { JointUnit } from './model.ts'

type Founder = { draft: boolean; mayWrite: boolean }
/** Whoever keeps the records of a side founds it, once the agreement is no draft any more. */
export const whyNotFound = ({ draft, mayWrite }: Founder): Reason | undefined => (mayWrite ? (draft ? 'joint-units.agreement-is-a-draft' : undefined) : 'joint-units.only-a-side')

export function whyNotChange({ closedOn }: Pick<JointUnit, 'closedOn'>, founder: Founder): Reason | undefined {
  return whyNotFound(founder) ?? (closedOn === null ? undefined : 'joint-units.is-closed')
}

export const whyNotClose = ({ foundedOn }: Pick<JointUnit, 'foundedOn'>, on: Day): Reason | undefined => (on < foundedOn ? 'joint-units.closed-before-founded' : undefined)
