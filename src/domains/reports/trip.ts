// One or several briefs as a file: each partner on a page of its own, in one language or in two.
import type { Rich } from '#platform/documents/rich.ts'
import type { Paper, PaperBlock, Said } from '#platform/documents/paper.ts'
import { writePdf } from '#platform/documents/write-pdf.ts'
import { writeWord } from '#platform/documents/write-word.ts'
import type { Viewer } from '#platform/auth/viewer.ts'
import type { Reading } from '#platform/db/database.ts'
import type { Download } from '#platform/http/contract.ts'
import type { Day, Id, Instant, Locale } from '#platform/kinds.ts'
import { sayBrief } from './brief-paper.ts'
import { type Brief, findBrief } from './brief-store.ts'
import type { BriefBlock, BriefCell, BriefFile, BriefShown } from './model.ts'
import { fileName, speaker } from './saying.ts'

type At = { db: Reading; viewer: Viewer; today: Day; now: Instant }

export async function writeBriefs(at: At, organisations: readonly Id[], { languages, layout, form }: BriefFile, home: string): Promise<Download> {
  const briefs: Brief[] = []
  for (const id of organisations) briefs.push(await findBrief(at, id))
  const chosen = [...new Set(languages)] as [Locale, ...Locale[]]
  const paper = paperOf(briefs, chosen, layout, at, home)
  const name = `${fileName(paper.title[0].text)} ${at.today}`
  if (form === 'docx') return { name: `${name}.docx`, type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', body: writeWord(paper) }
  return { name: `${name}.pdf`, type: 'application/pdf', body: (await writePdf(paper)).bytes }
}

export function paperOf(briefs: readonly Brief[], languages: [Locale, ...Locale[]], layout: BriefFile['layout'], { now, today }: Pick<At, 'now' | 'today'>, home: string): Paper {
  const [first] = languages
  const told = briefs.map((brief) => languages.map((locale) => [locale, sayBrief(brief, locale, home)] as const))
  const alone = told.length === 1
  const title = languages.map((lang, at): Said => ({ lang, text: alone ? told[0]![at]![1].title : speaker(lang).text('reports.trip.title', { count: briefs.length }) })) as [Said, ...Said[]]
  const pages = told.flatMap((one) => (layout === 'beside' && one.length > 1 ? [beside(one, alone)] : one.map(([locale, shown], at) => after(locale, shown, alone && at === 0))))
  return {
    languages, title, madeAt: now, blocks: pages.flatMap((page, at): PaperBlock[] => (at === 0 ? page : [{ kind: 'page-break' }, ...page])),
    footer: { lang: first, text: speaker(first).text('reports.made-on', { on: speaker(first).day(today) }) },
    pageNumber: { lang: first, text: speaker(first).text('reports.page', { page: '{page}', pages: '{pages}' }) },
  }
}

/** A partner in one language; the paper's own title already names the first. */
const after = (lang: Locale, { title, blocks }: BriefShown, titled: boolean): PaperBlock[] =>
  [...(titled ? [] : [heading(lang, title)]), ...blocks.flatMap((block) => printed(block, lang))]

const heading = (lang: string, text: string): PaperBlock => ({ kind: 'rich', lang, rich: [{ kind: 'heading', level: 1, line: [{ text }] }] })

export function printed({ id, kind, caption, text, facts, columns, rows, rings, bars }: BriefBlock, lang: string): PaperBlock[] {
  const above: PaperBlock[] = caption ? [{ kind: 'rich', lang, rich: [{ kind: 'heading', level: 3, line: [{ text: caption }] }] }] : []
  if (kind === 'note') return [...above, { kind: 'note', lang, text: text ?? '' }]
  if (kind === 'facts') return [...above, { kind: 'facts', lang, facts: facts as Extract<PaperBlock, { kind: 'facts' }>['facts'] }]
  if (kind === 'rings') return [{ kind: 'chart', lang, caption: caption ?? '', chart: 'rings', columns: columns.map(({ label }) => label), rows: rings }]
  if (kind === 'bars') return [{ kind: 'chart', lang, caption: caption ?? '', chart: 'balance', columns: columns.map(({ label }) => label), rows: bars }]
  return [{ ...(id ? { id } : {}), kind: 'table', lang, ...(caption ? { caption } : {}), columns, rows } as PaperBlock]
}

/** Side by side, section by section; a table becomes lines there, since half a page is too narrow for its columns. */
function beside(told: (readonly [Locale, BriefShown])[], titled: boolean): PaperBlock[] {
  const count = Math.max(...told.map(([, { blocks }]) => blocks.length))
  const titles = titled ? [] : [{ cells: told.map(([lang, { title }]) => ({ lang, rich: [{ kind: 'heading' as const, level: 1 as const, line: [{ text: title }] }] })) }]
  const rows = Array.from({ length: count }, (_, at) => ({ cells: told.flatMap(([lang, { blocks }]) => (blocks[at] ? [{ lang, rich: inLines(blocks[at]) }] : [])) }))
  return [{ kind: 'parallel', layout: 'beside', rows: [...titles, ...rows] }]
}

function inLines({ kind, caption, text, facts, columns, rows, rings }: BriefBlock): Rich {
  const above: Rich = caption ? [{ kind: 'heading', level: 3, line: [{ text: caption }] }] : []
  const items = kind === 'facts' ? facts.map(({ label, value }) => [{ text: `${label}: ` }, { text: value.text, bold: true as const }])
    : kind === 'rings' ? rings.map(({ label, expected, claimed, confirmed }) => [{ text: label, bold: true as const }, { text: ` — ${[expected, claimed, confirmed].map((value, at) => `${columns[at + 1]?.label}: ${value}`).join(' · ')}` }])
      : rows.map((row) => lineOf(row, columns))
  return [...above, ...(text ? [{ kind: 'paragraph' as const, line: [{ text }] }] : []), ...(items.length > 0 ? [{ kind: 'list' as const, ordered: false, items }] : [])]
}

const lineOf = ([first, ...rest]: BriefCell[], columns: BriefBlock['columns']) => {
  const said = rest.flatMap(({ text }, at) => (text && text !== '—' ? [`${columns[at + 1]?.label}: ${text}`] : []))
  return [{ text: first?.text ?? '', bold: true as const }, ...(said.length > 0 ? [{ text: ` — ${said.join(' · ')}` }] : [])]
}
