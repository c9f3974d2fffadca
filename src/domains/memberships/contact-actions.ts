// The yearly question whether contact and office-holders are right: asked by the clock or by the secretariat, answered in the app or by a link in a letter.
import { holdAlliance } from '#domains/alliances/store.ts'
import { whyNotKeep } from '#domains/alliances/rules.ts'
import { keepersOf } from '#domains/people/keeper-store.ts'
import { hashOf, newToken } from '#platform/auth/tokens.ts'
import { stranger } from '#platform/auth/viewer.ts'
import { record } from '#platform/audit/journal.ts'
import { anyOf, json, type Reading, type Writing } from '#platform/db/database.ts'
import type { Doing } from '#platform/http/serve.ts'
import { type Id, newId } from '#platform/kinds.ts'
import { demand, Refused } from '#platform/refusals.ts'
import type { Contact } from './admission-model.ts'
import { daysAfter } from './admission-rules.ts'
import { type Installation, writeContactLetter } from './letters.ts'
import type { Confirming, ContactCheck, MemberFile } from './member-model.ts'
import { isToAsk, remindAfter, whyNotMember } from './member-rules.ts'
import { contactOf, findMember, holdersOf, ofMember } from './member-store.ts'
import { adoptedRules, rulesOf } from './rule-store.ts'
import type { At } from './step-actions.ts'
import './tables.ts'

/** The secretariat asks now: all who were not asked, or those it names. */
export async function askContacts(at: Doing, home: Installation, allianceId: Id, organisationIds: Id[] | null): Promise<{ asked: number; letters: number }> {
  const alliance = await holdAlliance(at.db, at.viewer, allianceId)
  demand(whyNotKeep(alliance, at.viewer))
  const members = await at.db.selectFrom('allianceStanding').select('organisationId').where('allianceId', '=', allianceId).where('untilOn', 'is', null).where('standing', 'in', ['member', 'observer'])
    .$if(organisationIds !== null, (q) => q.where('organisationId', '=', anyOf(organisationIds ?? []))).orderBy('organisationId').execute()
  const told = await ask(at, home, allianceId, members.map(({ organisationId }) => organisationId))
  await record(at, { what: 'alliance.contacts-asked', about: allianceId, data: told })
  return told
}

/** Who has an open question is not asked twice. */
async function ask(at: At, home: Installation, allianceId: Id, organisationIds: readonly Id[]): Promise<{ asked: number; letters: number }> {
  const { rules } = await rulesOf(at.db, allianceId)
  const open = new Set((await at.db.selectFrom('contactCheck').select('organisationId').where('allianceId', '=', allianceId).where('confirmedAt', 'is', null).execute()).map(({ organisationId }) => organisationId))
  let [asked, letters] = [0, 0]
  for (const organisationId of organisationIds.filter((id) => !open.has(id))) {
    const whom = await whomToAsk(at, { allianceId, organisationId })
    const check: ContactCheck = {
      id: newId(), allianceId, organisationId, askedAt: at.now, dueOn: daysAfter(at.today, rules.answerDays), toAddress: whom[0]?.email ?? null, tokenHash: null, reminders: 0, remindedAt: at.now, confirmedAt: null, confirmedBy: null,
      byName: null, remarks: null, seen: null,
    }
    await at.db.insertInto('contactCheck').values({ ...check, seen: null }).execute()
    asked += 1
    letters += await send(at.db, home, check, whom)
  }
  return { asked, letters }
}

type Asked = Pick<Contact, 'name' | 'email' | 'locale'>
/** Its contact; a member that never named one is asked for one: those who keep its records. */
async function whomToAsk({ db, today }: Pick<At, 'db' | 'today'>, member: Pick<ContactCheck, 'allianceId' | 'organisationId'>): Promise<Asked[]> {
  const contact = await contactOf(db, member)
  return contact ? [contact] : keepersOf(db, [member.organisationId], today)
}

/** Each time has its own link; the one before it opens nothing any more. How many letters were written. */
async function send(db: Writing, home: Installation, check: ContactCheck, whom: Asked[]): Promise<number> {
  if (whom.length === 0) return 0
  const token = newToken()
  await db.updateTable('contactCheck').set({ tokenHash: hashOf(token) }).where('id', '=', check.id).execute()
  for (const one of whom) await writeContactLetter(db, home, check, one, `${home.publicUrl}/contact/${token}`)
  return whom.length
}

export async function confirmContact(at: Doing, allianceId: Id, organisationId: Id, { contact, remarks }: Confirming): Promise<MemberFile> {
  const member = await findMember(at, allianceId, organisationId)
  demand(whyNotMember('confirm', ofMember(member)))
  const check = member.check ?? { id: newId(), allianceId, organisationId, askedAt: at.now, dueOn: at.today, toAddress: null, reminders: 0, remindedAt: at.now }
  if (!member.check) await at.db.insertInto('contactCheck').values({ ...check, tokenHash: null, confirmedAt: null, confirmedBy: null, byName: null, remarks: null, seen: null }).execute()
  await settle(at, { ...check, allianceId, organisationId }, { contact, remarks, byName: null, confirmedBy: at.viewer.id })
  return findMember(at, allianceId, organisationId)
}

type Settled = Confirming & { byName: string | null; confirmedBy: Id | null }
async function settle(at: At, { id, allianceId, organisationId }: Pick<ContactCheck, 'id' | 'allianceId' | 'organisationId'>, { contact, remarks, byName, confirmedBy }: Settled): Promise<void> {
  const row = { allianceId, organisationId, ...contact, changedAt: at.now }
  await at.db.insertInto('memberContact').values(row).onConflict((c) => c.columns(['allianceId', 'organisationId']).doUpdateSet({ ...contact, changedAt: at.now })).execute()
  await at.db.updateTable('contactCheck').set({ confirmedAt: at.now, confirmedBy, byName, remarks, seen: json(await holdersOf(at.db, organisationId, at.today)) as never }).where('id', '=', id).execute()
  await record(at, { what: 'alliance.contact-confirmed', about: allianceId, data: { organisationId, remarks, byName } })
}

/** What a link shows: the question of one member, as long as it is open or was answered by that very link. */
export async function openContact(db: Reading, token: string, today: string) {
  const check = await db.selectFrom('contactCheck').selectAll().where('tokenHash', '=', hashOf(token)).executeTakeFirst()
  if (!check) throw new Refused('memberships.contact-link-over', {}, 404)
  const [contact, holders] = await Promise.all([contactOf(db, check), holdersOf(db, check.organisationId, today)])
  return { check, contact, holders }
}

export async function confirmByLink(at: Omit<At, 'viewer'>, token: string, { contact, remarks, byName }: Confirming & { byName: string }): Promise<void> {
  const check = await at.db.selectFrom('contactCheck').selectAll().where('tokenHash', '=', hashOf(token)).forUpdate().executeTakeFirst()
  if (!check) throw new Refused('memberships.contact-link-over', {}, 404)
  if (check.confirmedAt === null) await settle({ ...at, viewer: stranger }, check, { contact, remarks, byName, confirmedBy: null })
}

/** The clock: who is due is asked, who has not answered is asked again. Only where an alliance has adopted rules. */
export async function askByClock(at: At, home: Installation): Promise<{ asked: number; reminded: number }> {
  let asked = 0
  for (const [allianceId, { rules }] of await adoptedRules(at.db)) {
    const members = await at.db.selectFrom('allianceStanding as s').select(['s.organisationId', 's.fromOn']).select((of) => of.selectFrom('contactCheck as c').select((max) => max.fn.max<string | null>('c.confirmedAt').as('at')).whereRef('c.allianceId', '=', 's.allianceId').whereRef('c.organisationId', '=', 's.organisationId').as('confirmedAt'))
      .where('s.allianceId', '=', allianceId).where('s.untilOn', 'is', null).where('s.standing', '=', 'member').orderBy('s.organisationId').execute()
    const due = members.filter(({ confirmedAt, fromOn }) => isToAsk(confirmedAt?.slice(0, 10) ?? null, fromOn, rules, at.today))
    asked += (await ask(at, home, allianceId, due.map(({ organisationId }) => organisationId))).asked
  }
  return { asked, reminded: await remind(at, home) }
}

async function remind(at: At, home: Installation): Promise<number> {
  let written = 0
  for (const [reminders, days] of remindAfter.entries()) {
    const waiting = await at.db.selectFrom('contactCheck').selectAll().where('confirmedAt', 'is', null).where('reminders', '=', reminders).where('askedAt', '<=', `${daysAfter(at.today, -days)}T23:59:59.999Z`).orderBy('id').limit(1000).forUpdate().execute()
    for (const check of waiting) {
      await at.db.updateTable('contactCheck').set({ reminders: reminders + 1, remindedAt: at.now }).where('id', '=', check.id).execute()
      written += await send(at.db, home, { ...check, reminders: reminders + 1 }, await whomToAsk(at, check))
    }
  }
  return written
}
