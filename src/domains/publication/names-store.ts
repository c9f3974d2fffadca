// Organisations with their names in each language, and whether a public page tells of them.
import { anyOf, type Reading } from '#platform/db/database.ts'
import type { Id } from '#platform/kinds.ts'
import { found } from '#platform/refusals.ts'
import type { PublicName, PublicOrganisation } from './model.ts'

export type Known = Map<Id, PublicOrganisation>
export const asPublic = (known: Known, id: Id): PublicOrganisation => found(known.get(id))

const latin = /^[\p{Script=Latin}\p{N}\p{P}\p{Z}\p{S}\p{M}]+$/u

export async function publicOrganisations(db: Reading, ids: (Id | null)[]): Promise<Known> {
  const wanted = [...new Set(ids.filter((id): id is Id => id !== null))]
  if (wanted.length === 0) return new Map()
  const rows = await db.selectFrom('organisation').select(['id', 'name', 'nameLang', 'country', 'city', 'latitude', 'longitude']).where('id', '=', anyOf(wanted)).execute()
  const names = await db.selectFrom('organisationName').select(['organisationId', 'text', 'lang']).where('organisationId', '=', anyOf(wanted))
    .where('kind', 'in', ['display', 'label']).orderBy('place').execute()
  const shown = await publicOnes(db, wanted)
  return new Map(rows.map(({ name, nameLang, ...row }) => {
    const own = names.filter(({ organisationId }) => organisationId === row.id).map(({ text, lang }) => named(text, lang))
    return [row.id, { ...row, names: own.length ? own : [named(name, nameLang)], path: shown.has(row.id) ? `/o/${row.id}` : null }]
  }))
}

/** A register often leaves out the language of a name in Latin letters; English reads it best. */
const named = (value: string, lang: string | null): PublicName => ({ value, lang: lang ?? (latin.test(value) ? 'en' : 'und') })

/** Those that are part of something public: they stand in a public alliance, host one, or are party to a public agreement. */
export async function publicOnes(db: Reading, ids: Id[]): Promise<Set<Id>> {
  const standing = await db.selectFrom('allianceStanding as s').innerJoin('alliance as a', 'a.id', 's.allianceId').where('a.public', '=', true)
    .where('s.untilOn', 'is', null).where('s.standing', 'in', ['member', 'observer']).where('s.organisationId', '=', anyOf(ids)).select('s.organisationId as id').distinct().execute()
  const hosting = await db.selectFrom('alliance').where('public', '=', true).where('hostId', '=', anyOf(ids)).select('hostId as id').distinct().execute()
  const agreeing = await db.selectFrom('agreementParty as p').innerJoin('agreement as g', 'g.id', 'p.agreementId').where('g.visibility', '=', 'public')
    .where('g.removedAt', 'is', null).where('p.organisationId', '=', anyOf(ids)).select('p.organisationId as id').distinct().execute()
  return new Set([...standing, ...hosting, ...agreeing].flatMap(({ id }) => id ?? []))
}
