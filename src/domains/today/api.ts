// The promises of the page a day begins with.
import { get } from '#platform/http/contract.ts'
import { Today } from './model.ts'

export const todayApi = {
  today: get('/today', { answer: Today, says: 'What waits for this viewer and for their partners, what falls due, what sleeps and why, and what the records lack' }),
}
