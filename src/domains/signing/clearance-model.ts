// What stands before a signature: clearances in order, authority, rank. The rules are data, each with its source and version.
import * as z from 'zod'
import { Kind } from '#domains/agreements/model.ts'
import { Day, Id, Instant, LongText, ShortText } from '#platform/kinds.ts'

export const steps = ['legal', 'finance', 'senate', 'university', 'ministry', 'foreign-office', 'other'] as const
export const Step = z.enum(steps)
export const effects = ['block', 'warn', 'off'] as const

/** A rule as it applies to an organisation. `version`: of the ready-made set (`PK 2026-1`), or of the organisation's own. */
export const ClearanceRule = z.object({
  id: z.string(), origin: z.enum(['country', 'organisation']), replaces: z.string().nullable(), step: Step, title: z.string().nullable(), place: z.int(), answeredBy: z.string().nullable(), documents: z.string().nullable(),
  kinds: z.array(Kind), onlyAbroad: z.boolean(), effect: z.enum(effects), usualDays: z.int().nullable(), source: z.string().nullable(), version: z.string(),
})
export type ClearanceRule = z.infer<typeof ClearanceRule>
export const RuleDraft = z.object({
  replaces: z.string().max(60).nullable().default(null), step: Step, title: ShortText.nullable().default(null), place: z.int().min(0).max(100), answeredBy: ShortText.nullable().default(null), documents: ShortText.nullable().default(null),
  kinds: z.array(Kind).max(20).default([]), onlyAbroad: z.boolean().default(false), effect: z.enum(effects), usualDays: z.int().min(1).max(1000).nullable().default(null), source: ShortText.nullable().default(null),
})
export type RuleDraft = z.output<typeof RuleDraft>
export type RuleRow = Omit<ClearanceRule, 'origin' | 'version'> & { id: Id; organisationId: Id; version: number; changedBy: Id; changedAt: Instant; removedAt: Instant | null }

export const states = ['waiting', 'given', 'refused'] as const
export const Clearance = z.object({
  id: Id, sideId: Id, rule: z.string(), ruleVersion: z.string(), step: Step, title: z.string().nullable(), place: z.int(), effect: z.enum(['block', 'warn']), answeredByWhom: z.string().nullable(),
  documents: z.string().nullable(), usualDays: z.int().nullable(), source: z.string().nullable(), state: z.enum(states), note: z.string().nullable(), answeredAt: Instant.nullable(),
})
export type Clearance = z.infer<typeof Clearance>
export type ClearanceRow = Clearance & { signingId: Id; answeredBy: Id | null; office: Id | null }
/** `since`: when its turn came; `days`: how long it took, or has taken so far. Nothing before its turn. */
export const ClearanceShown = Clearance.extend({ turn: z.boolean(), since: Instant.nullable(), days: z.int().nullable(), who: z.string().nullable(), files: z.array(z.object({ id: Id, name: z.string() })) })
export type ClearanceShown = z.infer<typeof ClearanceShown>
export const ClearanceAnswer = z.object({ state: z.enum(['given', 'refused']), note: LongText.nullable().default(null) })
export type ClearanceAnswer = z.output<typeof ClearanceAnswer>

/** The result of a rule: what was asked of whom, with what it was decided, by which version, and why. */
export const Check = z.object({
  id: z.string(), status: z.enum(['holds', 'warns', 'blocks']), subject: Id, inputs: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]).nullable()),
  ruleVersion: z.string(), reason: z.string(), source: z.string().nullable(),
})
export type Check = z.infer<typeof Check>

const Delegated = z.object({
  organisationId: Id, unit: ShortText.nullable(), givenBy: ShortText, givenByTitle: ShortText.nullable(), toWhom: ShortText.nullable(), kinds: z.array(Kind).max(20), sinceOn: Day, untilOn: Day.nullable(),
})
export const Delegation = Delegated.extend({ id: Id, recordedAt: Instant })
export type Delegation = z.infer<typeof Delegation>
export type DelegationRow = Delegation & { recordedBy: Id; withdrawnAt: Instant | null }
export const DelegationShown = Delegation.extend({ state: z.enum(['holds', 'over', 'not-yet']), file: z.object({ id: Id, name: z.string() }).nullable() })
export type DelegationShown = z.infer<typeof DelegationShown>
/** It comes with its scan, so its fields are text: `kinds` with commas, none for all. */
const Delegating = z.object({
  unit: ShortText.optional(), givenBy: ShortText, givenByTitle: ShortText.optional(), toWhom: ShortText.optional(), sinceOn: Day, untilOn: Day.optional(),
  kinds: z.string().default('').transform((text) => text.split(',').filter(Boolean)).pipe(z.array(Kind).max(20)),
})
const inOrder = ({ sinceOn, untilOn }: { sinceOn: Day; untilOn?: Day | undefined }) => !untilOn || untilOn >= sinceOn
const otherwise = { path: ['untilOn'], error: 'signing.ends-before-it-begins' }
export const DelegationDraft = Delegating.refine(inOrder, otherwise)
/** Its scan came piece by piece. */
export const DelegationUpload = Delegating.extend({ upload: Id }).refine(inOrder, otherwise)
export type DelegationDraft = z.output<typeof DelegationDraft>
