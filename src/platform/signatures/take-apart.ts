// Finds the signatures in a PDF and what each of them covers.
import { createHash } from 'node:crypto'
import { PDF, type PdfDict, PdfNumber, type SignatureField } from '@libpdf/core'
import { chainFrom, describe } from './certificates.ts'
import type { Checked, CheckedSignature, validities } from './checked.ts'
import { pageMarks } from './page-marks.ts'
import { readStamp } from './stamp.ts'
import { verifyCms } from './verify-cms.ts'

type Range = [start: number, gap: number, resume: number, length: number]
type Found = { field: SignatureField; dict: PdfDict; range: Range | null; end: number }

/** Reads the PDF as it is, without a network and without trusting it. Throws when it is none. */
export async function takeApart(bytes: Uint8Array, now: Date): Promise<Checked> {
  const pdf = await PDF.load(bytes)
  const found = signaturesIn(pdf).toSorted((a, b) => a.end - b.end)
  const after = await whatCameAfter(bytes, found)
  const signatures = found.map((one, place) => look(bytes, one, after[place]!, now))
  return {
    pages: pdf.getPageCount(), sha256: createHash('sha256').update(bytes).digest('hex'), signatures,
    whole: found.length > 0 && signatures.at(-1)!.integrity !== 'partial' && found.at(-1)!.end === bytes.length,
  }
}

function signaturesIn(pdf: PDF): Found[] {
  const resolve = pdf.context.registry.resolve.bind(pdf.context.registry)
  return (pdf.getForm()?.getSignatureFields() ?? []).flatMap((field) => {
    const dict = field.getSignatureDict()
    if (!dict) return []
    const numbers = dict.getArray('ByteRange', resolve)?.toArray().map((one) => (one instanceof PdfNumber ? one.value : -1)) ?? []
    const range = numbers.length === 4 && numbers.every((one) => Number.isInteger(one) && one >= 0) ? (numbers as Range) : null
    return [{ field, dict, range, end: range ? range[2] + range[3] : 0 }]
  })
}

function look(bytes: Uint8Array, { field, dict, range }: Found, after: CheckedSignature['after'], now: Date): CheckedSignature {
  const text = (key: string) => dict.getString(key)?.asString() || null
  const cms = range && gapOf(bytes, range)
  const said = cms ? verifyCms(cms, [bytes.subarray(0, range[1]), bytes.subarray(range[2], range[2] + range[3])]) : null
  const certificate = said?.certificate ? describe(said.certificate) : null
  const stated = said?.statedAt ?? dateIn(text('M'))
  const stamped = said?.token && said.value ? readStamp(said.token, said.value) : null
  return {
    field: field.name, signer: text('Name') ?? certificate?.subject ?? null, reason: text('Reason'), place: text('Location'), statedAt: stated?.toISOString() ?? null,
    integrity: said?.integrity ?? 'partial', after, certificate,
    validThen: validity(certificate, stamped?.at ?? stated), validNow: validity(certificate, now),
    stamped: stamped && { at: stamped.at.toISOString(), by: stamped.by },
    chain: said?.certificate ? chainFrom(said.certificate, said.all).map((one) => describe(one).fingerprint) : [],
  }
}

/**
 * The signature's own bytes, when they are exactly what the range leaves out: from the first byte of the file, with nothing but
 * one hexadecimal string between. Anything else could hide content that nobody signed.
 */
function gapOf(bytes: Uint8Array, [start, gap, resume, length]: Range): Uint8Array | null {
  if (start !== 0 || resume <= gap || resume + length > bytes.length) return null
  const text = Buffer.from(bytes.subarray(gap, resume)).toString('latin1')
  return /^<[0-9A-Fa-f]+>$/.test(text) ? Buffer.from(text.slice(1, -1), 'hex') : null
}

/** Whether each signature was followed by nothing, by signatures alone, or by other content: the pages of both moments are compared. */
async function whatCameAfter(bytes: Uint8Array, found: Found[]): Promise<CheckedSignature['after'][]> {
  const last = found.at(-1)
  if (!last) return []
  const marks = await pageMarks(bytes)
  return Promise.all(found.map(async ({ end }) => {
    if (end === bytes.length) return 'nothing'
    if (last.end !== bytes.length) return 'content'
    return (await pageMarks(bytes.subarray(0, end)).catch(() => null)) === marks ? 'signatures' : 'content'
  }))
}

function validity(certificate: { from: string; until: string } | null, at: Date | null): typeof validities[number] {
  if (!certificate || !at) return 'unknown'
  return at < new Date(certificate.from) ? 'not-yet' : at > new Date(certificate.until) ? 'expired' : 'in-date'
}

/** `D:20251121143000+05'00'` (ISO 32000-1, 7.9.4). */
function dateIn(text: string | null): Date | null {
  const [, year, month = '01', day = '01', hour = '00', minute = '00', second = '00', sign, hours, minutes] =
    /^D:(\d{4})(\d\d)?(\d\d)?(\d\d)?(\d\d)?(\d\d)?(?:([+-])(\d\d)'?(\d\d)?'?|Z.*)?$/.exec(text ?? '') ?? []
  if (!year) return null
  const at = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}${sign ? `${sign}${hours}:${minutes ?? '00'}` : 'Z'}`)
  return Number.isNaN(at.getTime()) ? null : at
}
