// What bodies did in a year, as indicators: sessions held of those that were due, decisions carried out in time, actions long overdue,
// minutes signed in time. Thresholds are those of the counting rules (GOV1, GOV2, GOV3, GOV5).
import type { Day, Instant } from '#platform/kinds.ts'
import { daysBetween, monthsOn } from './meeting-rules.ts'

type Span = { from: Day; until: Day }
/** A session is due so many months after the last one that could decide, or after the body was constituted; what was held on top counts as due. */
export function sessionsIn({ everyMonths, from, heldOn }: { everyMonths: number; from: Day; heldOn: readonly Day[] }, span: Span): { due: number; held: number } {
  const held = heldOn.filter((day) => day >= span.from && day <= span.until).length
  const start = heldOn.filter((day) => day < span.from).toSorted().at(-1) ?? from
  let due = 0
  for (let step = 1; step <= 240; step += 1) {
    const day = monthsOn(start, everyMonths * step)
    if (day > span.until) break
    if (day >= span.from) due += 1
  }
  // One that was due before and never came is still due.
  const missed = monthsOn(start, everyMonths) < span.from && due === 0 ? 1 : 0
  return { due: Math.max(due + missed, held), held }
}

export const share = (part: number, whole: number): number | null => (whole > 0 ? Math.round((part / whole) * 1000) / 10 : null)

/** A decision is due when the last of what follows from it is; in time when all of that was done by its day. */
export function executedIn(decisions: readonly { actions: readonly { dueOn: Day; doneOn: Day | null }[] }[], span: Span): { due: number; inTime: number } {
  const due = decisions.filter(({ actions }) => { const last = actions.map(({ dueOn }) => dueOn).toSorted().at(-1); return last !== undefined && last >= span.from && last <= span.until })
  return { due: due.length, inTime: due.filter(({ actions }) => actions.every(({ dueOn, doneOn }) => doneOn !== null && doneOn <= dueOn)).length }
}

const long = 30
export const longOverdue = (actions: readonly { dueOn: Day; doneOn: Day | null }[], on: Day): number =>
  actions.filter(({ dueOn, doneOn }) => (doneOn === null || doneOn > on) && daysBetween(`${dueOn}T00:00:00Z`, `${on}T00:00:00Z`) > long).length

/** Minutes count once their thirty days are over or they are signed. */
export function signedInTime(minutes: readonly { closedAt: Instant; signedAt: Instant | null }[], now: Instant): { due: number; inTime: number } {
  const due = minutes.filter(({ closedAt, signedAt }) => signedAt !== null || daysBetween(closedAt, now) > long)
  return { due: due.length, inTime: due.filter(({ closedAt, signedAt }) => signedAt !== null && daysBetween(closedAt, signedAt) <= long).length }
}
