// The verbs of a whole text: it is begun, its languages are set, its variables filled in, and the signing room moves it on.
// Clauses, turns, proposals and comments have files of their own.
import { type AgreementFile } from '#domains/agreements/model.ts'
import { draftAgreement } from '#domains/agreements/actions.ts'
import { sidesOf } from '#domains/agreements/rules.ts'
import { holdAgreement } from '#domains/agreements/store.ts'
import { organisationsById } from '#domains/organisations/store.ts'
import { type Hand, record } from '#platform/audit/journal.ts'
import { when } from '#platform/audit/news.ts'
import { json } from '#platform/db/database.ts'
import type { Doing } from '#platform/http/serve.ts'
import type { Id } from '#platform/kinds.ts'
import { demand, found, Refused } from '#platform/refusals.ts'
import { beginningOf, putFirst } from './beginning.ts'
import { hasChanged, hold, moveTo, putText, show, takeConsentsBack, tellOf } from './changing.ts'
import type { Begin, Given, Languages, NewDraft, Stage } from './model.ts'
import type { TextFile } from './negotiation-model.ts'
import { actingSide, isOpen, whyNotBegin } from './rules.ts'
import { findText } from './store.ts'
import { hashesOf, sameHashes, snapshotOf } from './snapshots.ts'
import { latestVersion } from './version-store.ts'
import { holdText, textOf, wholeOf } from './whole.ts'

/** The record of a new draft and its text, both or neither. */
export async function newDraft(at: Doing, { agreement, text }: NewDraft): Promise<AgreementFile> {
  const made = await draftAgreement(at, agreement)
  await beginText(at, made.id, text)
  return made
}

/** Begins the text of a draft: it is the turn of the side that begins it. */
export async function beginText(at: Hand, id: Id, begin: Begin): Promise<TextFile> {
  const { row, parties } = await holdAgreement(at.db, at.viewer, id)
  demand(whyNotBegin({ ...row, parties }, at.viewer, Boolean(await textOf(at.db, id))))
  const side = actingSide({ parties, turnId: null }, at.viewer)!
  const organisations = await organisationsById(at.db, sidesOf(parties))
  const { clauses, promises, given, ...begun } = await beginningOf(at.db, at.viewer, begin, [...organisations.values()].flatMap(({ country }) => country ?? []))
  await at.db.insertInto('agreementText').values({
    ...begun, agreementId: id, given: json(given) as never, stage: 'drafting', stageSince: at.now, turnId: side, turnSince: at.now, turnFor: 'draft', turnNote: null, turnFromId: null,
    begunBy: at.viewer.id, begunAt: at.now, changedAt: at.now,
  }).execute()
  await putFirst(at, id, side, clauses)
  await record(at, { what: 'text.begun', about: id, data: { from: begin.from, template: begun.template, languages: begun.languages, promises } })
  return findText(at.db, at.viewer, id)
}

export async function setLanguages(at: Hand, id: Id, languages: Languages): Promise<TextFile> {
  const held = await hold(at, 'write', id)
  const { languages: before, authentic, prevailing } = held.text
  await putText(at, held, languages)
  await tellOf(at, held, 'languages-set', { ...languages, before: { languages: before, authentic, prevailing } })
  await hasChanged(at, held)
  return show(at, held)
}

/** Says what a variable means; where nothing is said, it means nothing again. */
export async function giveValue(at: Hand, id: Id, name: string, given: Given): Promise<TextFile> {
  const held = await hold(at, 'write', id)
  if (/^(agreement|party)\./.test(name)) throw new Refused('texts.follows-the-record', { name })
  const { [name]: before, ...others } = held.text.given
  const next = Object.keys(given).length > 0 ? { ...others, [name]: given } : others
  await putText(at, held, { given: json(next) as never })
  await tellOf(at, held, 'value-given', { name, given, before: before ?? null })
  await hasChanged(at, held)
  return show(at, held)
}

/** For the signing room: an agreed text goes to clearance and to signature, and back. */
export async function moveStage(at: Hand, id: Id, stage: Exclude<Stage, 'drafting' | 'negotiating'>): Promise<void> {
  const held = await holdText(at.db, at.viewer, id)
  demand(isOpen(held.text) ? 'texts.not-agreed-yet' : undefined)
  if (held.text.stage === stage) return
  await moveTo(at, { ...held, id, side: held.parties[0]!.organisationId }, stage)
  await tellOf(at, { id }, 'stage-moved', { stage, before: held.text.stage })
}

when('agreement.in-force', async (at, { about }) => {
  await at.db.updateTable('agreementText').set({ stage: 'signed', stageSince: at.now }).where('agreementId', '=', about).where('stage', '<>', 'signed').execute()
})

/** Parties and terms are written out in the text: when the record is revised, what was agreed may no longer be what it says. */
when('agreement.revised', async (at, { about }) => {
  const text = await textOf(at.db, about)
  if (!text || text.stage === 'signing' || text.stage === 'signed') return
  const held = { ...(await holdAgreement(at.db, at.viewer, about)), id: about }
  const sides = sidesOf(held.parties)
  const full = { ...held, text, side: actingSide({ ...text, parties: held.parties }, at.viewer) ?? found(sides[0]) }
  if (text.turnId && !sides.includes(text.turnId)) await putText(at, full, { turnId: full.side, turnSince: at.now })
  const latest = await latestVersion(at.db, about)
  if (!latest || sameHashes(latest.hashes, hashesOf(snapshotOf(await wholeOf(at.db, full))))) return
  await takeConsentsBack(at, full)
  if (isOpen(text)) return
  await moveTo(at, full, 'negotiating', { turnId: full.side, turnSince: at.now, turnFor: 'wording', turnNote: null, turnFromId: null })
  await tellOf(at, full, 'reopened', { because: null, side: full.side })
})
