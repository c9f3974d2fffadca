// The words by which anything here is found, kept so that a misspelt one can be read as the words that look most like it.
import { sql } from 'kysely'
import type { Reading, Writing } from '../db/database.ts'
import { wordsOf } from './words.ts'

declare module '#platform/db/database.ts' {
  interface Tables { searchWord: { word: string } }
}
const shortest = 4
const mostWords = 8
const alternatives = 6

/** Learns the words of these `tsvector`s. Han text needs no spelling, and short words are too like each other. */
export async function learnWords(db: Writing, vectors: readonly string[]): Promise<void> {
  const words = new Set(vectors.flatMap((vector) => [...vector.matchAll(/'([\p{L}\p{M}]{4,})'/gu)].map(([, word]) => word!)).filter((word) => !/\p{Script=Han}/u.test(word)))
  if (words.size > 0) await sql`insert into search_word select unnest(${[...words].toSorted()}::text[]) on conflict do nothing`.execute(db)
}

/** A tsquery of likely words, or nothing when no word is like any. A word that is like none is left out. */
export async function correctedQuery(db: Reading, typed: string): Promise<string | undefined> {
  const words = wordsOf(typed).slice(0, mostWords)
  const likely = await Promise.all(words.map((word) => (word.length < shortest ? [word] : likeWords(db, word))))
  const parts = likely.filter((of) => of.length > 0).map((of) => `(${of.map((word) => `'${word}'`).join(' | ')})`)
  return likely.some((of) => of.length > 0) && parts.length > 0 ? parts.join(' & ') : undefined
}

/** pg_trgm's `%` keeps words of which three in ten trigrams agree: two letters changed round, one left out, one too many. */
async function likeWords(db: Reading, word: string): Promise<string[]> {
  const rows = await db.selectFrom('searchWord').select('word').where(sql<boolean>`word % ${word}`)
    .orderBy(sql`word <-> ${word}`).limit(alternatives).execute()
  return rows.map((row) => row.word)
}
