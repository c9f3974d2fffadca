// The promises of notices: one's own, and how one wants them.
import * as z from 'zod'
import { get, put } from '#platform/http/contract.ts'
import { pageOf } from '#platform/kinds.ts'
import { Notice, NoticeQuery, Reading, Wishes } from './model.ts'

const Unread = z.object({ unread: z.int() })
export const noticesApi = {
  list: get('/notices', { query: NoticeQuery, answer: pageOf(Notice), says: 'What happened in one’s agreements, newest first' }),
  unread: get('/notices/unread', { answer: Unread, says: 'How many notices are unread, up to a hundred' }),
  read: put('/notices/read', { body: Reading, answer: Unread, says: 'Marks notices as read: those named, or all' }),
  wishes: get('/notices/wishes', { answer: Wishes, says: 'How one wants each kind of notice: here, by mail at once, in the letter of the week' }),
  putWishes: put('/notices/wishes', { body: Wishes, answer: Wishes, says: 'Says how one wants each kind of notice' }),
}
