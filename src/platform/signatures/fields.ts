// Signature fields in a PDF: empty and visible before anyone signs, so that a later signature fills a field and changes nothing else.
import { PDF, PdfArray, PdfDict, PdfName, PdfNumber, type PdfRef, PdfStream } from '@libpdf/core'

/** Where a field stands: the page from 0, the box in points from the lower left corner. */
export type Field = { name: string; page: number; box: Box }
export type Box = { x: number; y: number; width: number; height: number }

/** Adds the fields that are not there yet. Takes a PDF that nobody has signed; gives it whole. */
export async function placeFields(bytes: Uint8Array, fields: readonly Field[]): Promise<Uint8Array> {
  const pdf = await PDF.load(bytes)
  for (const field of fields) if (!pdf.getForm()?.getField(field.name)) addField(pdf, field)
  return pdf.save()
}

/** A field that nobody sees, for a seal: it has no size (ISO 32000-1, 12.7.4.5). */
export const unseen = (name: string): Field => ({ name, page: 0, box: { x: 0, y: 0, width: 0, height: 0 } })

export function addField(pdf: PDF, { name, page: number, box }: Field): PdfDict {
  const page = pdf.getPage(number)
  if (!page) throw new RangeError(`There is no page ${number + 1} for the field ${name}.`)
  const { registry } = pdf.context
  const dict = pdf.getOrCreateForm().createSignatureField(name).acroField()
  makeWidget(dict, page.ref, box)
  if (box.width > 0) dict.set('AP', PdfDict.of({ N: registry.register(nothingIn(box)) }))
  const annotations = page.dict.getArray('Annots', registry.resolve.bind(registry))
  const ref = registry.getRef(dict)!
  if (annotations) annotations.push(ref)
  else page.dict.set('Annots', new PdfArray([ref]))
  return dict
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

/** PDF/A wants every field that has a size to say what it shows (ISO 19005-2, 6.3.3): before it is signed, nothing. */
const nothingIn = ({ width, height }: Box): PdfStream => PdfStream.fromDict({
  Type: PdfName.of('XObject'), Subtype: PdfName.of('Form'), BBox: new PdfArray([0, 0, width, height].map((point) => PdfNumber.of(point))), Resources: new PdfDict(),
}, new Uint8Array())
