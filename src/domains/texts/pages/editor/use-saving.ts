// Saves a wording while one writes it: soon after the last key, and at once when one leaves. Nothing typed is lost when another
// was quicker: it stays here, with theirs beside it.
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import type { Rich } from '#platform/documents/rich.ts'
import type { Id, Locale } from '#platform/kinds.ts'
import { ask, call, Refusal } from '#web/client.ts'
import { textsApi } from '../../api.ts'
import type { ClauseShown } from '../../model.ts'
import type { TextFile } from '../../negotiation-model.ts'

export type Saving = { state: 'saved' | 'dirty' | 'saving' | 'overtaken' | 'failed'; error: unknown }
const soon = 1200

export function useSaving(agreementId: Id, clause: ClauseShown, lang: Locale) {
  const questions = useQueryClient()
  const [saving, setSaving] = useState<Saving>({ state: 'saved', error: null })
  const seen = useRef(clause.wordings[lang]?.edition ?? 0)
  const waiting = useRef<Rich>(undefined)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const busy = useRef(false)
  const overtaken = useRef(false)

  const save = async (): Promise<void> => {
    clearTimeout(timer.current)
    const content = waiting.current
    if (content === undefined || busy.current || overtaken.current) return
    busy.current = true
    waiting.current = undefined
    setSaving({ state: 'saving', error: null })
    try {
      const next = await call(textsApi.word, { params: { id: agreementId, clauseId: clause.id, lang }, body: { content, seen: seen.current } })
      seen.current = next.wordings[lang]!.edition
      questions.setQueryData(ask(textsApi.read, { params: { id: agreementId } }).queryKey, (text: TextFile | undefined) => text && { ...text, clauses: text.clauses.map((one) => (one.id === next.id ? next : one)), changedSince: true })
      busy.current = false
      if (waiting.current !== undefined) return await save()
      setSaving({ state: 'saved', error: null })
    } catch (error) {
      waiting.current ??= content
      overtaken.current = error instanceof Refusal && error.reason === 'texts.changed-meanwhile'
      setSaving({ state: overtaken.current ? 'overtaken' : 'failed', error })
    } finally {
      busy.current = false
    }
  }
  const change = (rich: Rich) => {
    waiting.current = rich
    clearTimeout(timer.current)
    if (overtaken.current) return
    setSaving({ state: 'dirty', error: null })
    timer.current = setTimeout(() => void save(), soon)
  }
  /** Theirs was read and is to be replaced by what stands here. */
  const keepMine = async () => {
    const text = await questions.fetchQuery({ ...ask(textsApi.read, { params: { id: agreementId } }), staleTime: 0 })
    seen.current = text.clauses.find(({ id }) => id === clause.id)?.wordings[lang]?.edition ?? 0
    overtaken.current = false
    await save()
  }
  const latest = useRef(save)
  useEffect(() => { latest.current = save })
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => { if (waiting.current !== undefined) { void latest.current(); event.preventDefault() } }
    window.addEventListener('beforeunload', warn)
    return () => { window.removeEventListener('beforeunload', warn); void latest.current() }
  }, [])
  return { saving, change, save, keepMine }
}
