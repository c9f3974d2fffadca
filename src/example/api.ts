// What the example promises: how much of it is here, and its removal in one action.
import * as z from 'zod'
import { del, get, post } from '#platform/http/contract.ts'
import { Id } from '#platform/kinds.ts'

const Counts = z.object({ organisations: z.int(), alliances: z.int(), agreements: z.int(), persons: z.int(), news: z.int() })
export const Example = z.object({ state: z.enum(['none', 'loaded', 'removed']), counts: Counts, sources: z.array(z.string()) })
export type Example = z.infer<typeof Example>
const Stayed = z.object({ kind: z.enum(['organisation', 'alliance', 'agreement', 'person']), id: Id, name: z.string(), because: z.array(z.string()) })

export const exampleApi = {
  example: get('/example', { door: 'administrator', answer: Example, says: 'How much of the example alliance is here, and from which texts it is taken' }),
  loadExample: post('/example', { door: 'administrator', answer: Example, says: 'Loads the example alliance, unless it is here' }),
  removeExample: del('/example', {
    door: 'administrator', answer: z.object({ removed: z.record(z.string(), z.int()), stayed: z.array(Stayed) }),
    says: 'Removes the example alliance; what others’ records use stays and is named',
  }),
}
