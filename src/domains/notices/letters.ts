// The letters: a notice at once, and the letter of the week. Plain text, short, in the reader's language, with the way to end them.
import { titleIn } from '#domains/agreements/model.ts'
import type { Writing } from '#platform/db/database.ts'
import { translator } from '#platform/i18n/words.ts'
import type { Id, Instant, Locale } from '#platform/kinds.ts'
import { type Post, writeLetter } from '#platform/mail/mail.ts'
import { addUnsubscribing } from './actions.ts'

export type Installation = { publicUrl: string; name: string; post: Post }
export type Receiver = { id: Id; email: string; locale: Locale | null }
type Titled = { id: Id; title: string; titleLang: string | null; titles: Record<string, string> }

export async function writeNotice(db: Writing, home: Installation, to: Receiver, { what, agreement }: { what: string; agreement: Titled }, now: Instant): Promise<void> {
  const locale = to.locale ?? 'en'
  const said = translator(locale)(`notices.told.${what}`, { title: titleIn(agreement, locale) })
  await send(db, home, to, { kind: 'notice', subject: said, lines: [said, `${home.publicUrl}/agreements/${agreement.id}`] }, now)
}

/** Adds how to end these letters, and sends. */
export async function send(db: Writing, home: Installation, to: Receiver, { kind, subject, lines }: { kind: string; subject: string; lines: string[] }, now: Instant): Promise<void> {
  const locale = to.locale ?? 'en'
  const text = translator(locale)
  const link = `${home.publicUrl}/unsubscribe/${await addUnsubscribing(db, to.id, now)}`
  const body = [...lines, '', '—', text('notices.letters.why', { name: home.name }), `${home.publicUrl}/notices`, text('notices.letters.end'), link].join('\n')
  await writeLetter(db, home.post, { toAddress: to.email, toPerson: to.id, locale, kind: `notices.${kind}`, subject: bare(subject), body: bare(body) })
}

/** In plain text the marks that keep names whole on a page would only be signs that nobody can read. */
export const bare = (said: string): string => said.replace(/[\u2066-\u2069]/g, '')
