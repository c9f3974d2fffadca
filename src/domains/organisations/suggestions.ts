// Type-ahead: the desk knows best; until it has read everything, the list's own search answers.
import type { Reading } from '#platform/db/database.ts'
import type { Suggestion } from './api.ts'
import type { Desk } from './desk.ts'
import { listOrganisations } from './list-store.ts'
import { organisationsById } from './store.ts'

export async function suggestOrganisations(db: Reading, desk: Desk, { text, limit }: { text: string; limit: number }): Promise<Suggestion[]> {
  if (text === '') return []
  if (!desk.isReady()) {
    void desk.ready().catch(() => {})
    const { rows } = await listOrganisations(db, { text, limit, sort: 'name', locale: 'en' })
    return rows.map((row) => ({ ...row, matched: row.name }))
  }
  const candidates = await desk.suggest(text, { limit })
  const briefs = await organisationsById(db, candidates.map(({ id }) => id))
  return candidates.flatMap(({ id, name, evidence }) => {
    const brief = briefs.get(id)
    return brief && brief.status !== 'merged' ? [{ ...brief, matched: evidence[0]?.against ?? name }] : []
  })
}
