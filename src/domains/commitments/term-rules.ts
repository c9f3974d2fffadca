// When a term ends or renews itself, by when notice must be given, and which of the four acts is open. Days are given, never read from a clock.
import { addDays, addMonths, endOfTerm, monthsOf, nextRenewal, stateOn } from '#domains/agreements/rules.ts'
import type { Agreement } from '#domains/agreements/model.ts'
import type { Day, Id } from '#platform/kinds.ts'
import type { Reason } from '#platform/refusals.ts'
import { monthsBetween } from './pulse-rules.ts'
import type { Act, Notice, TermAct } from './term-model.ts'

export type Termed = Pick<Agreement, 'draft' | 'signedOn' | 'signedPrecision' | 'startsOn' | 'termKind' | 'termYears' | 'termUntil' | 'untilPrecision' | 'renewalYears' | 'noticeMonths' | 'termText'
  | 'endedOn' | 'endedBecause' | 'renewedUntil' | 'sealedAt' | 'dayZone' | 'holdsFrom' | 'holdsUntil' | 'openEnded'>

/** The last day of the term that runs on a day, and the day on which it renews itself, when it does. */
export function presentTerm(agreement: Termed, today: Day): { endsOn: Day | null; renewsOn: Day | null } {
  if (agreement.endedOn) return { endsOn: agreement.holdsUntil, renewsOn: null }
  const renewsOn = agreement.openEnded ? nextRenewal(today, agreement) : null
  return { endsOn: renewsOn ? addDays(renewsOn, -1) : agreement.holdsUntil, renewsOn }
}

/** The term that would follow, for so many years if they are named, else as long as the first one. Of one written until a day, so many whole months, or days. */
export function nextTerm(agreement: Termed, endsOn: Day, years: number | null = null): { from: Day; until: Day } {
  const from = addDays(endsOn, 1)
  if (years !== null) return { from, until: endOfTerm(from, 'day', years) }
  if (agreement.termKind === 'auto-renew') return { from, until: endOfTerm(from, 'day', agreement.renewalYears ?? agreement.termYears ?? 1) }
  if (agreement.termKind === 'fixed' && agreement.termYears) return { from, until: endOfTerm(from, 'day', agreement.termYears) }
  const [begun, over] = [agreement.holdsFrom ?? addMonths(from, -12), addDays(agreement.termUntil ?? endsOn, 1)]
  const months = monthsBetween(begun, over)
  if (months > 0 && addMonths(begun, months) === over) return { from, until: addDays(addMonths(from, months), -1) }
  return { from, until: addDays(from, Math.max(0, Math.round((Date.parse(over) - Date.parse(begun)) / 86_400_000) - 1)) }
}

/** The last day that lies whole months before another: three months before 31 May is 28 February, since from 1 March they would be too few. */
export function monthsBefore(day: Day, months: number): Day {
  let before = addMonths(day, -months)
  while (addMonths(before, months) > day) before = addDays(before, -1)
  return before
}

/**
 * What a notice given on a day does. `wanted` is a later day that is named. One that renews itself ends at its next renewal when the notice
 * is in time for it, otherwise at the one after that.
 */
export function noticeOn(given: Day, agreement: Termed, wanted: Day | null = null): Notice {
  const { noticeMonths: months, termKind, openEnded } = agreement
  const bindsAlone = months !== null || openEnded
  if (termKind === 'auto-renew') {
    const renewal = nextRenewal(given, agreement)
    if (renewal) {
      const lastDayToStop = months ? monthsBefore(renewal, months) : addDays(renewal, -1)
      const effectiveOn = given <= lastDayToStop ? renewal : nextRenewal(renewal, agreement) ?? renewal
      return { months, effectiveOn, stopsRenewalOn: effectiveOn, lastDayToStop, bindsAlone }
    }
  }
  const earliest = months ? addMonths(given, months) : addDays(given, 1)
  return { months, effectiveOn: wanted !== null && wanted > earliest ? wanted : earliest, stopsRenewalOn: null, lastDayToStop: null, bindsAlone }
}

/** The days of the ladder; the furthest first. */
export const ladderOf = (endsOn: Day, months: readonly number[]): { months: number; on: Day }[] => months.map((each) => ({ months: each, on: monthsBefore(endsOn, each) }))

/** The step of the ladder to be told on a day, if any: the nearest that has come; those before it are passed over. */
export function stepToTell(endsOn: Day, months: readonly number[], told: readonly number[], today: Day): number | undefined {
  if (today > endsOn) return undefined
  const nearest = ladderOf(endsOn, months).filter(({ on }) => on <= today).at(-1)
  return nearest && !told.some((each) => each <= nearest.months) ? nearest.months : undefined
}

type Situation = { agreement: Termed; acts: readonly Pick<TermAct, 'act' | 'state' | 'endsOn' | 'sideId'>[]; sides: readonly Id[]; today: Day }

/** Why an act is closed on a day, for one who acts for these sides. */
export function whyNotAct(act: Act, { agreement, acts, sides, today }: Situation): Reason | undefined {
  if (sides.length === 0) return 'commitments.only-a-record-keeper'
  if (agreement.draft) return 'commitments.agreement-is-a-draft'
  const state = stateOn(today, agreement)
  if (state === 'ended' || agreement.endedOn) return 'commitments.has-been-ended'
  const { endsOn, renewsOn } = presentTerm(agreement, today)
  const standing = acts.filter((one) => one.state !== 'withdrawn' && one.endsOn === endsOn)
  if (act === 'notice') return state === 'lapsed' ? 'commitments.has-lapsed' : standing.some((one) => one.act === 'notice') ? 'commitments.notice-is-given' : undefined
  if (act === 'renew-changed') return standing.some((one) => one.act === 'renew-changed') ? 'commitments.draft-has-begun' : undefined
  if (endsOn === null) return 'commitments.has-no-end'
  if (renewsOn !== null) return 'commitments.renews-itself'
  if (act === 'let-lapse') return standing.some((one) => one.act === 'let-lapse' && sides.includes(one.sideId)) ? 'commitments.lapse-is-said' : undefined
  if (state === 'lapsed') return 'commitments.has-lapsed'
  return standing.some((one) => one.act === 'renew' && one.state === 'proposed') ? 'commitments.renewal-is-proposed' : undefined
}

/** Whether a notice could take effect at all: a term that ends before needs none. */
export const whyNotNotice = ({ effectiveOn }: Notice, { holdsUntil }: Pick<Termed, 'holdsUntil'>): Reason | undefined =>
  (holdsUntil !== null && effectiveOn > holdsUntil ? 'commitments.ends-before-notice' : undefined)

/** Whether it renews itself at all. */
export const renewsItself = ({ termKind, openEnded, termYears, renewalYears, endedOn }: Termed): boolean =>
  termKind === 'auto-renew' && openEnded && endedOn === null && monthsOf(renewalYears ?? termYears ?? 0) >= 1
