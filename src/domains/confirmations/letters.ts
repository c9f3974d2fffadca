// The letter by which a side is asked to confirm, in the language that was chosen for it.
import { formatDay } from '#platform/i18n/format.ts'
import { translator } from '#platform/i18n/words.ts'
import type { Writing } from '#platform/db/database.ts'
import { nameIn } from '#domains/organisations/model.ts'
import { organisationsById } from '#domains/organisations/store.ts'
import type { Id } from '#platform/kinds.ts'
import { type Post, writeLetter } from '#platform/mail/mail.ts'
import type { Claim, ClaimShown } from './model.ts'
import { claimantOf, titleOf, valuesIn } from './rules.ts'
import type { LinkRow } from './tables.ts'

/** What a letter needs to know of the installation. */
export type Installation = { publicUrl: string; name: string; post: Post }
type Request = { claim: Claim; link: LinkRow; address: string; shown: ClaimShown }

export async function writeRequest(db: Writing, home: Installation, { claim, link, address, shown }: Request): Promise<Id> {
  const { locale } = link
  const text = translator(locale)
  const side = claimantOf(claim.sides).organisationId
  const claimant = (await organisationsById(db, [side])).get(side)!
  const values = {
    claimant: nameIn(claimant, locale), what: titleOf(shown, locale), installation: home.name, link: address, until: formatDay(link.expiresAt.slice(0, 10), 'day', locale),
    lines: shown.lines.map(({ label, key, values }) => `${text(label)}: ${text(key, valuesIn(values, locale, (day) => formatDay(day, 'day', locale)))}`).join('\n'),
  }
  const kind = link.reminders === 0 ? 'request' : 'reminder'
  return writeLetter(db, home.post, {
    toAddress: link.toAddress!, toPerson: null, locale, kind: `confirmations.${kind}`,
    subject: text(`confirmations.letters.${kind}.subject`, values), body: bare(text(`confirmations.letters.${kind}.body`, values)),
  })
}

/** An address that is clicked or copied must carry none of the marks that keep names whole in right-to-left text. */
const bare = (body: string): string => body.replace(/[\u2068\u2069]*(https?:\/\/[^\s\u2068\u2069]+)[\u2068\u2069]*/g, '$1')
