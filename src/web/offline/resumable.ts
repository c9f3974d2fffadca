// Sends a file piece by piece, from where it stands; whatever breaks off, the next call continues. Also run by the worker, which does not
// carry the contracts: `platform/uploads/api.ts` is named by its addresses.
import type { Progress } from '#platform/uploads/api.ts'
import { formOf, overTheLine } from '../wire.ts'

/** As long as a weak line (64 kbit/s) takes half a minute for. */
const pieceSize = 256 * 1024

type Wish = { progress?: (share: number) => void; signal?: AbortSignal | undefined }

/** `id` is a UUIDv7 that stays with the file. Returns when the server has it whole. */
export async function resumableUpload({ id, name, blob }: { id: string; name: string; blob: Blob }, { progress, signal }: Wish = {}): Promise<void> {
  let at = (await overTheLine('POST', '/api/uploads', { id, name, size: blob.size, sha256: await sha256Of(blob) }, signal)) as Progress
  for (let stuck = 0; at.offset < blob.size && !at.taken;) {
    progress?.(at.offset / blob.size)
    const piece = formOf(blob.slice(at.offset, at.offset + pieceSize), {})
    const next = (await overTheLine('POST', `/api/uploads/${id}/pieces?offset=${at.offset}`, piece, signal)) as Progress
    stuck = next.offset > at.offset ? 0 : stuck + 1
    if (stuck > 3) throw new Error('The upload does not get on')
    at = next
  }
  progress?.(1)
}

export const cancelUpload = (id: string): Promise<unknown> => overTheLine('DELETE', `/api/uploads/${id}`)

/** Only a secure line gives a page the means to reckon it. */
async function sha256Of(blob: Blob): Promise<string | null> {
  if (!globalThis.crypto?.subtle) return null
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', await blob.arrayBuffer()))
  return [...hash].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
