// Sealed minutes are signed like an agreement: one file, each side's signature added to it with the certificate of its organisation, by a person
// who proves once more who they are. A correction is a paper of its own and is signed in the same way.
import { nameIn } from '#domains/organisations/model.ts'
import { organisationsById } from '#domains/organisations/store.ts'
import { proveAgain } from '#domains/people/actions.ts'
import { houseSigner, signerFor } from '#domains/signing/certificate-actions.ts'
import { newCode } from '#domains/signing/code-store.ts'
import { dayIn, timeIn } from '#platform/day-zones.ts'
import { scriptOf } from '#platform/documents/script.ts'
import { writePdf } from '#platform/documents/write-pdf.ts'
import type { Viewer } from '#platform/auth/viewer.ts'
import type { Reading } from '#platform/db/database.ts'
import { contentOf, keepContent } from '#platform/files/files.ts'
import type { Download } from '#platform/http/contract.ts'
import type { Doing } from '#platform/http/serve.ts'
import { countryName } from '#platform/i18n/format.ts'
import { type Id, newId } from '#platform/kinds.ts'
import { demand, found, type Refused } from '#platform/refusals.ts'
import { placeFields } from '#platform/signatures/fields.ts'
import { signPdf } from '#platform/signatures/sign.ts'
import type { Signer } from '#platform/signatures/cms.ts'
import type { Vault } from '#platform/signatures/vault.ts'
import type { Addendum, MinutesPaper } from './meeting-model.ts'
import { tellMeeting } from './meeting-actions.ts'
import { findMeeting, holdMeeting, type Sitting, zonesOf } from './meeting-store.ts'
import { fieldOf, minutesPaper } from './minutes-paper.ts'
import type { Side } from './model.ts'
import { sidesShown } from './session-file.ts'
import type { MeetingFile, MinutesSigning } from './session-model.ts'
import { whyNotIn } from './session-rules.ts'
import { whyNotSign } from './signing-rules.ts'

/** Where the page of verification is. */
export type Home = { publicUrl: string }

/** When minutes or a correction are sealed their paper is made; it never changes again but for the signatures added to it. */
export async function makePaper(at: Doing, { publicUrl }: Home, sitting: Sitting, addendum: Addendum | null): Promise<void> {
  const { meeting, held } = sitting
  const [minutes, rows, sides] = await Promise.all([
    at.db.selectFrom('minutes').selectAll().where('meetingId', '=', meeting.id).executeTakeFirstOrThrow(), at.db.selectFrom('minutesText').selectAll().where('meetingId', '=', meeting.id).orderBy('locale').execute(), sidesShown(at.db, held),
  ])
  // The language that prevails stands first.
  const prevailing = sitting.rules.rules.prevailing
  const texts = addendum ? [{ locale: scriptOf(addendum.text), text: addendum.text }] : rows.toSorted((a, b) => Number(b.locale === prevailing) - Number(a.locale === prevailing))
  const code = newCode()
  const paper = minutesPaper(sitting, { texts, hash: addendum?.hash ?? minutes.hash!, madeAt: at.now, sides, correction: addendum !== null, code, address: `${publicUrl}/verify` })
  const { bytes, fields } = await writePdf(paper)
  const paperSha256 = await keepContent(at.db, await placeFields(bytes, fields.map(({ name, page, x, y, width, height }) => ({ name, page, box: { x, y, width, height } }))))
  await at.db.insertInto('minutesPaper').values({ id: newId(), meetingId: meeting.id, addendumId: addendum?.id ?? null, code, paperSha256, headSha256: paperSha256, madeAt: at.now, signedAt: null }).execute()
}

export async function signMinutes(at: Doing, vault: Vault, id: Id, { sideId, addendumId, paperSha256, proof }: MinutesSigning): Promise<MeetingFile | Refused> {
  await findMeeting(at.db, at.viewer, id)
  const refused = await proveAgain(at, proof)
  if (refused) return refused
  const sitting = await holdMeeting(at.db, at.viewer, id)
  const { held } = sitting
  demand(whyNotIn('minutes', sitting, at.viewer))
  const paper = await paperOf(at.db, id, addendumId)
  const signed = await at.db.selectFrom('minutesSignature').select('sideId').where('paperId', '=', paper.id).execute()
  demand(whyNotSign({ judged: held, paper, signed }, sideId, paperSha256, at.viewer))
  const fileSha256 = await sign(at, vault, sitting, paper, held.sides.find((side) => side.id === sideId) ?? null)
  const whole = signed.length + 1 >= Math.max(1, held.sides.length)
  await at.db.updateTable('minutesPaper').set({ headSha256: fileSha256, signedAt: whole ? at.now : null }).where('id', '=', paper.id).execute()
  return tellMeeting(at, sitting, addendumId ? (whole ? 'addendum-signed-by-all' : 'addendum-signed') : whole ? 'minutes-signed-by-all' : 'minutes-signed', { side: sideId, sha256: fileSha256 })
}

/** Adds one signature to the file and writes down whose it is. */
async function sign(at: Doing, vault: Vault, { held, meeting }: Sitting, paper: MinutesPaper, side: Side | null): Promise<string> {
  const person = await at.db.selectFrom('person').select(['name', 'nameNative']).where('id', '=', at.viewer.id).executeTakeFirstOrThrow()
  const { signer, certificate, whose } = await signerOf(at, vault, side)
  const zone = (await zonesOf(at.db, held)).get(side?.id ?? '') ?? meeting.zone
  const name = person.nameNative ?? person.name
  const lines = [person.nameNative ? person.name : '', whose, `${dayIn(zone, at.now)} ${timeIn(zone, at.now)} (${zone})`, `Certificate: ${certificate}`].filter(Boolean)
  const { body } = await contentOf(at.db, { sha256: paper.headSha256, name: 'minutes.pdf', type: 'application/pdf' })
  const bytes = await signPdf(body as Uint8Array, { signer, field: fieldOf(side?.id ?? null), shown: { name, nameLang: scriptOf(name), lines }, reason: 'Minutes', at: new Date(at.now) })
  const fileSha256 = await keepContent(at.db, bytes)
  await at.db.insertInto('minutesSignature').values({ id: newId(), paperId: paper.id, sideId: side?.id ?? null, personId: at.viewer.id, name, certificate, at: at.now, fileSha256 }).execute()
  return fileSha256
}

/** An organisation signs with its own certificate; a nation, and a body without sides, under this installation's. */
async function signerOf(at: Doing, vault: Vault, side: Side | null): Promise<{ signer: Signer; certificate: string; whose: string }> {
  if (side?.organisationId) {
    const { signer, certificate } = await signerFor(at, vault, side.organisationId)
    const organisation = (await organisationsById(at.db, [side.organisationId])).get(side.organisationId)!
    return { signer, certificate: certificate.origin === 'installation' ? certificate.issuer : `${certificate.subject}, ${certificate.issuer}`, whose: nameIn(organisation, 'en') }
  }
  const whose = side?.country ? `Delegation of ${countryName(side.country, 'en')}` : ''
  return { signer: await houseSigner(at, vault, whose || at.viewer.name), certificate: 'Pamir, own authority of this installation', whose }
}

async function paperOf(db: Reading, meetingId: Id, addendumId: Id | null): Promise<MinutesPaper> {
  const papers = db.selectFrom('minutesPaper').selectAll().where('meetingId', '=', meetingId)
  return found(await (addendumId ? papers.where('addendumId', '=', addendumId) : papers.where('addendumId', 'is', null)).executeTakeFirst())
}

export async function openMinutesPaper(db: Reading, viewer: Viewer, id: Id, addendumId: Id | null): Promise<Download> {
  const sitting = await findMeeting(db, viewer, id)
  const { headSha256, signedAt } = await paperOf(db, id, addendumId)
  return contentOf(db, { sha256: headSha256, name: `minutes-${sitting.meeting.number}${addendumId ? '-correction' : ''}${signedAt ? '' : '-unsigned'}.pdf`, type: 'application/pdf' })
}
