// What a photograph tells beside its picture is gone before it is kept, and the picture is the same.
import { expect, test } from 'vitest'
import { typeOf } from './content.ts'
import { withoutTraces } from './photographs.ts'

/** Exif as a phone writes it: which way is up, the maker, and a table of where it was taken. */
function exif(orientation = 6): Buffer {
  const tiff = Buffer.alloc(86)
  tiff.write('MM', 0, 'latin1'); tiff.writeUInt16BE(42, 2); tiff.writeUInt32BE(8, 4); tiff.writeUInt16BE(3, 8)
  const entry = (at: number, tag: number, type: number, count: number, value: number, short = false) => {
    tiff.writeUInt16BE(tag, at); tiff.writeUInt16BE(type, at + 2); tiff.writeUInt32BE(count, at + 4)
    if (short) tiff.writeUInt16BE(value, at + 8); else tiff.writeUInt32BE(value, at + 8)
  }
  entry(10, 0x010f, 2, 8, 50); entry(22, 0x0112, 3, 1, orientation, true); entry(34, 0x8825, 4, 1, 58)
  tiff.write('Telefon\0', 50, 'latin1')
  tiff.writeUInt16BE(1, 58); entry(60, 0x0002, 5, 1, 76); tiff.writeUInt32BE(3208, 76); tiff.writeUInt32BE(100, 80)
  return tiff
}
const segment = (marker: number, body: Buffer) => Buffer.concat([Buffer.from([0xff, marker, (body.length + 2) >> 8, (body.length + 2) & 255]), body])
const scan = Buffer.concat([segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])), Buffer.from([1, 2, 0xff, 0x00, 3, 0xff, 0xd0, 4])])
const jpeg = (...segments: Buffer[]) => Buffer.concat([Buffer.from([0xff, 0xd8]), ...segments, segment(0xdb, Buffer.alloc(65)), scan, Buffer.from([0xff, 0xd9])])
const chunk = (name: string, body: Buffer) => { const head = Buffer.alloc(8); head.writeUInt32BE(body.length); head.write(name, 4, 'latin1'); return Buffer.concat([head, body, Buffer.alloc(4)]) }
const riff = (name: string, body: Buffer) => { const head = Buffer.alloc(8); head.write(name, 0, 'latin1'); head.writeUInt32LE(body.length, 4); return Buffer.concat([head, body, Buffer.alloc(body.length % 2)]) }

test('a JPEG loses its place, its camera, its remarks and the picture hidden behind it, and keeps which way is up', () => {
  const traced = Buffer.concat([jpeg(segment(0xe0, Buffer.from('JFIF\0')), segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0'), exif()])), segment(0xe1, Buffer.from('http://ns.adobe.com/xap/1.0/\0<x:xmpmeta/>')), segment(0xfe, Buffer.from('Sargodha'))), jpeg(segment(0xe1, exif()))])
  const { bytes, stripped } = withoutTraces(traced, 'image/jpeg')
  expect(stripped.toSorted()).toEqual(['appended', 'camera', 'location', 'text'])
  const text = Buffer.from(bytes).toString('latin1')
  for (const trace of ['Telefon', 'Sargodha', 'xmpmeta']) expect(text).not.toContain(trace)
  expect(Buffer.from(bytes).includes(scan)).toBe(true)
  expect(typeOf(bytes)).toBe('image/jpeg')
  // What is kept is itself without traces, and still says which way is up.
  expect(text).toContain('Exif\0\0MM')
  expect(Buffer.from(withoutTraces(bytes, 'image/jpeg').bytes)).toEqual(Buffer.from(bytes))
  expect(Buffer.from(bytes).length).toBeLessThan(traced.length / 2 + 40)
})

test('a picture that tells nothing comes back byte for byte', () => {
  const plain = jpeg(segment(0xe0, Buffer.from('JFIF\0')), segment(0xe2, Buffer.from('ICC_PROFILE\0\x01\x01')))
  expect(withoutTraces(plain, 'image/jpeg')).toEqual({ bytes: plain, stripped: [] })
  expect(withoutTraces(Buffer.from('%PDF-1.7'), 'application/pdf').stripped).toEqual([])
})

test('a PNG and a WebP lose the same', () => {
  const png = Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), chunk('IHDR', Buffer.alloc(13)), chunk('eXIf', exif()), chunk('tEXt', Buffer.from('Author\0Bilal')), chunk('IDAT', Buffer.from([9])), chunk('IEND', Buffer.alloc(0))])
  const clean = withoutTraces(png, 'image/png')
  expect(clean.stripped.toSorted()).toEqual(['camera', 'location', 'text'])
  expect(Buffer.from(clean.bytes).toString('latin1').match(/IHDR|eXIf|tEXt|IDAT|IEND/g)).toEqual(['IHDR', 'IDAT', 'IEND'])
  const body = Buffer.concat([riff('VP8X', Buffer.from([0b1100, 0, 0, 0, 1, 0, 0, 1, 0, 0])), riff('VP8 ', Buffer.from([7])), riff('EXIF', exif()), riff('XMP ', Buffer.from('<x/>'))])
  const webp = Buffer.concat([riff('RIFF', Buffer.concat([Buffer.from('WEBP'), body]))])
  const bare = Buffer.from(withoutTraces(webp, 'image/webp').bytes)
  expect([bare.readUInt32LE(4), bare[20], bare.includes('EXIF'), typeOf(bare)]).toEqual([bare.length - 8, 0, false, 'image/webp'])
})

test('a TIFF keeps its length and loses what its tables hold; what is cut short breaks nothing', () => {
  const { bytes, stripped } = withoutTraces(exif(), 'image/tiff')
  expect([bytes.length, stripped.toSorted(), Buffer.from(bytes).includes('Telefon'), Buffer.from(bytes).readUInt32BE(76)]).toEqual([86, ['camera', 'location'], false, 0])
  for (const type of ['image/jpeg', 'image/png', 'image/webp', 'image/tiff']) for (let length = 0; length < 120; length += 7) withoutTraces(jpeg(segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0'), exif()]))).subarray(0, length), type)
})
