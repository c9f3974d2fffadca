// What Pamir writes to people about signing in, in the receiver's language.
import type { Writing } from '#platform/db/database.ts'
import { translator } from '#platform/i18n/words.ts'
import type { Locale } from '#platform/kinds.ts'
import { type Post, writeLetter } from '#platform/mail/mail.ts'
import type { Id } from '#platform/kinds.ts'
import { addressOf, type Purpose } from './links.ts'

/** What signing in needs to know of the installation. */
export type Installation = { publicUrl: string; name: string; post: Post; provider: { name: string } | null }

type Receiver = { id: Id; email: string; name: string; locale: Locale }

/** A letter with a one-time link; `facts` fill the gaps of its words. */
export async function sendLink(db: Writing, home: Installation, to: Receiver, purpose: Purpose, token: string, facts: Record<string, string> = {}): Promise<void> {
  await sendWords(db, home, to, purpose, { ...facts, link: addressOf(home.publicUrl, purpose, token) })
}

/** A letter that only tells: a new password, a new office. */
export async function sendWords(db: Writing, home: Installation, to: Receiver, kind: string, facts: Record<string, string> = {}): Promise<void> {
  const text = translator(to.locale)
  const values = { name: to.name, installation: home.name, address: home.publicUrl, ...facts }
  await writeLetter(db, home.post, {
    toAddress: to.email, toPerson: to.id, locale: to.locale, kind: `people.${kind}`,
    subject: text(`people.letters.${kind}.subject`, values), body: bare(text(`people.letters.${kind}.body`, values)),
  })
}

/** In right-to-left text names are kept whole by marks no one sees; an address that is clicked or copied must carry none. */
const bare = (body: string): string => body.replace(/[\u2068\u2069]*(https?:\/\/[^\s\u2068\u2069]+)[\u2068\u2069]*/g, '$1')
