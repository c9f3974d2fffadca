// The pages as others read them: their tree of tags by a PDF library, their text and pictures by poppler.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PDF, PdfArray, PdfDict, type PdfObject, PdfRef } from '@libpdf/core'
import { describe, expect, test } from 'vitest'
import { sample, sampleReport } from './sample.fixture.ts'
import { silenced } from './readable.ts'
import { writePdf } from './write-pdf.ts'

const noPoppler = spawnSync('pdftotext', ['-v']).error ? 'poppler-utils is not on this machine: install it to have pages read by an independent reader' : undefined

function poppler(tool: string, bytes: Uint8Array, ...options: string[]): Buffer {
  const file = join(mkdtempSync(join(tmpdir(), 'pamir-pages-')), 'a.pdf')
  writeFileSync(file, bytes)
  return spawnSync(tool, [...options, file, ...(tool === 'pdftotext' ? ['-'] : [])], { maxBuffer: 2 ** 26 }).stdout
}

/** Every kind of structure element in the tree, and every language named in it. */
async function tagsOf(bytes: Uint8Array): Promise<{ kinds: Set<string>; languages: Set<string> }> {
  const pdf = await PDF.load(bytes)
  const resolve = pdf.context.registry.resolve.bind(pdf.context.registry)
  const found = { kinds: new Set<string>(), languages: new Set<string>() }
  const walk = (object: PdfObject | null | undefined): void => {
    if (object instanceof PdfRef) walk(resolve(object))
    else if (object instanceof PdfArray) for (const one of object) walk(one)
    else if (object instanceof PdfDict) {
      const [kind, lang] = [object.getName('S')?.value, object.getString('Lang')?.asString()]
      if (kind) found.kinds.add(kind)
      if (lang) found.languages.add(lang)
      walk(object.get('K'))
    }
  }
  walk(pdf.getCatalog().get('StructTreeRoot'))
  return found
}

test('headings, paragraphs, lists, tables, links and pictures are tagged as what they are, in their languages', async () => {
  const { kinds } = await tagsOf((await writePdf(sampleReport('ru'))).bytes)
  expect([...kinds]).toEqual(expect.arrayContaining(['Document', 'H1', 'P', 'L', 'LI', 'Table', 'TR', 'TH', 'TD', 'Link', 'Figure']))
  const { languages } = await tagsOf((await writePdf(sample(1, ['zh', 'ru']))).bytes)
  expect([...languages]).toContain('ru')
})

describe('read by poppler', () => {
  test('clause after clause, in the order in which they are read', async (context) => {
    if (noPoppler) return context.skip(noPoppler)
    const text = poppler('pdftotext', (await writePdf(sample(2, ['zh', 'ru'], 'after'))).bytes, '-enc', 'UTF-8').toString().replace(/\u00ad\n|\s/g, '')
    const order = ['谅解备忘录', '第1条', '应互派不少于2名教师', '第2条', 'Статья1', 'несутрасходынапроезд', 'Статья2', 'KTRW-82MX-4Q'].map((piece) => text.indexOf(piece))
    expect(Math.min(...order)).toBeGreaterThanOrEqual(0)
    expect(order).toEqual(order.toSorted((a, b) => a - b))
  })
  test.each([['beside', 'en'], ['after', 'zh']] as const)('Urdu %s another language: every word whole, one after the other', async (layout, other) => {
    if (noPoppler) return
    const { bytes } = await writePdf({ ...sample(1, [other, 'ur'], layout), header: undefined as never })
    // Marks of direction are no letters, and poppler begins a new line where it likes.
    const text = poppler('pdftotext', bytes, '-raw', '-enc', 'UTF-8').toString().replaceAll(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
    const said = text.split(/\s+/).join(' ')
    const title = 'مشترکہ تحقیقی مرکز کے قیام پر مفاہمت کی یادداشت'
    expect(said).toContain(title)
    const clause = said.slice(said.indexOf('فریقین'))
    let from = 0
    for (const word of ['فریقین', 'کے', 'ہر', 'تعلیمی', 'سال', 'میں', 'کم', 'از', 'کم', 'اساتذہ', 'باہمی', 'تبادلہ', 'کریں', 'اور', 'سفر', 'رہائش', 'travel and accommodation', 'اخراجات', 'ضوابط', 'مطابق', 'برداشت']) {
      const at = clause.indexOf(word, from)
      expect(at, word).toBeGreaterThanOrEqual(from)
      from = at + word.length
    }
    expect(from).toBeLessThan(260)
  })
  test('where a field is said to lie the page is empty, above a line', async (context) => {
    if (noPoppler) return context.skip(noPoppler)
    const { bytes, fields } = await writePdf(sample(2))
    for (const { page, x, y, width, height } of fields) {
      const picture = pictureOf(bytes, page)
      const darkest = (fromY: number, toY: number): number => picture.darkest(x + 2, x + width - 2, fromY, toY)
      expect(darkest(y + 2, y + height - 2)).toBeGreaterThan(250)
      expect(darkest(y - 2, y + 2)).toBeLessThan(200)
    }
  })
})

/** One page in grey, a pixel for each point, asked from the lower left corner. */
function pictureOf(bytes: Uint8Array, page: number): { darkest(fromX: number, toX: number, fromY: number, toY: number): number } {
  const pgm = poppler('pdftoppm', bytes, '-gray', '-r', '72', '-f', `${page + 1}`, '-l', `${page + 1}`)
  const [head, wide, high] = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(pgm.toString('latin1', 0, 40))!
  const [width, height] = [Number(wide), Number(high)]
  return { darkest(fromX, toX, fromY, toY) {
    let darkest = 255
    for (let y = Math.round(height - toY); y < height - fromY; y++) for (let x = Math.round(fromX); x < toX; x++) darkest = Math.min(darkest, pgm[head.length + y * width + x]!)
    return darkest
  } }
}

test('the pieces of a picture say nothing of themselves, whatever lies around it stays', () => {
  const around = '/Span <<\n  /MCID 0\n>> BDC\n/Span <</ActualText <FEFF0041>>> BDC\nEMC\nEMC\n/Artifact <<\n  /Type /Pagination\n>> BDC\nBT\nET\nEMC\n'
  const picture = '/Artifact BMC\nBT\n/Span <<\n  /ActualText <feff06a9>\n>> BDC\n(a) Tj\nEMC\n/ReversedChars BMC\n(b) Tj\nEMC\nET\nEMC\n'
  const silent = silenced(`${around}${picture}${around}`).replaceAll(/\n+/g, '\n')
  expect(silent).toBe(`${around}/Artifact BMC\n/Span <</ActualText <FEFF0020>>> BDC\nBT\n(a) Tj\n(b) Tj\nET\nEMC\nEMC\n${around}`)
})
