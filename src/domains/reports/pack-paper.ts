// A pack's lists as a document: the same figures as the workbook, and every number leads to its list.
import type { Cell, Paper, PaperBlock } from '#platform/documents/paper.ts'
import type { Day, Instant } from '#platform/kinds.ts'
import type { Entry, List } from './pack-lists.ts'
import type { Volume, Volumes } from './pack-volumes.ts'
import type { Speaker } from './saying.ts'

type About = { about: readonly string[]; now: Instant; today: Day }
type Where = { volume: number; of: number; where: ReadonlyMap<string, number> }

/** One volume of the document. What is counted in another is led to by that volume's number. */
export function packPaper({ number, lists }: Volume, { all, where }: Volumes, say: Speaker, { about, now, today }: About): Paper {
  const { locale, text } = say
  const at: Where = { volume: number, of: all.length, where }
  const which = all.length > 1 ? text('reports.pack.volume', { number, count: all.length }) : ''
  const notes = [...(number === 1 ? [`${about.join(' · ')}. ${text('reports.pack.counted')}`] : []), ...(which ? [text('reports.pack.volumes')] : [])]
  return {
    languages: [locale], title: [{ lang: locale, text: [text('reports.pack.title'), which].filter(Boolean).join(' · ') }], madeAt: now,
    footer: { lang: locale, text: `${about.join(' · ')} · ${text('reports.made-on', { on: say.day(today) })}` },
    pageNumber: { lang: locale, text: text('reports.page', { page: '{page}', pages: '{pages}' }) },
    blocks: [...notes.map((note) => ({ kind: 'note' as const, lang: locale, text: note })), ...lists.flatMap((list) => printed(list, say, at))],
  }
}

/** Columns that a page has no room for are in the workbook. */
const onPaper: Record<string, number[]> = { agreements: [0, 1, 2, 6, 7, 9, 10, 11], commitments: [0, 1, 2, 4, 5, 6, 8, 9], done: [1, 2, 3, 4, 5, 6, 7], 'by-agreement': [1, 2, 3, 4, 5, 6], activities: [0, 1, 2, 4, 7, 8], evidence: [1, 2, 5] }

function printed({ id, title, columns, groups }: List, say: Speaker, at: Where): PaperBlock[] {
  if (groups.length === 0) return []
  const shown = onPaper[id] ?? columns.map((_, at) => at)
  const here = (one: string) => (at.where.get(one) === at.volume ? { id: one } : {})
  const heading: PaperBlock = { ...here(id), kind: 'rich', lang: say.locale, rich: [{ kind: 'heading', level: 1, line: [{ text: title }] }] }
  return [heading, ...groups.map((group): PaperBlock => ({
    ...here(group.id), kind: 'table', lang: say.locale, ...(group.caption ? { caption: group.caption } : {}),
    columns: shown.map((place) => columns[place]!).map(({ label, align, width }) => ({ label, ...(align ? { align } : {}), ...(width >= 24 ? { share: width } : {}) })),
    rows: group.rows.map((row) => shown.map((place) => cellOf(row[place] ?? null, columns[place]!.kind, say, at))),
  }))]
}

function cellOf(entry: Entry, kind: string | undefined, say: Speaker, { volume, where }: Where): Cell {
  if (entry === null || entry === '') return { text: '—' }
  if (typeof entry === 'object') {
    const there = where.get(entry.to)
    return there === undefined || there === volume ? { text: say.number(entry.value), href: `#${entry.to}` } : { text: say.text('reports.pack.in-volume', { value: say.number(entry.value), volume: say.number(there) }) }
  }
  if (typeof entry === 'number') return { text: say.number(entry) }
  // A number of the pack reads from left to right in every script.
  if (/^[AV]\d+(\.\d+)?$/.test(entry)) return { text: entry, lang: 'en' }
  return { text: kind === 'date' && /^\d{4}-\d\d-\d\d$/.test(entry) ? say.day(entry) : hashed(entry) }
}

/** A hash may break, so that a column does not become wider than the page. */
const hashed = (text: string): string => (/^[0-9a-f]{64}$/.test(text) ? text.replace(/.{16}(?=.)/g, '$& ') : text)
