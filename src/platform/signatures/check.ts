// Checks the signatures of any PDF, ours or another's: whole, forged, partial, expired, changed afterwards. It asks nobody outside.
import { Worker } from 'node:worker_threads'
import { Refused } from '../refusals.ts'
import type { Checked } from './checked.ts'

const patience = 20_000
const limits = { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 64 }

/** Refuses what is no PDF, or none that can be read within twenty seconds and half a gigabyte. */
export function checkPdf(bytes: Uint8Array, now: Date): Promise<Checked> {
  return new Promise((answer, refuse) => {
    const worker = new Worker(new URL('./check-thread.ts', import.meta.url), { workerData: { bytes, now: now.toISOString() }, resourceLimits: limits })
    const give = (checked: Checked | null) => {
      clearTimeout(timer)
      void worker.terminate()
      if (checked) answer(checked)
      else refuse(new Refused('web.pdf-not-readable', {}, 422))
    }
    const timer = setTimeout(() => give(null), patience)
    worker.once('message', ({ checked }: { checked: Checked | null }) => give(checked))
    worker.once('error', () => give(null))
  })
}
