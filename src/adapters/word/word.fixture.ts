// Word files made by hand for the tests: every tag is chosen, so that also edited, wrong and hostile ones can be made.
import { text } from 'node:stream/consumers'
import { fromBufferPromise } from 'yauzl'
import { writeZip, type ZipPart } from '#platform/office/write-zip.ts'

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** `body` is what stands in `w:body`; `more` are parts beside it, or instead of it. */
export function wordOf(body: string, more: Record<string, ZipPart> = {}): Uint8Array {
  const parts = ['styles', 'numbering'].filter((part) => `word/${part}.xml` in more).map((part) => `<Relationship Id="${part}" Type="${office}/${part}" Target="${part}.xml"/>`).join('')
  return writeZip({
    '[Content_Types].xml': '<Types><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    '_rels/.rels': `<Relationships><Relationship Id="r1" Type="${office}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/_rels/document.xml.rels': `<Relationships>${parts}</Relationships>`,
    'word/document.xml': `<w:document xmlns:w="w" xmlns:r="r" xmlns:mc="mc" xmlns:a="a" xmlns:wps="wps"><w:body>${body}</w:body></w:document>`,
    ...more,
  })
}

export const t = (text: string, looks = ''): string => `<w:r>${looks ? `<w:rPr>${looks}</w:rPr>` : ''}<w:t xml:space="preserve">${text}</w:t></w:r>`
export const p = (inside: string, looks = ''): string => `<w:p>${looks ? `<w:pPr>${looks}</w:pPr>` : ''}${inside}</w:p>`
export const tbl = (...rows: string[][]): string => `<w:tbl>${rows.map((row) => `<w:tr>${row.map((cell) => `<w:tc>${cell}</w:tc>`).join('')}</w:tr>`).join('')}</w:tbl>`

/** What LibreOffice 7.4 makes of a file of ours when it is opened there and saved as Word: controls are gone, some bookmarks begin twice. */
export async function savedByLibreOffice(bytes: Uint8Array, edit: (xml: string) => string = (xml) => xml): Promise<Uint8Array> {
  const zip = await fromBufferPromise(Buffer.from(bytes))
  const files: Record<string, string> = {}
  for await (const entry of zip.eachEntry()) files[entry.fileName] = await text(await zip.openReadStreamPromise(entry))
  const xml = files['word/document.xml']!.replaceAll(/<w:sdt><w:sdtPr>.*?<\/w:sdtPr><w:sdtContent>|<\/w:sdtContent><\/w:sdt>/g, '').replace(/<w:bookmarkStart w:id="\d+" w:name="pmb_0"\/>/, '<w:bookmarkStart w:id="1" w:name="pmb_0"/>$&')
  return writeZip({ ...files, 'word/document.xml': edit(xml) })
}
