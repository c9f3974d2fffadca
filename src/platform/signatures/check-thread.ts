// The thread in which a PDF from outside is taken apart: what eats memory or time ends here, not in the house.
import { parentPort, workerData } from 'node:worker_threads'
import { takeApart } from './take-apart.ts'

const { bytes, now } = workerData as { bytes: Uint8Array; now: string }
try {
  parentPort!.postMessage({ checked: await takeApart(bytes, new Date(now)) })
} catch {
  parentPort!.postMessage({ checked: null })
}
