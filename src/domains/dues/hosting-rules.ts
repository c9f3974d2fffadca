// Whose turn it is to host: country after country, and within a country whoever has waited longest. Leadership and venue go round in
// published statutes (SCO University: https://kstu.kz/sistema-upravleniya-universitetom-shos-2/?lang=en ; UNITA, rotating host:
// https://unitapedia.univ-unita.eu/index.php?section=5&title=Governance_Board&veaction=edit); the order within them is Pamir's own.
import { holds, recordKeepers, type Viewer } from '#platform/auth/viewer.ts'
import type { Id } from '#platform/kinds.ts'
import type { Reason } from '#platform/refusals.ts'
import type { RotationCheck, Swap, Turn } from './hosting-model.ts'

export const rotationVersion = 1
type Member = { id: Id; country: string | null }
type Past = Pick<Turn, 'organisationId' | 'year' | 'answer'>

/** Members in the order in which they came. What was declined was not hosted. */
export function nextHosts(members: readonly Member[], past: readonly Past[], from: number, years: number): { year: number; organisationId: Id }[] {
  const held = past.filter(({ answer, year }) => answer !== 'declined' && year < from)
  const countryOf = new Map(members.map(({ id, country }) => [id, country ?? id]))
  const last = new Map(held.toSorted((a, b) => a.year - b.year).map(({ organisationId, year }) => [organisationId, year]))
  const lastOf = new Map(held.toSorted((a, b) => a.year - b.year).flatMap(({ organisationId, year }) => { const country = countryOf.get(organisationId); return country ? [[country, year] as const] : [] }))
  const chosen: { year: number; organisationId: Id }[] = []
  for (let year = from; year < from + years && members.length > 0; year++) {
    const order = members.map((member, place) => ({ ...member, place, land: countryOf.get(member.id)! }))
      .toSorted((a, b) => (lastOf.get(a.land) ?? 0) - (lastOf.get(b.land) ?? 0) || (last.get(a.id) ?? 0) - (last.get(b.id) ?? 0) || a.place - b.place)
    const next = order[0]!
    chosen.push({ year, organisationId: next.id })
    last.set(next.id, year)
    lastOf.set(next.land, year)
  }
  return chosen
}

/** G31: the rotation is followed. It warns where a country hosts again before another has had its turn. */
export function rotationCheck(what: string, members: readonly Member[], turns: readonly Past[]): RotationCheck {
  const stands = turns.filter(({ answer }) => answer !== 'declined').toSorted((a, b) => a.year - b.year)
  const said = (status: RotationCheck['status'], reason: string, inputs: RotationCheck['inputs'] = {}): RotationCheck => ({ id: 'g31', status, subject: what, inputs, ruleVersion: rotationVersion, reason })
  const countryOf = new Map(members.map(({ id, country }) => [id, country ?? id]))
  const lands = new Set(countryOf.values())
  if (stands.length < 2 || lands.size < 2) return said('notApplicable', 'dues.rotation.too-little')
  for (const [at, turn] of stands.entries()) {
    const land = countryOf.get(turn.organisationId)
    const before = land === undefined ? -1 : stands.slice(0, at).findLastIndex(({ organisationId }) => countryOf.get(organisationId) === land)
    if (before < 0) continue
    const between = new Set(stands.slice(before + 1, at).flatMap(({ organisationId }) => countryOf.get(organisationId) ?? []))
    const waiting = lands.size - 1 - between.size
    if (waiting > 0) return said('warn', 'dues.rotation.again-too-soon', { country: land!, year: turn.year, before: stands[before]!.year, waiting })
  }
  return said('pass', 'dues.rotation.followed', { turns: stands.length, countries: lands.size })
}

export const hostsFor = (viewer: Viewer, organisationId: Id): boolean => holds(viewer, organisationId, ...recordKeepers)

export function whyNotAnswer({ organisationId, answer }: Pick<Turn, 'organisationId' | 'answer'>, viewer: Viewer): Reason | undefined {
  if (!hostsFor(viewer, organisationId)) return 'dues.only-the-host'
  return answer ? 'dues.answered-already' : undefined
}

/** Two turns of the same kind change hosts when both hosts want it, and neither year has passed. */
export function whyNotSwap(turn: Pick<Turn, 'id' | 'what' | 'year' | 'organisationId' | 'answer'>, other: Pick<Turn, 'id' | 'what' | 'year' | 'organisationId' | 'answer'>, viewer: Viewer, year: number): Reason | undefined {
  if (!hostsFor(viewer, turn.organisationId)) return 'dues.only-the-host'
  if (turn.what !== other.what || turn.organisationId === other.organisationId) return 'dues.nothing-to-swap'
  if (turn.answer === 'declined' || other.answer === 'declined') return 'dues.nothing-to-swap'
  return turn.year < year || other.year < year ? 'dues.year-has-passed' : undefined
}

export function whyNotAnswerSwap({ askedOf, answer }: Pick<Swap, 'askedOf' | 'answer'>, viewer: Viewer): Reason | undefined {
  if (!hostsFor(viewer, askedOf)) return 'dues.only-the-host'
  return answer ? 'dues.answered-already' : undefined
}
