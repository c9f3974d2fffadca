// What the calls promise.
import * as z from 'zod'
import { del, get, post, put } from '#platform/http/contract.ts'
import { Id, Locale } from '#platform/kinds.ts'
import { Answering, Asking, CallFile, CallLine, CallsQuery, Drafting, FileNamed, FormFile, NewCall, ReadingFile, Results, Writing } from './model.ts'

const Locales = z.object({ locale: Locale.default('en') })

export const callsApi = {
  list: get('/calls', { query: CallsQuery, answer: z.array(CallLine), says: 'The calls this viewer sees: those of alliances they keep, and those that ask an organisation of theirs' }),
  begin: post('/calls', { body: NewCall, answer: CallFile, says: 'Begins a call of an alliance; nobody is asked before it is opened' }),
  read: get('/calls/:id', { answer: CallFile, says: 'A call: its questions, who was asked, who answered and how; a member sees its own line' }),
  write: put('/calls/:id', { body: Writing, answer: CallFile, says: 'Writes what is asked, of whom and until when; once it is open only the words and the day may change' }),
  drop: del('/calls/:id', { answer: z.object({ id: Id }), says: 'Lets go a call that was never opened' }),
  open: post('/calls/:id/opening', { answer: CallFile, says: 'Opens it: those who are members on this day are asked, and told' }),
  close: post('/calls/:id/closing', { answer: CallFile, says: 'Closes it: no further answer is taken' }),
  reopen: del('/calls/:id/closing', { answer: CallFile, says: 'Opens it again' }),
  remind: post('/calls/:id/reminders', { limit: 10, answer: z.object({ letters: z.int() }), says: 'Writes to those who have not answered' }),
  ask: post('/calls/:id/links', { body: Asking, limit: 60, answer: z.object({ call: CallFile, address: z.string().nullable() }), says: 'Asks a member without an account by a letter or a link; the address of a link is told this once' }),
  revoke: del('/calls/:id/links/:linkId', { answer: CallFile, says: 'Takes a link back: it opens nothing any more' }),

  form: get('/calls/:id/answers/:organisationId', { answer: FormFile, says: 'What one member is asked, what it began, what it answered, and what of a workbook could not be taken' }),
  draft: put('/calls/:id/answers/:organisationId', { body: Drafting, answer: FormFile, says: 'Keeps what was begun; nothing is judged' }),
  answer: post('/calls/:id/answers/:organisationId', { body: Answering, answer: FormFile, says: 'Answers for a member; the same id again is the same answer, a further one stands in its place' }),
  keepFile: post('/calls/:id/answers/:organisationId/uploads', { body: z.object({ upload: Id }), answer: FileNamed, says: 'Keeps a whole upload as a file that an answer then names' }),
  attach: post('/calls/:id/answers/:organisationId/files', { takes: 'file', answer: FileNamed, says: 'Brings a file that an answer then names' }),
  file: get('/calls/:id/answers/:organisationId/files/:fileId', { gives: 'file', answer: z.unknown(), says: 'A file of an answer' }),

  results: get('/calls/:id/results', { answer: Results, says: 'What every member answered, side by side' }),
  workbook: get('/calls/:id/workbook', { query: Locales.extend({ organisationId: Id.optional() }), gives: 'file', answer: z.unknown(), says: 'The questions as a workbook to fill in, with the answers that are there: of one member, or of all' }),
  bring: post('/calls/:id/readings', { takes: 'file', answer: ReadingFile, says: 'Reads a workbook back and changes nothing: what was understood, cell by cell, and what was not' }),
  reading: get('/calls/:id/readings/:readingId', { answer: ReadingFile, says: 'A workbook as it was read' }),
  take: post('/calls/:id/readings/:readingId/taking', { body: z.object({ but: z.array(Id).max(2000).default([]) }), answer: ReadingFile, says: 'Takes what was understood as answers; what could not be read is kept with the member until it is answered' }),
}
