// A text as a document: languages beside or after each other, each clause under the id by which an edited copy is read back.
import type { Paper, PaperBlock, ParallelRow, Said } from '#platform/documents/paper.ts'
import { plainOf, type Rich } from '#platform/documents/rich.ts'
import { languageName, listOf } from '#platform/i18n/format.ts'
import { translator } from '#platform/i18n/words.ts'
import type { Instant, Locale } from '#platform/kinds.ts'
import type { Snapshot } from './negotiation-model.ts'

type How = {
  layout: 'beside' | 'after'; madeAt: Instant
  /** Only these of its languages, in the order of the text. */
  languages?: readonly Locale[]
  /** What stands at the head of each page: which version this is. Nothing for the text as it stands. */
  version?: number | null
  /** What follows the last clause: the places for signatures. */
  closing?: PaperBlock[]
}
type Some = [Locale, ...Locale[]]

export function paperOf(text: Pick<Snapshot, 'title' | 'languages' | 'authentic' | 'prevailing' | 'articles'>, { layout, madeAt, languages, version, closing = [] }: How): Paper {
  const chosen = text.languages.filter((lang) => languages === undefined || languages.includes(lang))
  const langs = (chosen.length > 0 ? chosen : text.languages) as Some
  const [first] = langs
  return {
    languages: langs, title: langs.map((lang): Said => ({ lang, text: text.title[lang] ?? Object.values(text.title)[0] ?? '' })) as [Said, ...Said[]], madeAt,
    header: { lang: first, text: version === undefined || version === null ? translator(first)('texts.paper.draft') : translator(first)('texts.version-number', { number: version }) },
    pageNumber: { lang: first, text: translator(first)('texts.paper.page', { page: '{page}', pages: '{pages}' }) },
    blocks: [{ kind: 'parallel', layout, rows: [saidOfLanguages(text, langs), ...text.articles.flatMap((article) => rowsOf(article, langs))] }, ...closing],
  }
}

/** Which texts are authentic and which prevails, said at the head in each language. */
function saidOfLanguages({ authentic, prevailing, languages }: Pick<Snapshot, 'authentic' | 'prevailing' | 'languages'>, langs: Some): ParallelRow {
  return { cells: langs.map((lang) => {
    const names = listOf(authentic.map((one) => languageName(one, lang)), lang)
    const key = languages.length === 1 ? 'one' : prevailing ? 'prevails' : 'equally'
    const text = translator(lang)(`texts.paper.${key}`, { languages: names, prevailing: prevailing ? languageName(prevailing, lang) : '' })
    return { lang, rich: [{ kind: 'paragraph', line: [{ text }] }] }
  }) }
}

function rowsOf({ id, labels, title, clauses }: Snapshot['articles'][number], langs: Some): ParallelRow[] {
  const heading = (rich: Rich | undefined): Rich => (rich ? [{ kind: 'heading', level: 2, line: [{ text: plainOf(rich).replaceAll('\n', ' ') }] }] : [])
  return [
    { clause: id, cells: langs.map((lang) => ({ lang, ...(labels[lang] ? { label: labels[lang] } : {}), rich: heading(title[lang]), ...(title[lang] ? {} : { mark: missing(lang) }) })) },
    ...clauses.map((clause): ParallelRow => ({
      clause: clause.id,
      cells: langs.map((lang) => ({ lang, ...(clause.number ? { label: clause.number } : {}), rich: clause.wordings[lang] ?? [], ...(clause.wordings[lang] ? {} : { mark: missing(lang) }) })),
    })),
  ]
}

const missing = (lang: Locale) => translator(lang)('texts.missing-here')
