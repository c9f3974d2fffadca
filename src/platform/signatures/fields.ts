// Signature fields in a PDF: empty and visible before anyone signs, so that a later signature fills a field and changes nothing else.
import { PDF, PdfArray, type PdfDict, PdfName, PdfNumber, type PdfRef } from '@libpdf/core'

/** Where a field stands: the page from 0, the box in points from the lower left corner. */
export type Field = { name: string; page: number; box: Box }
export type Box = { x: number; y: number; width: number; height: number }

/** Adds the fields that are not there yet. Takes a PDF that nobody has signed; gives it whole. */
export async function placeFields(bytes: Uint8Array, fields: readonly Field[]): Promise<Uint8Array> {
  const pdf = await PDF.load(bytes)
  const form = pdf.getOrCreateForm()
  for (const { name, page: number, box } of fields) {
    if (form.getField(name)) continue
    const page = pdf.getPage(number)
    if (!page) throw new RangeError(`There is no page ${number + 1} for the field ${name}.`)
    const dict = form.createSignatureField(name).acroField()
    makeWidget(dict, page.ref, box)
    const resolve = pdf.context.registry.resolve.bind(pdf.context.registry)
    const annotations = page.dict.getArray('Annots', resolve)
    const ref = pdf.context.registry.getRef(dict)!
    if (annotations) annotations.push(ref)
    else page.dict.set('Annots', new PdfArray([ref]))
  }
  return pdf.save()
}

/** A field and its one widget are the same dictionary (ISO 32000-1, 12.7.4.5). */
function makeWidget(dict: PdfDict, page: PdfRef, { x, y, width, height }: Box): void {
  dict.delete('Kids')
  dict.set('Type', PdfName.of('Annot'))
  dict.set('Subtype', PdfName.of('Widget'))
  // Print, and locked in place.
  dict.set('F', PdfNumber.of(132))
  dict.set('P', page)
  dict.set('Rect', new PdfArray([x, y, x + width, y + height].map((point) => PdfNumber.of(point))))
}
