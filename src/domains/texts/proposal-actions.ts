// Proposals: made by a side, answered by another. What is accepted goes into the text at once, with its proposer's name.
import { canonical, type Hand } from '#platform/audit/journal.ts'
import { json } from '#platform/db/database.ts'
import { type Id, type Locale, newId } from '#platform/kinds.ts'
import { demand, Refused } from '#platform/refusals.ts'
import { hold, type Held, show, tellOf } from './changing.ts'
import { moveClause, putClause, takeOut } from './clause-actions.ts'
import type { Answer, ProposalDraft, ProposalRow, TextFile } from './negotiation-model.ts'
import { mustMove, thePlace } from './places.ts'
import { holdProposal } from './proposal-store.ts'
import { actingSide, whyNotAccept, whyNotAnswer, whyNotWithdraw } from './rules.ts'
import { isEmpty } from './variable-rules.ts'
import { editionOf, holdClause, word } from './wording.ts'

export async function propose(at: Hand, id: Id, draft: ProposalDraft): Promise<TextFile> {
  const held = await hold(at, 'propose', id)
  const countersId = draft.what === 'change' ? draft.countersId : null
  if (countersId) await counter(at, held, countersId)
  await putProposal(at, held, draft)
  return show(at, held)
}

/** It was read from a file that this side had edited. `underId`: the proposal of the new article in which it would stand. */
type FromFile = { file: string; side: Id; underId?: Id; numbered?: boolean }

export async function putProposal(at: Hand, held: Held, draft: ProposalDraft, from?: FromFile): Promise<Id> {
  const clause = draft.what === 'addition' ? undefined : await holdClause(at, held, draft.clauseId)
  const wordings = draft.what === 'change' || draft.what === 'addition' ? draft.wordings : {}
  mustHaveLanguages(held, Object.keys(wordings) as Locale[])
  // Of a file an article may have a number, or clauses, and no heading.
  const needsWords = draft.what === 'change' || (draft.what === 'addition' && (from === undefined || draft.articleId !== null || from.underId !== undefined))
  if (needsWords && Object.values(wordings).every(isEmpty)) throw new Refused('texts.nothing-proposed')
  const place = draft.what === 'addition' || draft.what === 'move' ? await thePlace(at, held, draft) : { articleId: null, afterId: null }
  if (draft.what === 'move') await mustMove(at, held, clause!.clause, place)
  const before = Object.fromEntries((clause?.wordings ?? []).filter(({ lang }) => draft.what === 'removal' || lang in wordings).map(({ lang, content }) => [lang, content]))
  const row = {
    id: newId(), agreementId: held.id, what: draft.what, clauseId: draft.what === 'addition' ? null : draft.clauseId,
    ...place,
    before: json(before) as never, wordings: json(wordings) as never, because: draft.because, countersId: draft.what === 'change' ? draft.countersId : null,
    fromFile: from?.file ?? null, underId: from?.underId ?? null, numbered: from?.numbered ?? true, sideId: from?.side ?? held.side, who: at.viewer.id, office: at.viewer.acting, at: at.now, state: 'open' as const,
    answer: null, answeredBy: null, answeredIn: null, answererId: null, answeredAt: null,
  }
  const twin = await twinOf(at, { ...row, wordings })
  if (twin && from) return twin
  if (twin) throw new Refused('texts.proposed-already')
  await at.db.insertInto('textProposal').values(row).execute()
  await tellOf(at, held, 'proposed', { proposalId: row.id, kind: draft.what, clauseId: row.clauseId, number: clause?.number ?? null, side: row.sideId, because: row.because, file: row.fromFile })
  return row.id
}

/** What the same side proposed before in the same words for the same place, and nobody has answered: a file may be brought twice. */
async function twinOf(at: Hand, { agreementId, sideId, what, clauseId, articleId, afterId, underId, countersId, wordings }: Omit<ProposalRow, 'wordings'> & { wordings: object }): Promise<Id | undefined> {
  if (countersId) return undefined
  const open = await at.db.selectFrom('textProposal').select(['id', 'wordings']).where('agreementId', '=', agreementId).where('state', '=', 'open').where('sideId', '=', sideId).where('what', '=', what)
    .where('clauseId', 'is not distinct from', clauseId).where('articleId', 'is not distinct from', articleId).where('afterId', 'is not distinct from', afterId).where('underId', 'is not distinct from', underId).execute()
  return open.find((one) => canonical(one.wordings) === canonical(wordings))?.id
}

/** Accepts a proposal of another side, which changes the text, or refuses it with a reason. */
export async function answerProposal(at: Hand, id: Id, proposalId: Id, { accepted, because, seen }: Answer): Promise<TextFile> {
  const held = await hold(at, 'answer', id)
  const proposal = await holdProposal(at.db, id, proposalId)
  demand(whyNotAnswer(proposal, { ...held.text, parties: held.parties }, at.viewer))
  if (!accepted && !because) throw new Refused('texts.refuse-with-a-reason')
  if (accepted) demand(whyNotAccept(proposal, await openOf(at, held)))
  const made = accepted ? await apply(at, held, proposal, seen) : null
  await settle(at, held, proposal, accepted ? 'accepted' : 'refused', because, made)
  return show(at, held)
}

export async function withdrawProposal(at: Hand, id: Id, proposalId: Id): Promise<TextFile> {
  const held = await hold(at, 'propose', id)
  const proposal = await holdProposal(at.db, id, proposalId)
  demand(whyNotWithdraw(proposal, { ...held.text, parties: held.parties }, at.viewer))
  await settle(at, held, proposal, 'withdrawn', null)
  return show(at, held)
}

/** The one who answers has seen the wordings that the proposal replaces. */
async function apply(at: Hand, held: Held, proposal: ProposalRow, seen: Answer['seen']): Promise<Id | null> {
  const { id: proposalId, what, clauseId, articleId, afterId, wordings, sideId } = proposal
  const why = { proposalId, side: sideId }
  if (what === 'addition') return putClause(at, held, { ...await thePlace(at, held, { articleId, afterId: await behindOf(at, held, proposal) }, true), numbered: proposal.numbered, wordings, origin: null }, why)
  if (what === 'move') return moveClause(at, held, clauseId!, await thePlace(at, held, { articleId, afterId }, true), why).then(() => clauseId)
  const one = await holdClause(at, held, clauseId!)
  const stale = (Object.keys(what === 'change' ? wordings : {}) as Locale[]).some((lang) => editionOf(one, lang) !== (seen[lang] ?? 0))
  if (stale) throw new Refused('texts.changed-meanwhile', {})
  await (what === 'removal' ? takeOut(at, held, clauseId!, why) : word(at, held, one, wordings, why))
  return clauseId
}

/** Of several that were typed in a file at the same place, those accepted already stand there in the order in which they were typed. */
async function behindOf(at: Hand, { id }: Held, { id: proposalId, articleId, afterId, fromFile, sideId }: ProposalRow): Promise<Id | null> {
  if (fromFile === null) return afterId
  const before = await at.db.selectFrom('textProposal').innerJoin('textClause', 'textClause.id', 'textProposal.clauseId').select('textClause.id')
    .where('textProposal.agreementId', '=', id).where('what', '=', 'addition').where('state', '=', 'accepted').where('fromFile', '=', fromFile).where('textProposal.sideId', '=', sideId).where('textProposal.id', '<', proposalId)
    .where('textProposal.articleId', 'is not distinct from', articleId).where('textProposal.afterId', 'is not distinct from', afterId).where('textClause.articleId', 'is not distinct from', articleId)
    .where('textClause.removedAt', 'is', null).orderBy('textProposal.id', 'desc').limit(1).executeTakeFirst()
  return before?.id ?? afterId
}

/** A counter-proposal closes the one that it answers. */
async function counter(at: Hand, held: Held, countersId: Id): Promise<void> {
  const proposal = await holdProposal(at.db, held.id, countersId)
  demand(whyNotAnswer(proposal, { ...held.text, parties: held.parties }, at.viewer))
  await settle(at, held, proposal, 'countered', null)
}

async function settle(at: Hand, held: Held, proposal: ProposalRow, state: ProposalRow['state'], answer: string | null, madeId: Id | null = null): Promise<void> {
  const side = state === 'withdrawn' ? proposal.sideId : answeringSide(at, held, proposal)
  await at.db.updateTable('textProposal').set({
    state, answer, answeredBy: at.viewer.id, answeredIn: at.viewer.acting, answererId: side, answeredAt: at.now, clauseId: proposal.clauseId ?? madeId,
  }).where('id', '=', proposal.id).execute()
  await settleWithin(at, held, proposal, state, answer, madeId)
  await tellOf(at, held, 'proposal-answered', { proposalId: proposal.id, state, because: answer, kind: proposal.what, clauseId: proposal.clauseId ?? madeId, side })
}

/** The clauses of an article that was accepted have a place from now on; without it they have none, and go the way that it went. */
async function settleWithin(at: Hand, held: Held, { id }: ProposalRow, state: ProposalRow['state'], answer: string | null, articleId: Id | null): Promise<void> {
  const within = at.db.selectFrom('textProposal').selectAll().where('underId', '=', id).where('state', '=', 'open').orderBy('id')
  if (articleId) await at.db.updateTable('textProposal').set({ articleId }).where('underId', '=', id).where('state', '=', 'open').execute()
  else for (const one of await within.execute()) await settle(at, held, one, state, answer)
}

const openOf = (at: Hand, { id }: Held) => at.db.selectFrom('textProposal').select('id').where('agreementId', '=', id).where('state', '=', 'open').execute()

/** Who may act for several sides answers for one that did not propose. */
function answeringSide(at: Hand, { text, parties, side }: Held, { sideId }: ProposalRow): Id {
  if (side !== sideId) return side
  return actingSide({ turnId: text.turnId, parties: parties.filter(({ organisationId }) => organisationId !== sideId) }, at.viewer)!
}

function mustHaveLanguages({ text }: Held, langs: Locale[]): void {
  const strange = langs.find((lang) => !text.languages.includes(lang))
  if (strange) throw new Refused('texts.no-such-language', { lang: strange })
}
