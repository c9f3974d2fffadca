// Keeps what one types: on this device at once, in the house when one pauses. Without a line the device keeps it until there is one.
import { useEffect, useRef, useState } from 'react'
import { call, Offline } from '#web/client.ts'
import { callsApi } from '../api.ts'
import type { Question, Values } from '../model.ts'
import { asSent } from './typed.ts'

type Kept = { at: string; values: Values }
const pause = 1500

/** What this device kept after the house last did. */
export function keptHere(key: string, since: string | null): Values | undefined {
  try {
    const kept = JSON.parse(localStorage.getItem(key) ?? 'null') as Kept | null
    return kept && (!since || kept.at > since) ? kept.values : undefined
  } catch { return undefined }
}
export const forgetKept = (key: string): void => localStorage.removeItem(key)

export function useKeeping(key: string, params: { id: string; organisationId: string }, questions: readonly Question[]) {
  const [kept, setKept] = useState<'nothing' | 'here' | 'device' | 'typing'>('nothing')
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  const send = async (values: Values) => {
    try {
      await call(callsApi.draft, { params, body: { values: asSent(questions, values) } })
      forgetKept(key)
      setKept('here')
    } catch (error) {
      // A refusal is told when it is sent; what was typed is kept all the same.
      setKept('device')
      if (!(error instanceof Offline)) return
    }
  }
  const change = (values: Values) => {
    localStorage.setItem(key, JSON.stringify({ at: new Date().toISOString(), values } satisfies Kept))
    setKept('typing')
    clearTimeout(timer.current)
    timer.current = setTimeout(() => void send(values), pause)
  }
  return { kept, change }
}
