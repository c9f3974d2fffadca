// What Pamir writes about a call: to the offices of those who are asked, and to an address without an account with a link of its own.
import { nameIn } from '#domains/organisations/model.ts'
import { organisationsById } from '#domains/organisations/store.ts'
import { keepersOf } from '#domains/people/keeper-store.ts'
import type { Writing } from '#platform/db/database.ts'
import { formatDay } from '#platform/i18n/format.ts'
import { translator } from '#platform/i18n/words.ts'
import type { Day, Id, Locale } from '#platform/kinds.ts'
import { type Post, writeLetter } from '#platform/mail/mail.ts'
import type { Call, LinkRow } from './model.ts'
import { saidIn } from './rules.ts'

export type Installation = { publicUrl: string; name: string; post: Post }
type Told = Pick<Call, 'id' | 'title' | 'dueOn'> & { alliance: Record<Locale, string> }

/** To each who keeps the records of one of these members, once; how many letters were written. */
export async function writeOpened(db: Writing, home: Installation, kind: 'opened' | 'reminder', call: Told, members: readonly Id[], today: Day): Promise<number> {
  const people = await keepersOf(db, members, today)
  const names = await organisationsById(db, people.map(({ organisationId }) => organisationId))
  for (const { id, email, locale, organisationId } of people) {
    const member = names.get(organisationId)!
    await write(db, home, { to: email, person: id, locale, kind, call, member: nameIn(member, locale), link: `${home.publicUrl}/calls/${call.id}/answers/${member.id}` })
  }
  return people.length
}

/** To one without an account, with the link that answers. */
export async function writeLink(db: Writing, home: Installation, call: Told, { organisationId, toAddress, locale }: Pick<LinkRow, 'organisationId' | 'toAddress' | 'locale'>, link: string): Promise<void> {
  const member = (await organisationsById(db, [organisationId])).get(organisationId)!
  await write(db, home, { to: toAddress!, person: null, locale, kind: 'link', call, member: nameIn(member, locale), link })
}

type Letter = { to: string; person: Id | null; locale: Locale; kind: string; call: Told; member: string; link: string }
async function write(db: Writing, home: Installation, { to, person, locale, kind, call, member, link }: Letter): Promise<void> {
  const text = translator(locale)
  const values = { what: saidIn(call.title, locale), alliance: saidIn(call.alliance, locale), member, due: formatDay(call.dueOn, 'day', locale), link, installation: home.name }
  await writeLetter(db, home.post, { toAddress: to, toPerson: person, locale, kind: `calls.${kind}`, subject: bare(text(`calls.letters.${kind}.subject`, values)), body: bare(text(`calls.letters.${kind}.body`, values)) })
}

/** In plain text the marks that keep names whole on a page would only be signs that nobody can read. */
const bare = (said: string): string => said.replace(/[\u2066-\u2069]/g, '')
