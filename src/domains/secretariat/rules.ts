// When a member may be asleep, and when a sub-alliance gives no sign of life any more (G33): pure arithmetic with its reasons.
import { monthsBetween } from '#domains/commitments/pulse-rules.ts'
import type { Day, Id } from '#platform/kinds.ts'
import type { Reason as Refusal } from '#platform/refusals.ts'
import { type DormancyCheck, type Dormancy, type MemberRow, type Reason, type SignKind, signKinds, type Signs } from './model.ts'

type Seen = Pick<MemberRow, 'standing' | 'since' | 'lastActivityOn' | 'contact' | 'lateCalls'>
/** Two signs of sleep make a reason to look: one alone is an oversight. Who came lately is given the time of the rule. */
export function asleepOf({ standing, since, lastActivityOn, contact, lateCalls }: Seen, dormantMonths: number, today: Day): Reason[] {
  if (standing !== 'member') return []
  const from = [lastActivityOn, since].filter((day) => day !== null).toSorted().at(-1) ?? null
  const quiet = from === null ? null : monthsBetween(from, today)
  const reasons: [boolean, Reason][] = [
    [quiet === null || quiet >= dormantMonths, { key: lastActivityOn ? 'no-activity' : 'never-active', values: { months: quiet ?? dormantMonths } }],
    [contact.state === 'overdue', { key: 'contact-overdue', values: { since: contact.dueOn ?? contact.confirmedOn ?? '' } }],
    [lateCalls > 0, { key: 'calls-late', values: { count: lateCalls } }],
  ]
  const said = reasons.filter(([is]) => is).map(([, reason]) => reason)
  return said.length >= 2 ? said : []
}

type Of = { subject: Id; signs: Signs; foundedOn: Day | null; recordedOn: Day | null; limit: number; ruleVersion: number; source: string; asOf: Day }
/** Asleep when nothing at all happened for the months of the rule; every kind of sign says when it was last seen. */
export function dormancyOf({ subject, signs, foundedOn, recordedOn, limit, ruleVersion, source, asOf }: Of): DormancyCheck {
  const last = signKinds.map((kind) => signs[kind]).filter((day): day is Day => day !== null && day <= asOf).toSorted().at(-1) ?? null
  const since = [last, foundedOn, last === null ? recordedOn : null].filter((day): day is Day => day !== null && day <= asOf).toSorted().at(-1) ?? null
  const months = since === null ? 0 : monthsBetween(since, asOf)
  const dormant = since !== null && months >= limit
  const reasonOf = (kind: SignKind): Reason => (signs[kind] === null ? { key: `never-${kind}`, values: {} } : { key: `last-${kind}`, values: { on: signs[kind]! } })
  return { id: 'G33', status: dormant ? 'warn' : 'pass', subject, asOf, inputs: { months, since, limit }, ruleVersion, source, reasons: dormant ? signKinds.map(reasonOf) : [] }
}

export function whyNotDeclare(dormancy: Pick<Dormancy, 'declaredOn' | 'wokenAt'> | null): Refusal | undefined {
  if (dormancy === null || dormancy.wokenAt !== null) return 'secretariat.is-awake'
  return dormancy.declaredOn === null ? undefined : 'secretariat.declared-already'
}
