// Takes a Word file in: a text from elsewhere becomes articles and clauses, an edited copy of ours becomes proposals of its side.
import type { Hand } from '#platform/audit/journal.ts'
import { sidesOf } from '#domains/agreements/rules.ts'
import { plainOf } from '#platform/documents/rich.ts'
import type { Upload } from '#platform/http/contract.ts'
import { type Id, type Locale, newId } from '#platform/kinds.ts'
import { Refused } from '#platform/refusals.ts'
import { putFirst } from './beginning.ts'
import { hasChanged, hold, type Held, show, tellOf } from './changing.ts'
import { putClause, takeOut } from './clause-actions.ts'
import type { TakenIn, WordComing } from './negotiation-model.ts'
import { putProposal } from './proposal-actions.ts'
import { whyNot } from './rules.ts'
import { snapshotOf } from './snapshots.ts'
import { wholeOf, type Whole } from './whole.ts'
import { type Addition, additionsIn } from './word-additions.ts'
import { articlesIn, type Edited, editsIn, type ReadWord } from './word-reading.ts'
import { holdClause, word } from './wording.ts'

export async function takeWord(at: Hand, id: Id, { bytes, name }: Upload, { lang, sideId }: WordComing, readWord: ReadWord): Promise<TakenIn> {
  const held = await hold(at, 'propose', id)
  const { parts, problems } = await readWord(bytes)
  const whole = await wholeOf(at.db, held)
  const standing = whole.clauses.filter(({ removedAt }) => !removedAt)
  const ours = parts.some((part) => part.id !== undefined && standing.some((clause) => clause.id === part.id))
  if (!ours && standing.length > 0) throw new Refused('texts.word-not-ours', { name })
  const taken = ours ? await takeEdits(at, held, whole, parts, { name, sideId }) : await takeText(at, held, parts, lang, name)
  return { text: await show(at, held), ...taken, problems }
}

/** Whole and new: each heading an article, each paragraph a clause, in one language. */
async function takeText(at: Hand, held: Held, parts: Parameters<typeof articlesIn>[0], lang: Locale | undefined, name: string): Promise<Omit<TakenIn, 'text' | 'problems'>> {
  const refused = whyNot('write', { ...held.text, parties: held.parties }, at.viewer)
  if (refused) throw new Refused(refused)
  const said = lang ?? held.text.languages[0]!
  if (!held.text.languages.includes(said)) throw new Refused('texts.no-such-language', { lang: said })
  const articles = articlesIn(parts)
  const clauses = articles.flatMap(({ title, numbered, clauses: within }, place) => {
    const articleId = newId()
    const first = { id: articleId, articleId: null, place, numbered, origin: null, wordings: plainOf(title).trim() ? { [said]: title } : {} }
    return [first, ...within.map((content, inside) => ({ id: newId(), articleId, place: inside, numbered: true, origin: null, wordings: { [said]: content } }))]
  })
  await putFirst(at, held.id, held.side, clauses)
  await tellOf(at, held, 'imported', { name, articles: articles.length, clauses: clauses.length - articles.length })
  await hasChanged(at, held)
  return { articles: articles.length, changed: 0, added: 0, removed: 0, outside: [] }
}

/** The side that edited the copy proposes; whose turn it is and who edited themselves, changes at once. */
async function takeEdits(at: Hand, held: Held, whole: Whole, parts: Parameters<typeof editsIn>[0], { name, sideId = held.side }: { name: string; sideId: Id | undefined }): Promise<Omit<TakenIn, 'text' | 'problems'>> {
  if (!sidesOf(held.parties).includes(sideId)) throw new Refused('texts.not-a-side')
  const stored = (clauseId: Id, lang: Locale) => whole.wordings.find((one) => one.clauseId === clauseId && one.lang === lang)?.content
  const text = snapshotOf(whole)
  const { added, outside } = additionsIn(parts, text)
  const count = added.reduce((sum, { within }) => sum + 1 + within.length, 0)
  const edits = { ...editsIn(parts, text, stored, whole.values), added }
  const own = sideId === held.side && whyNot('write', { ...held.text, parties: held.parties }, at.viewer) === undefined
  await (own ? applyEdits(at, held, edits) : proposeEdits(at, held, edits, { file: name, side: sideId }))
  await tellOf(at, held, 'imported', { name, side: sideId, changed: edits.changed.length, added: count, removed: edits.removed.length })
  return { articles: 0, changed: edits.changed.length, added: count, removed: edits.removed.length, outside: outside.slice(0, 50) }
}

type Edits = Edited & { added: Addition[] }

async function applyEdits(at: Hand, held: Held, { changed, added, removed }: Edits): Promise<void> {
  // The last that was typed at a place is put there first, so that those typed before it come to stand before it.
  for (const { place, wordings, numbered, within } of added.toReversed()) {
    const articleId = await putClause(at, held, { ...place, wordings, numbered, origin: null })
    for (const one of within.toReversed()) await putClause(at, held, { articleId, afterId: null, wordings: one, numbered: true, origin: null })
  }
  for (const { clauseId, wordings } of changed) await word(at, held, await holdClause(at, held, clauseId), wordings)
  for (const clauseId of removed) await takeOut(at, held, clauseId)
}

async function proposeEdits(at: Hand, held: Held, { changed, added, removed }: Edits, from: { file: string; side: Id }): Promise<void> {
  for (const { clauseId, wordings } of changed) await putProposal(at, held, { what: 'change', clauseId, wordings, because: null, countersId: null }, from)
  for (const { place, wordings, numbered, within } of added) {
    const underId = await putProposal(at, held, { what: 'addition', ...place, wordings, because: null }, { ...from, numbered })
    for (const one of within) await putProposal(at, held, { what: 'addition', articleId: null, afterId: null, wordings: one, because: null }, { ...from, underId })
  }
  for (const clauseId of removed) await putProposal(at, held, { what: 'removal', clauseId, because: null }, from)
}
