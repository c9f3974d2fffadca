// A meeting is called, its agenda built, opened and closed; who comes, goes and stands back is noted as it happens.
import { record } from '#platform/audit/journal.ts'
import { json } from '#platform/db/database.ts'
import type { Doing } from '#platform/http/serve.ts'
import type { Upload } from '#platform/http/contract.ts'
import { addFile } from '#platform/files/files.ts'
import { translator } from '#platform/i18n/words.ts'
import { locales } from '#platform/i18n/locale.ts'
import { announce } from '#platform/live/live.ts'
import { type Id, newId } from '#platform/kinds.ts'
import { demand, found, Refused } from '#platform/refusals.ts'
import { holdBody } from './body-store.ts'
import { whyNotUnder } from './check-rules.ts'
import type { Item, Meeting } from './meeting-model.ts'
import { dayOfMeeting } from './meeting-rules.ts'
import { factsOf, holdMeeting, type Sitting } from './meeting-store.ts'
import type { Titles } from './model.ts'
import { quorumAt } from './quorum-rules.ts'
import type { StandingItem } from './rule-model.ts'
import { whyNot, whyNotSpeak } from './rules.ts'
import { showMeeting } from './session-file.ts'
import type { ItemChange, ItemDraft, MeetingDraft, MeetingFile } from './session-model.ts'
import { whyNotIn } from './session-rules.ts'

export async function callMeeting(at: Doing, bodyId: Id, draft: MeetingDraft, invite: (id: Id) => Promise<void>): Promise<MeetingFile> {
  const held = await holdBody(at.db, at.viewer, bodyId)
  demand(whyNot('arrange', held, at.viewer))
  demand(draft.startsAt <= at.now ? 'committees.meeting-in-the-past' : undefined)
  demand(draft.hostSideId !== null && !held.sides.some(({ id }) => id === draft.hostSideId) ? 'committees.no-such-side' : undefined)
  if (draft.requestId) await meetRequest(at, bodyId, draft.requestId)
  const number = held.body.meetings + 1
  const meeting: Meeting = { id: newId(), bodyId, number, ...draft, startsAt: new Date(draft.startsAt).toISOString(), state: 'called', calledAt: at.now, openedAt: null, closedAt: null, heldOn: null, quorate: null, presidingId: null, sequence: 0, packFrozenAt: null, packAssembledAt: null, calledBy: at.viewer.id, changedAt: at.now }
  await at.db.insertInto('meeting').values(meeting).execute()
  await at.db.updateTable('body').set({ meetings: number }).where('id', '=', bodyId).execute()
  await fillStanding(at, meeting.id, held.rules.rules.standing, held.sides.map(({ id }) => id))
  await invite(meeting.id)
  return tellMeeting(at, { meeting }, 'called', { startsAt: meeting.startsAt, zone: meeting.zone, number })
}

async function meetRequest(at: Doing, bodyId: Id, requestId: Id): Promise<void> {
  found(await at.db.updateTable('bodyRequest').set({ metAt: at.now }).where('id', '=', requestId).where('bodyId', '=', bodyId).returning('id').executeTakeFirst())
}

/** What every session looks at, by the rules, in every language; agreed by all, since all agreed to the rules. */
async function fillStanding(at: Doing, meetingId: Id, standing: readonly StandingItem[], sides: Id[]): Promise<void> {
  const rows = standing.map((key, place): Item => ({
    id: newId(), meetingId, place, title: Object.fromEntries(locales.map((locale) => [locale, translator(locale)(`committees.standing.${key}`)])) as Titles, aim: key === 'next-plan' || key === 'next-date' ? 'decision' : 'discussion',
    matter: key === 'next-plan' ? 'plan' : 'other', standing: key, addedAt: at.now, addedBySide: null, agreed: json(sides) as never, notes: {}, aboutKind: null, aboutId: null, consensus: null, removedAt: null,
  }))
  if (rows.length > 0) await at.db.insertInto('meetingItem').values(rows).execute()
}

/** A changed invitation goes out under the next number of its sequence. */
export async function changeMeeting(at: Doing, id: Id, draft: MeetingDraft, invite: () => Promise<void>): Promise<MeetingFile> {
  const sitting = await holdMeeting(at.db, at.viewer, id)
  demand(whyNotIn('prepare', sitting, at.viewer))
  const { startsAt, zone, hostSideId, venue, city, link } = draft
  await put(at, sitting, { startsAt: new Date(startsAt).toISOString(), zone, hostSideId, venue, city, link, sequence: sitting.meeting.sequence + 1 })
  await invite()
  return tellMeeting(at, sitting, 'changed', { startsAt, zone })
}

export async function callOff(at: Doing, id: Id, cancel: () => Promise<void>): Promise<MeetingFile> {
  const sitting = await holdMeeting(at.db, at.viewer, id)
  demand(whyNotIn('prepare', sitting, at.viewer))
  await put(at, sitting, { state: 'called-off', sequence: sitting.meeting.sequence + 1 })
  // Who asked for it is still owed one.
  if (sitting.meeting.requestId) await at.db.updateTable('bodyRequest').set({ metAt: null }).where('id', '=', sitting.meeting.requestId).execute()
  await cancel()
  return tellMeeting(at, sitting, 'called-off', {})
}

export async function addItem(at: Doing, id: Id, { sideId, ...draft }: ItemDraft): Promise<MeetingFile> {
  const sitting = await holdMeeting(at.db, at.viewer, id)
  demand(whyNotIn('agenda', sitting, at.viewer))
  demand(whyNotUnder(draft.matter, draft.aboutKind))
  if (sideId) demand(whyNotSpeak(sitting.held, sideId, at.viewer))
  const item: Item = { id: newId(), meetingId: id, place: (sitting.items.at(-1)?.place ?? -1) + 1, ...draft, addedAt: at.now, addedBySide: sideId, agreed: json(sideId ? [sideId] : []) as never, consensus: null, removedAt: null }
  await at.db.insertInto('meetingItem').values(item).execute()
  await put(at, sitting, {})
  return tellMeeting(at, sitting, 'item-added', { item: item.id, title: draft.title, aim: draft.aim })
}

/** A changed item is agreed to anew by the other sides, as one that was added when it changed; what was voted on stays what it was. */
export async function changeItem(at: Doing, id: Id, itemId: Id, change: ItemChange): Promise<MeetingFile> {
  const [sitting, item] = await holdItem(at, id, itemId, 'agenda')
  const same = item.aim === change.aim && item.matter === change.matter && JSON.stringify(item.title) === JSON.stringify(change.title)
  demand(whyNotUnder(change.matter, item.aboutKind))
  demand(!same && await isVotedOn(at, itemId) ? 'committees.item-voted-on' : undefined)
  const { place, ...words } = change
  await at.db.updateTable('meetingItem').set({ ...words, ...(same ? {} : { agreed: json(item.addedBySide ? [item.addedBySide] : []) as never, addedAt: at.now }) }).where('id', '=', itemId).execute()
  await moveTo(at, sitting, item, place)
  await put(at, sitting, {})
  return tellMeeting(at, sitting, 'item-changed', { item: itemId, title: change.title, aim: change.aim })
}

/** So many items stand before it; the others close up. */
async function moveTo(at: Doing, { items }: Sitting, item: Item, place: number): Promise<void> {
  const others = items.filter(({ id }) => id !== item.id)
  const order = [...others.slice(0, place), item, ...others.slice(place)]
  for (const [now, one] of order.entries()) if (one.place !== now) await at.db.updateTable('meetingItem').set({ place: now }).where('id', '=', one.id).execute()
}

export async function removeItem(at: Doing, id: Id, itemId: Id): Promise<MeetingFile> {
  const [sitting] = await holdItem(at, id, itemId, 'agenda')
  demand(await isVotedOn(at, itemId) ? 'committees.item-voted-on' : undefined)
  await at.db.updateTable('meetingItem').set({ removedAt: at.now }).where('id', '=', itemId).execute()
  await put(at, sitting, {})
  return tellMeeting(at, sitting, 'item-removed', { item: itemId })
}

const isVotedOn = async (at: Doing, itemId: Id): Promise<boolean> => Boolean(await at.db.selectFrom('ballot').select('id').where('itemId', '=', itemId).executeTakeFirst() ?? await at.db.selectFrom('decision').select('id').where('itemId', '=', itemId).executeTakeFirst())

export async function agreeItem(at: Doing, id: Id, itemId: Id, sideId: Id): Promise<MeetingFile> {
  const [sitting, item] = await holdItem(at, id, itemId, 'agenda')
  demand(whyNotSpeak(sitting.held, sideId, at.viewer))
  await at.db.updateTable('meetingItem').set({ agreed: json([...new Set([...item.agreed, sideId])]) as never }).where('id', '=', itemId).execute()
  await put(at, sitting, {})
  return tellMeeting(at, sitting, 'item-agreed', { item: itemId, side: sideId })
}

export async function addPaper(at: Doing, id: Id, itemId: Id, upload: Upload): Promise<MeetingFile> {
  const [sitting] = await holdItem(at, id, itemId, 'agenda')
  const { id: file, name } = await addFile(at, itemId, upload)
  await put(at, sitting, {})
  return tellMeeting(at, sitting, 'paper-added', { item: itemId, file, name })
}

export async function openMeeting(at: Doing, id: Id): Promise<MeetingFile> {
  const sitting = await holdMeeting(at.db, at.viewer, id)
  demand(whyNotIn('open', sitting, at.viewer))
  const meeting = { ...sitting.meeting, openedAt: at.now }
  await put(at, sitting, { state: 'open', openedAt: at.now, heldOn: dayOfMeeting(meeting), presidingId: at.viewer.id, quorate: quorumAt(factsOf({ ...sitting, meeting }, at.now), null, at.now).ok })
  return tellMeeting(at, sitting, 'opened', {})
}

/** Everybody leaves with it, and what was decided in writing since the last session is annexed to it, if it could decide. */
export async function closeMeeting(at: Doing, id: Id): Promise<MeetingFile> {
  const sitting = await holdMeeting(at.db, at.viewer, id)
  demand(whyNotIn('run', sitting, at.viewer))
  demand(await at.db.selectFrom('ballot').select('id').where('meetingId', '=', id).where('closedAt', 'is', null).executeTakeFirst() ? 'committees.vote-open' : undefined)
  await at.db.updateTable('presence').set({ untilAt: at.now }).where('meetingId', '=', id).where('untilAt', 'is', null).execute()
  if (sitting.meeting.quorate) await at.db.updateTable('decision').set({ ratifiedAt: at.now }).where('bodyId', '=', sitting.meeting.bodyId).where('how', '=', 'written').where('ratifiedAt', 'is', null).execute()
  await put(at, sitting, { state: 'closed', closedAt: at.now })
  return tellMeeting(at, sitting, 'closed', { quorate: sitting.meeting.quorate })
}

export async function holdItem(at: Doing, id: Id, itemId: Id, step: Parameters<typeof whyNotIn>[0]): Promise<[Sitting, Item]> {
  const sitting = await holdMeeting(at.db, at.viewer, id)
  const item = found(sitting.items.find((one) => one.id === itemId))
  demand(whyNotIn(step, sitting, at.viewer))
  return [sitting, item]
}

export async function put(at: Doing, { meeting }: Pick<Sitting, 'meeting'>, change: Partial<Meeting>): Promise<void> {
  await at.db.updateTable('meeting').set({ ...change, changedAt: at.now }).where('id', '=', meeting.id).execute()
}

/** Into the history of the body, to those who watch, and what it shows now. */
export async function tellMeeting(at: Doing, { meeting }: Pick<Sitting, 'meeting'>, what: string, data: Record<string, unknown>): Promise<MeetingFile> {
  await record(at, { what: `meeting.${what}`, about: meeting.bodyId, data: { meeting: meeting.id, ...data } })
  await announce(at.db, `meeting:${meeting.id}`)
  return showMeeting(at.db, at.viewer, meeting.id, at.now)
}

export const refuse = (reason: `${string}.${string}`): never => { throw new Refused(reason) }
