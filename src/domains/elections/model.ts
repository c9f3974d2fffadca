// Elections of an alliance's officers: the rules of each post as versioned data; who stands, who may vote, who has voted, what was counted.
import * as z from 'zod'
import { OfficerShown, Post, Texts } from '#domains/alliances/model.ts'
import { OrganisationBrief } from '#domains/organisations/model.ts'
import { Day, Id, Instant, Locale, ShortText } from '#platform/kinds.ts'

const Titles = z.partialRecord(Locale, z.string())
const Fraction = z.tuple([z.int().min(0).max(100), z.int().min(1).max(100)])

/** A post's rule. `limit`: terms one after another. `quorum`: so much of the electorate must vote. `absolute`: more than half of the valid votes, else a runoff. */
export const OfficeRule = z.object({
  post: Post, years: z.int().min(1).max(12), limit: z.int().min(1).max(10), rotation: z.enum(['country', 'none']), majority: z.enum(['absolute', 'relative']), quorum: Fraction, protestDays: z.int().min(0).max(60),
})
export type OfficeRule = z.infer<typeof OfficeRule>
/** One row of `office_rules`. */
export type RulesRow = { id: Id; allianceId: Id; version: number; rules: OfficeRule[]; source: string | null; madeBy: Id; madeAt: Instant }
export const NewRules = z.object({ rules: z.array(OfficeRule).min(1).max(10), source: ShortText.nullable().default(null) })

/** What a check finds of recorded facts, by which version of the rule, and why. */
export const OfficeCheck = z.object({ id: z.enum(['g30', 'g31']), status: z.enum(['pass', 'warn', 'notApplicable']), subject: z.string(), inputs: z.record(z.string(), z.union([z.string(), z.number()])), ruleVersion: z.int(), reason: z.string() })
export type OfficeCheck = z.infer<typeof OfficeCheck>

export const outcomes = ['elected', 'runoff', 'again', 'elected-by-rotation', 'no-quorum', 'not-decided'] as const
export const Counted = z.object({ candidateId: Id, votes: z.int() })
/** A round as it was counted. `need`: the votes that would have elected. `next`: who stands in the round that follows. */
export const Round = z.object({ round: z.int(), electorate: z.int(), voted: z.int(), blank: z.int(), counts: z.array(Counted), need: z.int(), outcome: z.enum(outcomes), electedId: Id.nullable(), next: z.array(Id) })
export type Round = z.infer<typeof Round>

/** One row of `election`. */
export const Election = z.object({
  id: Id, allianceId: Id, post: Post, termFrom: Day, nominateUntil: Day, voteUntil: Day, rule: OfficeRule, ruleVersion: z.int(), round: z.int(), calledBy: Id, calledAt: Instant, openedAt: Instant.nullable(),
  rounds: z.array(Round), electedId: Id.nullable(), countedAt: Instant.nullable(), protestUntil: Day.nullable(), installedAt: Instant.nullable(), cancelledAt: Instant.nullable(), because: z.string().nullable(),
})
export type Election = z.infer<typeof Election>
export const stages = ['nominating', 'voting', 'protest', 'decided', 'installed', 'failed', 'cancelled'] as const
export const Stage = z.enum(stages)
export type Stage = z.infer<typeof Stage>

export type CandidateRow = { id: Id; electionId: Id; personId: Id; organisationId: Id; nominatedBy: Id; nominatedAt: Instant; statement: Partial<Record<Locale, string>>; answer: 'accepted' | 'declined' | null; answeredBy: Id | null; answeredAt: Instant | null }
export type VoterRow = { id: Id; electionId: Id; round: number; organisationId: Id; votedAt: Instant | null; votedBy: Id | null }
export type PaperRow = { id: Id; electionId: Id; round: number; candidateId: Id | null }
export type ProtestRow = { id: Id; electionId: Id; organisationId: Id; because: string; raisedBy: Id; raisedAt: Instant; answer: 'upheld' | 'rejected' | null; reason: string | null; answeredBy: Id | null; answeredAt: Instant | null }

/** `standing`: stands in the round that is open. `mayAnswer`: this viewer is the one proposed, or answers for one who has no account. */
export const CandidateShown = z.object({ id: Id, name: z.string(), nameNative: z.string().nullable(), organisation: OrganisationBrief, nominatedBy: OrganisationBrief, statement: Titles, answer: z.enum(['accepted', 'declined']).nullable(), checks: z.array(OfficeCheck), standing: z.boolean(), mayAnswer: z.boolean() })
/** `rests`: the alliance has suspended its vote since the electorate was frozen. */
export const VoterShown = z.object({ organisation: OrganisationBrief, votedAt: Instant.nullable(), mine: z.boolean(), rests: z.boolean() })
export const ProtestShown = z.object({ id: Id, organisation: OrganisationBrief, because: z.string(), raisedAt: Instant, answer: z.enum(['upheld', 'rejected']).nullable(), reason: z.string().nullable() })
const Head = z.object({ id: Id, name: Titles })
export const ElectionFile = Election.extend({
  alliance: Head, stage: Stage, mayManage: z.boolean(), candidates: z.array(CandidateShown), voters: z.array(VoterShown), protests: z.array(ProtestShown),
  /** The members for which this viewer may propose and vote. */
  mine: z.array(OrganisationBrief), history: z.array(z.object({ id: Id, at: Instant, what: z.string(), who: z.string().nullable(), organisation: z.string().nullable() })),
})
export type ElectionFile = z.infer<typeof ElectionFile>

export const ElectionLine = Election.pick({ id: true, post: true, termFrom: true, nominateUntil: true, voteUntil: true }).extend({ stage: Stage, elected: z.string().nullable() })
/** The posts of an alliance: their rules with the version, who holds them with what the rules find, the elections. */
export const OfficesFile = z.object({ alliance: Head, mayManage: z.boolean(), version: z.int(), source: z.string().nullable(), rules: z.array(OfficeRule), officers: z.array(OfficerShown), checks: z.array(OfficeCheck), elections: z.array(ElectionLine) })
export type OfficesFile = z.infer<typeof OfficesFile>

export const Calling = z.object({ post: Post, termFrom: Day, nominateUntil: Day, voteUntil: Day }).refine(({ nominateUntil, voteUntil }) => voteUntil > nominateUntil, { path: ['voteUntil'], error: 'elections.votes-after-nominations' })
/** A person who is known here, or the name of one to be added. */
export const Nominating = z.object({ personId: Id.optional(), name: ShortText.optional(), organisationId: Id, nominatedBy: Id, statement: Texts.default({}) }).refine(({ personId, name }) => Boolean(personId) !== Boolean(name), { path: ['name'], error: 'elections.person-or-name' })
export type Nominating = z.output<typeof Nominating>
export const Accepting = z.object({ answer: z.enum(['accepted', 'declined']) })
/** Nothing for a candidate is a paper left blank. */
export const Voting = z.object({ organisationId: Id, candidateId: Id.nullable() })
export type Voting = z.output<typeof Voting>
export const Counting = z.object({ voteUntil: Day.nullable().default(null) })
export const Protesting = z.object({ organisationId: Id, because: ShortText })
export const Settling = z.object({ answer: z.enum(['upheld', 'rejected']), reason: ShortText })
export const Cancelling = z.object({ because: ShortText })
