// Who may do what in a body, and if not why not. One speaks for a side by a seat in it, or by an office that keeps its records.
import { holds, recordKeepers, type Viewer } from '#platform/auth/viewer.ts'
import type { Id } from '#platform/kinds.ts'
import type { Reason } from '#platform/refusals.ts'
import type { Body, Seat, Side } from './model.ts'

/** A body as its rules judge it. `keeps`: this viewer keeps the records of what it belongs to. */
export type Judged = { body: Pick<Body, 'constitutedAt' | 'dissolvedAt'> & Partial<Pick<Body, 'allianceId'>>; sides: readonly Pick<Side, 'id' | 'organisationId'>[]; seats: readonly Pick<Seat, 'id' | 'sideId' | 'office' | 'memberId' | 'alternateId' | 'endedAt' | 'voting'>[]; keeps: boolean }

const live = ({ seats }: Judged) => seats.filter(({ endedAt }) => endedAt === null)

/** The sides for which this viewer speaks: as its chair or secretary, or as one who keeps its records. */
export function speaksFor(judged: Judged, viewer: Viewer): Id[] {
  const officers = live(judged).filter(({ office, memberId }) => office !== null && memberId === viewer.id).flatMap(({ sideId }) => sideId ?? [])
  return judged.sides.filter(({ id, organisationId }) => officers.includes(id) || (organisationId !== null && holds(viewer, organisationId, ...recordKeepers))).map(({ id }) => id)
}

/** Who arranges its affairs: its chairs and secretaries, those who speak for a side, those who keep what it belongs to. */
export const arranges = (judged: Judged, viewer: Viewer): boolean =>
  viewer.admin || judged.keeps || speaksFor(judged, viewer).length > 0 || live(judged).some(({ office, memberId }) => office !== null && memberId === viewer.id)

export const sitsIn = (judged: Judged, viewer: Viewer): boolean => live(judged).some(({ memberId, alternateId }) => memberId === viewer.id || alternateId === viewer.id)

export type BodyStep = 'compose' | 'constitute' | 'arrange' | 'dissolve'
export function whyNot(step: BodyStep, judged: Judged, viewer: Viewer): Reason | undefined {
  if (!arranges(judged, viewer)) return 'committees.only-who-arranges'
  if (judged.body.dissolvedAt !== null) return 'committees.is-dissolved'
  if (step === 'constitute') return judged.body.constitutedAt !== null ? 'committees.is-constituted' : undefined
  return step === 'arrange' && judged.body.constitutedAt === null ? 'committees.not-constituted' : undefined
}

/** Why this viewer does not speak for this side. */
export const whyNotSpeak = (judged: Judged, sideId: Id, viewer: Viewer): Reason | undefined => (speaksFor(judged, viewer).includes(sideId) ? undefined : 'committees.only-that-side')

/** Once a body sits, each side puts its own people in its own seats; in an alliance, whoever keeps it does so for a side that nobody there speaks for yet. */
export function whyNotSeat(judged: Judged, sideId: Id | null, viewer: Viewer): Reason | undefined {
  const refused = whyNot('compose', judged, viewer)
  if (refused || judged.body.constitutedAt === null || sideId === null || viewer.admin) return refused
  const spoken = live(judged).some((seat) => seat.sideId === sideId && seat.office !== null && seat.memberId !== null)
  return judged.keeps && judged.body.allianceId && !spoken ? undefined : whyNotSpeak(judged, sideId, viewer)
}
