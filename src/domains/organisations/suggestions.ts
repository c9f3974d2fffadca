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
  const candidates = await likely(desk, text, limit)
  const briefs = await organisationsById(db, candidates.map(({ id }) => id))
  return candidates.flatMap(({ id, name, evidence }) => {
    const brief = briefs.get(id)
    return brief && brief.status !== 'merged' ? [{ ...brief, matched: evidence[0]?.against ?? name }] : []
  })
}

/** A word that no name has, an article on its way to another or a slip, does not take away what the words before it had found. */
async function likely(desk: Desk, text: string, limit: number): Promise<Awaited<ReturnType<Desk['suggest']>>> {
  const words = text.split(/\s+/u).filter(Boolean)
  const fewest = Math.max(1, words.length - mostLeftOut)
  for (let count = words.length; count >= fewest; count--) {
    const found = await desk.suggest(words.slice(0, count).join(' '), { limit })
    if (found.length > 0) return found
  }
  return []
}

/** So many words at the end may be unknown before nothing is found at all. */
const mostLeftOut = 4
