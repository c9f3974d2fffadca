// What dues and hosting promise.
import * as z from 'zod'
import { del, get, post } from '#platform/http/contract.ts'
import { Id, Locale } from '#platform/kinds.ts'
import { Answering, Assigning, HostingFile, Proposing, Swapping } from './hosting-model.ts'
import { DuesFile, NewScale, NewYear, Paying, Settling, Statement, Waiving, YearFile } from './model.ts'

const Member = z.object({ organisationId: Id })

export const duesApi = {
  read: get('/alliances/:id/dues', { answer: DuesFile, says: 'The dues of an alliance: scales, years, arrears; a member sees the scales and its own' }),
  addScale: post('/alliances/:id/dues/scales', { body: NewScale, answer: DuesFile, says: 'A further version of the scale, from a year on' }),
  askYear: post('/alliances/:id/dues/years', { body: NewYear, answer: YearFile, says: 'Asks every member for a year, by the scale that holds for it' }),
  statement: get('/alliances/:id/dues/statement', { query: Member, answer: Statement, says: 'All years of one member' }),
  year: get('/dues-years/:id', { answer: YearFile, says: 'A year: what each member is asked, what it says it paid, what was found' }),
  addMember: post('/dues-years/:id/members', { body: Member, answer: YearFile, says: 'Asks one who became a member later' }),
  workbook: get('/dues-years/:id/workbook', { query: z.object({ locale: Locale.default('en') }), gives: 'file', answer: z.unknown(), says: 'The year as a workbook' }),
  pay: post('/dues/:id/payments', { body: Paying, answer: YearFile, says: 'A member says that it paid; the house writes down what came in' }),
  settle: post('/dues/:id/payments/:paymentId/settlement', { body: Settling, answer: YearFile, says: 'The house found it, or did not and says why' }),
  waive: post('/dues/:id/waiver', { body: Waiving, answer: YearFile, says: 'Lets off what is outstanding, with the reason' }),
  unwaive: del('/dues/:id/waiver', { answer: YearFile, says: 'Asks for it again' }),
}

export const hostingApi = {
  rota: get('/alliances/:id/hosting', { answer: HostingFile, says: 'Who hosts what in which year, what was swapped, and whether the rotation is followed' }),
  propose: post('/alliances/:id/hosting/proposals', { body: Proposing, answer: HostingFile, says: 'Proposes hosts by the rotation for years that have none' }),
  assign: post('/alliances/:id/hosting', { body: Assigning, answer: HostingFile, says: 'Proposes one host by hand' }),
  answerTurn: post('/hosting/:id/answer', { body: Answering, answer: HostingFile, says: 'The host agrees or declines with a reason' }),
  swap: post('/hosting/:id/swaps', { body: Swapping, answer: HostingFile, says: 'A host asks another to change years with it' }),
  answerSwap: post('/hosting-swaps/:id/answer', { body: Answering, answer: HostingFile, says: 'The other host agrees, and both have changed places; or declines' }),
}
