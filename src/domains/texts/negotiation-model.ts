// How a text is negotiated: versions, consents, proposals, comments, and the board of all drafts.
import * as z from 'zod'
import { AgreementLine } from '#domains/agreements/model.ts'
import { Flag, Id, Instant, Locale, LongText, pageOf, ShortText } from '#platform/kinds.ts'
import { ClauseShown, Expectation, Given, Languages, Piece, Side, Stage, Turn, Wordings } from './model.ts'

/** A text as it stood, every variable written out: what a version keeps and what is signed. */
export const Snapshot = z.object({
  title: z.partialRecord(Locale, z.string()), ...Languages.shape,
  parties: z.array(z.object({ sideId: Id, letter: z.string(), names: z.partialRecord(Locale, z.string()) })),
  articles: z.array(z.object({
    id: Id, number: z.string().nullable(), labels: z.partialRecord(Locale, z.string()), title: Wordings,
    clauses: z.array(z.object({ id: Id, number: z.string().nullable(), wordings: Wordings })),
  })),
})
export type Snapshot = z.infer<typeof Snapshot>
export const Hashes = z.partialRecord(Locale, z.string())
export type Hashes = z.infer<typeof Hashes>

/** A side's word that it agrees to a version. */
export const Consent = z.object({ sideId: Id, who: z.string().nullable(), at: Instant })
export type Consent = z.infer<typeof Consent>

export const VersionLine = z.object({
  id: Id, number: z.int(), note: z.string().nullable(), waitingFor: Expectation, handedToId: Id.nullable(), sideId: Id.nullable(),
  who: z.string().nullable(), at: Instant, hashes: Hashes, consents: z.array(Consent),
})
export type VersionLine = z.infer<typeof VersionLine>
export const Version = VersionLine.extend({ content: Snapshot })
export type Version = z.infer<typeof Version>
export type VersionRow = {
  id: Id; agreementId: Id; number: number; content: Snapshot; hashes: Hashes; note: string | null; turnFor: Expectation; handedToId: Id | null
  sideId: Id | null; who: Id; office: Id | null; at: Instant
}
export type ConsentRow = { versionId: Id; sideId: Id; who: Id; office: Id | null; at: Instant; withdrawnAt: Instant | null; byName: string | null }

export const HandOver = z.object({ toId: Id, waitingFor: Expectation.exclude(['draft', 'nothing']), note: LongText.nullable().default(null) })
export type HandOver = z.output<typeof HandOver>

export const proposalKinds = ['change', 'addition', 'move', 'removal'] as const
export const ProposalState = z.enum(['open', 'accepted', 'refused', 'withdrawn', 'countered'])
export type ProposalState = z.infer<typeof ProposalState>
export const ProposalDraft = z.discriminatedUnion('what', [
  z.object({ what: z.literal('change'), clauseId: Id, wordings: Wordings, because: LongText.nullable().default(null), countersId: Id.nullable().default(null) }),
  z.object({ what: z.literal('addition'), articleId: Id.nullable(), afterId: Id.nullable(), wordings: Wordings, because: LongText.nullable().default(null) }),
  z.object({ what: z.literal('move'), clauseId: Id, articleId: Id.nullable(), afterId: Id.nullable(), because: LongText.nullable().default(null) }),
  z.object({ what: z.literal('removal'), clauseId: Id, because: LongText.nullable().default(null) }),
])
export type ProposalDraft = z.output<typeof ProposalDraft>

export type ProposalRow = {
  id: Id; agreementId: Id; what: (typeof proposalKinds)[number]; clauseId: Id | null; articleId: Id | null; afterId: Id | null
  before: Wordings; wordings: Wordings; because: string | null; countersId: Id | null; fromFile: string | null; underId: Id | null; numbered: boolean
  sideId: Id; who: Id; office: Id | null; at: Instant; state: ProposalState
  answer: string | null; answeredBy: Id | null; answeredIn: Id | null; answererId: Id | null; answeredAt: Instant | null
}
/** A proposal with what it would change, word by word, in each language that it words. */
export const ProposalShown = z.object({
  id: Id, what: z.enum(proposalKinds), clauseId: Id.nullable(), articleId: Id.nullable(), afterId: Id.nullable(), wordings: Wordings,
  pieces: z.partialRecord(Locale, z.array(Piece)), because: z.string().nullable(), countersId: Id.nullable(), fromFile: z.string().nullable(),
  /** The proposal of the article in which it would stand, and whether what is added counts among its like: a preamble does not. */
  underId: Id.nullable(), numbered: z.boolean(),
  sideId: Id, who: z.string().nullable(), at: Instant, state: ProposalState,
  answer: z.string().nullable(), answererId: Id.nullable(), answeredAt: Instant.nullable(),
})
export type ProposalShown = z.infer<typeof ProposalShown>

/** `seen`: the editions of the wordings that would be replaced, so that nothing unseen is. */
export const Answer = z.object({ accepted: z.boolean(), because: LongText.nullable().default(null), seen: z.partialRecord(Locale, z.int().min(0)).default({}) })
export type Answer = z.output<typeof Answer>

export const CommentDraft = z.object({
  clauseId: Id.nullable().default(null), lang: Locale.nullable().default(null), answersId: Id.nullable().default(null), internal: Flag.default(false), body: LongText,
})
export type CommentDraft = z.output<typeof CommentDraft>
export const CommentShown = z.object({
  id: Id, clauseId: Id.nullable(), lang: Locale.nullable(), answersId: Id.nullable(), internal: z.boolean(), body: z.string(), sideId: Id, who: z.string().nullable(),
  mine: z.boolean(), at: Instant, settledAt: Instant.nullable(), settledBy: z.string().nullable(),
})
export type CommentShown = z.infer<typeof CommentShown>
export type CommentRow = {
  id: Id; agreementId: Id; clauseId: Id | null; lang: Locale | null; answersId: Id | null; internalToId: Id | null; body: string; sideId: Id
  who: Id; office: Id | null; at: Instant; settledAt: Instant | null; settledBy: Id | null; removedAt: Instant | null
}

/** The whole text as the page shows it. */
export const TextFile = z.object({
  agreementId: Id, title: z.partialRecord(Locale, z.string()), ...Languages.shape, template: z.string().nullable(),
  stage: Stage, stageSince: Instant, turn: Turn, sides: z.array(Side),
  /** The sides for which this viewer may act. */
  mine: z.array(Id),
  /** What each variable means in each language, and which of those used mean nothing yet. */
  values: z.record(z.string(), Given), given: z.record(z.string(), Given), unresolved: z.array(z.string()),
  clauses: z.array(ClauseShown), proposals: z.array(ProposalShown),
  latest: VersionLine.nullable(), changedSince: z.boolean(), missing: z.int(), behind: z.int(),
})
export type TextFile = z.infer<typeof TextFile>

/** How two states of a text differ, clause by clause, in each language in which they do. */
export const Comparison = z.object({
  from: z.int().nullable(), to: z.int().nullable(), languages: z.array(Locale),
  clauses: z.array(z.object({
    id: Id, number: z.string().nullable(), formerly: z.string().nullable(), article: z.boolean(), what: z.enum(['same', 'changed', 'moved', 'added', 'removed']), moved: z.boolean(),
    pieces: z.partialRecord(Locale, z.array(Piece)),
  })),
})
export type Comparison = z.infer<typeof Comparison>

export const BoardFilter = z.object({
  stage: Stage.optional(), turn: z.enum(['mine', 'theirs']).optional(), organisation: Id.optional(), text: ShortText.optional(),
  after: z.string().max(200).optional(), limit: z.coerce.number().int().min(1).max(200).default(100),
})
export type BoardFilter = z.output<typeof BoardFilter>
/** A draft on the board. `days`: so long in this stage; `turnDays`: so long is it that side's turn. */
export const BoardLine = z.object({
  id: Id, ...AgreementLine.pick({ kind: true, title: true, titleLang: true, titles: true, parties: true }).shape,
  begun: z.boolean(), stage: Stage, stageSince: Instant, days: z.int(), turn: Turn, turnDays: z.int(), myTurn: z.boolean(), languages: z.array(Locale), versions: z.int(),
})
export type BoardLine = z.infer<typeof BoardLine>
export const BoardPage = pageOf(BoardLine)
export const BoardCounts = z.object({ stages: z.record(Stage, z.int()), mine: z.int(), theirs: z.int() })
export type BoardCounts = z.infer<typeof BoardCounts>

/** `versionId`: that version; nothing: the text as it stands. */
export const TextFileQuery = z.object({
  form: z.enum(['pdf', 'docx']), layout: z.enum(['beside', 'after']).default('beside'), versionId: Id.optional(),
  languages: z.preprocess((typed) => (typeof typed === 'string' ? typed.split(',').filter(Boolean) : typed), z.array(Locale).min(1)).optional(),
})
export type TextFileQuery = z.output<typeof TextFileQuery>
/** A Word file that comes in: in which language it is when it is from elsewhere, or whose edited copy it is. */
export const WordComing = z.object({ lang: Locale.optional(), sideId: Id.optional() })
export type WordComing = z.output<typeof WordComing>
/** What became of it. `added`: new articles and clauses; `outside`: copies of what stands there already, which are only told. */
export const TakenIn = z.object({
  text: TextFile, articles: z.int(), changed: z.int(), added: z.int(), removed: z.int(), outside: z.array(z.string()), problems: z.array(z.object({ key: z.string(), count: z.int() })),
})
export type TakenIn = z.infer<typeof TakenIn>

/** A clause for the floors above: as plain text in one language, variables written out. */
export type ClauseTold = { id: Id; number: string | null; heading: string; text: string }
/** What the signing room signs: the latest version to which every side agreed. */
export type TextToSign = Pick<Snapshot, 'languages' | 'authentic' | 'prevailing' | 'articles' | 'title' | 'parties'> & { versionId: Id; number: number; hashes: Hashes; at: Instant }
