// How lively an agreement is: active, quiet, or asleep, and every reason for it. Computed, never typed.
import type { State } from '#domains/agreements/model.ts'
import type { Day, Instant } from '#platform/kinds.ts'
import type { Pulse, PulseKind, Why } from './model.ts'
import { type RuleSet, rulesNow } from './rule-model.ts'

/** What the pulse is worked out from. `claimed` and the others are activities, each counted once. */
export type Observed = Pick<Pulse, 'agreementId' | 'lastActivityOn' | 'lastConfirmedOn' | 'claimed' | 'confirmed' | 'disputed' | 'commitments' | 'started'
  | 'green' | 'amber' | 'red' | 'grey' | 'offices' | 'vacancies' | 'bounced' | 'waitingSince'> & { state: State; holdsFrom: Day | null; recordedAt: Instant }

export function pulseOf({ state, holdsFrom, recordedAt, ...seen }: Observed, asOf: Day, rules: RuleSet = rulesNow): Pulse {
  const lives = state === 'in-force' || state === 'expiring' || state === 'unclear'
  const since = [holdsFrom ?? recordedAt.slice(0, 10), seen.lastActivityOn].filter((day) => day !== null && day <= asOf).toSorted().at(-1) ?? asOf
  const months = monthsBetween(since, asOf)
  const pulse: PulseKind = !lives ? 'none' : months >= rules.asleepMonths ? 'asleep' : months >= rules.quietMonths ? 'quiet' : 'active'
  const reasons = lives ? reasonsOf({ ...seen, months, asOf }, rules) : [{ key: `commitments.pulse.over-${state}`, facts: {} }]
  return { ...seen, asOf, pulse, reasons, proposeClosure: lives && months >= rules.closureMonths, ruleVersion: rules.version }
}

type Looked = Omit<Observed, 'state' | 'holdsFrom' | 'recordedAt'> & { months: number; asOf: Day }
function reasonsOf({ months, lastActivityOn, offices, vacancies, commitments, started, red, bounced, waitingSince, disputed, asOf }: Looked, rules: RuleSet): Why[] {
  const waiting = waitingSince ? daysBetween(waitingSince.slice(0, 10), asOf) : 0
  const said: [boolean, string, Why['facts']][] = [
    [months >= rules.quietMonths, lastActivityOn ? 'no-activity' : 'never-active', { months }],
    [months < rules.quietMonths, lastActivityOn ? 'last-activity' : 'young', { on: lastActivityOn, months }],
    [vacancies > 0, vacancies === offices ? 'all-vacant' : 'vacant', { vacancies, offices }],
    [commitments > 0 && started < commitments, 'not-started', { open: commitments - started, started, commitments }],
    [red > 0, 'behind', { red, commitments }],
    [disputed > 0, 'disputed', { disputed }],
    [waiting >= rules.unansweredDays, 'unanswered', { since: waitingSince?.slice(0, 10) ?? null }],
    [bounced > 0, 'bounced', { bounced }],
  ]
  return said.filter(([is]) => is).map(([, key, facts]) => ({ key: `commitments.pulse.${key}`, facts }))
}

/** Whole months from a day to a later one. */
export function monthsBetween(from: Day, until: Day): number {
  const [[y, m, d], [year, month, day]] = [from, until].map((one) => one.split('-').map(Number)) as [number[], number[]]
  return Math.max(0, (year! - y!) * 12 + (month! - m!) - (day! < d! ? 1 : 0))
}

const daysBetween = (from: Day, until: Day): number => Math.round((Date.parse(until) - Date.parse(from)) / 86_400_000)
