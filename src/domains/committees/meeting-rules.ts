// What a meeting owes its rules before, while and after it sits (G08 to G19, G24 to G29, G33).
import { dayIn } from '#platform/day-zones.ts'
import type { Day, Id, Instant, Locale } from '#platform/kinds.ts'
import { check, type Under } from './check-rules.ts'
import type { Declaration, Item, Meeting, MinutesApproval } from './meeting-model.ts'
import type { Action } from './model.ts'
import type { Quorum } from './quorum-rules.ts'
import type { Check, Fraction } from './rule-model.ts'
import { shareOf } from './quorum-rules.ts'

const dayMs = 86_400_000
export const daysBetween = (from: Instant, until: Instant): number => Math.floor((Date.parse(until) - Date.parse(from)) / dayMs)
/** Months on, on the same day or the last one of a shorter month. */
export function monthsOn(day: Day, months: number): Day {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0))
  return new Date(Date.UTC(last.getUTCFullYear(), last.getUTCMonth(), Math.min(date, last.getUTCDate()))).toISOString().slice(0, 10)
}

/** G10: the year runs from the last meeting that could decide, else from the day the body was constituted. */
export function annualClock({ rules }: Pick<Under, 'rules'>, held: readonly { heldOn: Day | null; quorate: boolean | null }[], constitutedOn: Day | null, today: Day) {
  const lastOn = held.flatMap(({ heldOn, quorate }) => (heldOn !== null && quorate ? [heldOn] : [])).toSorted().at(-1) ?? null
  const from = lastOn ?? constitutedOn
  if (from === null) return { lastOn, amberOn: null, dueOn: null, status: 'none' as const }
  const [amberOn, dueOn] = [monthsOn(from, rules.amberMonths), monthsOn(from, rules.everyMonths)]
  return { lastOn, amberOn, dueOn, status: today > dueOn ? 'late' as const : today >= amberOn ? 'amber' as const : 'good' as const }
}

export type Clock = ReturnType<typeof annualClock>
export const clockCheck = (under: Under, clock: Clock): Check =>
  check('g10', under, { ok: clock.status === 'none' ? null : clock.status === 'good', inputs: { last: clock.lastOn ?? '', due: clock.dueOn ?? '', months: under.rules.everyMonths } })

/** G11: a special meeting that was asked for stands within so many days. */
export const requestCheck = (under: Under, askedAt: Instant, startsAt: Instant | null, now: Instant): Check =>
  check('g11', under, { ok: daysBetween(askedAt, startsAt ?? now) <= under.rules.special.withinDays, inputs: { days: daysBetween(askedAt, startsAt ?? now), within: under.rules.special.withinDays } })
/** Whether so many members, or a side, may ask for one. */
export const mayRequest = ({ special }: { special: { bySide: boolean; members: Fraction | null } }, { bySide, members, of }: { bySide: boolean; members: number; of: number }): boolean =>
  (special.bySide && bySide) || (special.members !== null && members >= Math.max(1, shareOf(special.members, of)))

type Called = Pick<Meeting, 'startsAt' | 'calledAt' | 'hostSideId' | 'kind'> & Partial<Pick<Meeting, 'openedAt'>>
/** Before it opens: notice, agreed agenda, delegation lists, standing items, place. */
export function callChecks(under: Under, meeting: Called, items: readonly Item[], sides: readonly { id: Id }[], before: { lastHost: Id | null; replies: number; invited: number; now: Instant }): Check[] {
  const { rules } = under
  // One that was opened before its hour gave less notice than its call said.
  const notice = daysBetween(meeting.calledAt, meeting.openedAt && meeting.openedAt < meeting.startsAt ? meeting.openedAt : meeting.startsAt)
  const decided = items.filter(({ removedAt }) => removedAt === null)
  const missing = rules.standing.filter((one) => !decided.some(({ standing }) => standing === one))
  const ahead = daysBetween(before.now, meeting.startsAt)
  return [
    ...(rules.venueAlternates && sides.length > 1 && before.lastHost ? [check('g12', under, { ok: meeting.hostSideId !== before.lastHost })] : []),
    check('g13', under, { ok: meeting.kind === 'special' || (notice >= rules.noticeDays && notice >= rules.agreedDays), inputs: { notice, least: rules.noticeDays, agreed: rules.agreedDays } }),
    check('g14', under, { ok: ahead >= rules.delegationDays ? null : before.replies >= before.invited, inputs: { replies: before.replies, invited: before.invited, days: rules.delegationDays } }),
    check('g16', under, { ok: missing.length === 0, inputs: { missing: missing.length, of: rules.standing.length } }),
  ]
}

/** G31: where the sides preside in turn, the side after the one that did last. `turns`: the hosts of the sessions before, the latest first. */
export function rotationCheck(under: Under, meeting: Pick<Meeting, 'hostSideId'>, sides: readonly { id: Id; name: string }[], turns: readonly (Id | null)[]): Check[] {
  if (under.rules.preside !== 'rotation' || sides.length < 2) return []
  const last = turns.find((one) => one !== null && sides.some(({ id }) => id === one))
  const expected = last === undefined ? undefined : sides[(sides.findIndex(({ id }) => id === last) + 1) % sides.length]!
  const host = sides.find(({ id }) => id === meeting.hostSideId)
  return [check('g31', under, { ok: expected === undefined ? null : host?.id === expected.id, subject: expected?.id ?? '', inputs: { expected: expected?.name ?? '', host: host?.name ?? '—' } })]
}

/** G21: who stood back from an item has not voted on it from that moment on. */
export function interestCheck(under: Under, declarations: readonly Pick<Declaration, 'itemId' | 'personId' | 'recused' | 'at'>[], votes: readonly { itemId: Id | null; personId: Id; at: Instant }[]): Check[] {
  if (declarations.length === 0) return []
  const back = declarations.filter(({ recused }) => recused)
  const voted = back.filter((one) => votes.some(({ itemId, personId, at }) => itemId === one.itemId && personId === one.personId && at >= one.at))
  return [check('g21', under, { ok: voted.length === 0, inputs: { declared: declarations.length, back: back.length, voted: voted.length } })]
}

/** G15: on the agenda for decision since the notice was due, or added with the consent of every side. */
export function decidable(under: Under, item: Item, meeting: Called, sides: readonly { id: Id }[]): Check {
  const inTime = daysBetween(item.addedAt, meeting.startsAt) >= Math.min(under.rules.noticeDays, daysBetween(meeting.calledAt, meeting.startsAt))
  // Without sides nobody can consent for all.
  const agreed = sides.length > 0 && sides.every(({ id }) => item.agreed.includes(id))
  return check('g15', under, { ok: item.aim === 'decision' && (inTime || agreed), subject: item.id, inputs: { aim: item.aim, late: !inTime, agreed: item.agreed.length, sides: sides.length } })
}

/** G06 and G07 as one look at a quorum, G09 where it fails. */
export function quorumChecks(under: Under, quorum: Quorum): Check[] {
  const bySides = quorum.sides.map(({ acting }) => acting).join(' : ') || String(quorum.acting.length)
  const inputs = { present: bySides, needed: quorum.needed, seats: quorum.seats, perSide: under.rules.quorum.perSide }
  return [
    check('g06', under, { ok: quorum.ok || quorum.wants === 'sides', inputs }),
    check('g07', under, { ok: quorum.neededSides === 0 ? null : quorum.represented >= quorum.neededSides, inputs: { represented: quorum.represented, needed: quorum.neededSides } }),
    check('g09', under, { ok: quorum.ok, inputs: { days: under.rules.reconveneDays } }),
  ]
}

/** G08: one meeting in the same room in each period. */
export const inPersonCheck = (under: Under, modes: readonly { heldOn: Day | null; inPerson: boolean }[], since: Day): Check =>
  check('g08', under, { ok: under.rules.inPersonPerYear === 0 || modes.length === 0 ? null : modes.filter(({ heldOn, inPerson }) => inPerson && (heldOn ?? '') >= since).length >= under.rules.inPersonPerYear, inputs: { wanted: under.rules.inPersonPerYear } })

type Written = { meeting: Pick<Meeting, 'closedAt'>; draftedAt: Instant | null; texts: readonly { locale: Locale; text: string }[]; approvals: readonly Pick<MinutesApproval, 'sideId' | 'at' | 'hash'>[]; hash: string; sides: readonly { id: Id }[]; facts: { decisions: number; attendance: number }; signatures: readonly { sideId: Id | null; at: Instant }[]; addenda: number; sealed: boolean }
/** G24 to G28, of minutes as they stand. They are in time when the last side has signed them in time. */
export function minutesChecks(under: Under, { meeting, draftedAt, texts, approvals, hash, sides, facts, signatures, addenda, sealed }: Written, now: Instant): Check[] {
  const { minutes, languages } = under.rules
  const since = meeting.closedAt ?? now
  const missing = languages.filter((one) => !texts.some(({ locale, text }) => locale === one && text.trim()))
  const wanted = Math.max(1, sides.length)
  const until = signatures.length >= wanted ? signatures.map(({ at }) => at).toSorted().at(-1)! : now
  const valid = sides.filter(({ id }) => approvals.some((one) => one.sideId === id && one.hash === hash))
  return [
    check('g24', under, { ok: daysBetween(since, until) <= (draftedAt === null ? minutes.draftDays : minutes.signDays), inputs: { days: daysBetween(since, until), sign: minutes.signDays, draft: minutes.draftDays } }),
    check('g25', under, { ok: facts.attendance > 0 && texts.some(({ text }) => text.trim()), inputs: { decisions: facts.decisions, attendance: facts.attendance } }),
    check('g26', under, { ok: valid.length === sides.length, inputs: { approved: valid.length, sides: sides.length } }),
    check('g27', under, { ok: missing.length === 0, inputs: { missing: missing.join(', ') } }),
    ...(sealed ? [check('g28', under, { ok: signatures.length >= wanted, inputs: { signed: signatures.length, sides: wanted, addenda } }, 'warns')] : []),
  ]
}

/** G33: a body beneath another that gave no sign of life for so long may be proposed for dissolution to the one above. */
const dormantMonths = 12
export const dormancyCheck = (under: Under, signs: readonly (Day | null)[], today: Day): Check => {
  const last = signs.filter((one) => one !== null).toSorted().at(-1) ?? null
  return check('g33', under, { ok: last === null ? null : monthsOn(last, dormantMonths) > today, inputs: { last: last ?? '', months: dormantMonths } })
}

/** G29. */
export const actionCheck = (under: Under, actions: readonly Pick<Action, 'dueOn' | 'doneAt'>[], today: Day): Check => {
  const late = actions.filter(({ dueOn, doneAt }) => doneAt === null && dueOn < today).length
  return check('g29', under, { ok: late === 0, inputs: { late, open: actions.filter(({ doneAt }) => doneAt === null).length } })
}

/** The day of a meeting: where it meets, when it opens. */
export const dayOfMeeting = ({ zone, openedAt, startsAt }: Pick<Meeting, 'zone' | 'openedAt' | 'startsAt'>): Day => dayIn(zone, openedAt ?? startsAt)
