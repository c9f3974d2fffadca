// The hot paths: what people ask of 100,000 agreements and 130,000 organisations all day long.
import type pg from 'pg'

/** `as`: who asks, where it is not the administrator, who sees everything. */
export type Path = { name: string; url: string; as?: 'director' }

export const paths: Path[] = [
  { name: 'agreements', url: '/api/agreements?limit=50' },
  { name: 'agreements, searched', url: '/api/agreements?limit=50&text=joint+research+medicine' },
  { name: 'agreements, filtered', url: '/api/agreements?limit=50&kind=exchange&country=CN&year=2024' },
  { name: 'organisations', url: '/api/organisations?limit=50' },
  { name: 'organisations, searched', url: '/api/organisations?limit=50&text=technical+university+samarkand' },
  { name: 'organisations, filtered', url: '/api/organisations?limit=50&country=PK&kind=college' },
]

/** Not by SQL alone, so there is nothing bare to hold it against: told, not judged. */
export const alone: Path[] = [{ name: 'suggestions as one types', url: '/api/organisations/suggestions?text=tashen' }]

/** The page of an agreement: its record, what it promises, what was done, what becomes of it; and the page that a director's day begins with. */
export async function livingPaths(pool: pg.Pool): Promise<Path[]> {
  const { rows: [one] } = await pool.query<{ id: string }>('select agreement_id as id from commitment offset 4711 limit 1')
  const at = `/api/agreements/${one!.id}`
  return [{ name: 'agreement', url: at }, { name: 'agreement, promises', url: `${at}/commitments` }, { name: 'agreement, activities', url: `${at}/activities` }, { name: 'agreement, term', url: `${at}/term` }, { name: 'today, of a director', url: '/api/today', as: 'director' }]
}

/** An organisation with some three hundred agreements: the day of whoever answers for them is as full as days get. */
export async function busy(pool: pg.Pool): Promise<string> {
  const { rows: [one] } = await pool.query<{ id: string }>('select organisation_id as id from agreement_party group by organisation_id order by abs(count(*) - 300), organisation_id limit 1')
  return one!.id
}
