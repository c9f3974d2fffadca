// An alliance with its secretariat, a member, and those who would be one, for the tests of memberships.
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { addAlliances, addStandings } from '#domains/alliances/store.ts'
import { allianceRoutes } from '#domains/alliances/routes.ts'
import { committeeRoutes } from '#domains/committees/routes.ts'
import { addOrganisations } from '#domains/organisations/actions.ts'
import { writeWorkbook } from '#adapters/spreadsheets/write.ts'
import { house, type Viewer } from '#platform/auth/viewer.ts'
import type { Database } from '#platform/db/database.ts'
import type { Routes } from '#platform/http/serve.ts'
import { type Id, newId } from '#platform/kinds.ts'
import { openVault } from '#platform/signatures/vault.ts'
import { uploadsApi } from '#platform/uploads/api.ts'
import { uploadRoutes } from '#platform/uploads/routes.ts'
import { person, world } from '#test/world.ts'
import { admissionApi } from './api.ts'
import { membershipRoutes } from './routes.ts'

export const now = '2026-03-02T09:00:00.000Z'
export const home = { publicUrl: 'https://pamir.example', name: 'Pamir', post: { smtp: null, from: 'pamir@example.org' } }
export const contact = { name: 'Dr Aisha Khan', officeName: 'Director', email: 'aisha@example.org', locale: 'ur' as const }

export async function openMemberships(more: Routes = [], pages?: Parameters<typeof world>[2]) {
  const table = async () => ({ name: 'x', type: 'text/csv', body: new Uint8Array() })
  const w = await world([...membershipRoutes(home), ...allianceRoutes(table), ...uploadRoutes(1_000_000), ...committeeRoutes({ ...home, writeSheets: writeWorkbook, vault: openVault(mkdtempSync(join(tmpdir(), 'pamir-memberships-'))) }), ...more], now, pages)
  const names = ['Silk Road Alliance', 'Xi’an Jiaotong University', 'University of Sargodha', 'Zaozhuang University', 'Osh State University'] as const
  const [network, host, sargodha, zaozhuang, osh] = (await w.db.transaction().execute((db) => addOrganisations({ db, viewer: house, now }, names.map((text, place) => ({
    kind: place === 0 ? 'network' as const : 'university' as const, country: ['CN', 'CN', 'PK', 'CN', 'KG'][place]!, names: [{ text, lang: 'en', kind: 'display' as const }],
  }))))) as [Id, Id, Id, Id, Id]
  const alliance = newId()
  const facts = { parentId: null, foundedOn: null, foundedPrecision: null, purpose: {}, charter: {}, public: true, stated: {}, source: null, example: false, changedAt: now }
  await w.db.transaction().execute(async (db) => {
    await addAlliances(db, [{ id: alliance, organisationId: network, slug: 'silk', hostId: host, ...facts }])
    await addStandings(db, [{ id: newId(), allianceId: alliance, organisationId: zaozhuang, standing: 'member', fromOn: '2020-01-01', fromPrecision: 'day', untilOn: null, untilPrecision: null, source: null, example: false, recordedBy: house.id, recordedAt: now }])
  })
  const people = { li: await known(w.db, person('Li', { role: 'secretariat', at: host })), aisha: await known(w.db, person('Aisha', { role: 'director', at: sargodha })), wang: await known(w.db, person('Wang', { role: 'director', at: zaozhuang })), gulnara: await known(w.db, person('Gulnara', { role: 'director', at: osh })), teacher: await known(w.db, person('Teacher', { role: 'faculty', at: sargodha })) }
  return { ...w, alliance, places: { network, host, sargodha, zaozhuang, osh }, ...people }
}
export type Memberships = Awaited<ReturnType<typeof openMemberships>>

async function known(db: Database, viewer: Viewer): Promise<Viewer> {
  await db.insertInto('person').values({ id: viewer.id, name: viewer.name, nameNative: null, email: `${viewer.id}@example.org`, locale: 'en', passwordHash: null, source: null, example: false, createdAt: now, closedAt: null }).execute()
  return viewer
}

/** A paper, sent piece by piece and kept. */
export async function handIn(w: Memberships, id: Id, requirement: string) {
  const upload = newId()
  const bytes = new TextEncoder().encode(`%PDF-1.7 ${requirement}`)
  await w.ask(uploadsApi.begin, { body: { id: upload, name: `${requirement}.pdf`, size: bytes.length } })
  await w.ask(uploadsApi.piece, { params: { id: upload }, query: { offset: 0 }, file: new Blob([bytes]) })
  return w.ask(admissionApi.keepPaper, { params: { id, requirement }, body: { upload } })
}
