// Minutes write themselves from what happened, are edited by both sides in each language, approved by each, and sealed with the last approval.
import { createHash } from 'node:crypto'
import { json } from '#platform/db/database.ts'
import type { Doing } from '#platform/http/serve.ts'
import { type Id, type Locale, newId } from '#platform/kinds.ts'
import { demand, found, Refused } from '#platform/refusals.ts'
import { blocking } from './check-rules.ts'
import { put, tellMeeting } from './meeting-actions.ts'
import { holdMeeting, type Sitting } from './meeting-store.ts'
import { draftIn, factsFor, type MinutesFacts } from './minutes-draft.ts'
import { minutesOf } from './minutes-store.ts'
import type { Addendum } from './meeting-model.ts'
import type { MeetingFile } from './session-model.ts'
import { showMeeting } from './session-file.ts'
import { whyNotIn } from './session-rules.ts'
import { whyNotSpeak } from './rules.ts'
import { type Home, makePaper } from './signing-actions.ts'

/** In the languages of the rules; where these name none, in English and the language of whoever begins. */
export async function draftMinutes(at: Doing, id: Id): Promise<MeetingFile> {
  const sitting = await holdMeeting(at.db, at.viewer, id)
  demand(whyNotIn('minutes', sitting, at.viewer))
  demand(await at.db.selectFrom('minutes').select('meetingId').where('meetingId', '=', id).executeTakeFirst() ? 'committees.minutes-begun' : undefined)
  const facts = await factsFor(at.db, sitting)
  await at.db.insertInto('minutes').values({ meetingId: id, draftedAt: at.now, sealedAt: null, hash: null, facts: json(facts) as never }).execute()
  const { languages } = sitting.rules.rules
  const locales: Locale[] = languages.length > 0 ? languages : [...new Set<Locale>(['en', at.viewer.locale ?? 'en'])]
  await at.db.insertInto('minutesText').values(locales.map((locale) => ({ meetingId: id, locale, text: draftIn(facts, locale), changedBy: at.viewer.id, changedAt: at.now }))).execute()
  return tell(at, sitting, 'minutes-drafted', { locales })
}

/** What was seen must still be what stands there; whoever approved another wording approves anew. */
export async function writeMinutes(at: Doing, id: Id, { locale, text, seen }: { locale: Locale; text: string | null; seen: string | null }): Promise<MeetingFile> {
  const sitting = await holdOpen(at, id)
  const before = await at.db.selectFrom('minutesText').selectAll().where('meetingId', '=', id).where('locale', '=', locale).executeTakeFirst()
  demand(before && before.changedAt !== seen ? 'committees.minutes-changed' : undefined)
  const { facts } = await at.db.selectFrom('minutes').select('facts').where('meetingId', '=', id).executeTakeFirstOrThrow()
  const row = { text: text ?? draftIn(facts as MinutesFacts, locale), changedBy: at.viewer.id, changedAt: at.now }
  // What stands there already is not changed by being sent again: approvals of it stand.
  if (before?.text === row.text) return showMeeting(at.db, at.viewer, id, at.now)
  await at.db.insertInto('minutesText').values({ meetingId: id, locale, ...row }).onConflict((c) => c.columns(['meetingId', 'locale']).doUpdateSet(row)).execute()
  return tell(at, sitting, 'minutes-written', { locale })
}

/** A body without sides has its minutes sealed by the one who presides. */
export async function approveMinutes(at: Doing, home: Home, id: Id, { sideId, hash }: { sideId: Id | null; hash: string }): Promise<MeetingFile> {
  const sitting = await holdOpen(at, id)
  const before = found(await minutesOf(at.db, sitting, at.now, at.viewer))
  demand(before.now !== hash ? 'committees.minutes-changed' : undefined)
  if (sideId === null) demand(sitting.held.sides.length > 0 ? 'committees.only-that-side' : undefined)
  else {
    demand(whyNotSpeak(sitting.held, sideId, at.viewer))
    const said = { personId: at.viewer.id, hash, at: at.now }
    await at.db.insertInto('minutesApproval').values({ meetingId: id, sideId, ...said }).onConflict((c) => c.columns(['meetingId', 'sideId']).doUpdateSet(said)).execute()
  }
  const stop = blocking((await minutesOf(at.db, sitting, at.now, at.viewer))!.checks)
  // An approval that is not the last one stands, and is seen; what else stops the seal is said.
  if (stop && stop.reason !== 'committees.fails-g26') throw new Refused(stop.reason, stop.facts)
  if (!stop) {
    await at.db.updateTable('minutes').set({ sealedAt: at.now, hash }).where('meetingId', '=', id).execute()
    await makePaper(at, home, sitting, null)
  }
  return tell(at, sitting, stop ? 'minutes-approved' : 'minutes-sealed', { side: sideId, hash })
}

async function holdOpen(at: Doing, id: Id): Promise<Sitting> {
  const sitting = await holdMeeting(at.db, at.viewer, id)
  demand(whyNotIn('minutes', sitting, at.viewer))
  const { sealedAt } = found(await at.db.selectFrom('minutes').select('sealedAt').where('meetingId', '=', id).executeTakeFirst())
  demand(sealedAt ? 'committees.minutes-sealed' : undefined)
  return sitting
}

/** Sealed minutes are never changed: a correction is a text of its own, which every side approves as well; without sides it is sealed as the minutes were. */
export async function addAddendum(at: Doing, home: Home, id: Id, { sideId, text }: { sideId: Id | null; text: string }): Promise<MeetingFile> {
  const sitting = await holdMeeting(at.db, at.viewer, id)
  demand(whyNotIn('minutes', sitting, at.viewer) ?? (sideId !== null ? whyNotSpeak(sitting.held, sideId, at.viewer) : sitting.held.sides.length > 0 ? 'committees.only-that-side' : undefined))
  const sealed = await at.db.selectFrom('minutes').select('hash').where('meetingId', '=', id).where('sealedAt', 'is not', null).executeTakeFirst()
  demand(sealed ? undefined : 'committees.minutes-not-sealed')
  const hash = createHash('sha256').update(`${sealed!.hash}\n${text}`).digest('hex')
  const approvals = sideId === null ? [] : [{ sideId, personId: at.viewer.id, at: at.now }]
  const addendum: Addendum = { id: newId(), meetingId: id, text, proposedBySide: sideId, at: at.now, approvals, sealedAt: sitting.held.sides.every((side) => side.id === sideId) ? at.now : null, hash }
  await at.db.insertInto('minutesAddendum').values({ ...addendum, approvals: json(approvals) as never }).execute()
  if (addendum.sealedAt) await makePaper(at, home, sitting, addendum)
  return tell(at, sitting, addendum.sealedAt ? 'addendum-sealed' : 'addendum-proposed', { side: sideId, hash })
}

export async function approveAddendum(at: Doing, home: Home, id: Id, addendumId: Id, sideId: Id): Promise<MeetingFile> {
  const sitting = await holdMeeting(at.db, at.viewer, id)
  demand(whyNotIn('minutes', sitting, at.viewer) ?? whyNotSpeak(sitting.held, sideId, at.viewer))
  const addendum = found(await at.db.selectFrom('minutesAddendum').selectAll().where('id', '=', addendumId).where('meetingId', '=', id).executeTakeFirst())
  demand(addendum.sealedAt ? 'committees.minutes-sealed' : undefined)
  const approvals = [...addendum.approvals.filter((one) => one.sideId !== sideId), { sideId, personId: at.viewer.id, at: at.now }]
  const all = sitting.held.sides.every((side) => approvals.some((one) => one.sideId === side.id))
  await at.db.updateTable('minutesAddendum').set({ approvals: json(approvals) as never, sealedAt: all ? at.now : null }).where('id', '=', addendumId).execute()
  if (all) await makePaper(at, home, sitting, addendum)
  return tell(at, sitting, all ? 'addendum-sealed' : 'addendum-approved', { side: sideId })
}

/** Whoever looks at the minutes sees at once what the other side wrote or approved. */
async function tell(at: Doing, sitting: Sitting, what: string, data: Record<string, unknown>): Promise<MeetingFile> {
  await put(at, sitting, {})
  return tellMeeting(at, sitting, what, data)
}
