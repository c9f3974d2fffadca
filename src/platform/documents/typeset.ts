// The typesetter, a process of its own: it loads Typst and the typefaces once and turns papers into PDF until it is told to go.
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { lay } from './lay.ts'
import { lettersIn } from './letters.ts'
import type { FieldPlace, Paper, WrittenPdf } from './paper.ts'
import { readable } from './readable.ts'
import { readTypefaces } from './typefaces.ts'

export interface Order { number: number; paper: Paper }
export type Delivery = { number: number } & ({ pdf: WrittenPdf } | { failed: string })

/** Pages; each takes about four megabytes while it is set. */
const longAt = 10
const typefaces = readTypefaces()
const letters = lettersIn(typefaces)
const template = readFileSync(join(import.meta.dirname, 'paper.typ'), 'utf8')
// Its workspace is an empty folder: there is nothing it could read.
const typst = NodeCompiler.create({ workspace: mkdtempSync(join(tmpdir(), 'pamir-typeset-')), fontArgs: [{ fontBlobs: typefaces }] })

process.on('message', async ({ number, paper }: Order) => {
  const delivery = await deliver(number, paper)
  process.send!(delivery)
  // What a long document left behind is no help with the next.
  typst.evictCache('pdf' in delivery && delivery.pdf.pages > longAt ? 0 : 4)
})
process.on('disconnect', () => process.exit(0))

async function deliver(number: number, paper: Paper): Promise<Delivery> {
  try {
    return { number, pdf: await typeset(paper) }
  } catch (error) {
    return { number, failed: error instanceof Error ? error.message : String(error) }
  }
}

/** Tagged PDF/A-2a (3a where files go with it): archival, and readable by a machine that reads aloud. */
async function typeset(paper: Paper): Promise<WrittenPdf> {
  letters.missing.clear()
  const sheet = JSON.stringify(lay(paper, letters))
  const compiled = typst.compile({ mainFileContent: template, inputs: { sheet } })
  const document = compiled.result
  if (!document) throw new Error(JSON.stringify(typst.fetchDiagnostics(compiled.takeDiagnostics()!)))
  const bytes = typst.pdf(document, { pdfStandard: paper.carriesFiles ? 'a-3a' : 'a-2a', creationTimestamp: Math.floor(Date.parse(paper.madeAt) / 1000) })
  const places = typst.query(document, { selector: '<field>' }) as { value: FieldPlace }[]
  const height = paperHeight(bytes)
  const finished = sheet.includes('"hand":"nastaliq"') ? await readable(bytes) : bytes
  return { bytes: finished, pages: document.numOfPages, missing: [...letters.missing], fields: places.map(({ value }) => fromBelow(value, height)), memory: process.memoryUsage.rss() }
}

/** Typst counts from the upper left corner and from page 1. */
const fromBelow = ({ name, page, x, y, width, height }: FieldPlace, paperHigh: number): FieldPlace =>
  ({ name, page: page - 1, x: round(x), y: round(paperHigh - y - height), width: round(width), height: round(height) })

const round = (points: number): number => Math.round(points * 100) / 100

/** Every page of a paper has one size. */
function paperHeight(pdf: Buffer): number {
  const box = /\/MediaBox\s*\[\s*0\s+0\s+[\d.]+\s+([\d.]+)\s*\]/.exec(pdf.toString('latin1'))
  if (!box) throw new Error('A PDF without a MediaBox')
  return Number(box[1])
}
