// Files that are not what they say, or that mean harm: each is refused by its own name, and none costs more than a moment.
import { deflateRawSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { limits } from './limits.ts'
import { readTable } from './read-table.ts'
import { workbookOf, zipOf } from './workbook.fixture.ts'
import { processorTime } from '#test/processor-time.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const latin = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0))
const refused = (file: Uint8Array, name = 'register.xlsx', options = {}): Promise<string> =>
  readTable(file, name, options).then(() => 'taken', (error: { reason?: string }) => error.reason ?? String(error))

const compoundHeader = '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'

test.each([
  ['nothing', new Uint8Array(), 'empty-file'],
  ['a PDF', latin('%PDF-1.7\n'), 'pdf'],
  ['a picture', latin('\x89PNG\r\n\x1a\n0000'), 'image'],
  ['a photograph', latin('\xff\xd8\xff\xe0JFIF'), 'image'],
  ['an old workbook', latin(`${compoundHeader}${'\0'.repeat(600)}W\0o\0r\0k\0b\0o\0o\0k\0`), 'old-excel'],
  ['a workbook with a password', latin(`${compoundHeader}${'\0'.repeat(600)}E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0`), 'password-protected'],
  ['a web page called .xls', bytes('\ufeff<html xmlns:x="urn:schemas-microsoft-com:office:excel"><table><tr><td>x'), 'web-page'],
  ['XML', bytes('<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">'), 'xml'],
  ['a gzip', latin('\x1f\x8b\x08\0'), 'archive'],
  ['noise', Uint8Array.from({ length: 4_000 }, (_, at) => (at * 7919) % 256), 'not-a-spreadsheet'],
  ['empty cells', bytes(',,,\n , ,\n\n'), 'no-rows'],
  ['half a workbook', workbookOf([{ name: 'A', xml: '<row r="1"><c r="A1"><v>1</v></c></row>' }]).subarray(0, 300), 'damaged'],
  ['an OpenDocument sheet', zipOf({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': '<a/>' }), 'open-document'],
  ['a letter', zipOf({ '_rels/.rels': '<Relationships/>', 'word/document.xml': '<a/>' }), 'other-office-file'],
  ['any zip', zipOf({ 'readme.txt': 'hello' }), 'archive'],
])('%s', async (_, file, key) => expect(await refused(file)).toBe(`spreadsheets.${key}`))

test('too many bytes', async () => {
  expect(await refused(new Uint8Array(limits.fileBytes + 1))).toBe('spreadsheets.file-too-large')
})

describe('bombs', () => {
  test('a sheet that swells two hundred times is refused before it is inflated', async () => {
    const bomb = workbookOf([{ name: 'A', xml: `<row r="1"><c r="A1" t="inlineStr"><is><t>${' '.repeat(30_000_000)}</t></is></c></row>` }])
    expect(bomb.length).toBeLessThan(200_000)
    const spent = processorTime()
    expect(await refused(bomb)).toBe('spreadsheets.zip-bomb')
    expect(spent()).toBeLessThan(500)
  })
  test('a sheet that lies about its size is stopped', async () => {
    const body = deflateRawSync(Buffer.from(' '.repeat(30_000_000)))
    const lie = workbookOf([{ name: 'A', xml: '' }], { 'xl/worksheets/sheet1.xml': { compressed: body, claimed: 2_000 } })
    expect(await refused(lie)).toBe('spreadsheets.damaged')
  })
  test('too many parts', async () => {
    const parts = Object.fromEntries(Array.from({ length: limits.zipEntries + 1 }, (_, at) => [`p${at}`, '']))
    expect(await refused(zipOf(parts))).toBe('spreadsheets.zip-bomb')
  })
  test('entities are not expanded', async () => {
    const sheet = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><worksheet><sheetData><row r="1"><c r="A1" t="str"><v>&b;</v></c></row></sheetData></worksheet>'
    expect(await refused(workbookOf([{ name: 'A', whole: sheet }]))).toBe('spreadsheets.damaged')
  })
})

describe('too much', () => {
  test('two million empty rows cost little', async () => {
    const empty = Array.from({ length: 1_000_000 }, (_, at) => `<row r="${at + 3}" spans="1:3"/>`).join('')
    const file = workbookOf([{ name: 'A', xml: `<row r="1"><c r="A1" t="str"><v>University</v></c></row><row r="2"><c r="A2" t="str"><v>Bern</v></c></row>${empty}` }])
    const spent = processorTime()
    expect((await readTable(file, 'x.xlsx')).rows.at(-1)!.row).toBe(2)
    expect((await readTable(bytes(`University,Year\nBern,2019\n${',\n'.repeat(2_000_000)}`), 'x.csv')).rows).toHaveLength(1)
    expect(spent()).toBeLessThan(15_000)
  })
  test('rows, columns and cells have their limits', async () => {
    expect(await refused(bytes('a\n'.repeat(limits.rows + 1)))).toBe('spreadsheets.too-many-rows')
    expect(await refused(bytes('a,'.repeat(limits.columns + 1) + 'b\n'))).toBe('spreadsheets.too-many-columns')
    expect(await refused(bytes(`a,${'b'.repeat(limits.cellCharacters + 1)}\n`))).toBe('spreadsheets.cell-too-long')
  })
  test('a formatted cell far to the right is not a column', async () => {
    const file = workbookOf([{ name: 'A', xml: '<row r="1"><c r="A1" t="str"><v>Bern</v></c><c r="XFD1" s="1"/></row>' }])
    expect(await refused(file)).toBe('taken')
  })
})

test('whatever comes is a table or a refusal, never a crash', async () => {
  const reasons = /^(taken|spreadsheets\.)/
  await fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (file) => reasons.test(await refused(file))), { numRuns: 500 })
  await fc.assert(fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 200 }), async (text) => reasons.test(await refused(bytes(text)))), { numRuns: 500 })
})
