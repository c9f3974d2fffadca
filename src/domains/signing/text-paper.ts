// The agreed version of a text as the paper that is signed: every clause in every language, the hashes, the places to sign, the code.
import type { TextToSign } from '#domains/texts/negotiation-model.ts'
import type { Paper, ParallelCell, ParallelRow, Said } from '#platform/documents/paper.ts'
import { translator } from '#platform/i18n/words.ts'
import type { Locale } from '#platform/kinds.ts'
import { inGroups, pageNumber, type Sheet, signatureFields, verification } from './sheet.ts'

type Snapshot = Pick<TextToSign, 'number' | 'languages' | 'authentic' | 'hashes' | 'articles' | 'title'>

export function textPaper(text: Snapshot, sheet: Sheet): Paper {
  const { languages, authentic, hashes, title } = text
  const said = (key: string, facts = {}): Said[] => languages.map((lang) => ({ lang, text: translator(lang)(key, facts) }))
  const titles = languages.map((lang) => ({ lang, text: title[lang] ?? sheet.title })) as [Said, ...Said[]]
  return {
    languages: languages as [string, ...string[]], title: titles, madeAt: sheet.at, header: titles[0], pageNumber: pageNumber(languages[0]!),
    blocks: [
      { kind: 'parallel', layout: languages.length === 2 ? 'beside' : 'after', rows: rowsOf(text) },
      signatureFields(sheet),
      { kind: 'facts', lang: languages[0]!, facts: authentic.map((lang) => ({ label: translator(languages[0]!)('signing.sheet.hash-of', { language: new Intl.DisplayNames(languages[0]!, { type: 'language' }).of(lang) ?? lang, version: text.number }), value: { text: inGroups(hashes[lang] ?? '') } })) },
      ...said('signing.no-promise').map(({ lang, text: note }) => ({ kind: 'note' as const, lang, text: note })),
      verification(sheet, languages[0]!),
    ],
  }
}

function rowsOf({ articles, languages }: Snapshot): ParallelRow[] {
  const row = (id: string, cell: (lang: Locale) => Omit<ParallelCell, 'lang'>): ParallelRow => ({ clause: id, cells: languages.map((lang) => ({ lang, ...cell(lang) })) })
  const label = (text: string | null | undefined) => (text ? { label: text } : {})
  return articles.flatMap((article) => [
    row(article.id, (lang) => ({ ...label(article.labels[lang]), rich: headed(article.title[lang] ?? []) })),
    ...article.clauses.map((clause) => row(clause.id, (lang) => ({ ...label(clause.number), rich: clause.wordings[lang] ?? [] }))),
  ])
}

/** The title of an article is set as a heading. */
const headed = (title: ParallelCell['rich']): ParallelCell['rich'] =>
  title.map((block) => (block.kind === 'paragraph' ? { kind: 'heading', level: 2, line: block.line } : block))
