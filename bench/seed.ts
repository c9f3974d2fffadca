// Fills a database with organisations and agreements that nobody made: the same ones every time, as many as are asked for.
import { addAgreements } from '#domains/agreements/actions.ts'
import type { BulkDraft } from '#domains/agreements/model.ts'
import { addOrganisations } from '#domains/organisations/actions.ts'
import type { Draft } from '#domains/organisations/model.ts'
import { house } from '#platform/auth/viewer.ts'
import type { Database } from '#platform/db/database.ts'
import type { Id } from '#platform/kinds.ts'

export type Size = { organisations: number; agreements: number }
const batch = 2000
const now = '2026-01-01T00:00:00.000Z'

export async function seed(db: Database, { organisations, agreements }: Size, tell: (done: number, total: number) => void): Promise<void> {
  const chance = chances(20260101)
  const ids: Id[] = []
  const total = organisations + agreements
  while (ids.length < organisations) {
    const drafts = Array.from({ length: Math.min(batch, organisations - ids.length) }, (_, place) => organisation(chance, ids.length + place))
    ids.push(...await db.transaction().execute((tx) => addOrganisations({ db: tx, viewer: house, now }, drafts)))
    tell(ids.length, total)
  }
  for (let done = 0; done < agreements; done += batch) {
    const drafts = Array.from({ length: Math.min(batch, agreements - done) }, () => agreement(chance, ids))
    await db.transaction().execute((tx) => addAgreements({ db: tx, viewer: house, now }, drafts))
    tell(organisations + Math.min(agreements, done + batch), total)
  }
}

export type Chance = { number: (below: number) => number; of: <T>(list: readonly T[]) => T }

/** The same numbers for the same beginning (mulberry32). */
export function chances(beginning: number): Chance {
  let state = beginning
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const number = (below: number) => Math.floor(next() * below)
  return { number, of: (list) => list[number(list.length)]! }
}

const beginnings = ['Al', 'Bar', 'Cor', 'Dan', 'El', 'Far', 'Gor', 'Han', 'Is', 'Jal', 'Kar', 'Lah', 'Mar', 'Nor', 'Os', 'Pam', 'Qar', 'Ros', 'Sam', 'Tash', 'Ul', 'Var', 'Wen', 'Xin', 'Yar', 'Zar']
const middles = ['a', 'e', 'i', 'o', 'u', 'an', 'en', 'ir', 'or', 'am', 'il', 'ad']
const endings = ['bad', 'burg', 'dam', 'ford', 'gan', 'grad', 'kand', 'kent', 'lin', 'mere', 'nagar', 'pur', 'stan', 'ton', 'ville', 'zhou']
const forms = ['University of %', '% University', '% Technical University', 'Institute of Technology %', '% College', '% Medical University', 'Polytechnic of %', '% Academy of Sciences', 'Agricultural University %', '% State Laboratory']
const kinds = ['university', 'university', 'university', 'college', 'laboratory', 'company'] as const
const countries = ['CN', 'PK', 'RU', 'KZ', 'UZ', 'IR', 'TR', 'DE', 'FR', 'GB', 'US', 'JP', 'MY', 'IN', 'IT', 'ES', 'PL', 'KG', 'TJ', 'AZ'] as const

export const placeName = (chance: Chance): string => chance.of(beginnings) + chance.of(middles) + chance.of(endings)

function organisation(chance: Chance, place: number): Draft {
  const city = placeName(chance)
  const text = chance.of(forms).replace('%', city)
  const names = [{ text: place % 7 === 0 ? `${text} ${place}` : text, lang: 'en', kind: 'display' as const }]
  return { kind: chance.of(kinds) as Draft['kind'], country: chance.of(countries), city, names }
}

const fields = ['engineering', 'medicine', 'agriculture', 'law', 'economics', 'computing', 'languages', 'geology', 'education', 'physics', 'chemistry', 'history']
const subjects = ['student exchange', 'joint research', 'cooperation', 'double degrees', 'staff mobility', 'a joint laboratory', 'vocational training', 'summer schools']
const agreementKinds = ['memorandum', 'memorandum', 'memorandum', 'agreement', 'exchange', 'letter-of-intent', 'joint-programme'] as const
const terms = [{ termKind: 'fixed', termYears: 5 }, { termKind: 'fixed', termYears: 3 }, { termKind: 'not-stated' }, { termKind: 'until-ended' }] as const

function agreement(chance: Chance, organisations: Id[]): BulkDraft {
  const signedOn = `${2000 + chance.number(26)}-${String(1 + chance.number(12)).padStart(2, '0')}-${String(1 + chance.number(28)).padStart(2, '0')}`
  // Few organisations have many agreements, most have hardly any.
  const some = () => organisations[Math.floor(organisations.length * (chance.number(1000) / 1000) ** 3)]!
  const parties = [...new Set([some(), some(), ...(chance.number(10) === 0 ? [some()] : [])])]
  while (parties.length < 2) parties.push(organisations[chance.number(organisations.length)]!)
  return {
    kind: chance.of(agreementKinds) as BulkDraft['kind'], title: `On ${chance.of(subjects)} in ${chance.of(fields)} and ${chance.of(fields)}`,
    signedOn, signedPrecision: 'day', ...chance.of(terms), visibility: chance.of(['parties', 'alliance', 'public'] as const),
    parties: [...new Set(parties)].map((organisationId) => ({ organisationId })),
  }
}
