// How an agreement stands on a day, and what may happen to it. Nothing here reads a database or a clock: the server obeys
// these rules, the list finds by the same ranges, and the web client asks them before it offers a button.
import { holds, organisationsOf, recordKeepers, type Role, type Viewer } from '#platform/auth/viewer.ts'
import { dayAt, isDay, type When } from '#platform/day-zones.ts'
import type { Day, Id, Precision } from '#platform/kinds.ts'
import type { Reason } from '#platform/refusals.ts'
import type { Agreement, Because, End, Party, Problem, Renewed, Span, Standing, State, Term } from './model.ts'

/** An agreement that ends within this many days is expiring. */
export const expiringWithin = 180

type Dated = Term & End & Partial<Renewed>
/** What is brought in from elsewhere is never a draft, nor was it signed here. */
type Stage = { draft?: boolean } & Partial<Pick<Agreement, 'sealedAt' | 'dayZone'> & Pick<Term, 'startsOn' | 'signedOn'>>
/** The days between which it holds. A day known to the month or the year is counted to the end of it. */
export function derive(agreement: Dated): Span {
  const holdsFrom = agreement.startsOn ?? agreement.signedOn
  const { until, open } = naturalEnd(agreement, holdsFrom)
  const last = agreement.endedOn && addDays(agreement.endedOn, -1)
  if (last && (open || until === null || last < until)) return { holdsFrom, holdsUntil: last, openEnded: false }
  return { holdsFrom, holdsUntil: until, openEnded: open }
}

function naturalEnd(agreement: Dated, from: Day | null): { until: Day | null; open: boolean } {
  if (agreement.termKind === 'auto-renew' || agreement.termKind === 'until-ended') return { until: null, open: true }
  const until = agreement.termKind === 'until' ? lastOf(agreement.termUntil, agreement.untilPrecision)
    : agreement.termKind === 'fixed' && from && agreement.termYears ? endOfTerm(from, precisionOfStart(agreement), agreement.termYears) : null
  const { renewedUntil = null } = agreement
  return { until: until && from && until < from ? null : until && renewedUntil && renewedUntil > until ? renewedUntil : until, open: false }
}

const precisionOfStart = ({ startsOn, signedPrecision }: Pick<Term, 'startsOn' | 'signedPrecision'>): Precision => (startsOn ? 'day' : signedPrecision ?? 'day')
const lastOf = (day: Day | null, precision: Precision | null): Day | null => day && endOf(day, precision ?? 'day')

/** What a record lacks, or what cannot be so. */
export function problemsOf(agreement: Dated & Stage, parties: Pick<Party, 'role'>[]): Problem[] {
  if (agreement.draft) return []
  const from = agreement.startsOn ?? agreement.signedOn
  const until = lastOf(agreement.termUntil, agreement.untilPrecision)
  const has: [Problem, boolean][] = [
    ['partner-unknown', parties.filter(({ role }) => role !== 'witness').length < 2],
    ['signed-unknown', agreement.signedOn === null],
    ['term-not-stated', agreement.termKind === 'not-stated'],
    ['term-unclear', agreement.termKind === 'unclear' || (agreement.termKind === 'fixed' && !agreement.termYears) || (agreement.termKind === 'until' && !until)],
    ['start-unknown', agreement.termKind === 'fixed' && Boolean(agreement.termYears) && from === null],
    ['ends-before-it-starts', agreement.termKind === 'until' && Boolean(until && from && until < from)],
  ]
  return has.filter(([, is]) => is).map(([problem]) => problem)
}

/** The day by which it counts: a day that is given, or the one that it is at a moment in its zone. */
export const dayOf = (when: When, { dayZone = 'UTC' }: { dayZone?: string }): Day => dayAt(when, dayZone)

/** How it stands on a day, or at a moment. `inState` in store.ts finds by the same ranges. */
export function stateOn(when: When, agreement: Span & Pick<End, 'endedOn'> & Stage): State {
  if (agreement.draft) return 'draft'
  const day = dayOf(when, agreement)
  const { endedOn, holdsFrom, holdsUntil, openEnded } = agreement
  if (endedOn !== null && endedOn <= day) return 'ended'
  if (holdsFrom !== null && holdsFrom > day && !heldSinceSealed(when, agreement)) return 'not-yet'
  if (openEnded) return 'in-force'
  if (holdsUntil === null) return 'unclear'
  if (holdsUntil < day) return 'lapsed'
  return holdsUntil <= addDays(day, expiringWithin) ? 'expiring' : 'in-force'
}

/**
 * Whoever signs writes the day it is where they are, which may be the next one already where the agreement counts its days. What was signed
 * here by the last side holds from that instant, unless it was to begin later than it was signed.
 */
const heldSinceSealed = (when: When, { sealedAt, startsOn, signedOn }: Stage): boolean =>
  Boolean(sealedAt && (!isDay(when) || sealedAt.slice(0, 10) <= when) && signedOn && (!startsOn || startsOn <= signedOn))

/** The same with since, until and the reason. */
export function standingOn(when: When, agreement: Dated & Span & Stage): Standing {
  const state = stateOn(when, agreement)
  const renews = state === 'in-force' ? nextRenewal(dayOf(when, agreement), agreement) : null
  return { state, ...heldIn(state, agreement), renews, because: becauseOf(state, agreement, renews) }
}

/** Since when it stands so, and until when, as far as that is known. */
export function heldIn(state: State, { holdsFrom, holdsUntil, endedOn }: Span & Pick<End, 'endedOn'>): Pick<Standing, 'since' | 'until'> {
  if (state === 'draft') return { since: null, until: null }
  if (state === 'lapsed') return { since: holdsUntil && addDays(holdsUntil, 1), until: null }
  if (state === 'ended') return { since: endedOn, until: null }
  if (state === 'not-yet') return { since: null, until: holdsFrom && addDays(holdsFrom, -1) }
  return { since: holdsFrom, until: state === 'unclear' ? null : holdsUntil }
}

/** The first day after this one on which it renews itself; its first term counts before the renewals. */
export function nextRenewal(day: Day, agreement: Dated & Span): Day | null {
  const first = agreement.termYears ?? agreement.renewalYears
  const again = agreement.renewalYears ?? agreement.termYears
  const { holdsFrom: from, termKind } = agreement
  if (termKind !== 'auto-renew' || !from || !first || !again || monthsOf(again) < 1) return null
  for (let months = monthsOf(first); ; months += monthsOf(again)) {
    const renewal = addMonths(from, months)
    if (renewal > day) return renewal
  }
}

function becauseOf(state: State, agreement: Dated & Span, renews: Day | null): Because {
  const { startsOn, signedOn, signedPrecision, termKind, termYears, termText, untilPrecision, endedBecause, holdsUntil } = agreement
  const facts = { years: termYears ?? 0, from: startsOn ?? signedOn, fromPrecision: precisionOfStart(agreement), text: termText ?? '', until: holdsUntil, untilPrecision: untilPrecision ?? 'day', on: agreement.endedOn }
  const said = (key: string, more = {}): Because => ({ key: `agreements.because.${key}`, facts: { ...facts, ...more } })
  if (state === 'draft') return said('draft')
  if (state === 'ended') return said(endedBecause ? 'ended' : 'ended-without-reason', { reason: endedBecause ?? '' })
  if (state === 'not-yet') return said('not-yet')
  if (state === 'unclear') return said(whyUnclear(agreement))
  if (agreement.endedOn) return said('will-end')
  if (agreement.renewedUntil && agreement.renewedUntil === holdsUntil) return said('renewed')
  if (termKind === 'auto-renew') return said(renews ? 'renews-itself' : 'renews-itself-period-unknown', { renews })
  if (termKind === 'until-ended') return said('until-ended')
  if (termKind === 'until') return said(untilPrecision === 'day' ? 'until' : `until-${untilPrecision}`)
  return said(startsOn ? 'counted-from-start' : signedPrecision === 'day' ? 'counted' : `counted-${signedPrecision}`)
}

function whyUnclear({ termKind, termUntil, termYears, termText }: Dated): string {
  if (termKind === 'not-stated') return 'term-not-stated'
  if (termKind === 'until' && termUntil) return 'ends-before-it-starts'
  if (termKind === 'fixed' && termYears) return 'start-unknown'
  return termText ? 'term-unclear' : 'term-not-known'
}

export type Step = 'record' | 'revise' | 'end' | 'take-back-end' | 'remove' | 'restore' | 'attach' | 'remove-file'
type Judged = Pick<Agreement, 'endedOn'> & Partial<Pick<Agreement, 'draft' | 'sealedAt'>> & { parties: Pick<Party, 'organisationId'>[]; removedAt?: string | null }

/** Why this viewer may not take this step, or nothing when they may. */
export function whyNot(step: Step, agreement: Judged, viewer: Viewer): Reason | undefined {
  if (!mayWrite(agreement.parties, viewer)) return 'agreements.only-a-record-keeper'
  if (step === 'restore') return agreement.removedAt ? undefined : 'agreements.not-removed'
  if (agreement.removedAt) return 'agreements.is-removed'
  if (step === 'revise' && agreement.sealedAt) return 'agreements.is-sealed'
  if (step === 'end' && agreement.draft) return 'agreements.is-a-draft'
  if (step === 'end' && agreement.endedOn) return 'agreements.has-ended-already'
  if (step === 'take-back-end' && !agreement.endedOn) return 'agreements.has-not-ended'
  return undefined
}

/** Why it cannot have ended on that day. */
export function whyNotEndOn(day: Day, agreement: Span): Reason | undefined {
  if (agreement.holdsFrom && day < agreement.holdsFrom) return 'agreements.ends-before-it-starts'
  if (agreement.holdsUntil && day > agreement.holdsUntil) return 'agreements.had-lapsed-by-then'
  return undefined
}

/** Those who keep the records of a party write an agreement's, and the administrator. */
export const mayWrite = (parties: Pick<Party, 'organisationId'>[], viewer: Viewer): boolean =>
  viewer.admin || parties.some(({ organisationId }) => holds(viewer, organisationId, ...recordKeepers))

/** The sides of an agreement: its parties, witnesses left out, each organisation once. */
export const sidesOf = (parties: Pick<Party, 'organisationId' | 'role'>[]): Id[] =>
  [...new Set(parties.filter(({ role }) => role !== 'witness').map(({ organisationId }) => organisationId))]

/** The sides for which this viewer may act: those where one of these offices is held (a record keeper's when none is named). */
export const sidesHeld = (parties: Pick<Party, 'organisationId' | 'role'>[], viewer: Viewer, ...wanted: Role[]): Id[] =>
  sidesOf(parties).filter((side) => holds(viewer, side, ...(wanted.length > 0 ? wanted : recordKeepers)))

/** Whether what passes between the sides is for this viewer too: any office at one of them will do. */
export const isInner = (parties: Pick<Party, 'organisationId' | 'role'>[], viewer: Viewer): boolean => viewer.admin || sidesOf(parties).some((side) => holds(viewer, side))

/** Whether this viewer keeps any records at all. */
export const mayRecord = (viewer: Viewer): boolean => viewer.admin || organisationsOf(viewer, ...recordKeepers).length > 0

/** The last day of so many years from a day: the day before it comes round again; counted to the end of the month or year when no more is known. */
export function endOfTerm(from: Day, precision: Precision, years: number): Day {
  if (monthsOf(years) < 1) return addDays(endOf(from, precision), Math.max(1, Math.round(years * 365)) - 1)
  if (precision === 'year' && Number.isInteger(years)) return endOf(addMonths(from, monthsOf(years)), 'year')
  if (precision !== 'day') return endOf(addMonths(endOf(from, precision).slice(0, 8) + '01', monthsOf(years)), 'month')
  return addDays(addMonths(from, monthsOf(years)), -1)
}

export const monthsOf = (years: number): number => Math.round(years * 12)

/** So many months on. A day that does not exist there is the first of the month after it, so that a term never comes out short. */
export function addMonths(day: Day, months: number): Day {
  const [year, month, date] = parts(day)
  if (date <= inEvery) return written(year * 12 + month - 1 + months, date)
  const length = new Date(Date.UTC(year, month + months, 0)).getUTCDate()
  return text(date > length ? new Date(Date.UTC(year, month + months, 1)) : new Date(Date.UTC(year, month - 1 + months, date)))
}

export function addDays(day: Day, days: number): Day {
  const [year, month, date] = parts(day)
  if (date + days >= 1 && date + days <= inEvery) return written(year * 12 + month - 1, date + days)
  return text(new Date(Date.UTC(year, month - 1, date + days)))
}

/** The last day of the month or year that a day stands for. */
export function endOf(day: Day, precision: Precision): Day {
  const [year, month] = parts(day)
  return precision === 'day' ? day : precision === 'year' ? `${day.slice(0, 4)}-12-31` : text(new Date(Date.UTC(year, month, 0)))
}

/** Days that are in every month need no calendar; standing asks for thousands of them a second. */
const inEvery = 28
const written = (months: number, date: number): Day => `${String(Math.floor(months / 12)).padStart(4, '0')}-${two((months % 12) + 1)}-${two(date)}`
const two = (number: number): string => (number < 10 ? `0${number}` : `${number}`)
const parts = (day: Day): [number, number, number] => [Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8, 10))]
const text = (date: Date): Day => date.toISOString().slice(0, 10)
