// What a document says before it is a page: one Paper becomes a PDF and a Word file. Every text comes in its language, translated already.
import type { ChartOf } from './chart.ts'
import type { Rich } from './rich.ts'

/** A text and its language (BCP 47). */
export interface Said { lang: string; text: string }

/** The same paper and `madeAt` give the same bytes, so that a hash of them means something. */
export interface Paper {
  /** In the order of its columns; the first is the language of the document as a whole. */
  languages: [string, ...string[]]
  /** What it is called, in each of its languages. */
  title: [Said, ...Said[]]
  /** The instant that the file is dated with. */
  madeAt: string
  /** Files may be put into it afterwards: PDF/A-3, which allows that, instead of PDF/A-2. */
  carriesFiles?: true
  header?: Said
  footer?: Said
  /** `{page}` and `{pages}` stand for the numbers. */
  pageNumber?: Said
  blocks: PaperBlock[]
}

/** `id`: where a link `#id` leads. */
export type PaperBlock = { id?: string } & (RichBlock | Note | Parallel | Facts | PaperTable | Chart | Signatures | Verification | { kind: 'page-break' })

export interface RichBlock { kind: 'rich'; lang: string; rich: Rich }
/** Small and quiet: where from, what it does not promise. */
export interface Note { kind: 'note'; lang: string; text: string }

/** The same said in several languages: `beside` in columns, row beside row, or each language `after` the other. */
export interface Parallel { kind: 'parallel'; layout: 'beside' | 'after'; rows: ParallelRow[] }
/** `clause` is what an edited Word copy is read back by. `cells` are one for each language; a language may be left out. */
export interface ParallelRow { clause?: string; cells: ParallelCell[] }
/** `label` is the number as that language writes it (`1.2`, `第二条`). `mark` says what is not as it should be: missing, changed elsewhere. */
export interface ParallelCell { lang: string; label?: string; rich: Rich; mark?: string }

export interface Facts { kind: 'facts'; lang: string; facts: { label: string; value: Cell }[] }

/** What stands in a table: `href` is http, https, mailto, or `#id` of a block in this paper. */
export interface Cell { text: string; lang?: string; bold?: true; href?: string }
export interface Column { label: string; align?: 'start' | 'center' | 'end'; /** Its share of the width; as wide as it needs when absent. */ share?: number }
export interface PaperTable { kind: 'table'; lang: string; caption?: string; columns: Column[]; rows: Cell[][] }

/** Drawn, and always with its numbers in a table beside. `columns` name those, in the order that each chart says. */
export type Chart = { kind: 'chart'; lang: string; caption: string; columns: string[] } & ChartOf

/** Where people sign, two beside each other. The places come out with the PDF, by `name`. */
export interface Signatures { kind: 'signatures'; fields: SignatureField[] }
/** `lines`: the person, the office, the organisation, each in its script. */
export interface SignatureField { name: string; lines: Said[] }

/** A square to scan, its address in letters and the short code, for who has only paper. */
export interface Verification { kind: 'verification'; lang: string; text: string; address: string; code: string }

/** Where a signature goes, as PDF counts: `page` from 0, points from the lower left corner of the page. */
export interface FieldPlace { name: string; page: number; x: number; y: number; width: number; height: number }

/** `missing`: letters no typeface here has, printed as □. `memory`: bytes that the typesetter held afterwards. */
export interface WrittenPdf { bytes: Uint8Array; pages: number; fields: FieldPlace[]; missing: string[]; memory: number }
