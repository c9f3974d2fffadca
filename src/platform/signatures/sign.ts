// Signs a PDF: one signature, one incremental update, one visible field (ISO 32000-1, 12.8; PAdES B-B, with a time stamp B-T). What was there before
// stays byte for byte, so that earlier signatures go on holding.
import { createHash } from 'node:crypto'
import { PDF, PdfArray, PdfDict, PdfName, PdfNumber, PdfString } from '@libpdf/core'
import { drawField, type Shown } from './appearance.ts'
import { attach, type Attachment } from './attach.ts'
import { makeCms, type Signer } from './cms.ts'
import { addField, type Box, unseen } from './fields.ts'

export type Signing = {
  signer: Signer
  /** Visible and empty where `placeFields` put it; where there is none, one that nobody sees is added. */
  field: string
  shown: Shown
  reason?: string
  place?: string
  at: Date
  /** Files that go in with this signature and are covered by it. */
  attachments?: readonly Attachment[]
}

/** Room for the signature and the certificates above it, in bytes; a stamp brings the certificates of its authority along. */
const roomFor = ({ stamp }: Signer) => (stamp ? 32_768 : 16_384)
/** Ten digits: their place is known before their value. */
const unknown = 9_999_999_999

/** Gives the PDF with one signature more, which covers all of it. */
export async function signPdf(bytes: Uint8Array, { signer, field, shown, reason, place, at, attachments = [] }: Signing): Promise<Uint8Array> {
  const pdf = await PDF.load(bytes)
  const blocker = pdf.canSaveIncrementally()
  if (blocker) throw new Error(`This PDF cannot be signed: ${blocker}.`)
  attach(pdf, attachments, at)
  await fill(pdf, field, shown, signatureDict({ name: shown.name, reason, place, at, room: roomFor(signer) }))
  const saved = await pdf.save({ incremental: true })
  if (!startsWith(saved, bytes)) throw new Error('The PDF was written anew instead of being added to.')
  return complete(saved, bytes.length, signer)
}

async function fill(pdf: PDF, name: string, shown: Shown, signature: PdfDict): Promise<void> {
  const field = pdf.getForm()?.getField(name)
  if (field && field.type !== 'signature') throw new RangeError(`There is no signature field ${name}.`)
  const dict = field?.acroField() ?? addField(pdf, unseen(name))
  if (dict.has('V')) throw new RangeError(`The field ${name} is signed already.`)
  const box = boxOf(dict)
  if (box.width > 0) dict.set('AP', PdfDict.of({ N: (await pdf.embedPage(await PDF.load(drawField(shown, box)), 0)).ref }))
  dict.set('V', pdf.context.registry.register(signature))
}

function boxOf(field: PdfDict): Box {
  const [x = 0, y = 0, right = 0, top = 0] = (field.getArray('Rect')?.toArray() ?? []).map((point) => (point instanceof PdfNumber ? point.value : 0))
  return { x, y, width: right - x, height: top - y }
}

function signatureDict({ name, reason, place, at, room }: { name: string; reason: string | undefined; place: string | undefined; at: Date; room: number }): PdfDict {
  const dict = PdfDict.of({
    Type: PdfName.of('Sig'), Filter: PdfName.of('Adobe.PPKLite'), SubFilter: PdfName.of('ETSI.CAdES.detached'),
    ByteRange: new PdfArray([0, unknown, unknown, unknown].map((place_) => PdfNumber.of(place_))),
    Contents: PdfString.fromHex('00'.repeat(room)),
    Name: PdfString.fromString(name), M: PdfString.fromString(pdfDate(at)),
  })
  if (reason) dict.set('Reason', PdfString.fromString(reason))
  if (place) dict.set('Location', PdfString.fromString(place))
  return dict
}

/** `D:20251121093000Z`. */
const pdfDate = (at: Date) => `D:${at.toISOString().slice(0, 19).replace(/\D/g, '')}Z`

/** Finds the room left in what was added, says what is covered, signs it, and puts the signature there. */
async function complete(saved: Uint8Array, from: number, signer: Signer): Promise<Uint8Array> {
  const [bytes, room] = [Buffer.from(saved), roomFor(signer)]
  const digits = `${unknown}`
  const range = bytes.indexOf(`[0 ${digits} ${digits} ${digits}]`, from, 'latin1')
  const start = bytes.indexOf(`<${'0'.repeat(room * 2)}>`, from, 'latin1')
  if (range < 0 || start < 0) throw new Error('The room for the signature was not found.')
  const end = start + room * 2 + 2
  const covered = [start, end, bytes.length - end].map((place) => `${place}`.padEnd(digits.length)).join(' ')
  bytes.write(`[0 ${covered}]`, range, 'latin1')
  const digest = createHash('sha256').update(bytes.subarray(0, start)).update(bytes.subarray(end)).digest()
  const cms = Buffer.from(await makeCms(signer, digest)).toString('hex')
  if (cms.length > room * 2) throw new RangeError('The certificates are longer than the room for a signature.')
  bytes.write(cms, start + 1, 'latin1')
  return bytes
}

const startsWith = (whole: Uint8Array, start: Uint8Array) => Buffer.compare(whole.subarray(0, start.length), start) === 0
