// Clearances, authority and rank as rules: which apply, whose turn it is, and what keeps a side from signing. Countries' rules
// are stated only as far as their sources state them; an organisation changes them for itself.
import type { Kind } from '#domains/agreements/model.ts'
import { holds, recordKeepers, type Viewer } from '#platform/auth/viewer.ts'
import type { Day, Id } from '#platform/kinds.ts'
import type { Reason } from '#platform/refusals.ts'
import type { Check, Clearance, ClearanceRule, Delegation } from './clearance-model.ts'

type Country = { version: string; rules: Omit<ClearanceRule, 'origin' | 'version' | 'replaces'>[] }
const rule = (id: string, step: ClearanceRule['step'], more: Partial<Country['rules'][number]>): Country['rules'][number] =>
  ({ id, step, title: null, place: 50, answeredBy: null, documents: null, kinds: [], onlyAbroad: true, effect: 'block', usualDays: null, source: null, ...more })

/** Ready-made rules by country. */
export const countryRules: Record<string, Country> = {
  PK: {
    version: 'PK 2026-1',
    rules: [
      // «HEC told universities to consult the Foreign Ministry before foreign contracts.»
      rule('pk-foreign-office', 'foreign-office', { place: 60, source: 'https://propakistani.pk/2023/09/02/universities-arent-allowed-to-form-contracts-with-foreign-ngos-hec/' }),
      // «Joint and dual degrees need credit mapping, student protection and NOC»: one report, so it warns and does not block.
      rule('pk-hec-noc', 'ministry', { place: 50, kinds: ['joint-programme'], effect: 'warn', documents: 'credit mapping; student protection; NOC', source: 'https://sharebutton.net/2026/05/09/nationalmay-9-2026hec-approves-landmark-multi-degree-policy-to-globalise-pakista/' }),
    ],
  },
  CN: {
    version: 'CN 2026-1',
    rules: [
      // «Both language drafts with an approval form; university or college level.»
      rule('cn-university', 'university', { place: 30, documents: '审批表; both language drafts', source: 'http://int.cufe.edu.cn/gjjl/xyqs.htm' }),
    ],
  },
}
const authority = { version: 'authority 2026-1', source: 'https://inter.sit.edu.cn/_t166/2020/0312/c4859a183998/page.htm' }
const equalRank = { version: 'rank 2026-1', source: 'http://international.yzu.edu.cn/info/1027/1486.htm' }

export const rulesOfCountry = (country: string | null): ClearanceRule[] => {
  const known = country ? countryRules[country] : undefined
  return (known?.rules ?? []).map((one) => ({ ...one, origin: 'country', version: known!.version, replaces: null }))
}

/** The rules of an organisation: those of its country, each unless it put another in its place, and its own, in order. */
export const rulesFor = (country: string | null, own: readonly ClearanceRule[]): ClearanceRule[] =>
  [...rulesOfCountry(country).filter(({ id }) => !own.some(({ replaces }) => replaces === id)), ...own].toSorted((a, b) => a.place - b.place || (a.id < b.id ? -1 : 1))

/** Those that an agreement of this kind, with partners abroad or not, needs. */
export const needed = (rules: readonly ClearanceRule[], kind: Kind, abroad: boolean): ClearanceRule[] =>
  rules.filter((one) => one.effect !== 'off' && (one.kinds.length === 0 || one.kinds.includes(kind)) && (abroad || !one.onlyAbroad))

type Judged = Pick<Clearance, 'sideId' | 'place' | 'state' | 'effect' | 'rule'>
/** The one whose turn it is on this side: the first that waits, unless one before it was refused. */
export function turnOf<One extends Judged>(clearances: readonly One[], sideId: Id): One | undefined {
  const own = clearances.filter((one) => one.sideId === sideId).toSorted((a, b) => a.place - b.place || (a.rule < b.rule ? -1 : 1))
  const first = own.find(({ state, effect }) => state !== 'given' && (state === 'waiting' || effect === 'block'))
  return first?.state === 'waiting' ? first : undefined
}

/** What keeps a side from signing as far as its clearances go. */
export function whyNotCleared(clearances: readonly Judged[], sideId: Id): Reason | undefined {
  const blocking = clearances.filter((one) => one.sideId === sideId && one.effect === 'block')
  if (blocking.some(({ state }) => state === 'refused')) return 'signing.clearance-refused'
  return blocking.some(({ state }) => state === 'waiting') ? 'signing.not-cleared' : undefined
}

/** Why this viewer may not answer it. */
export function whyNotAnswer(clearance: Judged, all: readonly Judged[], viewer: Viewer): Reason | undefined {
  if (!viewer.admin && !holds(viewer, clearance.sideId, ...recordKeepers)) return 'signing.only-its-side'
  if (clearance.state !== 'waiting') return 'signing.answered-already'
  return turnOf(all, clearance.sideId) === clearance ? undefined : 'signing.not-its-turn'
}

export const stateOf = ({ sinceOn, untilOn }: Pick<Delegation, 'sinceOn' | 'untilOn'>, day: Day): 'holds' | 'over' | 'not-yet' =>
  day < sinceOn ? 'not-yet' : untilOn !== null && day > untilOn ? 'over' : 'holds'

type Signing = { sideId: Id; unit: string | null; isUnit: boolean; rank: string | null; kind: Kind; day: Day }
/** Whether a side may sign at all: a unit only by a delegation on file, valid that day, for this kind. */
export function authorityOf({ sideId, unit, isUnit, kind, day }: Signing, delegations: readonly Delegation[]): Check & { delegationId: Id | null } {
  const said = (status: Check['status'], reason: string, delegationId: Id | null = null) =>
    ({ id: 'authority', status, subject: sideId, inputs: { unit, kind, day, delegations: delegations.length }, ruleVersion: authority.version, reason: `signing.checks.${reason}`, source: authority.source, delegationId })
  if (!isUnit && unit === null) return said('holds', 'authority-own')
  const own = delegations.filter((one) => one.organisationId === sideId && (unit === null || one.unit === null || one.unit === unit))
  const kinds = own.filter((one) => one.kinds.length === 0 || one.kinds.includes(kind))
  const valid = kinds.find((one) => stateOf(one, day) === 'holds')
  if (valid) return said('holds', 'authority-delegated', valid.id)
  return said('blocks', kinds.length > 0 ? 'authority-over' : own.length > 0 ? 'authority-other-kind' : 'authority-missing')
}

/** Unequal rank warns and never blocks: Chinese universities' rules ask that equals sign. */
export function rankOf(seats: readonly { sideId: Id; rank: string | null }[]): Check[] {
  const known = seats.filter(({ rank }) => rank !== null)
  const highest = new Map(known.map(({ sideId }) => [sideId, known.filter((one) => one.sideId === sideId).map(({ rank }) => order(rank)).toSorted()[0]!]))
  const levels = [...highest.values()]
  return [...highest].flatMap(([sideId, level]): Check[] => (level === Math.min(...levels) ? [] : [{
    id: 'rank', status: 'warns', subject: sideId, inputs: { rank: names[level]!, others: names[Math.min(...levels)]! }, ruleVersion: equalRank.version, reason: 'signing.checks.rank-unequal', source: equalRank.source,
  }]))
}
const names = ['head', 'deputy', 'dean', 'director', 'other']
const order = (rank: string | null) => names.indexOf(rank ?? 'other')

/** Who changes an organisation's rules, delegations and certificate. */
export const mayAdjust = (organisationId: Id, viewer: Viewer): boolean => viewer.admin || holds(viewer, organisationId, 'director')
