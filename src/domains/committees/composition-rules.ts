// Whether a body may be composed as it is (G01 to G05, G20, G30, G31), at a moment: hard when it is constituted, a warning afterwards.
import type { Day, Id } from '#platform/kinds.ts'
import { check, type Under } from './check-rules.ts'
import type { Seat, Side } from './model.ts'
import { shareOf } from './quorum-rules.ts'
import type { Check } from './rule-model.ts'

type Roster = { sides: readonly Pick<Side, 'id' | 'country' | 'organisationId'>[]; seats: readonly Seat[]; countryOf: (side: Pick<Side, 'id' | 'country'>) => string | null; today: Day; constituting: boolean }
const live = ({ seats }: Roster) => seats.filter(({ endedAt }) => endedAt === null)
const voting = (roster: Roster) => live(roster).filter((seat) => seat.voting && seat.role === 'member')
const of = (seats: readonly Seat[], sideId: Id | null) => seats.filter((seat) => seat.sideId === sideId)

export function compositionChecks(under: Under, roster: Roster): Check[] {
  return [equalSeats(under, roster), nationalShare(under, roster), vacancies(under, roster), chairs(under, roster), alternates(under, roster), classesFixed(under), voteUnit(under, roster), noCastingVote(under, roster), ...terms(under, roster)]
}

/** G01. */
function equalSeats(under: Under, roster: Roster): Check {
  const { rules } = under
  const seats = roster.sides.map(({ id }) => of(voting(roster), id).length)
  const { least, most } = rules.seatsPerSide
  const within = seats.every((many) => many >= least && (most === null || many <= most)) && roster.sides.length >= rules.fewestSides && voting(roster).length >= rules.fewestSeats
  const equal = !rules.equalSides || new Set(seats).size <= 1
  return check('g01', under, { ok: within && equal, inputs: { seats: seats.join(' : ') || String(voting(roster).length), sides: roster.sides.length } }, roster.constituting ? 'blocks' : 'warns')
}

/** G02: half of the seats from the country at least, and so many in all. */
function nationalShare(under: Under, roster: Roster): Check {
  const wanted = under.rules.nationalShare
  const all = voting(roster)
  const own = all.filter(({ sideId }) => roster.sides.some((side) => side.id === sideId && roster.countryOf(side) === wanted?.country))
  const ok = wanted && own.length >= shareOf(wanted.share, all.length) && all.length >= under.rules.fewestSeats
  return check('g02', under, { ok, inputs: { own: own.length, all: all.length, country: wanted?.country ?? '', fewest: under.rules.fewestSeats } }, roster.constituting ? 'blocks' : 'warns')
}

/** G03: a seat that nobody sits in breaks parity once the days of grace are over. */
function vacancies(under: Under, roster: Roster): Check {
  const empty = voting(roster).filter(({ memberId, vacantSince }) => memberId === null && vacantSince !== null)
  const late = empty.filter(({ vacantSince }) => Date.parse(`${roster.today}T00:00:00Z`) - Date.parse(vacantSince!) > under.rules.graceDays * 86_400_000)
  return check('g03', under, { ok: late.length === 0, inputs: { empty: empty.length, late: late.length, days: under.rules.graceDays } })
}

/** As the words choose between them: a message knows no hyphen there. */
const spoken = { 'each-side': 'eachSide', 'chair-and-vice': 'chairAndVice', one: 'one', none: 'none' } as const

/** G04. */
function chairs(under: Under, roster: Roster): Check {
  const holders = (office: Seat['office']) => live(roster).filter((seat) => seat.office === office)
  const [chair, vice] = [holders('chair'), holders('vice-chair')]
  const each = roster.sides.every(({ id }) => of(chair, id).length === 1)
  const ok = { none: true, one: chair.length === 1, 'each-side': each && chair.length === roster.sides.length, 'chair-and-vice': chair.length === 1 && vice.length >= 1 && vice.every(({ sideId }) => sideId !== chair[0]!.sideId) }[under.rules.chairs]
  return check('g04', under, { ok, inputs: { chairs: chair.length, vice: vice.length, form: spoken[under.rules.chairs] } }, roster.constituting ? 'blocks' : 'warns')
}

/** G05: nobody is an alternate to themselves, nor sits for two sides. */
function alternates(under: Under, roster: Roster): Check {
  const named = live(roster).filter(({ alternateId }) => alternateId !== null)
  const crossed = named.filter(({ alternateId, memberId, sideId }) => alternateId === memberId || live(roster).some((seat) => seat.sideId !== sideId && (seat.memberId === alternateId || seat.alternateId === alternateId)))
  return check('g05', under, { ok: named.length === 0 ? null : under.rules.alternates && crossed.length === 0, inputs: { named: named.length, crossed: crossed.length } })
}

/** G17: what binds everyone is never decided by a simple majority. */
export const weighty = ['charter', 'plan', 'head', 'admission', 'closure'] as const
export function classesFixed(under: Under): Check {
  const weak = weighty.filter((matter) => under.rules.classes[matter] === 'simple')
  return check('g17', under, { ok: weak.length === 0, inputs: { weak: weak.join(', '), many: weak.length, of: weighty.length } })
}

/** G19: a vote of each side needs sides that vote. */
const voteUnit = (under: Under, roster: Roster): Check => check('g19', under, { ok: under.rules.voteUnit === 'seat' || roster.sides.length > 1, inputs: { unit: under.rules.voteUnit, sides: roster.sides.length } })

/** G20. */
const noCastingVote = (under: Under, roster: Roster): Check => check('g20', under, { ok: !(under.rules.equalSides && under.rules.castingVote), inputs: { sides: roster.sides.length, days: under.rules.escalationDays } })

/** G30: terms that are over or nearly, and one term too many. */
function terms(under: Under, roster: Roster): Check[] {
  const soon = new Date(Date.parse(`${roster.today}T00:00:00Z`) + 90 * 86_400_000).toISOString().slice(0, 10)
  return live(roster).filter(({ untilOn, terms: many }) => (untilOn !== null && untilOn <= soon) || many > under.rules.term.limit)
    .map((seat) => check('g30', under, { ok: false, subject: seat.id, inputs: { until: seat.untilOn ?? '', terms: seat.terms, limit: under.rules.term.limit } }))
}

/** Why somebody may not be put in a seat as its alternate (G05). */
export function crosses(seats: readonly Pick<Seat, 'id' | 'sideId' | 'memberId' | 'alternateId' | 'endedAt'>[], wanted: { id: Id | null; sideId: Id | null; memberId: Id | null; alternateId: Id | null }): boolean {
  const others = seats.filter(({ id, endedAt }) => endedAt === null && id !== wanted.id)
  const elsewhere = (person: Id | null) => person !== null && others.some((seat) => seat.sideId !== wanted.sideId && (seat.memberId === person || seat.alternateId === person))
  const twice = wanted.memberId !== null && others.some(({ memberId }) => memberId === wanted.memberId)
  return twice || elsewhere(wanted.memberId) || elsewhere(wanted.alternateId) || (wanted.alternateId !== null && wanted.alternateId === wanted.memberId)
}
