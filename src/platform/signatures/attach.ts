// Files that go into a PDF, as PDF/A-3 wants them: each says what it is to the document, and the document names each (ISO 19005-3, 6.8).
import { type PDF, PdfArray, PdfDict, PdfName, type PdfObject, PdfRef, PdfStream } from '@libpdf/core'

export type Attachment = { name: string; type: string; bytes: Uint8Array; description: string }

export function attach(pdf: PDF, attachments: readonly Attachment[], at: Date): void {
  if (attachments.length === 0) return
  for (const { name, type, bytes, description } of attachments) pdf.addAttachment(name, bytes, { mimeType: type, description, createdAt: at, modifiedAt: at })
  const { registry } = pdf.context
  const resolve = registry.resolve.bind(registry)
  const catalog = pdf.getCatalog()
  const files = catalog.getDict('Names', resolve)?.getDict('EmbeddedFiles', resolve)
  if (!files) throw new Error('The files are not where a PDF keeps them.')
  const specs = specsIn(files, resolve)
  for (const { spec } of specs) {
    spec.set('AFRelationship', PdfName.of('Supplement'))
    const type = attachments.find(({ name }) => name === spec.getString('UF')?.asString())?.type
    const file = spec.getDict('EF', resolve)?.get('F', resolve)
    if (type && file instanceof PdfStream) file.set('Subtype', PdfName.of(type))
  }
  catalog.set('AF', new PdfArray(specs.map(({ ref }) => ref)))
}

type Resolve = (ref: PdfRef) => PdfObject | null

/** Every file in the tree of names, whether its root has them or its branches. */
function specsIn(node: PdfDict, resolve: Resolve): { ref: PdfRef; spec: PdfDict }[] {
  const here = [...(node.getArray('Names', resolve) ?? [])].flatMap((one) => {
    const spec = one instanceof PdfRef ? resolve(one) : null
    return one instanceof PdfRef && spec instanceof PdfDict ? [{ ref: one, spec }] : []
  })
  const below = [...(node.getArray('Kids', resolve) ?? [])].map((kid) => (kid instanceof PdfRef ? resolve(kid) : kid))
  return [...here, ...below.flatMap((kid) => (kid instanceof PdfDict ? specsIn(kid, resolve) : []))]
}
