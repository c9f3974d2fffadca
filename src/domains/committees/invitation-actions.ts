// Invitations leave as letters with a calendar entry and are answered by the link in them or in the app. What is changed goes out anew under
// the next number of its sequence; what is called off, and who no longer sits, is told so.
import type { Hand } from '#platform/audit/journal.ts'
import { record } from '#platform/audit/journal.ts'
import { hashOf, newToken } from '#platform/auth/tokens.ts'
import { house, type Viewer } from '#platform/auth/viewer.ts'
import { anyOf, type Reading } from '#platform/db/database.ts'
import type { Doing } from '#platform/http/serve.ts'
import { formatInstant } from '#platform/i18n/format.ts'
import { translator } from '#platform/i18n/words.ts'
import type { Id, Locale } from '#platform/kinds.ts'
import { announce } from '#platform/live/live.ts'
import { type Post, writeLetter } from '#platform/mail/mail.ts'
import { demand, found } from '#platform/refusals.ts'
import { entryOf, titleOf } from './invitation.ts'
import { type Invited, invitedTo, isValid, whyNotAnswer } from './invitation-rules.ts'
import type { Coming, InvitationLink } from './meeting-model.ts'
import { put, tellMeeting } from './meeting-actions.ts'
import { findMeeting, type Sitting, zonesOf } from './meeting-store.ts'
import { bareLinks, inLocale } from './minutes-draft.ts'
import { arranges, sitsIn } from './rules.ts'
import type { MeetingFile } from './session-model.ts'
import { whyNotIn } from './session-rules.ts'

export type Installation = { publicUrl: string; name: string; post: Post }
type Receiver = Invited & { name: string; email: string; locale: Locale }
type Kind = 'invitation' | 'change' | 'cancellation'

/** To everyone who is invited: `change` where they were invited before and it moved. */
export async function inviteAll(at: Hand, home: Installation, id: Id): Promise<void> {
  const sitting = await findMeeting(at.db, at.viewer, id)
  const before = new Set((await linksOf(at.db, id)).map(({ personId }) => personId))
  for (const one of await receiversOf(at.db, invitedTo(sitting.held.seats))) await write(at, home, sitting, one, before.has(one.personId) ? 'change' : 'invitation')
}

export async function cancelAll(at: Hand, home: Installation, id: Id): Promise<void> {
  const sitting = await findMeeting(at.db, at.viewer, id)
  for (const one of await receiversOf(at.db, await writtenTo(at.db, sitting))) await write(at, home, sitting, one, 'cancellation')
}

/** After seats changed: who sits now and was not invited yet to what is called is invited; who no longer sits is told that they need not come. */
export async function inviteAnew(at: Hand, home: Installation, bodyId: Id): Promise<void> {
  for (const { id } of await at.db.selectFrom('meeting').select('id').where('bodyId', '=', bodyId).where('state', '=', 'called').where('startsAt', '>', at.now).orderBy('id').execute()) {
    const sitting = await findMeeting(at.db, at.viewer, id)
    const [now, before] = [invitedTo(sitting.held.seats), await writtenTo(at.db, sitting)]
    const isIn = (all: readonly Invited[], person: Id) => all.some(({ personId }) => personId === person)
    for (const one of await receiversOf(at.db, now.filter(({ personId }) => !isIn(before, personId)))) await write(at, home, sitting, one, 'invitation')
    for (const one of await receiversOf(at.db, before.filter(({ personId }) => !isIn(now, personId)))) await write(at, home, sitting, one, 'cancellation')
  }
}

const linksOf = (db: Reading, meetingId: Id): Promise<InvitationLink[]> => db.selectFrom('meetingLink').selectAll().where('meetingId', '=', meetingId).orderBy('madeAt').execute()
/** Those whose last letter invited them. */
async function writtenTo(db: Reading, { meeting, held }: Sitting): Promise<Invited[]> {
  const last = new Map((await linksOf(db, meeting.id)).map((link) => [link.personId, link]))
  const seated = new Map(invitedTo(held.seats).map((one) => [one.personId, one]))
  return [...last.values()].filter(({ cancelled }) => !cancelled).map(({ personId }) => seated.get(personId) ?? { personId, sideId: null, as: 'member' })
}

async function receiversOf(db: Reading, invited: readonly Invited[]): Promise<Receiver[]> {
  const people = await db.selectFrom('person').select(['id', 'name', 'email', 'locale']).where('id', '=', anyOf(invited.map(({ personId }) => personId))).where('email', 'is not', null).where('closedAt', 'is', null).execute()
  return invited.flatMap((one) => people.filter(({ id }) => id === one.personId).map(({ name, email, locale }) => ({ ...one, name, email: email!, locale: locale ?? 'en' })))
}

async function write(at: Hand, home: Installation, sitting: Sitting, { personId, sideId, as, name, email, locale }: Receiver, kind: Kind): Promise<void> {
  const { meeting, items } = sitting
  const token = newToken()
  await at.db.insertInto('meetingLink').values({ tokenHash: hashOf(token), meetingId: meeting.id, personId, sequence: meeting.sequence, cancelled: kind === 'cancellation', madeAt: at.now }).execute()
  const text = translator(locale)
  const zone = (await zonesOf(at.db, sitting.held)).get(sideId ?? '') ?? meeting.zone
  const link = (coming: Coming) => `${home.publicUrl}/m/${token}?answer=${coming}`
  const values = {
    name, title: titleOf(sitting, locale), installation: home.name, on: `${formatInstant(meeting.startsAt, locale, meeting.zone)} (${meeting.zone})`, elsewhere: zone === meeting.zone ? '' : `${formatInstant(meeting.startsAt, locale, zone)} (${zone})`,
    where: [meeting.venue, meeting.city].filter(Boolean).join(', ') || '—', line: meeting.link ?? '—', agenda: items.map(({ title }, place) => `${place + 1}. ${inLocale(title, locale)}`).join('\n'),
    room: link('room'), online: link('online'), maybe: link('maybe'), no: link('no'),
  }
  const organizer = await organizerOf(at.db, home, sitting)
  const calendar = entryOf(sitting, { ...home, now: at.now, locale, organizer, to: [{ name, email, as, coming: null }], cancelled: kind === 'cancellation' })
  await writeLetter(at.db, home.post, { toAddress: email, toPerson: personId, locale, kind: `committees.${kind}`, calendar, subject: text(`committees.letters.${kind}.subject`, values).replace(/[\u2066-\u2069]/g, ''), body: bareLinks(text(`committees.letters.${kind}.body`, values)) })
}

/** Whoever called it, so that the answer of a calendar program reaches a person; the letter itself comes from the house (RFC 5545, 3.2.18). */
async function organizerOf(db: Reading, { post }: Installation, { meeting, held }: Sitting): Promise<{ name: string; email: string; sentBy?: string }> {
  const from = /<([^>]+)>/.exec(post.from)?.[1] ?? post.from
  const caller = meeting.calledBy && await db.selectFrom('person').select(['name', 'email']).where('id', '=', meeting.calledBy).where('closedAt', 'is', null).executeTakeFirst()
  return caller && caller.email ? { name: caller.name, email: caller.email, sentBy: from } : { name: inLocale(held.body.name, 'en'), email: from }
}

/** In the app: for oneself, or noted for another by who arranges the meeting. */
export async function reply(at: Doing, id: Id, { coming, personId }: { coming: Coming; personId: Id | null }): Promise<MeetingFile> {
  const sitting = await findMeeting(at.db, at.viewer, id)
  demand(whyNotIn('reply', sitting, at.viewer))
  const person = personId ?? at.viewer.id
  demand(person !== at.viewer.id && !arranges(sitting.held, at.viewer) ? 'committees.only-who-arranges' : undefined)
  demand(sitsIn(sitting.held, { id: person } as Viewer) ? undefined : 'committees.only-a-member')
  await keep(at, sitting, person, coming, person === at.viewer.id ? 'app' : 'noted')
  return tellMeeting(at, sitting, 'replied', { coming, person })
}

async function keep({ db, now }: Pick<Hand, 'db' | 'now'>, { meeting }: Sitting, personId: Id, coming: Coming, via: 'app' | 'link' | 'noted'): Promise<void> {
  const said = { coming, at: now, via, sequence: meeting.sequence }
  await db.insertInto('meetingReply').values({ meetingId: meeting.id, personId, ...said }).onConflict((c) => c.columns(['meetingId', 'personId']).doUpdateSet(said)).execute()
}

export type OpenInvitation = { sitting: Sitting; link: InvitationLink; name: string; locale: Locale; coming: Coming | null; mayAnswer: boolean; zone: string }

/** What a letter's link opens: the meeting and one's own answer, nothing else. Who no longer sits reads no more of it. */
export async function openInvitation(db: Reading, token: string): Promise<OpenInvitation> {
  const link = found(await db.selectFrom('meetingLink').selectAll().where('tokenHash', '=', hashOf(token)).executeTakeFirst())
  const person = found(await db.selectFrom('person').select(['name', 'locale']).where('id', '=', link.personId).where('closedAt', 'is', null).executeTakeFirst())
  const sitting = await findMeeting(db, house, link.meetingId)
  const said = await db.selectFrom('meetingReply').selectAll().where('meetingId', '=', link.meetingId).where('personId', '=', link.personId).executeTakeFirst()
  const invited = found(invitedTo(sitting.held.seats).find(({ personId }) => personId === link.personId))
  const zone = (await zonesOf(db, sitting.held)).get(invited.sideId ?? '') ?? sitting.meeting.zone
  return { sitting, link, name: person.name, locale: person.locale ?? 'en', coming: said && isValid(said, sitting.meeting) ? said.coming : null, mayAnswer: !whyNotAnswer(sitting.meeting), zone }
}

export async function answerInvitation(at: Pick<Hand, 'db' | 'now'>, token: string, coming: Coming): Promise<void> {
  const { sitting, link } = await openInvitation(at.db, token)
  demand(whyNotAnswer(sitting.meeting))
  await keep(at, sitting, link.personId, coming, 'link')
  await put(at as Doing, sitting, {})
  await record({ ...at, viewer: house }, { what: 'meeting.replied', about: sitting.meeting.bodyId, data: { meeting: sitting.meeting.id, coming, person: link.personId, via: 'link' } })
  await announce(at.db, `meeting:${sitting.meeting.id}`)
}
