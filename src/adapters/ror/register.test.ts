// The register as it is published, in every wrapping, whole and broken.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deflateRawSync, gzipSync } from 'node:zlib'
import { afterAll, expect, test } from 'vitest'
import { entryOf, readRor } from './register.ts'
import { Splitter } from './split.ts'

const folder = mkdtempSync(join(tmpdir(), 'ror-'))
afterAll(() => rmSync(folder, { recursive: true }))

const record = (id: string, name: string, more: object = {}) => ({
  id: `https://ror.org/${id}`, names: [{ value: name, types: ['ror_display', 'label'], lang: 'en' }], types: ['education'], status: 'active', established: 1905,
  domains: [], links: [{ type: 'website', value: 'https://www.passes.edu/' }], external_ids: [], relationships: [],
  locations: [{ geonames_id: 1, geonames_details: { country_code: 'CN', name: 'Kashgar', lat: 39.47, lng: 75.98 } }], ...more,
})
const two = [record('012345678', 'University of the "Passes" {and} [Roads] \\'), record('098765432', '帕米尔大学')]

async function read(name: string, bytes: Uint8Array | string) {
  const path = join(folder, name)
  writeFileSync(path, bytes)
  const seen = { names: [] as string[], problems: [] as string[] }
  for await (const { entries, problems } of readRor(path)) {
    seen.names.push(...entries.map(({ draft }) => draft.names[0]!.text))
    seen.problems.push(...problems.map(({ place, problem }) => `${place} ${problem}`))
  }
  return seen
}

const names = ['University of the "Passes" {and} [Roads] \\', '帕米尔大学']
const lines = two.map((one) => JSON.stringify(one)).join('\n')
test.each([
  ['JSON', JSON.stringify(two)], ['JSON on many lines', JSON.stringify(two, null, 2)], ['JSON with a mark before it', `\ufeff${JSON.stringify(two)}`],
  ['newline-delimited JSON', lines], ['gzip of JSON', gzipSync(JSON.stringify(two))], ['gzip of newline-delimited JSON', gzipSync(`${lines}\n`)],
  ['the zip it comes in', zip([['v1-ror-data.json', '[]'], ['ror-data_schema_v2.json', JSON.stringify(two, null, 1)], ['ror-data.csv', 'id']])],
])('reads %s', async (_, bytes) => expect(await read('register', bytes)).toEqual({ names, problems: [] }))

test('a record that cannot be read is reported by its place, and the others are read', async () => {
  const { names, problems } = await read('odd', ['{broken', JSON.stringify({ id: 'x', names: [] }), JSON.stringify(two[0])].join('\n'))
  expect(names).toHaveLength(1)
  expect(problems.map((problem) => problem.slice(0, 2))).toEqual(['1 ', '2 '])
})

test.each([
  ['what is no register', 'id,name\n1,x', 'ror.not-a-register'], ['nothing', '', 'ror.not-a-register'], ['another JSON', '[{"a":1}]', 'ror.not-a-register'],
  ['half a gzip', gzipSync(lines.repeat(50)).subarray(0, 300), 'ror.damaged'], ['half an array', JSON.stringify(two).slice(0, -30), 'ror.damaged'],
  ['a zip without a register', zip([['readme.txt', 'x']]), 'ror.no-register-inside'], ['a zip bomb', zip([['a.json', `[${' '.repeat(5_000_000)}]`]]), 'ror.too-large'],
])('%s is refused with the reason', async (_, bytes, reason) => expect(read('bad', bytes)).rejects.toMatchObject({ reason }))

test('a file that is not there is refused', async () =>
  expect(readRor(join(folder, 'nowhere'))[Symbol.asyncIterator]().next()).rejects.toMatchObject({ reason: 'ror.no-such-file' }))

test('objects are found wherever the bytes are cut', () => {
  const bytes = Buffer.from(JSON.stringify(two, null, 1))
  for (let size = 1; size < 40; size++) {
    const splitter = new Splitter(10_000)
    const pieces: string[] = []
    for (let at = 0; at < bytes.length; at += size) pieces.push(...splitter.take(bytes.subarray(at, at + size)))
    expect([...pieces, ...splitter.end()].map((piece) => JSON.parse(piece))).toEqual(two)
  }
})

test('a record is translated into our words', () => {
  const entry = entryOf(JSON.stringify(record('0086rpr26', 'University of Sargodha', {
    names: [{ value: 'UOS', types: ['acronym'], lang: null }, { value: 'جامعہ سرگودھا', types: ['label'], lang: 'ur' }, { value: 'University of Sargodha', types: ['label', 'ror_display'], lang: 'en' }],
    external_ids: [{ type: 'isni', all: ['0000 0004 0609 4693'], preferred: null }], status: 'withdrawn',
    relationships: [{ type: 'successor', id: 'https://ror.org/05x21tp94', label: 'x' }, { type: 'sibling', id: 'https://ror.org/05x21tp95' }],
  })))
  expect(entry).toMatchObject({
    ror: '0086rpr26', bonds: [{ kind: 'successor', ror: '05x21tp94' }],
    draft: {
      kind: 'university', status: 'withdrawn', country: 'CN', city: 'Kashgar', latitude: 39.47, domain: 'passes.edu',
      names: [{ text: 'University of Sargodha', lang: 'en', kind: 'display' }, { text: 'جامعہ سرگودھا', lang: 'ur', kind: 'label' }, { text: 'UOS', lang: null, kind: 'acronym' }],
      identifiers: [{ scheme: 'ror', value: '0086rpr26' }, { scheme: 'isni', value: '0000000406094693' }],
    },
  })
})

test.each([
  [['education'], '枣庄职业学院', 'vocational-college'], [['education', 'funder'], 'Технический университет', 'university'], [['education'], 'Trinity College', 'college'], [['education'], '中国科学院脑科学研究所', 'institute'],
  [['government', 'funder'], 'Ministry of Education', 'ministry'], [['facility'], 'Key Laboratory of Roads', 'laboratory'], [['funder'], 'Science Foundation', 'agency'], [['other'], 'X', 'other'],
])('%s called %s is a %s', (types, name, kind) => expect((entryOf(JSON.stringify(record('012345678', name, { types }))) as { draft: { kind: string } }).draft.kind).toBe(kind))

/** A small zip, deflated, as any program writes it (APPNOTE 6.3, sections 4.3.7, 4.3.12, 4.3.16). */
function zip(files: [name: string, text: string][]): Buffer {
  const parts: Buffer[] = []
  const central: Buffer[] = []
  for (const [name, text] of files) {
    const body = deflateRawSync(text)
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0); common.writeUInt16LE(8, 4); common.writeUInt32LE(crc(Buffer.from(text)), 10)
    common.writeUInt32LE(body.length, 14); common.writeUInt32LE(Buffer.byteLength(text), 18); common.writeUInt16LE(name.length, 22)
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(parts.reduce((sum, part) => sum + part.length, 0), 10)
    central.push(Buffer.from('PK\x01\x02\x14\x00'), common, tail, Buffer.from(name))
    parts.push(Buffer.from('PK\x03\x04'), common, Buffer.from(name), body)
  }
  const [before, listed] = [parts, central].map((list) => Buffer.concat(list)) as [Buffer, Buffer]
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1'); end.writeUInt16LE(files.length, 8); end.writeUInt16LE(files.length, 10); end.writeUInt32LE(listed.length, 12); end.writeUInt32LE(before.length, 16)
  return Buffer.concat([before, listed, end])
}

function crc(bytes: Buffer): number {
  let sum = ~0
  for (const byte of bytes) { sum ^= byte; for (let bit = 0; bit < 8; bit++) sum = (sum >>> 1) ^ (0xedb88320 & -(sum & 1)) }
  return ~sum >>> 0
}
