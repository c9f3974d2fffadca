// The text that was read and the paper that is signed are one; and the sealed file stays archival, with scans of ink in it. The same
// files were found to be PDF/A-3a by veraPDF 1.26; here is held what it objected to on the way.
import { PDF, PdfArray, type PdfDict, type PdfObject, PdfRef, PdfStream } from '@libpdf/core'
import { expect, test } from 'vitest'
import type { TextToSign } from '#domains/texts/negotiation-model.ts'
import { paperOf } from '#domains/texts/store.ts'
import { richOf } from '#platform/documents/rich.ts'
import { checkPdf } from '#platform/signatures/check.ts'
import { makeLeaf } from '#platform/signatures/issue.ts'
import { signPdf } from '#platform/signatures/sign.ts'
import { authority, signer } from '#platform/signatures/test-paper.ts'
import { paperFromText, type Sheet } from './sheet.ts'
import { textPaper } from './text-paper.ts'

const id = '00000000-0000-4000-8000-000000000001'
const text = {
  number: 3, languages: ['en', 'ur'], authentic: ['en', 'ur'], prevailing: 'en', hashes: { en: 'a'.repeat(64), ur: 'b'.repeat(64) },
  title: { en: 'Memorandum of Understanding on a Joint Research Centre', ur: 'مشترکہ تحقیقی مرکز کے قیام پر مفاہمت کی یادداشت' },
  articles: [{ id, number: '1', labels: { en: 'Article 1', ur: 'دفعہ 1' }, title: { en: richOf('Purpose'), ur: richOf('مقصد') }, clauses: [{ id, number: '1.1', wordings: { en: richOf('The parties open a centre.') } }] }],
} satisfies Partial<TextToSign>
const seat = { id, signingId: id, sideId: id, unit: null, title: 'Vice-Chancellor', rank: null }
const sheet: Sheet = {
  title: 'Memorandum', titleLang: 'en', sha256: null, code: 'ABCD-EFGH-JKLM', address: 'https://pamir.example/verify', at: '2026-03-02T20:30:00.000Z',
  organisations: new Map([[id, { id, country: 'PK', names: [{ text: 'University of Sargodha', lang: 'en', kind: 'display' }] } as never]]),
  seats: [{ ...seat, place: 0, field: 'signature-1', name: 'عائشہ خان' }, { ...seat, place: 1, field: 'signature-2', name: '李东升' }],
}

test('what is signed says everything that was read: which language prevails, and what is missing', () => {
  const read = paperOf(text, { layout: 'beside', madeAt: sheet.at, version: 3 })
  const signed = textPaper(text, sheet)
  expect(signed.blocks[0]).toEqual(read.blocks[0])
  expect([signed.header, signed.title, signed.pageNumber]).toEqual([read.header, read.title, read.pageNumber])
  expect(signed.blocks.slice(1).map(({ kind }) => kind)).toEqual(['signatures', 'facts', 'note', 'note', 'verification'])
})

test('sealed with scans it says that it is PDF/A-3a, each file says what it is, and every field what it shows', async () => {
  const at = new Date('2026-03-02T09:00:00Z')
  const by = signer(await makeLeaf(await authority(), 'University of Sargodha', 'PK', new Date('2026-01-01T00:00:00Z')))
  const once = await signPdf(await paperFromText(textPaper(text, sheet)), { signer: by, field: 'signature-1', shown: { name: 'عائشہ خان', nameLang: 'ur', lines: ['Vice-Chancellor'] }, at })
  const scans = [{ name: '1 scan.pdf', type: 'application/pdf', bytes: Buffer.from('%PDF-1.4 ink'), description: '李东升 (ink)' }, { name: '2 scan.jpg', type: 'image/jpeg', bytes: Buffer.from('ink'), description: '李东升 (ink)' }]
  const sealed = await signPdf(once, { signer: by, field: 'seal', shown: { name: 'Pamir', nameLang: 'en', lines: [] }, at, attachments: scans })
  expect((await checkPdf(sealed, at)).signatures.map(({ integrity, after }) => `${integrity} ${after}`)).toEqual(['valid signatures', 'valid nothing'])
  const pdf = await PDF.load(sealed)
  const resolve = pdf.context.registry.resolve.bind(pdf.context.registry)
  const follow = (one: PdfObject | undefined | null) => (one instanceof PdfRef ? resolve(one) : one)
  expect(Buffer.from((pdf.getCatalog().get('Metadata', resolve) as PdfStream).getDecodedData()).toString()).toMatch(/pdfaid:part>3<[\s\S]*pdfaid:conformance>A</)
  const files = [...pdf.getCatalog().getArray('AF', resolve)!].map((ref) => follow(ref) as PdfDict)
  expect(files.map((file) => [file.getName('AFRelationship')?.value, (file.getDict('EF', resolve)!.get('F', resolve) as PdfStream).getName('Subtype')?.value]))
    .toEqual([['Supplement', 'application/pdf'], ['Supplement', 'image/jpeg']])
  const widgets = pdf.getPages().flatMap(({ dict }) => [...(dict.getArray('Annots', resolve) ?? new PdfArray([]))].map((one) => follow(one) as PdfDict)).filter((one) => one.getName('Subtype')?.value === 'Widget')
  expect(widgets.map((widget) => [widget.getString('T')?.asString(), widget.getDict('AP', resolve)?.get('N', resolve) instanceof PdfStream]))
    .toEqual([['signature-1', true], ['signature-2', true], ['seal', false]])
})
