// The secretariat's API: its table of members, and the sub-alliances with their signs of life.
import * as z from 'zod'
import { get, post } from '#platform/http/contract.ts'
import { Id } from '#platform/kinds.ts'
import { Declaring, MemberTable, SubAlliances, TableQuery } from './model.ts'

export const secretariatApi = {
  table: get('/alliances/:id/register', { query: TableQuery, answer: MemberTable, says: 'Every member with standing, last report, last activity, contact, what waits for it and why it may be asleep; for the secretariat' }),
  exportTable: get('/alliances/:id/register/export', { query: TableQuery.extend({ format: z.enum(['xlsx', 'csv']).default('xlsx') }), answer: z.unknown(), gives: 'file', limit: 30, says: 'The same as a workbook or CSV' }),
  subAlliances: get('/alliances/:id/sub-alliances', { answer: SubAlliances, says: 'Its sub-alliances with the last sign of life of each kind, and whether the rule finds them asleep' }),
  declareDormant: post('/alliances/:id/sub-alliances/:subId/dormancy', { params: z.object({ id: Id, subId: Id }), body: Declaring, answer: SubAlliances, says: 'Declares a sub-alliance dormant that the rule found asleep, with the reason' }),
}
