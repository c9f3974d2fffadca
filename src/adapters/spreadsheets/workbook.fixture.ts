// Workbooks made by hand for the tests: every byte is chosen, so that also wrong and hostile ones can be made.
import { crc32, deflateRawSync } from 'node:zlib'

interface Lie { compressed: Buffer; claimed: number }
export interface SheetFixture {
  name: string
  state?: string
  /** The rows; or `whole`, the whole part. */
  xml?: string
  /** After the rows: merged cells. */
  after?: string
  whole?: string
}

const head = '<?xml version="1.0" encoding="UTF-8"?>'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

export function workbookOf(sheets: SheetFixture[], more: Record<string, string | Lie> = {}, properties = ''): Uint8Array {
  const links = sheets.map((_, at) => `<Relationship Id="r${at + 1}" Type="${office}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`).join('')
  const others = ['sharedStrings', 'styles'].filter((part) => `xl/${part}.xml` in more).map((part) => `<Relationship Id="${part}" Type="${office}/${part}" Target="/xl/${part}.xml"/>`).join('')
  const listed = sheets.map(({ name, state }, at) => `<sheet name="${name}" sheetId="${at + 1}" r:id="r${at + 1}"${state ? ` state="${state}"` : ''}/>`).join('')
  return zipOf({
    '_rels/.rels': `${head}<Relationships><Relationship Id="r1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `${head}<workbook>${properties}<sheets>${listed}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${head}<Relationships>${links}${others}</Relationships>`,
    ...Object.fromEntries(sheets.map(({ xml = '', after = '', whole }, at) => [`xl/worksheets/sheet${at + 1}.xml`, whole ?? `${head}<worksheet><sheetData>${xml}</sheetData>${after}</worksheet>`])),
    ...more,
  })
}

/** A zip with deflated entries; an entry may lie about the size of what is inside. */
export function zipOf(entries: Record<string, string | Lie>): Uint8Array {
  const bodies: Buffer[] = []
  const listing: Buffer[] = []
  let offset = 0
  for (const [name, content] of Object.entries(entries)) {
    const raw = typeof content === 'string' ? Buffer.from(content) : null
    const body = raw ? deflateRawSync(raw) : (content as Lie).compressed
    const common = commonHeader(raw ? crc32(raw) : 0, body.length, raw ? raw.length : (content as Lie).claimed, name)
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), common, Buffer.from(name)])
    bodies.push(local, body)
    const central = Buffer.alloc(14)
    central.writeUInt32LE(offset, 10)
    listing.push(Buffer.from('PK\x01\x02'), Buffer.from([20, 0]), common, central, Buffer.from(name))
    offset += local.length + body.length
  }
  const list = Buffer.concat(listing)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(Object.keys(entries).length, 8)
  end.writeUInt16LE(Object.keys(entries).length, 10)
  end.writeUInt32LE(list.length, 12)
  end.writeUInt32LE(offset, 16)
  return new Uint8Array(Buffer.concat([...bodies, list, end]))
}

/** Version needed, flags, method, time, date, check sum, sizes, lengths: the same in both headers (APPNOTE 4.3.7, 4.3.12). */
function commonHeader(check: number, compressed: number, size: number, name: string): Buffer {
  const header = Buffer.alloc(26)
  header.writeUInt16LE(20, 0)
  header.writeUInt16LE(8, 4)
  header.writeUInt32LE(check, 10)
  header.writeUInt32LE(compressed, 14)
  header.writeUInt32LE(size, 18)
  header.writeUInt16LE(Buffer.byteLength(name), 22)
  return header
}
