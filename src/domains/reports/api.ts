// The reports API: briefs on partners, on a page or as a file; evidence packs, which are asked for, made as long work, fetched and put away.
import * as z from 'zod'
import { del, get, post } from '#platform/http/contract.ts'
import { BriefFile, BriefQuery, BriefShown, TripFile } from './model.ts'
import { PackShown, PackWanted } from './pack-model.ts'

export const reportsApi = {
  brief: get('/organisations/:id/brief', { query: BriefQuery, answer: BriefShown, says: 'What one should know of a partner: agreements, promised, claimed and confirmed, people, last contact, open points, what is owed' }),
  briefFile: get('/organisations/:id/brief/file', { query: BriefFile, answer: z.unknown(), gives: 'file', limit: 30, says: 'The same as PDF or DOCX, in one or two languages' }),
  trip: get('/briefs/file', { query: TripFile, answer: z.unknown(), gives: 'file', limit: 30, says: 'Briefs on several partners in one file, in the order given' }),

  packs: get('/evidence-packs', { answer: z.array(PackShown), says: 'The evidence packs this person asked for, newest first' }),
  askForPack: post('/evidence-packs', { body: PackWanted, answer: z.array(PackShown), says: 'Asks for a pack on a period and a set of agreements; it is made as long work' }),
  openPack: get('/evidence-packs/:id/file', { answer: z.unknown(), gives: 'file', says: 'A pack that is ready: a workbook, the same as PDF, and the evidence' }),
  deletePack: del('/evidence-packs/:id', { answer: z.array(PackShown), says: 'Puts a pack away; work on it that still runs is stopped' }),
}
