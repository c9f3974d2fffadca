// j and k walk the rows from anywhere on the page, Enter opens, y takes the first offer of the row one stands on.
import { type RefObject, useEffect, useEffectEvent } from 'react'

export function useReviewKeys(frame: RefObject<HTMLElement | null>, accept: ((row: number) => void) | undefined): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const target = event.target as HTMLElement
    const isTyping = target.matches('input, select, textarea, [contenteditable]') || document.querySelector('dialog[open]')
    if (isTyping || event.ctrlKey || event.metaKey || event.altKey) return
    const row = target.closest('tr')
    if ((event.key === 'j' || event.key === 'k') && !frame.current?.contains(target)) frame.current?.querySelector<HTMLElement>('[data-row]')?.focus()
    const number = row?.querySelector<HTMLElement>('[data-row]')?.dataset['row']
    if (event.key === 'y' && number && accept) accept(Number(number))
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKey(event)
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [])
}
