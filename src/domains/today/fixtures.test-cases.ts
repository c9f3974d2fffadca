// Two universities, their people, and the doors that a day is made of.
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { addAgreements } from '#domains/agreements/actions.ts'
import type { BulkDraft } from '#domains/agreements/model.ts'
import { commitmentRoutes } from '#domains/commitments/routes.ts'
import { confirmationRoutes } from '#domains/confirmations/routes.ts'
import { addOrganisations } from '#domains/organisations/actions.ts'
import { signingRoutes } from '#domains/signing/routes.ts'
import { house, stranger, type Viewer } from '#platform/auth/viewer.ts'
import { mountSecretDocument } from '#platform/http/secret-documents.ts'
import type { Id } from '#platform/kinds.ts'
import { openVault } from '#platform/signatures/vault.ts'
import { person, world } from '#test/world.ts'
import { feedAddress, feedSite } from './calendar-feed.ts'
import { todayRoutes } from './routes.ts'

const clock = '2026-03-02T09:00:00.000Z'
const home = { publicUrl: 'https://pamir.example.org', name: 'Pamir', post: { smtp: null, from: 'Pamir <pamir@localhost>' } }

export async function openDay() {
  const known = new Map<Id, Viewer>()
  const here = await world([...confirmationRoutes(home), ...commitmentRoutes, ...todayRoutes(home), ...signingRoutes({ vault: openVault(mkdtempSync(join(tmpdir(), 'pamir-day-'))), home })], clock, (server, { db }) => mountSecretDocument(server, feedAddress, feedSite({ ...home, db, viewerOf: async (id) => known.get(id) ?? stranger, clock: () => new Date(clock) })))
  const hand = { viewer: house, now: clock }
  const [sargodha, zaozhuang, lanzhou] = await here.db.transaction().execute((db) => addOrganisations({ db, ...hand }, [['University of Sargodha', 'PK', 'Asia/Karachi'], ['Zaozhuang University', 'CN', 'Asia/Shanghai'], ['Lanzhou University', 'CN', 'Asia/Shanghai']]
    .map(([text, country, timeZone]) => ({ kind: 'university', country: country!, timeZone: timeZone!, names: [{ text: text!, lang: 'en', kind: 'display' as const }] })))) as [Id, Id, Id]
  const people = {
    ayesha: person('Ayesha', { role: 'director', at: sargodha }), bilal: person('Bilal', { role: 'student', at: sargodha }),
    wang: person('Wang', { role: 'director', at: zaozhuang }), li: person('Li', { role: 'director', at: lanzhou }),
  }
  for (const one of Object.values(people)) {
    const { id, name } = one
    known.set(id, one)
    await here.db.insertInto('person').values({ id, name, nameNative: null, email: `${name.toLowerCase()}@example.org`, locale: 'en', passwordHash: null, source: null, example: false, createdAt: clock, closedAt: null }).execute()
  }
  const agreement = (more: Partial<BulkDraft> = {}) => here.db.transaction().execute(async (db) => (await addAgreements({ db, ...hand }, [{
    kind: 'memorandum', title: 'Joint Lithium Battery Research Centre', signedOn: '2025-12-02', signedPrecision: 'day', termKind: 'fixed', termYears: 5,
    parties: [{ organisationId: sargodha }, { organisationId: zaozhuang }], ...more,
  }]))[0]!)
  return { ...here, clock, places: { sargodha, zaozhuang, lanzhou }, people, agreement }
}
