// The verbs of signing. Each is one transaction that holds the agreement: prove, hold, demand, sign, record, and the last one seals.
import { proveAgain } from '#domains/people/actions.ts'
import { nameIn } from '#domains/organisations/model.ts'
import { findOrganisation } from '#domains/organisations/store.ts'
import { scriptOf } from '#platform/documents/script.ts'
import { record } from '#platform/audit/journal.ts'
import { json } from '#platform/db/database.ts'
import { keepContent } from '#platform/files/files.ts'
import { typeOf } from '#platform/files/content.ts'
import { withoutTraces } from '#platform/files/photographs.ts'
import type { Upload } from '#platform/http/contract.ts'
import { dayIn, timeIn, zoneOf } from '#platform/day-zones.ts'
import type { Doing } from '#platform/http/serve.ts'
import { type Id, newId } from '#platform/kinds.ts'
import { demand, found, Refused } from '#platform/refusals.ts'
import { checkPdf } from '#platform/signatures/check.ts'
import type { Checked } from '#platform/signatures/checked.ts'
import { samePages } from '#platform/signatures/page-marks.ts'
import { signPdf } from '#platform/signatures/sign.ts'
import type { Vault } from '#platform/signatures/vault.ts'
import { signerFor } from './certificate-actions.ts'
import { whyNotCleared } from './clearance-rules.ts'
import { clearancesOf } from './clearance-store.ts'
import type { InkDraft, Means, SeatDraft, SignatureRow, SignDraft, SigningFile, UploadDraft } from './model.ts'
import { whyNotAccept, whyNotArrange, whyNotSign, whyNotTake } from './rules.ts'
import { bytesOf, sealIfComplete, startsWith } from './sealing.ts'
import { authoritiesOf, type Held, holdSigning, mustSee, showSigning } from './store.ts'
import { mustBeTheText } from './text-desk.ts'

/** What a side accepts of the others, and uses itself. */
export async function accept(at: Doing, agreementId: Id, sideId: Id, accepts: Means[]): Promise<SigningFile> {
  const held = await holdSigning(at.db, at.viewer, agreementId)
  demand(whyNotArrange(sideId, judged(held), at.viewer) ?? whyNotAccept(accepts, held.signed))
  await at.db.updateTable('signingSide').set({ accepts }).where('signingId', '=', held.signing.id).where('sideId', '=', sideId).execute()
  await record(at, { what: 'signing.accepts', about: agreementId, data: { side: sideId, accepts } })
  return show(at, held)
}

/** Who will sign in this place, in what rank. */
export async function nameSeat(at: Doing, agreementId: Id, seatId: Id, seat: SeatDraft): Promise<SigningFile> {
  const held = await holdSigning(at.db, at.viewer, agreementId)
  const before = found(held.seats.find(({ id }) => id === seatId))
  demand(whyNotArrange(before.sideId, judged(held), at.viewer))
  await at.db.updateTable('signingSeat').set(seat).where('id', '=', seatId).execute()
  await record(at, { what: 'signing.seat-named', about: agreementId, data: { name: seat.name, rank: seat.rank } })
  return show(at, held)
}

/** Signs here, with the organisation's certificate, for the person who is signed in and proves it once more. */
export async function signHere(at: Doing, vault: Vault, agreementId: Id, draft: SignDraft): Promise<SigningFile | Refused> {
  await mustSee(at.db, at.viewer, agreementId)
  const refused = await proveAgain(at, draft.proof)
  if (refused) return refused
  const { held, seat, authority } = await holdToSign(at, agreementId, draft.seatId, 'electronic', draft.paperSha256)
  const [person, organisation] = [await at.db.selectFrom('person').select(['name', 'nameNative']).where('id', '=', at.viewer.id).executeTakeFirstOrThrow(), await findOrganisation(at.db, seat.sideId)]
  const { signer, certificate } = await signerFor(at, vault, seat.sideId)
  const [name, zone, title] = [person.nameNative ?? person.name, zoneOf(organisation), draft.title ?? seat.title]
  const lang = scriptOf(name)
  const lines = [
    [person.nameNative ? person.name : null, title].filter(Boolean).join(' · '), nameIn(organisation, lang),
    `${dayIn(zone, at.now)} ${timeIn(zone, at.now)} (${zone})`, certificate.origin === 'installation' ? `Certificate: ${certificate.issuer}` : `Certificate: ${certificate.subject}, ${certificate.issuer}`,
  ].filter(Boolean)
  const head = await bytesOf(at, held.signing.headSha256)
  const bytes = await signPdf(head, { signer, field: seat.field, shown: { name, nameLang: lang, lines }, reason: held.signing.title, ...(draft.place && { place: draft.place }), at: new Date(at.now) })
  const headSha256 = await keepContent(at.db, bytes)
  return sign(at, vault, { ...held, signing: { ...held.signing, headSha256 } }, {
    ...blank, seatId: seat.id, sideId: seat.sideId, means: 'electronic', personId: at.viewer.id, name, title, rank: seat.rank, ...authority, signedAt: at.now, signedOn: dayIn(zone, at.now), zone,
    place: draft.place, beforeSha256: held.signing.headSha256, fileSha256: headSha256, fileType: 'application/pdf', certificateId: certificate.id,
  })
}

/** Takes the paper as it was signed elsewhere: it must be this paper, signed, with nothing else changed. */
export async function takeSigned(at: Doing, vault: Vault, agreementId: Id, draft: UploadDraft, { name: fileName, bytes }: Upload): Promise<SigningFile> {
  const { held, seat, authority } = await holdToSign(at, agreementId, draft.seatId, 'uploaded', draft.paperSha256)
  const paper = await bytesOf(at, held.signing.paperSha256)
  demand(startsWith(bytes, paper) ? undefined : 'signing.upload-another-paper')
  const checked = await checkPdf(bytes, new Date(at.now))
  const known = await alreadyThere(at, held)
  const fresh = checked.signatures.filter(({ field, certificate, statedAt }) => !known.has(`${field} ${certificate?.fingerprint} ${statedAt}`))
  demand(whyNotTake(fresh, { openedAt: held.signing.openedAt, now: at.now }))
  demand(checked.whole && await samePages(paper, bytes) ? undefined : 'signing.upload-changed')
  const fileSha256 = await keepContent(at.db, bytes)
  const extended = startsWith(bytes, await bytesOf(at, held.signing.headSha256))
  const zone = zoneOf(await findOrganisation(at.db, seat.sideId))
  const stated = fresh.at(-1)!.statedAt
  const signedAt = stated && stated < at.now ? stated : at.now
  return sign(at, vault, { ...held, signing: { ...held.signing, headSha256: extended ? fileSha256 : held.signing.headSha256 } }, {
    ...blank, seatId: seat.id, sideId: seat.sideId, means: 'uploaded', name: draft.name, title: draft.title ?? seat.title, rank: seat.rank, ...authority, signedAt, signedOn: dayIn(zone, signedAt), zone,
    place: draft.place ?? null, beforeSha256: held.signing.paperSha256, fileSha256, fileName, fileType: 'application/pdf', checked: { ...checked, signatures: fresh } satisfies Checked,
  })
}

/** Records ink: the scan, where and when, how many originals and where each is kept. */
export async function recordInk(at: Doing, vault: Vault, agreementId: Id, draft: InkDraft, { name: fileName, bytes }: Upload): Promise<SigningFile> {
  const { held, seat, authority } = await holdToSign(at, agreementId, draft.seatId, 'ink', draft.paperSha256)
  const fileType = typeOf(bytes)
  if (!fileType || !/^(application\/pdf|image\/)/.test(fileType)) throw new Refused('signing.scan-not-kept', { name: fileName }, 415)
  const zone = zoneOf(await findOrganisation(at.db, seat.sideId))
  demand(draft.signedOn > dayIn(zone, at.now) ? 'signing.signed-in-future' : undefined)
  return sign(at, vault, held, {
    ...blank, seatId: seat.id, sideId: seat.sideId, means: 'ink', name: draft.name, title: draft.title ?? seat.title, rank: seat.rank, ...authority, signedAt: at.now, signedOn: draft.signedOn, zone,
    place: draft.place, beforeSha256: held.signing.paperSha256, fileSha256: await keepContent(at.db, withoutTraces(bytes, fileType).bytes), fileName, fileType, originals: draft.keptAt, seal: draft.seal ?? null,
  })
}

const blank = { fileName: null, certificateId: null, checked: null, originals: null, seal: null, personId: null }
const judged = (held: Held) => ({ ...held.signing, parties: held.parties, signed: held.signed, accepts: held.accepts })
const show = (at: Doing, { signing }: Pick<Held, 'signing'>) => showSigning(at.db, at.viewer, signing, at.today, at.now)

/** Holds what is signed and asks every rule: whose place, what was seen, clearances, authority, and that the text is still the one agreed. */
async function holdToSign(at: Doing, agreementId: Id, seatId: Id, by: Means, seen: string) {
  const held = await holdSigning(at.db, at.viewer, agreementId)
  const seat = found(held.seats.find(({ id }) => id === seatId))
  demand(whyNotSign(seat, by, seen, judged(held), at.viewer))
  await mustBeTheText(at.db, held.signing)
  demand(whyNotCleared(await clearancesOf(at.db, held.signing.id), seat.sideId))
  const authority = (await authoritiesOf(at.db, held.signing, [seat], dayIn(zoneOf(await findOrganisation(at.db, seat.sideId)), at.now)))[0]!
  demand(authority.status === 'blocks' ? 'signing.no-authority' : undefined)
  const by_ = authority.delegationId ? 'delegation' as const : by === 'electronic' ? 'office' as const : 'stated' as const
  return { held, seat, authority: { authority: by_, delegationId: authority.delegationId } }
}

type Given = Omit<SignatureRow, 'id' | 'signingId' | 'hashes' | 'recordedBy' | 'office' | 'recordedAt'>
async function sign(at: Doing, vault: Vault, held: Held, given: Given): Promise<SigningFile> {
  const { signing } = held
  const row: SignatureRow = { ...given, id: newId(), signingId: signing.id, hashes: signing.hashes, recordedBy: at.viewer.id, office: at.viewer.acting, recordedAt: at.now }
  await at.db.insertInto('signature').values({ ...row, originals: row.originals && (json(row.originals) as never) }).execute()
  await at.db.updateTable('signing').set({ headSha256: signing.headSha256 }).where('id', '=', signing.id).execute()
  const { means, name, title, signedOn, place, hashes, fileSha256, sideId } = row
  await record(at, { what: 'signing.signed', about: signing.agreementId, data: { means, name, title, side: sideId, signedOn, place, hashes, fileSha256 } })
  return show(at, { signing: await sealIfComplete(at, vault, signing) })
}

/** The signatures in the file as it lies here, which an upload brings along. */
async function alreadyThere(at: Doing, { signing }: Held): Promise<Set<string>> {
  const { signatures } = await checkPdf(await bytesOf(at, signing.headSha256), new Date(at.now))
  return new Set(signatures.map(({ field, certificate, statedAt }) => `${field} ${certificate?.fingerprint} ${statedAt}`))
}

