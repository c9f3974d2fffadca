// What a page puts into the outbox: an entry, or only files for something that is there already.
import { type Id, newId } from '#platform/kinds.ts'
import { wakeForSending } from './begin.ts'
import { findWaiting, keepWaiting, type Waiting } from './outbox.ts'
import { sendWaiting } from './sending.ts'

type Wish = Pick<Waiting, 'deliver' | 'view'> & Partial<Pick<Waiting, 'entry' | 'form' | 'edit'>> & { id?: Id; files: readonly File[] }

/** How long one waits beside the form before it goes on by itself. */
const patience = 4000

/** Kept on this device first, then sent. Gives what still waits, with the refusal if there was one; nothing when all of it has arrived. */
export async function sendOrKeep(owner: Id, title: string, { id = newId(), files, entry = null, form = null, edit = null, ...where }: Wish): Promise<Waiting | undefined> {
  const named = files.map((file) => ({ id: newId(), name: file.name, blob: file }))
  await keepWaiting({ id, owner, title, at: new Date().toISOString(), entry, form, edit, ...where, files: named, paused: false, tried: false, refusal: null })
  void wakeForSending()
  if (navigator.onLine) await Promise.race([sendWaiting().catch(() => {}), new Promise((done) => setTimeout(done, patience))])
  return findWaiting(id)
}
