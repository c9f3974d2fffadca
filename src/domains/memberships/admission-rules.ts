// The path to membership (G32): check, observer, council, pledge. Who does the next step, by when, and why a step is closed.
import type { Day } from '#platform/kinds.ts'
import type { Reason } from '#platform/refusals.ts'
import { type Application, type Council, type Hats, overSteps, type Owner, type Step } from './admission-model.ts'
import type { MembershipRules } from './rule-model.ts'

type Going = Pick<Application, 'step' | 'organisationId' | 'observesUntil' | 'appealed' | 'laidId'>
export type Stands = { application: Going; rules: Pick<MembershipRules, 'requirements' | 'appealDays'>; hats: Hats; papers: readonly { requirement: string }[]; council: Pick<Council, 'state'> | null; bodySits: boolean; today: Day; lapsesOn: Day | null }

export const deeds = ['hand-in', 'answer', 'identify', 'check-complete', 'check-ask', 'check-refuse', 'lay', 'decide-admitted', 'decide-refused', 'pledge', 'appeal', 'withdraw'] as const
export type Deed = (typeof deeds)[number]

/** At which steps a deed belongs, and whose it is. */
const places: Record<Deed, { at: readonly Step[]; by: keyof Hats }> = {
  'hand-in': { at: ['check', 'completing'], by: 'applies' }, answer: { at: ['completing'], by: 'applies' }, pledge: { at: ['pledge'], by: 'applies' }, appeal: { at: ['refused'], by: 'applies' },
  withdraw: { at: ['check', 'completing', 'observing', 'council', 'pledge'], by: 'applies' },
  identify: { at: ['check', 'completing'], by: 'keeps' }, 'check-complete': { at: ['check'], by: 'keeps' }, 'check-ask': { at: ['check'], by: 'keeps' }, 'check-refuse': { at: ['check', 'completing'], by: 'keeps' },
  lay: { at: ['council'], by: 'keeps' }, 'decide-admitted': { at: ['council'], by: 'keeps' }, 'decide-refused': { at: ['council'], by: 'keeps' },
}

export function whyNot(deed: Deed, it: Stands): Reason | undefined {
  const { at, by } = places[deed]
  if (!it.hats[by]) return by === 'keeps' ? 'alliances.only-its-secretariat-may' : 'memberships.only-the-applicant'
  if (!at.includes(it.application.step)) return overSteps.includes(it.application.step) ? 'memberships.application-is-over' : 'memberships.not-at-this-step'
  return closed[deed]?.(it)
}

const closed: Partial<Record<Deed, (it: Stands) => Reason | undefined>> = {
  answer: ({ rules, papers }) => (missingOf(rules, papers).length > 0 ? 'memberships.papers-missing' : undefined),
  'check-complete': ({ application, rules, papers }) => (application.organisationId === null ? 'memberships.identify-first' : missingOf(rules, papers).length > 0 ? 'memberships.papers-missing' : undefined),
  lay: ({ bodySits, council }) => (!bodySits ? 'memberships.no-council-sits' : council?.state === 'waits' ? 'memberships.laid-already' : undefined),
  // Where a body decides, nobody admits in its place; a refusal may be written down once it has not carried.
  'decide-admitted': ({ bodySits }) => (bodySits ? 'memberships.the-council-decides' : undefined),
  'decide-refused': ({ bodySits, council }) => (bodySits && council?.state !== 'not-carried' ? 'memberships.the-council-decides' : undefined),
  appeal: ({ application, today, lapsesOn }) => (application.appealed ? 'memberships.appealed-already' : lapsesOn !== null && today > lapsesOn ? 'memberships.appeal-too-late' : undefined),
}

/** What has to be handed in and is not. */
export const missingOf = ({ requirements }: Pick<MembershipRules, 'requirements'>, papers: readonly { requirement: string }[]): string[] =>
  requirements.filter(({ key, optional }) => !optional && !papers.some(({ requirement }) => requirement === key)).map(({ key }) => key)

/** Whose turn it is. What lies before a body is the body's. */
export function ownerOf({ step, laidId }: Pick<Application, 'step' | 'laidId'>): Owner {
  if (step === 'check') return 'alliance'
  if (step === 'council') return laidId ? 'council' : 'alliance'
  if (step === 'completing' || step === 'pledge') return 'applicant'
  return step === 'observing' ? 'clock' : 'nobody'
}

/** Until when a step that begins today should be done. */
export function dueOf(step: Step, rules: Pick<MembershipRules, 'checkDays' | 'completeDays' | 'councilDays' | 'pledgeDays'>, today: Day, observesUntil: Day | null): Day | null {
  if (step === 'observing') return observesUntil
  const days = { check: rules.checkDays, completing: rules.completeDays, council: rules.councilDays, pledge: rules.pledgeDays }[step as 'check']
  return days === undefined ? null : daysAfter(today, days)
}

/** What follows a complete application: a time as observer, counted from the day that began already, or the council at once. */
export function afterCheck({ observerMonths }: Pick<MembershipRules, 'observerMonths'>, observerSince: Day | null, today: Day): { step: Step; observesUntil: Day | null } {
  if (observerMonths === 0) return { step: 'council', observesUntil: null }
  const until = monthsAfter(observerSince && observerSince < today ? observerSince : today, observerMonths)
  return until <= today ? { step: 'council', observesUntil: until } : { step: 'observing', observesUntil: until }
}

/** Who was refused at the check never observed: its appeal goes to the council all the same. */
export const afterRefusal = (rules: Pick<MembershipRules, 'appealDays'>, refusedOn: Day): Day => daysAfter(refusedOn, rules.appealDays)

export const daysAfter = (day: Day, days: number): Day => new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10)

/** So many calendar months later; the last day of a month that is too short for it. */
export function monthsAfter(day: Day, months: number): Day {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10)
}
