// Organisations for the tests of agreements.
import { learnWords } from '#platform/search/vocabulary.ts'
import { foundBy } from '#domains/organisations/names.ts'
import type { Database } from '#platform/db/database.ts'
import type { Id } from '#platform/kinds.ts'

type Made = { id: Id; name: string; nameZh?: string; country?: string | null; city?: string | null; provisional?: boolean }

export async function putOrganisation(db: Database, { id, name, nameZh, country = null, city = null, provisional = false }: Made): Promise<void> {
  const names = [name, nameZh].filter((one) => one !== undefined).map((text) => ({ text, kind: 'display' as const }))
  const found = foundBy({ names, country, city })
  await db.transaction().execute((tx) => learnWords(tx, [found.search]))
  await db.insertInto('organisation').values({
    id, kind: 'university', name, nameEn: name, nameZh: nameZh ?? name, nameRu: name, nameUr: name, country, city, source: 'local', status: 'active', provisional,
    example: false, changedAt: '2026-01-01T00:00:00.000Z', ...found,
  } as never).execute()
}
