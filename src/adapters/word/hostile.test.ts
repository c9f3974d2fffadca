// Files that are not what they say, or that mean harm: each is refused by its own name, and none costs more than a moment.
import { deflateRawSync } from 'node:zlib'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Block, Rich } from '#platform/documents/rich.ts'
import { locales } from '#platform/i18n/locale.ts'
import { translator } from '#platform/i18n/words.ts'
import { writeZip } from '#platform/office/write-zip.ts'
import { limits } from './limits.ts'
import { readWord } from './read-word.ts'
import { p, t, tbl, wordOf } from './word.fixture.ts'
import { processorTime } from '#test/processor-time.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const latin = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0))
const refused = (file: Uint8Array): Promise<string> => readWord(file).then(() => 'taken', (error: { reason?: string }) => error.reason ?? String(error))
const compound = (stream: string): Uint8Array => latin(`\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1${'\0'.repeat(600)}${[...stream].join('\0')}\0`)
const types = (type: string): string => `<Types><Override ContentType="${type}"/></Types>`
const deep = (inside: string, levels: number): string => Array.from({ length: levels }).reduce<string>((all) => tbl([all + p('')]), inside)

const hostile: [string, Uint8Array, string][] = [
  ['nothing', new Uint8Array(), 'empty-file'],
  ['an old document called .docx', compound('WordDocument'), 'old-word'],
  ['a password', compound('EncryptedPackage'), 'password-protected'],
  ['a PDF', latin('%PDF-1.7\n'), 'pdf'],
  ['a photograph', latin('\xff\xd8\xff\xe0JFIF'), 'image'],
  ['a web page', bytes('<html><body>x'), 'web-page'],
  ['flat XML', bytes('<?xml version="1.0"?><pkg:package>'), 'xml'],
  ['rich text', bytes('{\\rtf1\\ansi x}'), 'rich-text'],
  ['plain text', bytes('Article 1'), 'not-a-document'],
  ['an archive', writeZip({ 'a.txt': 'x' }), 'archive'],
  ['an OpenDocument text', writeZip({ mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': '<a/>' }), 'open-document'],
  ['a workbook', writeZip({ 'xl/workbook.xml': '<a/>' }), 'spreadsheet'],
  ['macros', wordOf(p(t('a')), { 'word/vbaProject.bin': 'x' }), 'macros'],
  ['macros by another name', wordOf(p(t('a')), { 'word/a.bin': 'x', '[Content_Types].xml': types('application/vnd.ms-office.vbaProject') }), 'macros'],
  ['a document that may run', wordOf(p(t('a')), { '[Content_Types].xml': types('application/vnd.ms-word.document.macroEnabled.main+xml') }), 'macros'],
  ['an ActiveX control', wordOf(p(t('a')), { 'word/activeX/activeX1.bin': 'x' }), 'macros'],
  ['half a file', wordOf(p(t('a'))).subarray(0, 700), 'damaged'],
  ['a tag left open', wordOf('<w:p>'), 'damaged'],
  ['an entity from a file', wordOf('', { 'word/document.xml': '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><w:document><w:p><w:r><w:t>&a;</w:t></w:r></w:p></w:document>' }), 'damaged'],
  ['a part that lies about its size', wordOf('', { 'word/document.xml': { compressed: deflateRawSync(Buffer.from(' '.repeat(30_000_000))), claimed: 2_000 } }), 'damaged'],
  ['a bomb', wordOf(p(t(' '.repeat(30_000_000)))), 'zip-bomb'],
  ['no text', wordOf(p('')), 'no-text'],
  ['ten thousand tables', wordOf(tbl([p(t('a'))]).repeat(10_000)), 'too-many-tables'],
  ['tables inside tables', wordOf(deep(p(t('a')), 90)), 'too-deep'],
  ['a very wide table', wordOf(tbl(Array.from({ length: 63 }, () => p(t('a'))))), 'table-too-wide'],
  ['too many letters', wordOf(Array.from({ length: 300 }, (_, at) => p(t(`${at}${'abcdefgh'.repeat(1_000)}`))).join('')), 'too-much-text'],
  ['too many parts', wordOf(p(t('a')), Object.fromEntries(Array.from({ length: limits.zipEntries }, (_, at) => [`a${at}`, '']))), 'zip-bomb'],
]

test.each(hostile)('%s', async (_, file, key) => {
  const spent = processorTime()
  expect(await refused(file)).toBe(`word.${key}`)
  expect(spent()).toBeLessThan(5_000)
  for (const locale of locales) for (const end of ['', '.next']) expect(translator(locale)(`word.${key}${end}`, { limit: 1, megabytes: 30 })).not.toContain('word.')
})

test('too many bytes', async () => expect(await refused(new Uint8Array(limits.fileBytes + 1))).toBe('word.file-too-large'))

const shape = (rich: unknown): boolean => Rich.safeParse(rich).success
test('long lists, long tables, long lines and many looks still are rich text', async () => {
  const looks = Array.from({ length: 1_000 }, (_, at) => t('a', at % 2 ? '<w:b/>' : '')).join('')
  const { parts, problems } = await readWord(wordOf(p(t('b'.repeat(50_000))) + p(looks) + tbl(...Array.from({ length: 450 }, () => [p(t('c'))])) + p(t('d')).repeat(900)))
  expect(parts.every(({ blocks }) => shape(blocks))).toBe(true)
  expect(parts.flatMap(({ blocks }) => blocks)).toHaveLength(1 + 1 + 3 + 900)
  expect(problems).toEqual([{ key: 'word.looks-left-out', count: 1 }])
})

test('whatever stands in the text is rich text or a refusal, never a crash', async () => {
  const piece = fc.constantFrom('<w:p>', '</w:p>', '<w:tbl>', '</w:tbl>', '<w:tr>', '<w:tc>', '</w:tc>', '</w:tr>', t('a'), '<w:del>', '</w:del>', '<w:sdt><w:sdtPr><w:tag w:val="pamir:a:en"/></w:sdtPr>', '</w:sdt>', '<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>', p(t('b')), '<w:trPr><w:del/></w:trPr>')
  const nested = fc.letrec<{ node: string }>((tie) => ({ node: fc.oneof({ maxDepth: 6 }, fc.constantFrom(t('a'), p(t('b')), '<w:tab/>', ''), fc.tuple(fc.constantFrom('p', 'tbl', 'tr', 'tc', 'del', 'ins', 'sdt', 'pPr', 'rPr', 'r'), fc.array(tie('node'), { maxLength: 4 })).map(([tag, inside]) => `<w:${tag}>${inside.join('')}</w:${tag}>`)) })).node
  const whole = (file: Uint8Array): Promise<boolean> => readWord(file).then(({ parts }) => parts.every(({ blocks }) => blocks.every((block) => Block.safeParse(block).success)), (error: { reason?: string }) => error.reason?.startsWith('word.') ?? false)
  await fc.assert(fc.asyncProperty(fc.array(piece, { maxLength: 30 }), (pieces) => whole(wordOf(pieces.join('')))), { numRuns: 300 })
  await fc.assert(fc.asyncProperty(fc.array(nested, { maxLength: 6 }), (nodes) => whole(wordOf(nodes.join('')))), { numRuns: 500 })
  await fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), whole), { numRuns: 300 })
})
