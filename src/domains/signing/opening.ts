// A signing is opened: what is signed is fixed as a file, each side gets its places to sign and the clearances its rules ask for.
import { createHash } from 'node:crypto'
import { sidesOf } from '#domains/agreements/rules.ts'
import { type Held as HeldAgreement, holdAgreement } from '#domains/agreements/store.ts'
import { organisationsById } from '#domains/organisations/store.ts'
import { record } from '#platform/audit/journal.ts'
import { keepContent } from '#platform/files/files.ts'
import { typeOf } from '#platform/files/content.ts'
import type { Upload } from '#platform/http/contract.ts'
import type { Doing } from '#platform/http/serve.ts'
import { type Id, newId } from '#platform/kinds.ts'
import { demand, Refused } from '#platform/refusals.ts'
import { checkPdf } from '#platform/signatures/check.ts'
import type { ClearanceRow } from './clearance-model.ts'
import { needed } from './clearance-rules.ts'
import { addClearances, rulesOf } from './clearance-store.ts'
import { newCode } from './code-store.ts'
import { means, type Hashes, type SeatRow, type SigningFile, type SigningRow } from './model.ts'
import { whyNotOpen } from './rules.ts'
import { paperFromPdf, type Sheet } from './sheet.ts'
import { currentSigning, showSigning } from './store.ts'

/** Where the page of verification is. */
export type Home = { publicUrl: string }
type Signed = { bytes: (sheet: Omit<Sheet, 'title' | 'titleLang' | 'sha256'>) => Promise<Uint8Array>; hashes: Hashes; versionId: Id | null; versionNumber: number | null }

/** What is signed is a PDF that was brought. It must be one that nobody has signed. */
export async function openWithPdf(at: Doing, home: Home, agreementId: Id, { name, bytes }: Upload): Promise<SigningFile> {
  const held = await holdToOpen(at, agreementId)
  if (typeOf(bytes) !== 'application/pdf') throw new Refused('web.pdf-not-readable', { name }, 422)
  const { signatures } = await checkPdf(bytes, new Date(at.now))
  demand(signatures.length > 0 ? 'signing.upload-signed-already' : undefined)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  await keepContent(at.db, bytes)
  const { title, titleLang } = held.row
  return open(at, home, held, { hashes: { pdf: sha256 }, versionId: null, versionNumber: null, bytes: (sheet) => paperFromPdf(bytes, { ...sheet, title, titleLang, sha256 }) })
}

export async function holdToOpen(at: Doing, agreementId: Id): Promise<HeldAgreement> {
  const held = await holdAgreement(at.db, at.viewer, agreementId)
  demand(whyNotOpen({ draft: held.row.draft, parties: held.parties }, at.viewer, Boolean(await currentSigning(at.db, agreementId))))
  return held
}

export async function open(at: Doing, home: Home, held: HeldAgreement, signed: Signed): Promise<SigningFile> {
  const [id, code, agreementId] = [newId(), newCode(), held.row.id]
  const seats = seatsOf(id, held.parties)
  const organisations = await organisationsById(at.db, sidesOf(held.parties))
  const paper = await signed.bytes({ code, address: `${home.publicUrl}/verify`, at: at.now, seats, organisations })
  const paperSha256 = await keepContent(at.db, paper)
  const { hashes, versionId, versionNumber } = signed
  const row: SigningRow = {
    id, agreementId, versionId, versionNumber, hashes, title: held.row.title, paperSha256, headSha256: paperSha256, code, openedBy: at.viewer.id, openedAt: at.now,
    calledOffAt: null, calledOffBecause: null, sealedAt: null, sealedSha256: null,
  }
  await at.db.insertInto('signing').values(row).execute()
  await at.db.insertInto('signingSide').values(sidesOf(held.parties).map((sideId) => ({ signingId: id, sideId, accepts: [...means] }))).execute()
  await at.db.insertInto('signingSeat').values(seats).execute()
  await addClearances(at.db, await clearancesFor(at, id, held))
  await record(at, { what: 'signing.opened', about: agreementId, data: { code, version: versionNumber, hashes, paperSha256 } })
  return showSigning(at.db, at.viewer, row, at.today, at.now)
}

/** A place for each party as the record names it: witnesses sign at the ceremony, not here. */
const seatsOf = (signingId: Id, parties: HeldAgreement['parties']): SeatRow[] =>
  parties.filter(({ role }) => role !== 'witness').map(({ organisationId, unit, signatory, signatoryTitle }, place) =>
    ({ id: newId(), signingId, sideId: organisationId, place, unit, name: signatory, title: signatoryTitle, rank: null, field: `signature-${place + 1}` }))

async function clearancesFor(at: Doing, signingId: Id, { row, parties }: HeldAgreement): Promise<ClearanceRow[]> {
  const sides = sidesOf(parties)
  const organisations = await organisationsById(at.db, sides)
  const countries = new Map([...organisations].map(([id, { country }]) => [id, country]))
  const waiting = { state: 'waiting' as const, note: null, answeredBy: null, office: null, answeredAt: null }
  const all = await Promise.all(sides.map(async (sideId) => {
    const abroad = sides.some((other) => countries.get(other) !== countries.get(sideId))
    return needed(await rulesOf(at.db, sideId), row.kind, abroad).map(({ id: rule, version, step, title, place, effect, answeredBy, documents, usualDays, source }): ClearanceRow => ({
      id: newId(), signingId, sideId, rule, ruleVersion: version, step, title, place, effect: effect as 'block' | 'warn', answeredByWhom: answeredBy, documents, usualDays, source, ...waiting,
    }))
  }))
  return all.flat()
}
