// The reports API: briefs on partners, on a page or as a file; evidence packs, which are asked for, made as long work, fetched and put away.
import * as z from 'zod'
import { del, get, post } from '#platform/http/contract.ts'
import { AnnualFile, AnnualLine, AnnualShown, Freezing, ListedQuery, MinistryFile, MinistryQuery, MinistryShown, Preview, PreviewQuery } from './annual-model.ts'
import { BriefFile, BriefQuery, BriefShown, TripFile } from './model.ts'
import { PackShown, PackWanted } from './pack-model.ts'
import { Id, Locale } from '#platform/kinds.ts'

export const reportsApi = {
  brief: get('/organisations/:id/brief', { query: BriefQuery, answer: BriefShown, says: 'What one should know of a partner: agreements, promised, claimed and confirmed, people, last contact, open points, what is owed' }),
  briefFile: get('/organisations/:id/brief/file', { query: BriefFile, answer: z.unknown(), gives: 'file', limit: 30, says: 'The same as PDF or DOCX, in one or two languages' }),
  trip: get('/briefs/file', { query: TripFile, answer: z.unknown(), gives: 'file', limit: 30, says: 'Briefs on several partners in one file, in the order given' }),

  packs: get('/evidence-packs', { answer: z.array(PackShown), says: 'The evidence packs this person asked for, newest first' }),
  askForPack: post('/evidence-packs', { body: PackWanted, answer: z.array(PackShown), says: 'Asks for a pack on a period and a set of agreements; it is made as long work' }),
  openPack: get('/evidence-packs/:id/file', { answer: z.unknown(), gives: 'file', says: 'A pack that is ready: a workbook, the same as PDF, and the evidence' }),
  deletePack: del('/evidence-packs/:id', { answer: z.array(PackShown), says: 'Puts a pack away; work on it that still runs is stopped' }),
}

const Kept = z.object({ id: Id })
export const annualApi = {
  listAnnual: get('/reports', { query: ListedQuery, answer: z.array(AnnualLine), says: 'Annual reports: published ones, one’s own, and those one is asked to approve' }),
  preview: get('/reports/preview', { query: PreviewQuery, answer: Preview, limit: 60, says: 'A report as it would be frozen now, with what stands in the way and the challenges beside it' }),
  freeze: post('/reports', { body: Freezing, answer: Kept, limit: 30, says: 'Freezes a report with its day and lays it before the sides' }),
  annual: get('/reports/:id', { query: z.object({ locale: Locale.default('en') }), answer: AnnualShown, says: 'A report as it was frozen, in a language' }),
  annualFile: get('/reports/:id/file', { query: AnnualFile, answer: z.unknown(), gives: 'file', limit: 30, says: 'The same as PDF, Word or workbook' }),
  publish: post('/reports/:id/publication', { answer: Kept, says: 'Publishes a report that the sides have approved: a page for everyone, in four languages' }),
  ministry: get('/ministry', { query: MinistryQuery, answer: MinistryShown, limit: 60, says: 'Agreements and promises that touch a country, by partner, field and state' }),
  ministryFile: get('/ministry/file', { query: MinistryFile, answer: z.unknown(), gives: 'file', limit: 30, says: 'The same as PDF, Word or workbook' }),
}
