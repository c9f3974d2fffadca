// Clearances are answered in their order; an organisation adjusts its rules and keeps the delegations of its units.
import { holdOrganisation } from '#domains/organisations/store.ts'
import { record } from '#platform/audit/journal.ts'
import type { Viewer } from '#platform/auth/viewer.ts'
import type { Reading } from '#platform/db/database.ts'
import { addFile, contentOf, findFile } from '#platform/files/files.ts'
import type { Download, Upload } from '#platform/http/contract.ts'
import type { Doing } from '#platform/http/serve.ts'
import { type Id, newId } from '#platform/kinds.ts'
import { demand, found } from '#platform/refusals.ts'
import type { ClearanceAnswer, ClearanceRow, ClearanceRule, DelegationDraft, DelegationShown, RuleDraft } from './clearance-model.ts'
import { mayAdjust, rulesOfCountry, whyNotAnswer } from './clearance-rules.ts'
import { clearancesOf, lastVersion, rulesOf, shownDelegations } from './clearance-store.ts'
import type { SigningFile, SigningRow } from './model.ts'
import { currentSigning, holdSigning, mustSee, showSigning } from './store.ts'
import { followStage } from './text-desk.ts'

/** Given or refused, by whoever keeps its side's records; the next one's turn begins with it. */
export async function answerClearance(at: Doing, agreementId: Id, clearanceId: Id, { state, note }: ClearanceAnswer): Promise<SigningFile> {
  const { signing, clearance, all } = await holdClearance(at, agreementId, clearanceId)
  demand(signing.sealedAt ? 'signing.is-sealed' : whyNotAnswer(clearance, all, at.viewer))
  await at.db.updateTable('clearance').set({ state, note, answeredBy: at.viewer.id, office: at.viewer.acting, answeredAt: at.now }).where('id', '=', clearanceId).execute()
  const { step, title, sideId, rule, ruleVersion } = clearance
  await record(at, { what: `signing.clearance-${state}`, about: agreementId, data: { step, title, side: sideId, rule, ruleVersion, note } })
  return showAndFollow(at, signing)
}

/** An answer is taken back as long as nobody of its side has signed on it. */
export async function takeBackAnswer(at: Doing, agreementId: Id, clearanceId: Id): Promise<SigningFile> {
  const { signing, clearance, signed } = await holdClearance(at, agreementId, clearanceId)
  demand(signing.sealedAt ? 'signing.is-sealed' : whyNotAnswer({ ...clearance, state: 'waiting' }, [], at.viewer) === 'signing.only-its-side' ? 'signing.only-its-side' : undefined)
  demand(clearance.state === 'waiting' ? 'signing.not-answered' : signed.some(({ sideId }) => sideId === clearance.sideId) ? 'signing.side-has-signed' : undefined)
  await at.db.updateTable('clearance').set({ state: 'waiting', note: null, answeredBy: null, office: null, answeredAt: null }).where('id', '=', clearanceId).execute()
  await record(at, { what: 'signing.clearance-taken-back', about: agreementId, data: { step: clearance.step, title: clearance.title, side: clearance.sideId } })
  return showAndFollow(at, signing)
}

export async function addClearanceFile(at: Doing, agreementId: Id, clearanceId: Id, upload: Upload): Promise<SigningFile> {
  const { signing, clearance } = await holdClearance(at, agreementId, clearanceId)
  demand(whyNotAnswer({ ...clearance, state: 'waiting' }, [], at.viewer) === 'signing.only-its-side' ? 'signing.only-its-side' : undefined)
  const { name, sha256 } = await addFile(at, clearanceId, upload)
  await record(at, { what: 'signing.clearance-file', about: agreementId, data: { name, sha256, step: clearance.step, title: clearance.title } })
  return showSigning(at.db, at.viewer, signing, at.today, at.now)
}

export async function openClearanceFile(db: Reading, viewer: Viewer, agreementId: Id, fileId: Id): Promise<Download> {
  await mustSee(db, viewer, agreementId)
  const signing = found(await currentSigning(db, agreementId))
  const [file, all] = [await findFile(db, fileId), await clearancesOf(db, signing.id)]
  return contentOf(db, found(all.some(({ id }) => id === file.about) ? file : null))
}

async function showAndFollow(at: Doing, signing: SigningRow): Promise<SigningFile> {
  const shown = await showSigning(at.db, at.viewer, signing, at.today, at.now)
  await followStage(at, shown)
  return shown
}

async function holdClearance(at: Doing, agreementId: Id, clearanceId: Id) {
  const held = await holdSigning(at.db, at.viewer, agreementId)
  const all: ClearanceRow[] = await clearancesOf(at.db, held.signing.id)
  return { ...held, all, clearance: found(all.find(({ id }) => id === clearanceId)) }
}

async function holdFor(at: Doing, organisationId: Id): Promise<void> {
  await holdOrganisation(at.db, organisationId)
  demand(mayAdjust(organisationId, at.viewer) ? undefined : 'signing.only-a-director')
}

/** A rule of its own, or one in the place of its country's, which stays as it is for everybody else. */
export async function adjustRule(at: Doing, organisationId: Id, draft: RuleDraft): Promise<ClearanceRule[]> {
  await holdFor(at, organisationId)
  const { country } = await at.db.selectFrom('organisation').select('country').where('id', '=', organisationId).executeTakeFirstOrThrow()
  demand(draft.replaces !== null && !rulesOfCountry(country).some(({ id }) => id === draft.replaces) ? 'signing.rule-unknown' : undefined)
  if (draft.replaces) await dropRules(at, organisationId, (rule) => rule.replaces === draft.replaces)
  const version = (await lastVersion(at.db, organisationId)) + 1
  await at.db.insertInto('clearanceRule').values({ ...draft, id: newId(), organisationId, version, changedBy: at.viewer.id, changedAt: at.now, removedAt: null }).execute()
  await record(at, { what: 'organisation.clearance-rule', about: organisationId, data: { ...draft, version } })
  return rulesOf(at.db, organisationId)
}

/** Takes a rule of its own away: where it stood in the place of its country's, that one is back. */
export async function dropRule(at: Doing, organisationId: Id, ruleId: Id): Promise<ClearanceRule[]> {
  await holdFor(at, organisationId)
  found(await dropRules(at, organisationId, ({ id }) => id === ruleId))
  await record(at, { what: 'organisation.clearance-rule-dropped', about: organisationId, data: { rule: ruleId } })
  return rulesOf(at.db, organisationId)
}

async function dropRules(at: Doing, organisationId: Id, which: (rule: { id: Id; replaces: string | null }) => boolean): Promise<Id | null> {
  const rows = await at.db.selectFrom('clearanceRule').select(['id', 'replaces']).where('organisationId', '=', organisationId).where('removedAt', 'is', null).execute()
  const gone = rows.filter(which)
  for (const { id } of gone) await at.db.updateTable('clearanceRule').set({ removedAt: at.now }).where('id', '=', id).execute()
  return gone[0]?.id ?? null
}

export async function addDelegation(at: Doing, organisationId: Id, { unit, givenBy, givenByTitle, toWhom, kinds, sinceOn, untilOn }: DelegationDraft, upload: Upload): Promise<DelegationShown[]> {
  await holdFor(at, organisationId)
  const id = newId()
  const row = { id, organisationId, unit: unit ?? null, givenBy, givenByTitle: givenByTitle ?? null, toWhom: toWhom ?? null, kinds, sinceOn, untilOn: untilOn ?? null, recordedBy: at.viewer.id, recordedAt: at.now, withdrawnAt: null }
  await at.db.insertInto('delegation').values(row).execute()
  const { sha256 } = await addFile(at, id, upload)
  await record(at, { what: 'organisation.delegation-recorded', about: organisationId, data: { delegation: id, unit: row.unit, givenBy, kinds, sinceOn, untilOn: row.untilOn, sha256 } })
  return shownDelegations(at.db, organisationId, at.today)
}

export async function withdrawDelegation(at: Doing, organisationId: Id, delegationId: Id): Promise<DelegationShown[]> {
  await holdFor(at, organisationId)
  const row = found((await shownDelegations(at.db, organisationId, at.today)).find(({ id }) => id === delegationId))
  await at.db.updateTable('delegation').set({ withdrawnAt: at.now }).where('id', '=', row.id).execute()
  await record(at, { what: 'organisation.delegation-withdrawn', about: organisationId, data: { delegation: row.id, unit: row.unit } })
  return shownDelegations(at.db, organisationId, at.today)
}

export async function openDelegation(db: Reading, viewer: Viewer, organisationId: Id, fileId: Id): Promise<Download> {
  found(mayAdjust(organisationId, viewer) || viewer.offices.some(({ within }) => within.includes(organisationId)) || null)
  const file = await findFile(db, fileId)
  const own = await db.selectFrom('delegation').select('id').where('id', '=', file.about).where('organisationId', '=', organisationId).executeTakeFirst()
  return contentOf(db, found(own && file))
}
