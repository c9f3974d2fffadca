// The text of an agreement: articles and clauses, each with a wording in every language of the text. How it is negotiated is
// in negotiation-model.ts.
import * as z from 'zod'
import { OrganisationBrief } from '#domains/organisations/model.ts'
import { Draft } from '#domains/agreements/model.ts'
import { Rich } from '#platform/documents/rich.ts'
import { Id, Instant, Locale, LongText, ShortText } from '#platform/kinds.ts'

/** Where a text stands: written by one side, with the partners, agreed by all; then the signing room takes it on. */
export const stages = ['drafting', 'negotiating', 'agreed', 'clearing', 'signing', 'signed'] as const
export const Stage = z.enum(stages)
export type Stage = z.infer<typeof Stage>

/** What is waited for from the side whose turn it is. */
export const expectations = ['draft', 'comments', 'wording', 'answer', 'agreement', 'nothing'] as const
export const Expectation = z.enum(expectations)
export type Expectation = z.infer<typeof Expectation>

/** Which languages a text has, in the order in which they stand, which are authentic, and which prevails; nothing: they are equally authentic. */
export const Languages = z.object({
  languages: z.array(Locale).min(1).max(4), authentic: z.array(Locale).min(1).max(4), prevailing: Locale.nullable(),
}).superRefine(({ languages, authentic, prevailing }, context) => {
  const wrong: [boolean, string, string][] = [
    [new Set(languages).size < languages.length, 'languages', 'texts.language-twice'],
    [!authentic.every((lang) => languages.includes(lang)), 'authentic', 'texts.authentic-not-there'],
    [prevailing !== null && !authentic.includes(prevailing), 'prevailing', 'texts.prevailing-not-authentic'],
  ]
  for (const [is, field, message] of wrong) if (is) context.addIssue({ code: 'custom', path: [field], message })
})
export type Languages = z.infer<typeof Languages>

export const VariableName = z.string().regex(/^[a-z][a-z0-9-]*(\.[a-z0-9-]+)*$/).max(80)
/** What a variable means, in each language; a day as `YYYY-MM-DD` is written out in each. */
export const Given = z.partialRecord(Locale, ShortText)
export type Given = z.infer<typeof Given>

/** One row of `agreement_text`. */
export type TextRow = {
  agreementId: Id; languages: Locale[]; authentic: Locale[]; prevailing: Locale | null; template: string | null; given: Record<string, Given>
  stage: Stage; stageSince: Instant; turnId: Id | null; turnSince: Instant; turnFor: Expectation; turnNote: string | null; turnFromId: Id | null
  begunBy: Id; begunAt: Instant; changedAt: Instant
}

/** One row of `text_clause`. */
export const Clause = z.object({
  id: Id, articleId: Id.nullable(), place: z.int(), numbered: z.boolean(), origin: z.string().nullable(), revision: z.int(), removedAt: Instant.nullable(),
})
export type ClauseRow = z.infer<typeof Clause> & { agreementId: Id }

/** One row of `text_wording`. */
export const WordingRow = z.object({
  clauseId: Id, lang: Locale, content: Rich, says: z.int(), edition: z.int(), changedAt: Instant, changedBy: Id, sideId: Id.nullable(),
})
export type WordingRow = z.infer<typeof WordingRow>

/** A wording as it is shown. `matches`: no other language was changed since it was. */
export const Wording = WordingRow.pick({ content: true, edition: true, changedAt: true, sideId: true }).extend({ matches: z.boolean(), who: z.string().nullable() })
export type Wording = z.infer<typeof Wording>

export const Wordings = z.partialRecord(Locale, Rich)
export type Wordings = z.infer<typeof Wordings>

/** A clause in the order of the document, with its number and how it is called in each language. */
export const ClauseShown = Clause.pick({ id: true, articleId: true, origin: true, numbered: true }).extend({
  number: z.string().nullable(), labels: z.partialRecord(Locale, z.string()), wordings: z.partialRecord(Locale, Wording),
})
export type ClauseShown = z.infer<typeof ClauseShown>

/** A side as the text names it: `party.a`, `party.b`, … */
export const Side = z.object({ id: Id, letter: z.string(), organisation: OrganisationBrief, unit: z.string().nullable() })
export type Side = z.infer<typeof Side>

export const Turn = z.object({ sideId: Id.nullable(), since: Instant, waitingFor: Expectation, note: z.string().nullable(), fromId: Id.nullable() })
export type Turn = z.infer<typeof Turn>

/** How it begins: from nothing, from a template with the variants that one wants, or from another agreement's text. */
export const Begin = z.discriminatedUnion('from', [
  z.object({ from: z.literal('nothing'), ...Languages.shape }),
  z.object({ from: z.literal('template'), template: z.string().max(60), without: z.array(z.string().max(80)).max(200).default([]), given: z.record(VariableName, Given).default({}), ...Languages.shape }),
  z.object({ from: z.literal('agreement'), agreementId: Id }),
])
export type Begin = z.output<typeof Begin>

/** A new draft: the record of it and its text. */
export const NewDraft = z.object({ agreement: Draft, text: Begin })
export type NewDraft = z.output<typeof NewDraft>

/** `seen` is the edition that was seen; 0 where there was no wording yet. */
export const WordingDraft = z.object({ content: Rich, seen: z.int().min(0) })
export const Matching = z.object({ seen: z.int().min(1) })
/** Behind which clause of which article; nothing: at the beginning. An article stands in none. */
export const Place = z.object({ articleId: Id.nullable(), afterId: Id.nullable() })
export type Place = z.infer<typeof Place>
export const ClauseDraft = Place.extend({ numbered: z.boolean().default(true), wordings: Wordings.default({}), origin: z.string().max(120).nullable().default(null) })
export type ClauseDraft = z.output<typeof ClauseDraft>

/** A piece of a text as it was, as it is, or in both. */
export const Piece = z.object({ text: z.string(), mark: z.enum(['same', 'added', 'removed']) })
export type Piece = z.infer<typeof Piece>

/** A change as it is told: who, for which side, when, and word by word. */
export const ChangeShown = z.object({
  id: Id, what: z.enum(['worded', 'matched', 'added', 'moved', 'removed', 'restored']), lang: Locale.nullable(), pieces: z.array(Piece), leads: z.boolean(),
  who: z.string().nullable(), sideId: Id.nullable(), at: Instant, proposalId: Id.nullable(),
})
export type ChangeShown = z.infer<typeof ChangeShown>
export type ChangeRow = {
  id: Id; agreementId: Id; clauseId: Id; what: ChangeShown['what']; lang: Locale | null; before: Rich | null; after: Rich | null; leads: boolean
  proposalId: Id | null; who: Id; office: Id | null; sideId: Id | null; at: Instant
}

export const Because = z.object({ because: LongText })
