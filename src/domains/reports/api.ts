// The reports API: briefs on partners, on a page or as a file.
import * as z from 'zod'
import { get } from '#platform/http/contract.ts'
import { BriefFile, BriefQuery, BriefShown, TripFile } from './model.ts'

export const reportsApi = {
  brief: get('/organisations/:id/brief', { query: BriefQuery, answer: BriefShown, says: 'What one should know of a partner: agreements, promised, claimed and confirmed, people, last contact, open points, what is owed' }),
  briefFile: get('/organisations/:id/brief/file', { query: BriefFile, answer: z.unknown(), gives: 'file', limit: 30, says: 'The same as PDF or DOCX, in one or two languages' }),
  trip: get('/briefs/file', { query: TripFile, answer: z.unknown(), gives: 'file', limit: 30, says: 'Briefs on several partners in one file, in the order given' }),
}
