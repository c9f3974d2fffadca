// From a paper to what `paper.typ` sets: the same blocks with every text printable, every language with its hand, every link checked.
import { dirOf } from '../i18n/locale.ts'
import { balanceBars, ring, timeline } from './chart.ts'
import type { Letters } from './letters.ts'
import type { Cell, Chart, Paper, PaperBlock, PaperTable, Parallel, Said } from './paper.ts'
import { qrSvg } from './qr.ts'
import type { Block, Inline, Rich } from './rich.ts'
import { sharesFor } from './widths.ts'

type Sheet = Record<string, unknown>

export function lay(paper: Paper, letters: Letters): Sheet {
  const wide = paper.blocks.some((block) => block.kind === 'parallel' && block.layout === 'beside' && block.rows.some(({ cells }) => cells.length > 2))
  const hand = new Hand(letters, new Set(paper.blocks.flatMap(({ id }) => id ?? [])), wide)
  const said = (one: Said | undefined): Sheet | null => (one ? hand.said(one) : null)
  return {
    tongue: tongueOf(paper.languages[0]), title: paper.title.map((one) => hand.said(one)),
    header: said(paper.header), footer: said(paper.footer), pageNumber: said(paper.pageNumber),
    wide,
    blocks: paper.blocks.flatMap((block) => hand.block(block).map((sheet, at) => ({ id: at === 0 ? (block.id ?? null) : null, ...sheet }))),
  }
}

/** The way a language is written: which typefaces, how high a line. */
const hands: Record<string, string> = { ur: 'nastaliq', zh: 'han', ja: 'han', ar: 'naskh', fa: 'naskh', ps: 'naskh', sd: 'naskh', ug: 'naskh', ku: 'naskh', yi: 'latin' }

function tongueOf(tag: string): Sheet {
  const [language = '', ...rest] = tag.toLowerCase().split('-')
  const known = /^[a-z]{2,3}$/.test(language) ? language : 'en'
  const region = rest.find((part) => /^[a-z]{2}$/.test(part)) ?? (known === 'zh' ? (rest.includes('hant') ? 'tw' : 'cn') : null)
  const dir = dirOf(tag)
  return { lang: known, region, dir, hand: hands[known] ?? (dir === 'rtl' ? 'naskh' : 'latin') }
}

class Hand {
  readonly letters: Letters
  readonly targets: Set<string>
  readonly wide: boolean
  constructor(letters: Letters, targets: Set<string>, wide: boolean) {
    this.letters = letters
    this.targets = targets
    this.wide = wide
  }

  said = ({ lang, text }: Said): Sheet => ({ tongue: tongueOf(lang), text: this.letters.print(text, lang) })

  block(block: PaperBlock): Sheet[] {
    switch (block.kind) {
      case 'rich': return [{ kind: 'rich', tongue: tongueOf(block.lang), blocks: this.rich(block.rich, block.lang) }]
      case 'note': return [{ kind: 'note', ...this.said(block) }]
      case 'parallel': return this.parallel(block)
      case 'facts': return [{ kind: 'facts', tongue: tongueOf(block.lang), facts: block.facts.map(({ label, value }) => ({ label: this.letters.print(label, block.lang), value: this.cell(value, block.lang) })) }]
      case 'table': return [this.table(block.lang, block.caption, this.fitted(block), block.rows.map((row) => row.map((cell) => this.cell(cell, block.lang))))]
      case 'chart': return [this.chart(block)]
      case 'signatures': return [{ kind: 'signatures', fields: block.fields.map(({ name, lines }) => ({ name, lines: lines.map(this.said) })) }]
      case 'verification': return [{ kind: 'verification', ...this.said(block), address: this.letters.print(block.address, 'en'), code: this.letters.print(block.code, 'en'), qr: qrSvg(block.address) }]
      case 'page-break': return [{ kind: 'page-break' }]
    }
  }

  /** One after another is one whole column for each language. */
  parallel({ layout, rows }: Parallel): Sheet[] {
    const cells = rows.map((row) => row.cells.map(({ lang, label, rich, mark }) => ({
      lang, tongue: tongueOf(lang), label: label ? this.letters.print(label, lang) : null, mark: mark ? this.letters.print(mark, lang) : null, blocks: this.rich(rich, lang),
    })))
    if (layout === 'beside') return [{ kind: 'parallel', rows: cells, columns: Math.max(1, ...cells.map((row) => row.length)) }]
    const languages = [...new Set(cells.flat().map(({ lang }) => lang))]
    return languages.map((lang) => ({ kind: 'parallel', columns: 1, rows: cells.map((row) => row.filter((cell) => cell.lang === lang)).filter((row) => row.length > 0) }))
  }

  rich = (rich: Rich, lang: string): Sheet[] => rich.map((block) => this.richBlock(block, lang))

  richBlock(block: Block, lang: string): Sheet {
    const line = (inlines: readonly Inline[]): Inline[] => inlines.map((inline) => ({ ...inline, text: this.letters.print(inline.text, lang) }))
    if (block.kind === 'list') return { ...block, items: block.items.map(line) }
    if (block.kind === 'table') return { ...block, rows: block.rows.map((row) => row.map(line)) }
    return { ...block, line: line(block.line) }
  }

  cell({ text, lang, bold, href }: Cell, around: string): Sheet {
    return { text: this.letters.print(text, lang ?? around), tongue: lang && lang !== around ? tongueOf(lang) : null, bold: bold ?? false, ...this.link(href) }
  }

  link(href: string | undefined): Sheet {
    if (href?.startsWith('#')) return { to: this.targets.has(href.slice(1)) ? href.slice(1) : null, url: null }
    return { to: null, url: href && /^(https?:\/\/|mailto:)/i.test(href) ? href : null }
  }

  fitted({ columns, rows }: PaperTable): { label: string; align?: string; share?: number }[] {
    const shares = sharesFor(columns.map(({ label, share }) => ({ label, share: share ?? null })), rows.map((row) => row.map(({ text }) => text)), this.wide)
    return columns.map(({ share: _asked, ...column }, at) => ({ ...column, ...(shares[at] === null ? {} : { share: shares[at]! }) }))
  }

  table(lang: string, caption: string | undefined, columns: { label: string; align?: string; share?: number }[], rows: Sheet[][], drawn: string | null = null): Sheet {
    return {
      kind: 'table', tongue: tongueOf(lang), caption: caption ? this.letters.print(caption, lang) : null, drawn, rows,
      columns: columns.map(({ label, align, share }) => ({ label: this.letters.print(label, lang), align: align ?? 'start', share: share ?? null })),
    }
  }

  /** A chart is a table whose rows begin with what is drawn; a timeline is drawn above it. */
  chart(chart: Chart): Sheet {
    const dir = dirOf(chart.lang)
    const text = (value: string | number): Sheet => this.cell({ text: String(value) }, chart.lang)
    const drawn = (svg: string, width: number): Sheet => ({ svg, width })
    const names = (numbers: boolean): { label: string; align?: string; share?: number }[] => chart.columns.map((label, at) => (at === 0 ? { label, ...(numbers ? { share: 1 } : {}) } : { label, ...(numbers ? { align: 'end' } : { share: 1 }) }))
    if (chart.chart === 'timeline') return this.table(chart.lang, chart.caption, names(false), chart.rows.map(({ shown, label }) => [text(shown), text(label)]), timeline(chart, dir))
    if (chart.chart === 'rings') return this.table(chart.lang, chart.caption, [{ label: '' }, ...names(true)], chart.rows.map((row) => [drawn(ring(row), 16), text(row.label), text(row.expected), text(row.claimed), text(row.confirmed)]))
    const most = Math.max(1, ...chart.rows.flatMap(({ first, second }) => [first, second]))
    const [what, first, second] = names(true)
    return this.table(chart.lang, chart.caption, [what!, first!, { label: '' }, { ...second!, align: 'start' }], chart.rows.map((row) => [text(row.label), text(row.first), drawn(balanceBars(row, most, dir), 110), text(row.second)]))
  }
}
