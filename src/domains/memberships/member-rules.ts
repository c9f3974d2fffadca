// What may happen to a member: notice and its day, suspension by a decision, and whether its contact is confirmed.
import type { Day } from '#platform/kinds.ts'
import type { Reason } from '#platform/refusals.ts'
import type { Council } from './admission-model.ts'
import { daysAfter, monthsAfter } from './admission-rules.ts'
import type { Confirmed, ContactCheck, Departure, Suspension } from './member-model.ts'
import type { MembershipRules } from './rule-model.ts'

export type Of = {
  standing: 'applicant' | 'observer' | 'member' | 'left' | null; hats: { keeps: boolean; speaks: boolean }; departure: Departure | null; suspension: Suspension | null; council: Pick<Council, 'state'> | null; bodySits: boolean
}
export const memberDeeds = ['leave', 'stay', 'propose-suspension', 'lay-suspension', 'decide-suspension', 'drop-suspension', 'end-suspension', 'confirm'] as const
export type MemberDeed = (typeof memberDeeds)[number]

const inIt = ({ standing }: Of): boolean => standing === 'member' || standing === 'observer'
const keepers = ({ hats }: Of): Reason | undefined => (hats.keeps ? undefined : 'alliances.only-its-secretariat-may')
/** A letter that came by post is written down by the secretariat. */
const either = ({ hats }: Of): Reason | undefined => (hats.keeps || hats.speaks ? undefined : 'memberships.only-the-member')
const pending = ({ suspension }: Of): Reason | undefined => (suspension === null ? 'memberships.nothing-proposed' : suspension.decidedOn !== null ? 'memberships.suspended-already' : undefined)

const rules: Record<MemberDeed, (of: Of) => Reason | undefined> = {
  leave: (of) => either(of) ?? (!inIt(of) ? 'memberships.is-not-in-it' : of.departure ? 'memberships.notice-given-already' : undefined),
  stay: (of) => either(of) ?? (of.departure ? undefined : 'memberships.no-notice-given'),
  'propose-suspension': (of) => keepers(of) ?? (of.standing !== 'member' ? 'memberships.only-a-member-is-suspended' : of.suspension ? 'memberships.suspension-runs' : undefined),
  'lay-suspension': (of) => keepers(of) ?? pending(of) ?? (!of.bodySits ? 'memberships.no-council-sits' : of.council?.state === 'waits' ? 'memberships.laid-already' : undefined),
  'decide-suspension': (of) => keepers(of) ?? pending(of) ?? (of.bodySits ? 'memberships.the-council-decides' : undefined),
  'drop-suspension': (of) => keepers(of) ?? pending(of) ?? (of.council?.state === 'waits' ? 'memberships.laid-already' : undefined),
  'end-suspension': (of) => keepers(of) ?? (of.suspension?.decidedOn ? undefined : 'memberships.is-not-suspended'),
  confirm: (of) => either(of) ?? (inIt(of) ? undefined : 'memberships.is-not-in-it'),
}
export const whyNotMember = (deed: MemberDeed, of: Of): Reason | undefined => rules[deed](of)

/** The first day on which a member may be gone that gives notice today. */
export const earliestLeave = ({ noticeMonths }: Pick<MembershipRules, 'noticeMonths'>, today: Day): Day => monthsAfter(today, noticeMonths)

/** How a member's contact stands: confirmed for so many months, then asked for, then overdue. */
export function confirmedOf(last: Pick<ContactCheck, 'confirmedAt' | 'remarks'> | null, open: Pick<ContactCheck, 'askedAt' | 'dueOn'> | null, { confirmMonths }: Pick<MembershipRules, 'confirmMonths'>, today: Day): Confirmed {
  const confirmedOn = last?.confirmedAt?.slice(0, 10) ?? null
  const told = { confirmedOn, askedOn: open?.askedAt.slice(0, 10) ?? null, dueOn: open?.dueOn ?? null, remarks: last?.remarks ?? null }
  if (open) return { ...told, state: today > open.dueOn ? 'overdue' : 'asked' }
  if (confirmedOn === null) return { ...told, state: 'never' }
  return { ...told, state: monthsAfter(confirmedOn, confirmMonths) <= today ? 'overdue' : 'confirmed' }
}

/** A member is asked when its last word is so old, and a new one once it has been in it for as long as it has to answer. */
export const isToAsk = (confirmedOn: Day | null, since: Day | null, { confirmMonths, answerDays }: Pick<MembershipRules, 'confirmMonths' | 'answerDays'>, today: Day): boolean =>
  (confirmedOn ? monthsAfter(confirmedOn, confirmMonths) <= today : since === null || daysAfter(since, answerDays) <= today)

/** Days after the question at which it is asked again. */
export const remindAfter = [14, 28] as const
