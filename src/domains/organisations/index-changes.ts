// Brings a built index, used in this very thread, up to what the database knows by now.
import type { Database } from '#platform/db/database.ts'
import type { Built } from './built-index.ts'
import { changedSince, said } from './desk-load.ts'
import { unpacked } from './packed.ts'

/** False when building anew is better. */
export async function bringUpToDate(db: Database, { resolver, builtAt }: Built): Promise<boolean> {
  const isSame = await changedSince(db, builtAt, async (order) => {
    if (order.do === 'size') return resolver.size
    if (order.do !== 'learn') return
    for (const id of order.gone) resolver.remove(id)
    for (const one of order.known) resolver.add(unpacked(one))
  })
  if (isSame) for (const { text, country, organisationId } of await said(db)) resolver.remember(text, country, organisationId)
  return isSame
}
