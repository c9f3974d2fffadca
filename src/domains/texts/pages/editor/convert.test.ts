// What is kept comes back from the editor as it was, whatever it is made of.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Block, Inline } from '#platform/documents/rich.ts'
import { docOf, richOfDoc } from './convert.ts'

const run: fc.Arbitrary<Inline> = fc.record({
  text: fc.oneof(fc.constantFrom('{party.a.name}', '双方同意', 'Обе стороны', 'فریقین', ' and '), fc.string({ minLength: 1, maxLength: 8 })),
  bold: fc.constantFrom(undefined, true as const), italic: fc.constantFrom(undefined, true as const),
}).map(({ text, bold, italic }) => ({ text, ...(bold ? { bold } : {}), ...(italic ? { italic } : {}) }))
/** Runs of one look that touch are one run. */
const line = fc.array(run, { maxLength: 5 }).map((runs) => runs.reduce<Inline[]>((all, one) => {
  const last = all.at(-1)
  if (last && last.bold === one.bold && last.italic === one.italic) last.text += one.text
  else all.push({ ...one })
  return all
}, []))
const block: fc.Arbitrary<Block> = fc.oneof(
  line.map((one): Block => ({ kind: 'paragraph', line: one })), fc.tuple(line, fc.constantFrom(1, 2, 3)).map(([one, level]): Block => ({ kind: 'heading', level: level as 1, line: one })),
  fc.tuple(fc.boolean(), fc.array(line, { minLength: 1, maxLength: 4 })).map(([ordered, items]): Block => ({ kind: 'list', ordered, items })),
  fc.tuple(fc.boolean(), fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 }), line).map(([head, rows, cells, one]): Block => ({ kind: 'table', head, rows: Array.from({ length: rows }, () => Array.from({ length: cells }, () => one)) })),
)
const end: Block = { kind: 'paragraph', line: [{ text: 'End.' }] }

test('into the editor and back', () => {
  fc.assert(fc.property(fc.array(block, { maxLength: 6 }), (blocks) => {
    const doc = docOf([...blocks, end])
    doc.check()
    expect(richOfDoc(doc)).toEqual([...blocks, end])
  }), { numRuns: 500 })
})

test('nothing written is nothing, and an empty last line is none', () => {
  expect(richOfDoc(docOf([]))).toEqual([])
  expect(richOfDoc(docOf([end, { kind: 'paragraph', line: [] }]))).toEqual([end])
})
