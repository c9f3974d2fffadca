// How a text is found and shown, and what the rooms above read of it.
import { titleIn } from '#domains/agreements/model.ts'
import { isInner, sidesHeld } from '#domains/agreements/rules.ts'
import { agreementColumns as columns, seenBy } from '#domains/agreements/store.ts'
import type { Viewer } from '#platform/auth/viewer.ts'
import type { Reading } from '#platform/db/database.ts'
import { plainOf } from '#platform/documents/rich.ts'
import type { Id, Locale } from '#platform/kinds.ts'
import { found } from '#platform/refusals.ts'
import { matches } from './alignment-rules.ts'
import type { ClauseShown, Wording } from './model.ts'
import type { ClauseTold, TextFile, TextToSign } from './negotiation-model.ts'
import { nameOf } from './names.ts'
import { inOrder } from './numbering-rules.ts'
import { openProposals } from './proposal-store.ts'
import { mayRead } from './rules.ts'
import { hashesOf, labelsOf, sameHashes, snapshotOf } from './snapshots.ts'
import { isEmpty, variablesIn } from './variable-rules.ts'
import { agreedVersion, latestVersion } from './version-store.ts'
import { readWhole, textOf, type Whole } from './whole.ts'

/** The text of an agreement that this viewer sees, with everything behind it. */
export async function findWhole(db: Reading, viewer: Viewer, agreementId: Id): Promise<Whole> {
  const agreement = found(await seenBy(db, viewer).select(columns).where('agreement.id', '=', agreementId).executeTakeFirst())
  const [text, parties] = await Promise.all([textOf(db, agreementId), db.selectFrom('agreementParty').selectAll().where('agreementId', '=', agreementId).orderBy('place').execute()])
  return readWhole(db, agreement, parties, found(text && mayRead(text, viewer) ? text : null))
}

/** Most agreements have none, which is no fault: their page asks for each. */
export async function textBeside(db: Reading, viewer: Viewer, agreementId: Id): Promise<TextFile | null> {
  found(await seenBy(db, viewer).select('agreement.id').where('agreement.id', '=', agreementId).executeTakeFirst())
  const text = await textOf(db, agreementId)
  return text && mayRead(text, viewer) ? findText(db, viewer, agreementId) : null
}

/** As its page shows it. */
export async function findText(db: Reading, viewer: Viewer, agreementId: Id): Promise<TextFile> {
  const whole = await findWhole(db, viewer, agreementId)
  return showText(db, viewer, whole)
}

export async function showText(db: Reading, viewer: Viewer, whole: Whole): Promise<TextFile> {
  const { agreement, parties, text, sides, values } = whole
  const inner = isInner(parties, viewer)
  const [clauses, proposals, latest] = await Promise.all([shownClauses(db, whole), inner ? openProposals(db, whole) : [], latestVersion(db, text.agreementId)])
  const used = clauses.flatMap(({ wordings }) => Object.entries(wordings).flatMap(([lang, { content }]) => variablesIn(content).filter((name) => !values[name]?.[lang as Locale])))
  return {
    agreementId: agreement.id, title: Object.fromEntries(text.languages.map((lang) => [lang, titleIn(agreement, lang)])),
    languages: text.languages, authentic: text.authentic, prevailing: text.prevailing, template: text.template, stage: text.stage, stageSince: text.stageSince,
    turn: { sideId: text.turnId, since: text.turnSince, waitingFor: text.turnFor, note: inner ? text.turnNote : null, fromId: text.turnFromId },
    sides: sides.map(({ id, letter, organisation, unit }) => ({ id, letter, organisation, unit })), mine: sidesHeld(parties, viewer),
    values, given: text.given, unresolved: [...new Set(used)], clauses, proposals, latest: latest && (inner ? latest : { ...latest, note: null }),
    changedSince: !latest || !sameHashes(latest.hashes, hashesOf(snapshotOf(whole))), ...countedIn(clauses, text.languages),
  }
}

/** How many wordings are missing, and how many were not changed along with another language. */
function countedIn(clauses: ClauseShown[], languages: Locale[]) {
  const wordings = clauses.flatMap((clause) => languages.map((lang) => clause.wordings[lang]))
  const there = wordings.filter((wording): wording is Wording => !isEmpty(wording?.content))
  return { missing: wordings.length - there.length, behind: there.filter(({ matches }) => !matches).length }
}

async function shownClauses(db: Reading, { clauses, wordings, text }: Whole): Promise<ClauseShown[]> {
  const people = await db.selectFrom('textWording').innerJoin('textClause', 'textClause.id', 'textWording.clauseId').where('agreementId', '=', text.agreementId)
    .select(['changedBy', nameOf('textWording.changedBy').as('name')]).distinct().execute()
  const names = new Map(people.map(({ changedBy, name }) => [changedBy, name]))
  const said = Map.groupBy(wordings, ({ clauseId }) => clauseId)
  return inOrder(clauses).map((clause) => ({
    id: clause.id, articleId: clause.articleId, origin: clause.origin, numbered: clause.numbered, number: clause.number,
    labels: clause.articleId === null ? labelsOf(clause.number, text.languages) : {},
    wordings: Object.fromEntries((said.get(clause.id) ?? []).filter(({ lang }) => text.languages.includes(lang)).map((one): [Locale, Wording] =>
      [one.lang, { content: one.content, edition: one.edition, changedAt: one.changedAt, sideId: one.sideId, who: names.get(one.changedBy) ?? null, matches: matches(one, clause) }])),
  }))
}

/** What is read before it is signed and what is signed are one paper. */
export { paperOf } from './paper.ts'

/** What the signing room signs: the latest version, if every side has agreed to it. */
export async function textToSign(db: Reading, agreementId: Id): Promise<TextToSign | null> {
  const version = await agreedVersion(db, agreementId)
  if (!version) return null
  const { id, number, hashes, at, content: { languages, authentic, prevailing, articles, title, parties } } = version
  return { versionId: id, number, hashes, at, languages, authentic, prevailing, articles, title, parties }
}

/** Its clauses in one language for the rooms above: as agreed, or as the text stands. For an agreement that the caller knows to be seen. */
export async function clausesOf(db: Reading, agreementId: Id, locale: Locale): Promise<ClauseTold[]> {
  const text = await textOf(db, agreementId)
  if (!text) return []
  const lang = text.languages.includes(locale) ? locale : text.languages[0]!
  const agreed = await agreedVersion(db, agreementId)
  const { articles } = agreed?.content ?? snapshotOf(await wholeNow(db, agreementId, text))
  return articles.flatMap(({ title, clauses }) => clauses.map(({ id, number, wordings }) => ({ id, number, heading: plainOf(title[lang] ?? []), text: plainOf(wordings[lang] ?? []) })))
}

async function wholeNow(db: Reading, agreementId: Id, text: NonNullable<Awaited<ReturnType<typeof textOf>>>): Promise<Whole> {
  const agreement = found(await db.selectFrom('agreement').select(columns).where('id', '=', agreementId).executeTakeFirst())
  const parties = await db.selectFrom('agreementParty').selectAll().where('agreementId', '=', agreementId).orderBy('place').execute()
  return readWhole(db, agreement, parties, text)
}
