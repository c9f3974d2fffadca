// A pack's lists as a document: the same figures as the workbook, and every number leads to its list.
import type { Cell, Paper, PaperBlock } from '#platform/documents/paper.ts'
import type { Day, Instant } from '#platform/kinds.ts'
import type { Entry, List } from './pack-lists.ts'
import type { Speaker } from './saying.ts'

type About = { about: readonly string[]; now: Instant; today: Day }

export function packPaper(lists: readonly List[], say: Speaker, { about, now, today }: About): Paper {
  const { locale, text } = say
  return {
    languages: [locale], title: [{ lang: locale, text: text('reports.pack.title') }], madeAt: now,
    footer: { lang: locale, text: `${about.join(' · ')} · ${text('reports.made-on', { on: say.day(today) })}` },
    pageNumber: { lang: locale, text: text('reports.page', { page: '{page}', pages: '{pages}' }) },
    blocks: [{ kind: 'note', lang: locale, text: `${about.join(' · ')}. ${text('reports.pack.counted')}` }, ...lists.flatMap((list) => printed(list, say))],
  }
}

/** Columns that a page has no room for are in the workbook. */
const onPaper: Record<string, number[]> = { agreements: [0, 1, 2, 6, 7, 9, 10, 11], commitments: [0, 1, 2, 4, 5, 6, 8, 9], done: [1, 2, 3, 4, 5, 6, 7], 'by-agreement': [1, 2, 3, 4, 5, 6], activities: [0, 1, 2, 4, 7, 8], evidence: [1, 2, 5] }

function printed({ id, title, columns, groups }: List, say: Speaker): PaperBlock[] {
  if (groups.length === 0) return []
  const shown = onPaper[id] ?? columns.map((_, at) => at)
  const heading: PaperBlock = { id, kind: 'rich', lang: say.locale, rich: [{ kind: 'heading', level: 1, line: [{ text: title }] }] }
  return [heading, ...groups.map((group): PaperBlock => ({
    id: group.id, kind: 'table', lang: say.locale, ...(group.caption ? { caption: group.caption } : {}),
    columns: shown.map((at) => ({ label: columns[at]!.label, ...(columns[at]!.align ? { align: columns[at]!.align } : {}), ...(columns[at]!.width >= 24 ? { share: columns[at]!.width } : {}) })),
    rows: group.rows.map((row) => shown.map((at) => cellOf(row[at] ?? null, columns[at]!.kind, say))),
  }))]
}

function cellOf(entry: Entry, kind: string | undefined, say: Speaker): Cell {
  if (entry === null || entry === '') return { text: '—' }
  if (typeof entry === 'object') return { text: say.number(entry.value), href: `#${entry.to}` }
  if (typeof entry === 'number') return { text: say.number(entry) }
  // A number of the pack reads from left to right in every script.
  if (/^[AV]\d+(\.\d+)?$/.test(entry)) return { text: entry, lang: 'en' }
  return { text: kind === 'date' && /^\d{4}-\d\d-\d\d$/.test(entry) ? say.day(entry) : hashed(entry) }
}

/** A hash may break, so that a column does not become wider than the page. */
const hashed = (text: string): string => (/^[0-9a-f]{64}$/.test(text) ? text.replace(/.{16}(?=.)/g, '$& ') : text)
