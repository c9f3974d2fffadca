// The organisations API, as promised to every client.
import * as z from 'zod'
import { del, get, post, put } from '#platform/http/contract.ts'
import { Country, Id, Instant, ShortText } from '#platform/kinds.ts'
import { Filled, Filter, ListPage, Organisation, OrganisationBrief } from './model.ts'
import { duplicateReasons } from './rules.ts'

const Evidence = z.object({ rule: z.string(), found: z.string(), against: z.string() })
export const Candidate = z.object({
  id: Id, ror: z.string().nullable(), name: z.string(), country: z.string().nullable(), city: z.string().nullable(),
  confidence: z.number(), evidence: z.array(Evidence),
})
export const Resolution = z.object({
  decision: z.enum(['matched', 'offered', 'new']), confidence: z.number(), organisation: Candidate.nullable(), candidates: z.array(Candidate),
  unit: z.string().nullable(), evidence: z.array(Evidence),
})
const Question = z.object({
  text: ShortText, country: Country.nullish(), city: z.string().max(200).nullish(), domain: z.string().max(200).nullish(), kind: z.string().max(40).nullish(),
})
/** Type-ahead rows are briefs, so that each reader sees the name in their language; `matched` is the name that met what was typed. */
export const Suggestion = OrganisationBrief.extend({ matched: z.string() })
export type Suggestion = z.infer<typeof Suggestion>
const Typed = z.object({ text: z.string().trim().max(200), limit: z.coerce.number().int().min(1).max(20).default(8) })

export const Duplicate = z.object({
  id: Id, one: OrganisationBrief, other: OrganisationBrief, reason: z.enum(duplicateReasons), facts: z.record(z.string(), z.string().nullable()), sureness: z.number(),
})
export type Duplicate = z.infer<typeof Duplicate>
export const Merge = z.object({ id: Id, kept: OrganisationBrief, merged: OrganisationBrief, mergedBy: Id, mergedAt: Instant, undoneAt: Instant.nullable() })
export type Merge = z.infer<typeof Merge>
export const MergePreview = z.object({
  kept: Organisation, merged: Organisation, moves: z.array(z.object({ table: z.string(), count: z.int() })), filled: z.array(z.string()), whyNot: z.string().nullable(),
})
export type MergePreview = z.infer<typeof MergePreview>
export const Correction = z.object({ id: Id, text: z.string(), country: z.string().nullable(), organisation: OrganisationBrief, saidAt: Instant })
export type Correction = z.infer<typeof Correction>
const Format = z.object({ format: z.enum(['xlsx', 'csv']).default('xlsx') })

export const organisationsApi = {
  list: get('/organisations', { query: Filter, answer: ListPage, says: 'Organisations, searched, filtered and sorted, one page at a time' }),
  export: get('/organisations/export', { query: Filter.extend(Format.shape), gives: 'file', answer: z.any(), says: 'The same list as a workbook or as separated values, at most 200,000 rows' }),
  suggest: get('/organisations/suggestions', { query: Typed, answer: z.array(Suggestion), says: 'Organisations whose name begins as typed, in any script, by old name or acronym' }),
  resolve: post('/organisations/resolutions', { body: z.object({ questions: z.array(Question).min(1).max(500) }), answer: z.array(Resolution), says: 'Which organisation each text means, with confidence and evidence' }),
  corrections: get('/organisations/corrections', { answer: z.array(Correction), says: 'What people said texts mean, newest first' }),
  correct: post('/organisations/corrections', { body: z.object({ text: ShortText, country: Country.nullable().default(null), organisationId: Id }), answer: z.array(Correction), says: 'Says which organisation a text means from now on' }),
  takeBack: del('/organisations/corrections/:id', { answer: z.array(Correction), says: 'Takes a correction back' }),
  duplicates: get('/organisations/duplicates', { answer: z.array(Duplicate), says: 'Records that may be one organisation, with the reason, surest first' }),
  findDuplicates: post('/organisations/duplicates/searches', { door: 'administrator', answer: z.object({ workId: Id }), says: 'Begins looking for duplicates among all records' }),
  dismiss: post('/organisations/duplicates/:id/dismissal', { answer: z.array(Duplicate), says: 'Says that two records are two organisations' }),
  merges: get('/organisations/merges', { answer: z.array(Merge), says: 'What was merged, newest first' }),
  undo: post('/organisations/merges/:id/undoing', { answer: Merge, says: 'Makes two records of a merged one again, exactly as they were' }),
  add: post('/organisations', { body: Filled, answer: Organisation, says: 'Adds an organisation that no register has' }),
  read: get('/organisations/:id', { answer: Organisation, says: 'One organisation: names, facts, identifiers, relations, units; a merged one names what it became' }),
  change: put('/organisations/:id', { body: Filled, answer: Organisation, says: 'Changes an organisation; what a person states the register no longer overwrites' }),
  preview: get('/organisations/:id/merge-previews', { query: z.object({ mergedId: Id }), answer: MergePreview, says: 'What would move if another record were merged into this one' }),
  merge: post('/organisations/:id/merges', { body: z.object({ mergedId: Id }), answer: Merge, says: 'Merges another record into this one' }),
}
