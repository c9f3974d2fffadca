// What Pamir writes about elections: to the offices of members that a vote was opened, or closes; to the house of an alliance when it is its turn.
import { nameIn } from '#domains/organisations/model.ts'
import { organisationsById } from '#domains/organisations/store.ts'
import { keepersOf } from '#domains/people/keeper-store.ts'
import type { Writing } from '#platform/db/database.ts'
import { formatDay } from '#platform/i18n/format.ts'
import { translator } from '#platform/i18n/words.ts'
import type { Day, Id, Locale } from '#platform/kinds.ts'
import { type Post, writeLetter } from '#platform/mail/mail.ts'

export type Installation = { publicUrl: string; name: string; post: Post }
export type LetterKind = 'asked' | 'nominations' | 'not-voted' | 'to-open' | 'to-count'
type Said = { alliance: Record<Locale, string>; post: string; due: Day; path: string; today: Day }

/** To each who keeps the records of one of these organisations, once; how many letters were written. */
export async function writeTo(db: Writing, home: Installation, kind: LetterKind, organisations: readonly Id[], { path, today, ...said }: Said): Promise<number> {
  const keepers = await keepersOf(db, organisations, today)
  const names = await organisationsById(db, keepers.map(({ organisationId }) => organisationId))
  for (const { id, email, locale, organisationId } of keepers) {
    const text = translator(locale)
    const values = { post: text(`alliances.posts.${said.post}`), alliance: said.alliance[locale], member: nameIn(names.get(organisationId)!, locale), due: formatDay(said.due, 'day', locale), link: `${home.publicUrl}${path}`, installation: home.name }
    await writeLetter(db, home.post, { toAddress: email, toPerson: id, locale, kind: `elections.${kind}`, subject: bare(text(`elections.letters.${kind}.subject`, values)), body: bare(text(`elections.letters.${kind}.body`, values)) })
  }
  return keepers.length
}

/** In plain text the marks that keep names whole on a page would only be signs that nobody can read. */
const bare = (said: string): string => said.replace(/[\u2066-\u2069]/g, '')
