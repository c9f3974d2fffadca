// Templates: whole agreements and single clauses, written for this project in four languages, with what they promise.
import * as z from 'zod'
import { Kind } from '#domains/agreements/model.ts'
import { Country, Locale } from '#platform/kinds.ts'
import { Promised } from './promise-model.ts'

const Key = z.string().regex(/^[a-z0-9-]+(\.[a-z0-9-]+)*$/)
/** `after` names the clause whose promise must be kept first. */
const PlannedPromise = Promised.omit({ after: true }).extend({ after: Key.nullable().default(null) })

/** A clause of a template. `countries`: only where a party is from one of them. `optional`: one may do without it. */
export const PlannedClause = z.object({
  key: Key, numbered: z.boolean().default(true), optional: z.boolean().default(false), countries: z.array(Country).default([]), promises: z.array(PlannedPromise).default([]),
})
/** `use`: the article's clauses come from this topic of the library. */
export const PlannedArticle = z.object({ key: Key, numbered: z.boolean().default(true), use: Key.optional(), clauses: z.array(PlannedClause).default([]) })
/** What a template consists of; its words are beside it, one file for each language. */
export const Plan = z.object({
  kind: Kind, sides: z.int().min(2).max(12), termYears: z.number().positive().nullable(), place: z.int(), variables: z.array(z.string()), articles: z.array(PlannedArticle),
})
export type Plan = z.output<typeof Plan>

export const Words = z.object({ title: z.string(), about: z.string(), variables: z.record(z.string(), z.string()), wordings: z.record(z.string(), z.string()) })
export type Words = z.infer<typeof Words>

export type Template = { key: string; plan: Plan; words: Record<Locale, Words> }

const InEach = z.partialRecord(Locale, z.string())
/** A template as one chooses it: what it is for, what it asks, what one may leave out. */
export const TemplateShown = z.object({
  key: z.string(), kind: Kind, sides: z.int(), termYears: z.number().nullable(), title: InEach, about: InEach,
  variables: z.array(z.object({ name: z.string(), label: InEach })),
  articles: z.array(z.object({
    title: InEach,
    clauses: z.array(z.object({ key: z.string(), optional: z.boolean(), countries: z.array(Country), promises: z.int(), wordings: InEach })),
  })),
})
export type TemplateShown = z.infer<typeof TemplateShown>
