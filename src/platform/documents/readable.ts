// Makes the Urdu of a PDF readable to machines: its words are pictures with plain letters unseen upon them (`paper.typ`), and here the
// pieces of each picture say that together they are no more than a space (ISO 32000-1, 14.9.4).
import { deflateSync } from 'node:zlib'
import { PDF, PdfArray, PdfName, PdfRef, PdfStream } from '@libpdf/core'

/** Of a file that the typesetter has just written: its lines are known. */
export async function readable(bytes: Uint8Array): Promise<Uint8Array> {
  const pdf = await PDF.load(bytes)
  const { registry } = pdf.context
  for (const page of pdf.getPages()) {
    const content = page.dict.get('Contents')
    for (const part of content instanceof PdfArray ? content : [content]) {
      const stream = part instanceof PdfRef ? registry.resolve(part) : part
      if (stream instanceof PdfStream) replace(stream, silenced(Buffer.from(stream.getDecodedData()).toString('latin1')))
    }
  }
  // What the file says of itself stays legible to whoever looks into it without unpacking.
  return pdf.save({ compressStreams: false })
}

function replace(stream: PdfStream, content: string): void {
  stream.setData(deflateSync(Buffer.from(content, 'latin1')))
  stream.set('Filter', PdfName.of('FlateDecode'))
}

const begins = /^\/\w+ BMC$|^\/\w+ <<[\s\S]*?>> BDC$|^EMC$/gm
const space = '/Artifact BMC\n/Span <</ActualText <FEFF0020>>> BDC'

/** Each picture of a word as one piece; what its parts said of themselves goes. */
export function silenced(content: string): string {
  let [out, from, depth, within] = ['', 0, 0, 0]
  for (const { 0: mark, index } of content.matchAll(begins)) {
    const between = content.slice(from, index)
    from = index + mark.length
    depth += mark === 'EMC' ? -1 : 1
    if (within === 0 && mark === '/Artifact BMC') {
      out += between + space
      within = depth
    } else if (within === 0) {
      out += between + mark
    } else if (depth < within) {
      out += `${between}EMC\nEMC`
      within = 0
    } else {
      out += between
    }
  }
  return out + content.slice(from)
}
