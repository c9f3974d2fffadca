// The PDF as a file: archival, tagged, the same bytes each time, its fields where they are seen, and nothing in it but what was meant.
import { describe, expect, test } from 'vitest'
import type { Paper } from './paper.ts'
import { richOf } from './rich.ts'
import { sample, sampleReport } from './sample.fixture.ts'
import { pdfLimits, writePdf } from './write-pdf.ts'

const source = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1')
const only = (text: string, lang = 'en'): Paper => ({ languages: [lang], title: [{ lang, text }], madeAt: '2025-11-21T00:00:00Z', blocks: [{ kind: 'rich', lang, rich: richOf(text) }] })

test('it says that it is PDF/A-2a, brings its colours, and has a tree of tags in its language', async () => {
  const pdf = source((await writePdf(sample(1, ['ru', 'zh']))).bytes)
  expect(pdf).toMatch(/pdfaid:part>2</)
  expect(pdf).toMatch(/pdfaid:conformance>A</)
  expect(pdf).toMatch(/\/OutputIntents/)
  expect(pdf).toMatch(/\/StructTreeRoot/)
  expect(pdf).toMatch(/\/Marked true/)
  expect(pdf).toMatch(/\/Lang \(ru\)/)
})

test('the same paper gives the same bytes; another moment gives others', async () => {
  const [one, again, later] = [await writePdf(sample(1)), await writePdf(sample(1)), await writePdf({ ...sample(1), madeAt: '2026-01-01T00:00:00Z' })]
  expect(Buffer.from(one.bytes).equals(Buffer.from(again.bytes))).toBe(true)
  expect(Buffer.from(one.bytes).equals(Buffer.from(later.bytes))).toBe(false)
})

test('fields lie on the page, beside each other, counted from the lower left corner', async () => {
  const { fields, pages } = await writePdf(sample(2))
  expect(fields.map(({ name }) => name)).toEqual(['first', 'second'])
  const [first, second] = fields
  expect([first!.page, second!.page]).toEqual([1, 1])
  expect(pages).toBe(3)
  expect(second!.x).toBeGreaterThan(first!.x + first!.width)
  for (const { x, y, width, height } of fields) {
    expect(Math.min(x, y)).toBeGreaterThan(20)
    expect(x + width).toBeLessThan(595 - 20)
    expect(y + height).toBeLessThan(842 - 20)
  }
})

describe('what people wrote is text and nothing else', () => {
  test.each(['#panic("x")', '$ x^2 $ *a* _b_ `c` <d> @e \\', '#read("/etc/passwd")', '{"a":1}', '', '\u0000\u0007', '\u202e5 million\u202c', '😀 ꡀ'])('%j', async (text) => {
    expect((await writePdf(only(text || ' '))).pages).toBe(1)
  })
  test('a letter that no typeface has is said', async () => expect((await writePdf(only('😀 a 枣 ژ'))).missing).toEqual(['😀']))
  test('a language nobody knows is set all the same', async () => expect((await writePdf(only('text', 'x-nowhere-1'))).pages).toBe(1))
  test('a link leads to the web or into the paper, not into nothing', async () => {
    const cell = (href: string) => [{ text: 'a', href }]
    const { bytes } = await writePdf({ ...only('a'), blocks: [{ kind: 'table', lang: 'en', columns: [{ label: 'x' }], rows: ['https://example.org/', '#nowhere', 'javascript:alert(1)', 'file:///etc/passwd'].map(cell) }] })
    expect(source(bytes)).toContain('https://example.org/')
    expect(source(bytes)).not.toMatch(/alert\(1\)|etc\/passwd/)
  })
})

test('charts, tables and notes in each language', async () => {
  for (const lang of ['en', 'zh', 'ru', 'ur'] as const) {
    const { pages, missing } = await writePdf(sampleReport(lang))
    expect(pages).toBeGreaterThan(0)
    expect(missing).toEqual([])
  }
})

test('too much is refused before it begins', async () => {
  await expect(writePdf(only('a'.repeat(pdfLimits.characters)))).rejects.toMatchObject({ reason: 'documents.too-long' })
})

test('too long a wait is stopped, and the next document is made', async () => {
  await expect(writePdf(sample(400), 0.2)).rejects.toMatchObject({ reason: 'documents.took-too-long' })
  expect((await writePdf(only('a'))).pages).toBe(1)
})

test('the server goes on while a long document is set', async () => {
  let beats = 0
  const clock = setInterval(() => { beats++ }, 5)
  await writePdf(sample(60))
  clearInterval(clock)
  expect(beats).toBeGreaterThan(5)
})
