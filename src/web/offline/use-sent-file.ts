// A deed with a file that goes piece by piece while its form is open: what breaks off goes on by itself when the line is back, and the same
// file sent again after a refusal goes on from where it stands.
import { useEffect, useRef, useState } from 'react'
import type { Answer, Endpoint, Sent } from '#platform/http/contract.ts'
import { type Id, newId } from '#platform/kinds.ts'
import { useDeed } from '../client.ts'
import { Offline } from '../wire.ts'

/** How often it is tried without getting on, and how long is waited in between: some minutes in all. */
const [tries, pause] = [60, 3000]

export function useDeedWithFile<E extends Endpoint>(endpoint: E, alsoChanges: string[] = []) {
  const deed = useDeed(endpoint, alsoChanges)
  const [share, setShare] = useState<number | null>(null)
  const [trouble, setTrouble] = useState<unknown>(null)
  const known = useRef(new WeakMap<File, Id>())
  const leaving = useRef(new AbortController())
  useEffect(() => { leaving.current = new AbortController(); return () => leaving.current.abort() }, [])

  async function give(file: File, input: { params: Record<string, string>; body?: object }, then: { onSuccess?: (answer: Answer<E>) => void } = {}): Promise<void> {
    const { signal } = leaving.current
    setTrouble(null)
    try {
      const id = known.current.get(file) ?? newId()
      known.current.set(file, id)
      await sent(file, id, { progress: setShare, signal })
      deed.mutate({ ...input, body: { ...input.body, upload: id } } as unknown as Sent<E>, then as never)
    } catch (problem) {
      if (!signal.aborted) setTrouble(problem)
    } finally {
      setShare(null)
    }
  }
  return { give, share, busy: share !== null || deed.isPending, error: trouble ?? deed.error }
}

async function sent(file: File, id: Id, wish: { progress: (share: number) => void; signal: AbortSignal }): Promise<void> {
  const { resumableUpload } = await import('./resumable.ts')
  wish.progress(0)
  for (let at = 0, stuck = 0; ;) {
    try {
      return await resumableUpload({ id, name: file.name, blob: file }, { ...wish, progress: (share) => { if (share > at) [at, stuck] = [share, 0]; wish.progress(share) } })
    } catch (problem) {
      if (!(problem instanceof Offline) || wish.signal.aborted || ++stuck > tries) throw problem
      await new Promise<void>((again) => { setTimeout(again, pause); globalThis.addEventListener?.('online', () => again(), { once: true }) })
    }
  }
}
