// The order of a ceremony, and who prepares and runs it.
import { holds, recordKeepers, type Viewer } from '#platform/auth/viewer.ts'
import type { Id } from '#platform/kinds.ts'
import type { Reason } from '#platform/refusals.ts'
import type { Beat, Ceremony } from './ceremony-model.ts'

/** Each agreement is called, signed by each of its signatories in their order, and exchanged. */
export const sequenceOf = (items: readonly { agreementId: Id; signatories: readonly { id: Id }[] }[]): Beat[] =>
  items.flatMap(({ agreementId, signatories }) => [
    { kind: 'called' as const, agreementId, personId: null }, ...signatories.map(({ id }) => ({ kind: 'signs' as const, agreementId, personId: id })),
    { kind: 'exchanged' as const, agreementId, personId: null },
  ])

/** The alternat: whoever stood first stands last in the next one, so that no side leads throughout. */
export const alternated = <One>(sides: readonly One[], place: number): One[] => sides.map((_, at) => sides[(at + place) % sides.length]!)

/** Flags stand in the order of the countries' names in English, each country once: nobody's rank. */
export function flagsOf(countries: readonly (string | null)[]): string[] {
  const name = (code: string) => new Intl.DisplayNames('en', { type: 'region' }).of(code) ?? code
  return [...new Set(countries.filter((one) => one !== null))].toSorted((a, b) => name(a).localeCompare(name(b), 'en'))
}

type Judged = Pick<Ceremony, 'hostId' | 'done' | 'endedAt' | 'publishedAt'>
/** The host's record keepers prepare it, until it has ended. */
export function whyNotEdit(ceremony: Judged, viewer: Viewer): Reason | undefined {
  if (!mayHost(ceremony.hostId, viewer)) return 'signing.only-the-host'
  if (ceremony.endedAt) return 'signing.ceremony-over'
  return ceremony.done > 0 ? 'signing.ceremony-running' : undefined
}

/** The next step, or one back; `seen`: how far it was on the screen of whoever pressed. */
export function whyNotMove({ seen, to }: { seen: number; to: number }, ceremony: Judged, steps: number, viewer: Viewer): Reason | undefined {
  if (!mayHost(ceremony.hostId, viewer)) return 'signing.only-the-host'
  if (ceremony.publishedAt) return 'signing.ceremony-published'
  if (seen !== ceremony.done) return 'signing.moved-meanwhile'
  return Math.abs(to - seen) === 1 && to >= 0 && to <= steps ? undefined : 'signing.one-step-at-a-time'
}

/** Its result is shown to everybody once it is over. */
export function whyNotPublish(ceremony: Judged, viewer: Viewer): Reason | undefined {
  if (!mayHost(ceremony.hostId, viewer)) return 'signing.only-the-host'
  return ceremony.endedAt ? undefined : 'signing.ceremony-not-over'
}

export const mayHost = (hostId: Id, viewer: Viewer): boolean => viewer.admin || holds(viewer, hostId, ...recordKeepers)
