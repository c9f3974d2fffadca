// A text at rest: every variable written out, every number set, and a hash for each language over what it then says.
import { createHash } from 'node:crypto'
import { titleIn } from '#domains/agreements/model.ts'
import { nameIn } from '#domains/organisations/model.ts'
import { canonical } from '#platform/audit/journal.ts'
import { translator } from '#platform/i18n/words.ts'
import type { Locale } from '#platform/kinds.ts'
import type { WordingRow, Wordings } from './model.ts'
import type { Hashes, Snapshot } from './negotiation-model.ts'
import { inHan, inOrder } from './numbering-rules.ts'
import { isEmpty, written } from './variable-rules.ts'
import type { Whole } from './whole.ts'

/** «Article 4», «第四条», «Статья 4», «دفعہ 4», in each of these languages; bare, since they are also read out of a PDF. */
export const labelsOf = (number: string | null, languages: readonly Locale[]): Partial<Record<Locale, string>> =>
  number === null ? {} : Object.fromEntries(languages.map((lang) => [lang, translator(lang)('texts.article-label', { number: lang === 'zh' ? inHan(Number(number)) : number }).replaceAll(/[\u2066-\u2069]/g, '')]))

export function snapshotOf({ agreement, text, sides, clauses, wordings, values }: Whole): Snapshot {
  const { languages, authentic, prevailing } = text
  const inEach = <T>(say: (lang: Locale) => T | undefined) => Object.fromEntries(languages.flatMap((lang) => { const said = say(lang); return said === undefined ? [] : [[lang, said]] }))
  const said = Map.groupBy(wordings, ({ clauseId }) => clauseId)
  const wordedAs = (id: string): Wordings => inEach((lang) => writtenOut(said.get(id)?.find((one) => one.lang === lang), lang))
  const writtenOut = (wording: WordingRow | undefined, lang: Locale) =>
    wording && !isEmpty(wording.content) ? written(wording.content, Object.fromEntries(Object.entries(values).map(([name, meant]) => [name, meant[lang]]))) : undefined
  const ordered = inOrder(clauses)
  return {
    title: inEach((lang) => titleIn(agreement, lang)), languages, authentic, prevailing,
    parties: sides.map(({ id, letter, organisation, unit }) => ({ sideId: id, letter, names: inEach((lang) => [unit, nameIn(organisation, lang)].filter(Boolean).join(', ')) })),
    articles: ordered.filter(({ articleId }) => articleId === null).map(({ id, number }) => ({
      id, number, labels: labelsOf(number, languages), title: wordedAs(id),
      clauses: ordered.filter(({ articleId }) => articleId === id).map((clause) => ({ id: clause.id, number: clause.number, wordings: wordedAs(clause.id) })),
    })),
  }
}

/** SHA-256 by language over canonical JSON: title, parties, languages, and every article and clause in this language, ids and numbers with them. */
export const hashesOf = (snapshot: Snapshot): Hashes => Object.fromEntries(snapshot.languages.map((lang) => [lang, hashIn(snapshot, lang)]))

function hashIn({ title, languages, authentic, prevailing, parties, articles }: Snapshot, lang: Locale): string {
  const content = {
    form: 'pamir-text-1', lang, languages, authentic, prevailing, title: title[lang] ?? null, parties: parties.map(({ names }) => names[lang] ?? null),
    articles: articles.map((article) => ({
      id: article.id, number: article.number, title: article.title[lang] ?? null,
      clauses: article.clauses.map(({ id, number, wordings }) => ({ id, number, wording: wordings[lang] ?? null })),
    })),
  }
  return createHash('sha256').update(canonical(content)).digest('hex')
}

export const sameHashes = (one: Hashes, other: Hashes): boolean => canonical(one) === canonical(other)
