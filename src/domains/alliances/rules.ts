// What may happen to an alliance, and if not why not. The server obeys these; the client asks the same before it offers a button.
import { holds, type Viewer } from '#platform/auth/viewer.ts'
import type { Day, Id } from '#platform/kinds.ts'
import type { Reason } from '#platform/refusals.ts'
import type { Known, Officer, OfficerTerm, Standing, StandingKind } from './model.ts'

/** The organisations whose secretariat or director may write an alliance's records: its own, its host's, and those of the alliance above it. */
export type Keeping = { organisationId: Id; hostId: Id | null; parent: { organisationId: Id; hostId: Id | null } | null }

export function whyNotKeep(alliance: Keeping, viewer: Viewer): Reason | undefined {
  if (viewer.admin) return undefined
  const houses = [alliance.organisationId, alliance.hostId, alliance.parent?.organisationId, alliance.parent?.hostId]
  return houses.some((id) => id && holds(viewer, id, 'secretariat', 'director')) ? undefined : 'alliances.only-its-secretariat-may'
}

/** A new alliance is written down by its host's office, by that of its own organisation, by the alliance above it, or by the administrator. */
export function whyNotFound(wanted: { organisationId?: Id | undefined; hostId: Id | null; parent: Keeping['parent'] }, viewer: Viewer): Reason | undefined {
  if (viewer.admin) return undefined
  const houses = [wanted.organisationId, wanted.hostId, wanted.parent?.organisationId, wanted.parent?.hostId]
  return houses.some((id) => id && holds(viewer, id, 'secretariat', 'director')) ? undefined : 'alliances.only-a-host-may-found'
}

/** Whether there is any organisation in whose name this viewer may write down an alliance. */
export const mayFoundAny = (viewer: Viewer): boolean => viewer.admin || viewer.offices.some(({ role }) => role === 'secretariat' || role === 'director')

/** An alliance has one alliance above it at most, and nothing stands above itself. */
export function whyNotUnder(allianceId: Id, parent: { id: Id; parentId: Id | null }): Reason | undefined {
  if (parent.id === allianceId || parent.parentId === allianceId) return 'alliances.cannot-be-under-itself'
  return parent.parentId ? 'alliances.only-one-above' : undefined
}

type Present = Pick<Standing, 'standing' | 'fromOn'> | undefined
type Wanted = { standing: StandingKind; from: Known | null; organisationId: Id }

/** An organisation has one standing at a time; the next begins on a day that is known, and not before the last one began. */
export function whyNotStand(alliance: Keeping, present: Present, wanted: Wanted, viewer: Viewer, today: Day): Reason | undefined {
  const whose = whyNotKeep(alliance, viewer)
  if (whose) return whose
  if (wanted.organisationId === alliance.organisationId) return 'alliances.not-its-own-member'
  if (wanted.from && wanted.from.value > today) return 'alliances.not-in-the-future'
  if (!present) return wanted.standing === 'left' ? 'alliances.is-not-in-it' : undefined
  if (present.standing === wanted.standing) return `alliances.is-already-${present.standing}`
  if (!wanted.from) return wanted.standing === 'left' ? 'alliances.leaving-needs-a-day' : 'alliances.change-needs-a-day'
  return present.fromOn && wanted.from.value < present.fromOn ? 'alliances.before-the-last-standing' : undefined
}

/** A standing written down by mistake can be taken back while it is the present one. */
export function whyNotTakeBack(alliance: Keeping, standing: Pick<Standing, 'untilOn'>, viewer: Viewer): Reason | undefined {
  return whyNotKeep(alliance, viewer) ?? (standing.untilOn ? 'alliances.only-the-present-standing' : undefined)
}

type Seat = Pick<Officer, 'id' | 'personId' | 'post' | 'country' | 'fromOn' | 'untilOn'>

/** Terms may be unknown; what is known must run forwards, and one person holds one post once at a time. */
export function whyNotAppoint(alliance: Keeping, officers: Seat[], wanted: OfficerTerm & { id?: Id; personId: Id | undefined }, viewer: Viewer): Reason | undefined {
  const whose = whyNotKeep(alliance, viewer)
  if (whose) return whose
  if (wanted.from && wanted.until && wanted.until.value < wanted.from.value) return 'alliances.ends-before-it-begins'
  if (wanted.post === 'lead' && !wanted.country) return 'alliances.lead-needs-a-country'
  const same = officers.filter(({ id, personId, post, country }) => id !== wanted.id && personId === wanted.personId && post === wanted.post && country === wanted.country)
  return same.some((seat) => overlap(seat, { fromOn: wanted.from?.value ?? null, untilOn: wanted.until?.value ?? null })) ? 'alliances.holds-this-post-already' : undefined
}

type Term = { fromOn: Day | null; untilOn: Day | null }
const overlap = (a: Term, b: Term) => (a.fromOn ?? '') <= (b.untilOn ?? '9999') && (b.fromOn ?? '') <= (a.untilOn ?? '9999')

/** True while the term has not ended; an unknown end has not come. */
export const servesOn = (day: Day, { fromOn, untilOn }: Term): boolean => (fromOn ?? '') <= day && day <= (untilOn ?? '9999')

export function whyNotAnnounce(event: { on: Known; untilDay: Day | null }): Reason | undefined {
  return event.untilDay && event.untilDay < event.on.value ? 'alliances.ends-before-it-begins' : undefined
}

/** What one should know about a new standing although it may be given: a sub-alliance's member outside the alliance above. */
export const remarksOn = (standing: StandingKind, outsideParent: boolean): Reason[] =>
  outsideParent && standing === 'member' ? ['alliances.not-a-member-above'] : []
