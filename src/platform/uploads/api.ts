// A file that comes piece by piece, as tus 1.0 has it: begin, send from where it stands, and after any break ask where that is.
import * as z from 'zod'
import { get, post, del } from '../http/contract.ts'
import { Id, Instant, ShortText } from '../kinds.ts'

/** `sha256` in lower-case hex, of the whole: what came is compared with it. A browser without a secure line cannot reckon it. */
const Begun = z.object({ id: z.uuidv7(), name: ShortText, size: z.int().min(1).max(1_000_000_000), sha256: z.string().regex(/^[0-9a-f]{64}$/).nullable().default(null) })
export type Begun = z.output<typeof Begun>

/** `offset`: how many bytes are here, and so where the next piece begins. It is whole when that is its size. */
export const Progress = z.object({ id: Id, name: z.string(), size: z.int(), offset: z.int(), expiresAt: Instant, taken: z.boolean() })
export type Progress = z.infer<typeof Progress>

export const uploadsApi = {
  begin: post('/uploads', { body: Begun, answer: Progress, says: 'Begins an upload under an id made by the sender; the same id again says how far it is' }),
  progress: get('/uploads/:id', { answer: Progress, says: 'How far it is: `offset` is where to continue' }),
  piece: post('/uploads/:id/pieces', { takes: 'file', query: z.object({ offset: z.coerce.number().int().min(0) }), answer: Progress, says: 'Adds a piece that begins at `offset`; one that does not fit changes nothing, and the answer says where to continue' }),
  cancel: del('/uploads/:id', { answer: z.object({ done: z.literal(true) }), says: 'Stops it and forgets what came' }),
}
