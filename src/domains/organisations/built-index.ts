// The resolver's built index: made from what the database knows, or straight from a file of the register, and kept beside the data.
import { mkdir, open, readFile, rename } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Database } from '#platform/db/database.ts'
import type { Watch } from '#platform/jobs/work.ts'
import { collect } from './collect.ts'
import { databaseOf, packedPages, said } from './desk-load.ts'
import type { Entry, ReadRegister } from './model.ts'
import { inRor, unpacked } from './packed.ts'
import { Resolver } from './resolver/resolver.ts'
import type { Known } from './resolver/types.ts'

export const indexPath = (data: string): string => join(data, 'resolver.index')

/** What reading leaves behind never grows larger than what is kept. */
const betweenCollections = 5000

export type Built = { resolver: Resolver; builtAt: string }

/** Null when there is none, or another version built it, or it is damaged. */
export async function readIndex(path: string, db: Database): Promise<Built | null> {
  const bytes = await readFile(path).catch(() => null)
  const built = bytes && Resolver.from(bytes, await databaseOf(db))
  collect()
  return built
}

/** A build that is broken off leaves the index as it was. */
export async function writeIndex(path: string, db: Database, { resolver, builtAt }: Built): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  const of = await databaseOf(db)
  const file = await open(`${path}.new`, 'w')
  try {
    collect()
    for (const piece of resolver.saved(builtAt, of)) await file.writeFile(piece)
  } finally {
    await file.close()
  }
  await rename(`${path}.new`, path)
}

export async function buildFromDatabase(db: Database, watch: Watch, closing: () => boolean = () => false): Promise<Built> {
  const builtAt = new Date().toISOString()
  collect()
  const { total } = await db.selectFrom('organisation').where('status', '<>', 'merged').select((all) => all.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const resolver = new Resolver()
  for await (const page of packedPages(db)) {
    for (const one of page) resolver.add(unpacked(one))
    collect()
    watch(resolver.size, Number(total), null)
    if (closing()) throw new Error('Stopped; the index is as it was before.')
  }
  for (const { text, country, organisationId } of await said(db)) resolver.remember(text, country, organisationId)
  resolver.prepare()
  return { resolver, builtAt }
}

/** Without a database: the register's identifiers are the organisations' own. */
export async function buildFromRegister(readRegister: ReadRegister, path: string, watch: Watch, each: (known: Known) => void = () => {}): Promise<Built> {
  const resolver = new Resolver()
  let collected = 0
  for await (const { entries, share } of readRegister(path)) {
    for (const entry of entries) {
      const known = knownOf(entry)
      resolver.add(known)
      each(known)
    }
    watch(Math.round(share * 100), 100, null)
    if (resolver.size < collected + betweenCollections) continue
    collected = resolver.size
    collect()
  }
  resolver.prepare()
  return { resolver, builtAt: new Date().toISOString() }
}

function knownOf({ ror, draft, bonds }: Entry): Known {
  const bond = (kind: string): string | null => bonds.find((one) => one.kind === kind)?.ror ?? null
  return {
    id: ror, ror, status: draft.status ?? 'active', successorId: bond('successor'), parentId: bond('parent'), kind: inRor[draft.kind] ?? draft.kind,
    country: draft.country ?? null, city: draft.city ?? null, domain: draft.domain ?? null, local: false, renown: draft.identifiers?.length ?? 0, since: draft.since ?? null, names: draft.names,
  }
}
