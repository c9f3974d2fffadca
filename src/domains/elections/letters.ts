// What Pamir writes to the offices of members: that a vote was opened, and until when.
import { nameIn } from '#domains/organisations/model.ts'
import { organisationsById } from '#domains/organisations/store.ts'
import { keepersOf } from '#domains/people/keeper-store.ts'
import type { Writing } from '#platform/db/database.ts'
import { formatDay } from '#platform/i18n/format.ts'
import { translator } from '#platform/i18n/words.ts'
import type { Day, Id, Locale } from '#platform/kinds.ts'
import { type Post, writeLetter } from '#platform/mail/mail.ts'

export type Installation = { publicUrl: string; name: string; post: Post }
type Said = { alliance: Record<Locale, string>; post: string; due: Day; path: string; today: Day }

/** To each who keeps the records of one of these members, once. */
export async function writeTo(db: Writing, home: Installation, members: readonly Id[], { path, today, ...said }: Said): Promise<void> {
  const keepers = await keepersOf(db, members, today)
  const names = await organisationsById(db, keepers.map(({ organisationId }) => organisationId))
  for (const { id, email, locale, organisationId } of keepers) {
    const text = translator(locale)
    const values = { post: text(`alliances.posts.${said.post}`), alliance: said.alliance[locale], member: nameIn(names.get(organisationId)!, locale), due: formatDay(said.due, 'day', locale), link: `${home.publicUrl}${path}`, installation: home.name }
    await writeLetter(db, home.post, { toAddress: email, toPerson: id, locale, kind: 'elections.asked', subject: bare(text('elections.letters.asked.subject', values)), body: bare(text('elections.letters.asked.body', values)) })
  }
}

/** In plain text the marks that keep names whole on a page would only be signs that nobody can read. */
const bare = (said: string): string => said.replace(/[\u2066-\u2069]/g, '')
