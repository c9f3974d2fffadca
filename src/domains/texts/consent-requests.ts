// A side without an account agrees to a version by a letter or a link: it is asked by a claim, as for what was done, and its answer is
// its consent, in the same transaction.
import { claimsOf, makeClaims } from '#domains/confirmations/actions.ts'
import type { ClaimShown } from '#domains/confirmations/model.ts'
import { claimsAbout } from '#domains/confirmations/store.ts'
import { stillSeen } from '#domains/agreements/store.ts'
import { innerOf } from '#domains/agreements/inner-store.ts'
import { sidesOf } from '#domains/agreements/rules.ts'
import { nameIn } from '#domains/organisations/model.ts'
import { organisationsById } from '#domains/organisations/store.ts'
import type { Hand } from '#platform/audit/journal.ts'
import { when } from '#platform/audit/news.ts'
import { house, nobody, type Viewer } from '#platform/auth/viewer.ts'
import type { Reading, Writing } from '#platform/db/database.ts'
import { writePdf } from '#platform/documents/write-pdf.ts'
import type { Download } from '#platform/http/contract.ts'
import { languageName, listOf } from '#platform/i18n/format.ts'
import { locales } from '#platform/i18n/locale.ts'
import type { Id, Locale } from '#platform/kinds.ts'
import { demand, found, Refused } from '#platform/refusals.ts'
import { hold, type Held } from './changing.ts'
import { paperOf } from './paper.ts'
import { isOpen, mayRead } from './rules.ts'
import { hashesOf, sameHashes, snapshotOf } from './snapshots.ts'
import { agree, currentVersion, giveTurn } from './turn-actions.ts'
import { findVersion, latestVersion } from './version-store.ts'
import { holdText, readWhole, textOf, type Whole } from './whole.ts'

/** Asks a side to agree to the version that one's own side has agreed to. Asked twice, it is the same claim. */
export async function askConsent(at: Hand, agreementId: Id, { versionId, sideId }: { versionId: Id; sideId: Id }): Promise<{ claim: Id }> {
  const held = await hold(at, 'consent', agreementId)
  const version = await currentVersion(at, held, versionId)
  const agreed = version.consents.map((consent) => consent.sideId)
  demand(agreed.includes(held.side) ? undefined : 'texts.agree-first', { number: version.number })
  demand(sideId === held.side || !sidesOf(held.parties).includes(sideId) ? 'texts.not-a-side' : agreed.includes(sideId) ? 'texts.has-agreed' : undefined, { number: version.number })
  const before = (await claimsAbout(at.db, 'version', [versionId])).find(({ state, sides }) => state !== 'withdrawn' && sides.some(({ organisationId, answer }) => organisationId === sideId && answer !== 'claims'))
  const [id] = before ? [before.id] : await makeClaims(at, [{ kind: 'version', about: versionId, scope: agreementId, side: held.side, others: [sideId] }])
  return { claim: id! }
}

type Known = { about: Id; scope: Id }
const seen = async (db: Reading, viewer: Viewer, { scope }: Known): Promise<boolean> => {
  const text = await textOf(db, scope)
  return text !== undefined && mayRead(text, viewer) && await innerOf(db, viewer, scope) && stillSeen(db, viewer, scope)
}
const held = (db: Writing, viewer: Viewer, { scope }: Known): Promise<boolean> => holdText(db, viewer, scope).then(() => true)

claimsOf('version', { seen, held, shown, file })

/** What the one who is asked reads: which text, in which languages, and the whole of it as a file. */
async function shown(db: Reading, { about, scope }: Known): Promise<ClaimShown> {
  const { number, content } = await findVersion(db, scope, about)
  const sides = await organisationsById(db, content.parties.map(({ sideId }) => sideId))
  const inEach = (say: (locale: Locale) => string) => Object.fromEntries(locales.map((locale) => [locale, say(locale)]))
  const parties = inEach((locale) => content.parties.map(({ sideId }) => sides.get(sideId)).flatMap((side) => (side ? [nameIn(side, locale)] : [])).join(' – '))
  const file = { id: about, title: `${Object.values(content.title)[0] ?? ''} v${number}.pdf`.trim(), type: 'application/pdf', size: null, url: null, href: `/api/agreements/${scope}/text/file?form=pdf&layout=after&versionId=${about}` }
  return {
    title: content.title, lang: null, evidence: [file], within: { to: `/agreements/${scope}/text`, key: 'texts.asked.to-text' }, lines: [
      { label: 'texts.asked', key: 'texts.asked.agrees', values: { number } },
      ...await changedMeanwhile(db, scope, { id: about, number }),
      { label: 'texts.asked.parties', key: 'texts.asked.text', values: { text: parties } },
      { label: 'texts.asked.languages', key: 'texts.asked.text', values: { text: inEach((locale) => listOf(content.languages.map((lang) => languageName(lang, locale)), locale)) } },
    ],
  }
}

/** Whether it is still what the text says: who opens a link after weeks hears it in their own language, with the version that came after. */
async function changedMeanwhile(db: Reading, scope: Id, { id, number }: { id: Id; number: number }): Promise<ClaimShown['lines']> {
  const latest = await latestVersion(db, scope)
  if (latest && latest.id !== id) return [{ label: 'texts.asked.meanwhile', key: 'texts.asked.newer', values: { number, newer: latest.number, on: latest.at.slice(0, 10) } }]
  if (!latest || sameHashes(latest.hashes, hashesOf(snapshotOf(await wholeText(db, scope))))) return []
  const change = await db.selectFrom('textChange').innerJoin('textClause', 'textClause.id', 'textChange.clauseId').select('textChange.at').where('textClause.agreementId', '=', scope)
    .where('textChange.what', '<>', 'matched').orderBy('textChange.at', 'desc').limit(1).executeTakeFirst()
  return [{ label: 'texts.asked.meanwhile', key: 'texts.asked.changed', values: { number, on: (change?.at ?? latest.at).slice(0, 10) } }]
}

async function wholeText(db: Reading, scope: Id): Promise<Whole> {
  const [agreement, parties] = [await db.selectFrom('agreement').selectAll().where('id', '=', scope).executeTakeFirstOrThrow(), await db.selectFrom('agreementParty').selectAll().where('agreementId', '=', scope).orderBy('place').execute()]
  return readWhole(db, agreement, parties, found(await textOf(db, scope)))
}

async function file(db: Reading, { about, scope }: Known, id: Id): Promise<Download> {
  found(id === about || null)
  const { content, number, at } = await findVersion(db, scope, about)
  return { name: `v${number}.pdf`, type: 'application/pdf', body: (await writePdf(paperOf(content, { layout: 'after', madeAt: at, version: number }))).bytes }
}

/** Its side agrees, whoever answered for it; to a version that is not what the text says any more nobody can. */
when('claim.confirmed', async (at, { about, data }) => {
  if (data['kind'] !== 'version') return
  const text = await heldFor(at, about, data['side'] as Id)
  const version = await currentVersion(at, text, data['thing'] as Id)
  const name = [data['name'], data['officeName']].filter(Boolean).join(', ')
  if (!version.consents.some(({ sideId }) => sideId === text.side)) await agree(at, text, version, at.viewer.id === nobody ? { byName: name, via: String(data['via']) } : null)
})

/** It does not: the one that asked has the turn, with the reason. */
when('claim.disputed', async (at, { about, data }) => {
  if (data['kind'] !== 'version') return
  const text = await heldFor(at, about, data['side'] as Id)
  const version = await currentVersion(at, text, data['thing'] as Id)
  const { organisationId: asker } = await at.db.selectFrom('confirmationSide').select('organisationId').where('confirmationId', '=', data['claim'] as Id).where('answer', '=', 'claims').executeTakeFirstOrThrow()
  if (text.text.turnId !== asker) await giveTurn(at, text, { toId: asker, waitingFor: 'answer', note: data['reason'] ? String(data['reason']) : null, number: version.number })
})

async function heldFor(at: Hand, agreementId: Id, side: Id): Promise<Held> {
  const text = await holdText(at.db, house, agreementId)
  if (!isOpen(text.text)) throw new Refused(text.text.stage === 'agreed' ? 'texts.is-agreed' : 'texts.being-signed')
  return { ...text, id: agreementId, side }
}
