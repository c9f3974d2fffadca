// Who gets what answer at every endpoint: a domain states it beside its contract, and the type makes forgetting an
// endpoint a compile error. `access.test.ts` walks them all.
import type { Contract, Sent } from '#platform/http/contract.ts'
import type { Id } from '#platform/kinds.ts'

/** Ids of things that exist when the walk begins; every domain may add what its endpoints need. */
export type AccessWorld = Record<string, Id>

/** nobody: not signed in. stranger: signed in, holds no office. wrong: too small an office, elsewhere. elsewhere: the right office, elsewhere. right: the right office. */
export const walkers = ['nobody', 'stranger', 'wrong', 'elsewhere', 'right'] as const
export type Walker = (typeof walkers)[number]
/** A director elsewhere is answered like anyone in the wrong office, unless it is said. */
type Statuses = Record<Exclude<Walker, 'elsewhere'>, number> & { elsewhere?: number }

/** `expect` names the status for each walker. `input` is made anew for each, so that one walker's change does not shut the door for the next. */
export type AccessCases<C extends Contract> = {
  [Name in keyof C]: {
    input?: (world: AccessWorld, walker: Walker) => Sent<C[Name]>
    expect: Statuses
    /** Who `right` is here, when it is not the director at the party's organisation. */
    right?: 'director' | 'administrator' | 'secretariat'
  }
}
