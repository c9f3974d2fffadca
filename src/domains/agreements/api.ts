// The agreements API, as promised to every client. A verb that is not create/read/update/delete becomes a noun: one does not
// end an agreement here, one gives it an ending.
import * as z from 'zod'
import { del, get, post, put } from '#platform/http/contract.ts'
import { Id } from '#platform/kinds.ts'
import { AgreementFile, AgreementPage, Counts, Draft, Ending, Filter, HistoryLine, ListQuery, Revision } from './model.ts'

export const agreementsApi = {
  list: get('/agreements', { query: ListQuery, answer: AgreementPage, says: 'The agreements this viewer sees: searched, filtered, sorted, page by page' }),
  counts: get('/agreements/counts', { query: Filter, answer: Counts, says: 'How many of them stand how today, under the same filter' }),
  workbook: get('/agreements/workbook', { query: ListQuery, answer: z.unknown(), gives: 'file', says: 'The same list as a workbook' }),
  read: get('/agreements/:id', { answer: AgreementFile, says: 'One agreement: parties, term, how it stands today and why, files, family' }),
  history: get('/agreements/:id/history', { query: z.object({ before: Id.optional() }), answer: z.array(HistoryLine), says: 'What happened to it, newest first, a hundred at a time; `before` is the last line of those before' }),
  archive: get('/agreements/:id/archive', { answer: z.unknown(), gives: 'file', says: 'Its whole history with its files as one archive, which `pamir verify` checks offline' }),
  record: post('/agreements', { body: Draft, answer: AgreementFile, says: 'Records an agreement' }),
  revise: put('/agreements/:id', { body: Revision, answer: AgreementFile, says: 'Revises it; `seen` is the `changedAt` that was seen' }),
  end: post('/agreements/:id/ending', { body: Ending, answer: AgreementFile, says: 'States that it ended before its term' }),
  takeBackEnd: del('/agreements/:id/ending', { answer: AgreementFile, says: 'Takes that statement back' }),
  remove: del('/agreements/:id', { answer: z.object({ id: Id, title: z.string() }), says: 'Removes it; it can be brought back' }),
  restore: post('/agreements/:id/restoration', { answer: AgreementFile, says: 'Brings a removed agreement back' }),
  attach: post('/agreements/:id/files', { takes: 'file', answer: AgreementFile, says: 'Attaches a scan (PDF, image, Word, Excel)' }),
  keepUpload: post('/agreements/:id/uploads', { body: z.object({ upload: Id }), answer: AgreementFile, says: 'Keeps a whole upload as a scan, as `attach` keeps a file; the same upload again changes nothing' }),
  openFile: get('/agreements/:id/files/:fileId', { answer: z.unknown(), gives: 'file', says: 'A file attached to it' }),
  removeFile: del('/agreements/:id/files/:fileId', { answer: AgreementFile, says: 'Removes a file from it' }),
}
