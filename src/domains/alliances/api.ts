// What the alliances promise.
import * as z from 'zod'
import { del, get, post, put } from '#platform/http/contract.ts'
import { Id } from '#platform/kinds.ts'
import {
  AllianceFacts, AllianceFile, AllianceFilter, AlliancePage, Belonging, Member, MemberFilter, MemberPage, MemberPlace, NamedPostShown, NewAlliance, NewOfficer, News, NewsFilter, NewsPage,
  NewStanding, NewsText, OfficerShown, OfficerTerm, Standing,
} from './model.ts'

const Gone = z.object({ id: Id })
/** `remarks` are reasons to look again; the standing is given all the same. */
const Given = z.object({ member: Member, remarks: z.array(z.string()) })
const Format = z.enum(['xlsx', 'csv']).default('xlsx')

export const alliancesApi = {
  list: get('/alliances', { query: AllianceFilter, answer: AlliancePage, says: 'The alliances this viewer sees, by name' }),
  export: get('/alliances/export', { query: AllianceFilter.extend({ format: Format }), answer: z.unknown(), gives: 'file', says: 'The same list as a workbook or CSV' }),
  found: post('/alliances', { body: NewAlliance, answer: AllianceFile, says: 'Writes down an alliance; its organisation is added when it is new' }),
  read: get('/alliances/:id', { answer: AllianceFile, says: 'One alliance with its officers, sub-alliances and countries' }),
  change: put('/alliances/:id', { body: AllianceFacts, answer: AllianceFile, says: 'Changes what an alliance says of itself' }),

  members: get('/alliances/:id/members', { query: MemberFilter, answer: MemberPage, says: 'Its members with their present standing' }),
  places: get('/alliances/:id/places', { answer: z.array(MemberPlace), says: 'Where its members are, as far as it is known; at most 2,000' }),
  exportMembers: get('/alliances/:id/members/export', { query: MemberFilter.extend({ format: Format }), answer: z.unknown(), gives: 'file', says: 'The members as a workbook or CSV' }),
  history: get('/alliances/:id/members/:organisationId', { answer: z.array(Standing), says: 'Every standing one organisation has had, newest first' }),
  giveStanding: post('/alliances/:id/standings', { body: NewStanding, answer: Given, says: 'Gives an organisation its next standing; the one before it ends that day' }),
  takeBackStanding: del('/alliances/:id/standings/:standingId', { answer: Gone, says: 'Takes back a standing written down by mistake; the one before it holds again' }),

  appoint: post('/alliances/:id/officers', { body: NewOfficer, answer: OfficerShown, says: 'Writes down an officer, with the term as far as it is known' }),
  changeOfficer: put('/alliances/:id/officers/:officerId', { body: OfficerTerm, answer: OfficerShown, says: 'Changes an officer’s post or term' }),
  removeOfficer: del('/alliances/:id/officers/:officerId', { answer: Gone, says: 'Takes back an officer written down by mistake' }),

  news: get('/alliances/:id/news', { query: NewsFilter, answer: NewsPage, says: 'News and events, newest first' }),
  publish: post('/alliances/:id/news', { body: NewsText, answer: News, says: 'Writes news or an event' }),
  changeNews: put('/alliances/:id/news/:newsId', { body: NewsText, answer: News, says: 'Changes news or an event' }),
  removeNews: del('/alliances/:id/news/:newsId', { answer: Gone, says: 'Removes news or an event' }),

  ofOrganisation: get('/organisations/:id/alliances', { answer: z.array(Belonging), says: 'The alliances in which an organisation has a standing today' }),
  namedPosts: get('/organisations/:id/named-posts', { answer: z.array(NamedPostShown), says: 'The posts at an organisation in which sources name persons; they give no rights' }),
}
