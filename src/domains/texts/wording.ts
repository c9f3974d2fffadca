// The one way in which wordings change: written by hand, accepted from a proposal, or read from a file.
import { createHash } from 'node:crypto'
import { canonical, type Hand } from '#platform/audit/journal.ts'
import { json } from '#platform/db/database.ts'
import type { Rich } from '#platform/documents/rich.ts'
import { type Id, type Locale, newId } from '#platform/kinds.ts'
import { found } from '#platform/refusals.ts'
import { afterChange, afterMatch, continuesWithin } from './alignment-rules.ts'
import { hasChanged, type Held, tellOf } from './changing.ts'
import type { ChangeRow, ClauseRow, WordingRow, Wordings } from './model.ts'
import { inOrder } from './numbering-rules.ts'

export type HeldClause = { clause: ClauseRow; wordings: WordingRow[]; number: string | null }

/** A clause of this text that was not removed, with its number. */
export async function holdClause(at: Hand, { id }: Pick<Held, 'id'>, clauseId: Id, removed = false): Promise<HeldClause> {
  const clauses = await at.db.selectFrom('textClause').selectAll().where('agreementId', '=', id).execute()
  const clause = found(clauses.find((one) => one.id === clauseId && (removed || !one.removedAt)))
  const wordings = await at.db.selectFrom('textWording').selectAll().where('clauseId', '=', clauseId).execute()
  return { clause, wordings, number: inOrder(clauses).find((one) => one.id === clauseId)?.number ?? null }
}

export const editionOf = ({ wordings }: HeldClause, lang: Locale): number => wordings.find((one) => one.lang === lang)?.edition ?? 0

/** Words a clause anew, in one language or in several at once, and says who did. Wordings that stay as they are change nothing. */
export async function word(at: Hand, held: Held, one: HeldClause, wordings: Wordings, why: { proposalId?: Id; side?: Id } = {}): Promise<void> {
  const side = why.side ?? held.side
  const changed = (Object.entries(wordings) as [Locale, Rich][]).filter(([lang, content]) => canonical(one.wordings.find((now) => now.lang === lang)?.content ?? []) !== canonical(content))
  if (changed.length === 0) return
  const continued = why.proposalId ? undefined : await continuedBy(at, one, changed.map(([lang]) => lang))
  const aligned = afterChange(alignmentOf(one), changed.map(([lang]) => lang), continued !== undefined)
  await at.db.updateTable('textClause').set({ revision: aligned.revision }).where('id', '=', one.clause.id).execute()
  for (const [lang, content] of changed) {
    const before = one.wordings.find((now) => now.lang === lang)
    const row = { clauseId: one.clause.id, lang, content: json(content) as never, says: aligned.revision, edition: (before?.edition ?? 0) + 1, changedAt: at.now, changedBy: at.viewer.id, sideId: side }
    await at.db.insertInto('textWording').values(row).onConflict((already) => already.columns(['clauseId', 'lang']).doUpdateSet(row)).execute()
    if (continued) await at.db.updateTable('textChange').set({ after: json(content) as never, at: at.now }).where('id', '=', continued.id).execute()
    else await keepChange(at, held, { clauseId: one.clause.id, what: 'worded', lang, before: before?.content ?? null, after: content, leads: aligned.leads, proposalId: why.proposalId ?? null, sideId: side })
    await tellOf(at, held, 'worded', { clauseId: one.clause.id, number: one.number, lang, wordingSha256: createHash('sha256').update(canonical(content)).digest('hex'), ...(why.proposalId ? { proposalId: why.proposalId } : {}) })
  }
  await hasChanged(at, held)
}

/** Says that this wording matches the newest change. */
export async function match(at: Hand, held: Held, one: HeldClause, lang: Locale): Promise<void> {
  const aligned = afterMatch(alignmentOf(one), lang)
  await at.db.updateTable('textWording').set({ says: aligned.says[lang]! }).where('clauseId', '=', one.clause.id).where('lang', '=', lang).execute()
  await keepChange(at, held, { clauseId: one.clause.id, what: 'matched', lang })
  await tellOf(at, held, 'matched', { clauseId: one.clause.id, number: one.number, lang })
}

const alignmentOf = ({ clause, wordings }: HeldClause) => ({ revision: clause.revision, says: Object.fromEntries(wordings.map(({ lang, says }) => [lang, says])) })

/** The last change of this clause, when the same person goes on with it in the same language. */
async function continuedBy(at: Hand, { clause }: HeldClause, langs: Locale[]): Promise<{ id: Id } | undefined> {
  if (langs.length !== 1) return undefined
  const last = await at.db.selectFrom('textChange').select(['id', 'what', 'lang', 'who', 'at', 'proposalId']).where('clauseId', '=', clause.id).orderBy('at', 'desc').orderBy('id', 'desc').limit(1).executeTakeFirst()
  const goesOn = last && last.what === 'worded' && last.lang === langs[0] && last.who === at.viewer.id && !last.proposalId && Date.parse(at.now) - Date.parse(last.at) < continuesWithin
  return goesOn ? last : undefined
}

type Told = Pick<ChangeRow, 'clauseId' | 'what'> & Partial<ChangeRow>
export async function keepChange(at: Hand, held: Pick<Held, 'id' | 'side'>, told: Told): Promise<void> {
  const row = { lang: null, before: null, after: null, leads: false, proposalId: null, sideId: held.side, ...told }
  await at.db.insertInto('textChange').values({
    ...row, id: newId(), agreementId: held.id, before: row.before && json(row.before), after: row.after && json(row.after), who: at.viewer.id, office: at.viewer.acting, at: at.now,
  } as never).execute()
}
