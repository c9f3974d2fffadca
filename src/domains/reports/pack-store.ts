// How packs are kept and found: by who asked, and nobody else.
import { Readable } from 'node:stream'
import type { Filter } from '#domains/agreements/model.ts'
import { countAgreements } from '#domains/agreements/store.ts'
import { findAlliance } from '#domains/alliances/store.ts'
import { nameIn } from '#domains/organisations/model.ts'
import { organisationsById } from '#domains/organisations/store.ts'
import type { Viewer } from '#platform/auth/viewer.ts'
import type { Reading, Writing } from '#platform/db/database.ts'
import type { Download } from '#platform/http/contract.ts'
import { countryName } from '#platform/i18n/format.ts'
import type { Day, Id, Instant } from '#platform/kinds.ts'
import { found } from '#platform/refusals.ts'
import type { Pack, PackShown, PackWanted } from './pack-model.ts'
import { speaker } from './saying.ts'
import './tables.ts'

const columns = ['id', 'askedBy', 'askedAt', 'wanted', 'workId', 'fileName', 'size', 'figures', 'readyAt', 'expiresAt'] as const satisfies (keyof Pack)[]
const own = (db: Reading, viewer: Viewer) => db.selectFrom('evidencePack').select(columns.map((name) => `evidencePack.${name}` as const)).where('askedBy', '=', viewer.id)

export async function listPacks(db: Reading, viewer: Viewer): Promise<PackShown[]> {
  const rows = await own(db, viewer).innerJoin('work', 'work.id', 'evidencePack.workId').select('work.state').orderBy('evidencePack.id', 'desc').limit(50).execute()
  return Promise.all(rows.map(async (row) => ({ ...row, about: await saidOf(db, viewer, row.wanted) })))
}

export const findPack = async (db: Reading, viewer: Viewer, id: Id): Promise<Pack> => found(await own(db, viewer).where('evidencePack.id', '=', id).executeTakeFirst())
export const isUnderway = async (db: Reading, viewer: Viewer): Promise<boolean> =>
  Boolean(await own(db, viewer).innerJoin('work', 'work.id', 'evidencePack.workId').where('work.state', 'in', ['queued', 'running']).executeTakeFirst())

/** The filter of agreements behind what was wanted. A draft holds for nobody and is never in a pack. */
export const filterOf = ({ organisation, alliance, country, state, kind }: PackWanted): Filter => ({
  ...(organisation ? { organisation } : {}), ...(alliance ? { alliance } : {}), ...(country ? { country } : {}), ...(kind.length > 0 ? { kind } : {}),
  state: state.filter((one) => one !== 'draft').length > 0 ? state.filter((one) => one !== 'draft') : ['in-force', 'expiring', 'lapsed', 'ended', 'unclear', 'not-yet'],
})

export const countWanted = async (db: Reading, viewer: Viewer, wanted: PackWanted, today: Day): Promise<number> => (await countAgreements(db, viewer, filterOf(wanted), today)).total

/** What was chosen, in words. */
export async function saidOf(db: Reading, viewer: Viewer, { from, until, locale, organisation, alliance, country, state, kind }: PackWanted): Promise<string[]> {
  const say = speaker(locale)
  const named = organisation ? (await organisationsById(db, [organisation])).get(organisation) : undefined
  const allied = alliance ? await findAlliance(db, viewer, alliance).catch(() => undefined) : undefined
  return [
    say.text(from && until ? 'reports.pack.between' : from ? 'reports.pack.from' : until ? 'reports.pack.until' : 'reports.pack.all-time', { from: say.day(from), until: say.day(until) }),
    ...(named ? [nameIn(named, locale)] : []), ...(allied ? [nameIn(allied.organisation, locale)] : []), ...(country ? [countryName(country, locale)] : []),
    ...state.map((one) => say.text(`agreements.states.${one}`)), ...kind.map((one) => say.text(`agreements.kinds.${one}`)),
  ]
}

export async function addPart(db: Writing, packId: Id, place: number, bytes: Buffer): Promise<void> {
  await db.insertInto('evidencePackPart').values({ packId, place, bytes }).execute()
}

export async function clearParts(db: Writing, packId: Id): Promise<void> {
  await db.deleteFrom('evidencePackPart').where('packId', '=', packId).execute()
}

/** The zip, piece by piece as the reader has room for it. What is not ready, or is over, is not there. */
export async function openPack(db: Reading, viewer: Viewer, id: Id, now: Instant): Promise<Download> {
  const { readyAt, expiresAt, fileName } = await findPack(db, viewer, id)
  found((readyAt !== null && expiresAt !== null && expiresAt > now) || null)
  return { name: fileName!, type: 'application/zip', body: Readable.from(parts(db, id), { objectMode: false }) }
}

async function* parts(db: Reading, packId: Id): AsyncGenerator<Buffer> {
  for (let place = 0; ; place++) {
    const part = await db.selectFrom('evidencePackPart').select('bytes').where('packId', '=', packId).where('place', '=', place).executeTakeFirst()
    if (!part) return
    yield part.bytes
  }
}
