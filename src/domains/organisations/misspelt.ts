// What a person may have meant: each misspelt word is replaced by the words of the register that look most like it.
import { sql } from 'kysely'
import type { Reading } from '#platform/db/database.ts'
import { wordsOf } from '#platform/search/words.ts'

const shortest = 4
const mostWords = 8
const alternatives = 6

/** A tsquery of likely words, or nothing when no word is like any. A word that is like none is left out. */
export async function correctedQuery(db: Reading, typed: string): Promise<string | undefined> {
  const words = wordsOf(typed).slice(0, mostWords)
  const likely = await Promise.all(words.map((word) => (word.length < shortest ? [word] : likeWords(db, word))))
  const parts = likely.filter((of) => of.length > 0).map((of) => `(${of.map((word) => `'${word}'`).join(' | ')})`)
  return likely.some((of) => of.length > 0) && parts.length > 0 ? parts.join(' & ') : undefined
}

/** pg_trgm's `%` keeps words of which three in ten trigrams agree: two letters changed round, one left out, one too many. */
async function likeWords(db: Reading, word: string): Promise<string[]> {
  const rows = await db.selectFrom('organisationWord').select('word').where(sql<boolean>`word % ${word}`)
    .orderBy(sql`word <-> ${word}`).limit(alternatives).execute()
  return rows.map((row) => row.word)
}
