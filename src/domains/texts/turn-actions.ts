// Whose turn it is, and what was agreed: the turn is handed over with a version, every side agrees to the same one, and a text
// that is agreed is reopened before it is changed.
import type { Hand } from '#platform/audit/journal.ts'
import { sidesOf } from '#domains/agreements/rules.ts'
import { organisationsById } from '#domains/organisations/store.ts'
import { json } from '#platform/db/database.ts'
import { type Id, newId } from '#platform/kinds.ts'
import { demand, found, Refused } from '#platform/refusals.ts'
import { askNoMore, hold, type Held, moveTo, putText, show, takeConsentsBack, tellOf } from './changing.ts'
import type { HandOver, TextFile, VersionLine } from './negotiation-model.ts'
import { whyNotTo } from './rules.ts'
import { hashesOf, sameHashes, snapshotOf } from './snapshots.ts'
import { latestVersion } from './version-store.ts'
import { wholeOf } from './whole.ts'

/** Hands the turn over with a version of the text as it stands; who asks for agreement has agreed. */
export async function handOver(at: Hand, id: Id, { toId, waitingFor, note }: HandOver): Promise<TextFile> {
  const held = await hold(at, 'hand-over', id)
  demand(whyNotTo(toId, { ...held.text, parties: held.parties }))
  const version = await makeVersion(at, held, { toId, waitingFor, note })
  await giveTurn(at, held, { toId, waitingFor, note, number: version.number })
  if (waitingFor === 'agreement') await agree(at, held, version)
  return show(at, held)
}

/** The numbered text as it stands, unless that is the latest already; never changed afterwards. */
async function makeVersion(at: Hand, held: Held, { toId, waitingFor, note }: HandOver): Promise<VersionLine> {
  const content = snapshotOf(await wholeOf(at.db, held))
  if (!content.articles.some(({ title, clauses }) => Object.keys(title).length + clauses.flatMap(({ wordings }) => Object.keys(wordings)).length > 0)) throw new Refused('texts.nothing-written')
  const before = await latestVersion(at.db, held.id)
  const hashes = hashesOf(content)
  if (before && sameHashes(before.hashes, hashes)) return before
  if (before) await askNoMore(at, held, before.number)
  const number = (before?.number ?? 0) + 1
  await at.db.insertInto('textVersion').values({
    id: newId(), agreementId: held.id, number, content: json(content) as never, hashes: json(hashes) as never, note, turnFor: waitingFor, handedToId: toId, sideId: held.side,
    who: at.viewer.id, office: at.viewer.acting, at: at.now,
  }).execute()
  await tellOf(at, held, 'version-made', { number, hashes })
  return found(await latestVersion(at.db, held.id))
}

/** Writes whose turn it is from now on. */
export async function giveTurn(at: Hand, held: Held, { toId, waitingFor, note, number }: HandOver & { number: number }): Promise<void> {
  const fromId = held.text.turnId
  await moveTo(at, held, 'negotiating', { turnId: toId, turnSince: at.now, turnFor: waitingFor, turnNote: note, turnFromId: fromId })
  const to = (await organisationsById(at.db, [toId])).get(toId)
  await tellOf(at, held, 'handed-over', { number, from: fromId, to: toId, toName: to?.name ?? '', waitingFor, note })
}

/** Nobody answered, or something was forgotten: the side that handed the turn over takes it back. */
export async function takeTurnBack(at: Hand, id: Id): Promise<TextFile> {
  const held = await hold(at, 'take-back-turn', id)
  const [from, to] = [held.text.turnId, held.text.turnFromId]
  await putText(at, held, { turnId: to, turnSince: at.now, turnFor: 'wording', turnNote: null, turnFromId: null })
  await tellOf(at, held, 'turn-taken-back', { from, to })
  return show(at, held)
}

/** Agrees, for one's side, to the latest version, which must be what the text says now. */
export async function consent(at: Hand, id: Id, versionId: Id): Promise<TextFile> {
  const held = await hold(at, 'consent', id)
  const latest = await currentVersion(at, held, versionId)
  if (latest.consents.some(({ sideId }) => sideId === held.side)) throw new Refused('texts.agreed-already', { number: latest.number })
  await agree(at, held, latest)
  return show(at, held)
}

/** The latest version, if it is this one and what the text says now. */
export async function currentVersion(at: Hand, held: Held, versionId: Id): Promise<VersionLine> {
  const latest = await latestVersion(at.db, held.id)
  if (!latest) throw new Refused('texts.no-version-yet')
  if (latest.id !== versionId) throw new Refused('texts.newer-version', { number: latest.number })
  if (!sameHashes(latest.hashes, hashesOf(snapshotOf(await wholeOf(at.db, held))))) throw new Refused('texts.changed-since-version', { number: latest.number })
  return latest
}

/** `visitor`: who agreed without an account, and by which way they were asked. */
export async function agree(at: Hand, held: Held, { id: versionId, number, hashes }: VersionLine, visitor: { byName: string; via: string } | null = null): Promise<void> {
  const row = { versionId, sideId: held.side, who: at.viewer.id, office: at.viewer.acting, at: at.now, withdrawnAt: null, byName: visitor?.byName ?? null }
  await at.db.insertInto('textConsent').values(row).onConflict((before) => before.columns(['versionId', 'sideId']).doUpdateSet(row)).execute()
  await tellOf(at, held, 'consented', { number, side: held.side, ...visitor })
  const agreed = (await latestVersion(at.db, held.id))!.consents.map(({ sideId }) => sideId)
  const left = sidesOf(held.parties).filter((side) => !agreed.includes(side))
  if (left.length === 0) {
    await askNoMore(at, held, number)
    await moveTo(at, held, 'agreed', { turnId: null, turnSince: at.now, turnFor: 'nothing', turnNote: null, turnFromId: null })
    await tellOf(at, held, 'agreed', { versionId, number, hashes })
  } else if (held.text.turnId === held.side) {
    await giveTurn(at, held, { toId: left[0]!, waitingFor: 'agreement', note: null, number })
  }
}

/** Takes one's own consent back while others have not agreed yet. */
export async function takeConsentBack(at: Hand, id: Id): Promise<TextFile> {
  const held = await hold(at, 'withdraw-consent', id)
  const latest = await latestVersion(at.db, id)
  if (!latest?.consents.some(({ sideId }) => sideId === held.side)) throw new Refused('texts.not-agreed-by-you')
  await at.db.updateTable('textConsent').set({ withdrawnAt: at.now }).where('versionId', '=', latest.id).where('sideId', '=', held.side).execute()
  await askNoMore(at, held, latest.number)
  await tellOf(at, held, 'consent-withdrawn', { number: latest.number, side: held.side })
  return show(at, held)
}

/** What was agreed is negotiated again: it is the turn of the side that asks for it. */
export async function reopen(at: Hand, id: Id, because: string): Promise<TextFile> {
  const held = await hold(at, 'reopen', id)
  await takeConsentsBack(at, held)
  await moveTo(at, held, 'negotiating', { turnId: held.side, turnSince: at.now, turnFor: 'wording', turnNote: because, turnFromId: null })
  await tellOf(at, held, 'reopened', { because, side: held.side })
  return show(at, held)
}
