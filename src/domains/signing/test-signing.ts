// Two universities about to sign, for the tests: people who can prove who they are, a draft, and a PDF that was agreed to.
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PDF } from '@libpdf/core'
import { draftAgreement } from '#domains/agreements/actions.ts'
import { addOrganisations } from '#domains/organisations/actions.ts'
import { hashPassword } from '#platform/auth/passwords.ts'
import { house, type Viewer } from '#platform/auth/viewer.ts'
import type { Database } from '#platform/db/database.ts'
import type { Id } from '#platform/kinds.ts'
import { openVault } from '#platform/signatures/vault.ts'
import { person } from '#test/world.ts'
import { signingRoutes } from './routes.ts'

export const password = 'the pass of Khunjerab'
export const now = '2026-03-02T20:30:00.000Z'
export const data = mkdtempSync(join(tmpdir(), 'pamir-signing-'))
export const routes = () => signingRoutes({ vault: openVault(data), home: { publicUrl: 'https://pamir.example' } })

type Story = { sargodha: Id; zaozhuang: Id; ayesha: Viewer; wang: Viewer; secretary: Viewer; outsider: Viewer }

/** The two universities, a director of each who signs, a coordinator at Sargodha who may not, and someone from elsewhere. */
export async function peopleAndPlaces(db: Database): Promise<Story> {
  const [sargodha, zaozhuang, elsewhere] = (await db.transaction().execute((tx) => addOrganisations({ db: tx, viewer: house, now }, [
    { kind: 'university', country: 'PK', timeZone: 'Asia/Karachi', names: [{ text: 'University of Sargodha', lang: 'en', kind: 'display' }] },
    { kind: 'university', country: 'CN', timeZone: 'Asia/Shanghai', names: [{ text: 'Zaozhuang University', lang: 'en', kind: 'display' }, { text: '枣庄学院', lang: 'zh', kind: 'label' }] },
    { kind: 'university', country: 'TH', names: [{ text: 'Chiang Mai University', lang: 'en', kind: 'display' }] },
  ]))) as [Id, Id, Id]
  const ayesha = await addPerson(db, person('Ayesha Khan', { role: 'director', at: sargodha, country: 'PK' }), 'عائشہ خان')
  const wang = await addPerson(db, person('Wang Li', { role: 'signatory', at: zaozhuang, country: 'CN' }), '王丽')
  const secretary = await addPerson(db, person('Bilal', { role: 'coordinator', at: sargodha, country: 'PK' }), null)
  return { sargodha, zaozhuang, ayesha, wang, secretary, outsider: person('Niran', { role: 'director', at: elsewhere, country: 'TH' }) }
}

async function addPerson(db: Database, viewer: Viewer, nameNative: string | null): Promise<Viewer> {
  const passwordHash = await hashPassword(password)
  await db.insertInto('person').values({ id: viewer.id, name: viewer.name, nameNative, email: `${viewer.id}@example.org`, locale: 'en', passwordHash, source: null, example: false, createdAt: now, closedAt: null }).execute()
  return viewer
}

export const draftBetween = (db: Database, viewer: Viewer, ...parties: Id[]): Promise<Id> => draftOf(db, viewer, parties.map((organisationId) => ({ organisationId })))

export const draftOf = (db: Database, viewer: Viewer, parties: { organisationId: Id; unit?: string }[], more: object = {}): Promise<Id> => db.transaction().execute(async (tx) => {
  const draft = { kind: 'memorandum' as const, title: 'Memorandum of Understanding', titleLang: 'en', termKind: 'fixed' as const, termYears: 5, visibility: 'public' as const, parties, ...more }
  return (await draftAgreement({ db: tx, viewer, now, today: now.slice(0, 10) } as never, draft as never)).id
})

/** A PDF that was agreed to elsewhere. */
export async function agreedPdf(text = 'The parties open a joint centre.'): Promise<File> {
  const pdf = PDF.create()
  pdf.addPage({ size: 'a4' }).drawText(text, { x: 60, y: 760, size: 14 })
  return new File([Buffer.from(await pdf.save())], 'memorandum.pdf', { type: 'application/pdf' })
}
