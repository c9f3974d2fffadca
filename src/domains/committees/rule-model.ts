// The rules of a body as data: what it may be composed of, when it may decide and how, what it writes down and by when. A body
// adopts a set, changes it by a decision of its own, and each version is kept: a decision is judged by the version of its day.
import * as z from 'zod'
import { Day, Id, Instant, Locale } from '#platform/kinds.ts'

export const ruleSetNames = [
  'joint-coordination-committee', 'joint-management-committee', 'project-committee', 'consortium-board', 'executive-council',
  'working-group', 'secretariat', 'jury', 'assembly',
] as const
export const RuleSetName = z.enum(ruleSetNames)
export type RuleSetName = z.infer<typeof RuleSetName>

/** What a decision is about; its class follows from this and is never chosen at the table. */
export const matters = ['charter', 'rules', 'plan', 'head', 'admission', 'closure', 'sub-body', 'programme', 'budget', 'report', 'other'] as const
export const Matter = z.enum(matters)
export type Matter = z.infer<typeof Matter>

/** What is decided about says under which matter: nobody chooses a lighter class for it. */
export const matterOf: Partial<Record<string, Matter>> = { application: 'admission', suspension: 'admission', plan: 'plan', 'plan-version': 'plan', review: 'report', 'annual-report': 'report' }

/** `two-thirds` is of all seats that may vote on the item, not of those who came. */
export const DecisionClass = z.enum(['consensus', 'every-side', 'two-thirds', 'simple'])
export type DecisionClass = z.infer<typeof DecisionClass>

export const standingItems = ['execution', 'progress', 'challenges', 'new-areas', 'next-plan', 'next-date'] as const
export const StandingItem = z.enum(standingItems)
export type StandingItem = z.infer<typeof StandingItem>

/** So many of so many: no number with a point decides about a majority. */
export const Fraction = z.tuple([z.int().min(0).max(1000), z.int().min(1).max(1000)])
export type Fraction = z.infer<typeof Fraction>
const Days = z.int().min(0).max(3650)

export const RuleSet = z.object({
  name: RuleSetName,
  /** Composition. `nationalShare`: so much of the voting seats at least from sides of a country. */
  equalSides: z.boolean(), fewestSides: z.int().min(0).max(300), seatsPerSide: z.object({ least: z.int().min(0).max(100), most: z.int().min(1).max(500).nullable() }), fewestSeats: z.int().min(1).max(1000),
  nationalShare: z.object({ country: z.string().regex(/^[A-Z]{2}$/), share: Fraction }).nullable(), graceDays: Days,
  /** `each-side`: a chair of each; `chair-and-vice`: one chair, and a vice-chair of another side; `one`: one chair. */
  chairs: z.enum(['each-side', 'chair-and-vice', 'one', 'none']), preside: z.enum(['host', 'rotation', 'chair']),
  alternates: z.boolean(), alternateNoticeHours: z.int().min(0).max(1000), term: z.object({ years: z.int().min(1).max(20), limit: z.int().min(1).max(20) }),
  /** Presence. `sides`: so much of the sides must be represented, where a body has many. */
  quorum: z.object({ perSide: z.int().min(0).max(100), total: Fraction, sides: Fraction.nullable() }), remote: z.boolean(), inPersonPerYear: z.int().min(0).max(12), reconveneDays: Days,
  /** The year. */
  everyMonths: z.int().min(1).max(60), amberMonths: z.int().min(1).max(60), special: z.object({ bySide: z.boolean(), members: Fraction.nullable(), withinDays: Days }), venueAlternates: z.boolean(),
  /** Before a meeting. */
  agreedDays: Days, noticeDays: Days, delegationDays: Days, standing: z.array(StandingItem),
  /** Decisions. */
  classes: z.record(Matter, DecisionClass), consensusFirst: z.boolean(), voteUnit: z.enum(['seat', 'side']), castingVote: z.boolean(), escalationDays: Days,
  /** Between meetings. `silence`: what a side that did not answer has said. */
  written: z.object({ allowed: z.boolean(), days: Days, vetoDays: Days, silence: z.enum(['not-consent', 'consent']), excluded: z.array(Matter) }),
  /** After it. */
  minutes: z.object({ draftDays: Days, commentDays: Days, signDays: Days }), languages: z.array(Locale), prevailing: Locale.nullable(),
})
export type RuleSet = z.infer<typeof RuleSet>

/** One row of `body_rules`: a version, from a moment on, by which decision. */
export const RulesVersion = z.object({ id: Id, bodyId: Id, version: z.int(), rules: RuleSet, fromAt: Instant, decisionId: Id.nullable(), adoptedBy: Id })
export type RulesVersion = z.infer<typeof RulesVersion>

/** A published instrument a rule was taken from. */
export const Source = z.object({ tag: z.string(), title: z.string(), url: z.string().nullable() })
export type Source = z.infer<typeof Source>

export const Severity = z.enum(['blocks', 'warns', 'informs'])
export type Severity = z.infer<typeof Severity>
export const checkIds = Array.from({ length: 31 }, (_, at) => `g${String(at + 1).padStart(2, '0')}` as const)

/** What a check answers. `messageKey` reads with `inputs`; `subject` is what it is about. */
export const Check = z.object({
  id: z.string(), status: z.enum(['pass', 'warn', 'fail', 'notApplicable']), severity: Severity, subject: z.string(), asOf: z.union([Instant, Day]),
  inputs: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])), ruleVersion: z.int(), messageKey: z.string(),
})
export type Check = z.infer<typeof Check>

export const CheckTold = z.object({ id: z.string(), severity: Severity, sources: z.array(Source) })
export const ReadyMade = z.object({ name: RuleSetName, rules: RuleSet, sources: z.array(Source) })
