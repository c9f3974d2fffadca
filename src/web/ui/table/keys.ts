// Up and down (or j and k) walk the rows of a register; x chooses the row one stands on.
import { type RefObject, useEffect } from 'react'

export function useArrows(body: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = body.current
    if (!element) return
    const onKey = (event: KeyboardEvent) => {
      const step = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1 }[event.key]
      const row = (event.target as HTMLElement).closest('tr')
      if (!row || event.ctrlKey || event.metaKey || event.altKey) return
      if (event.key === 'x') row.querySelector<HTMLInputElement>('.selects input')?.click()
      if (step === undefined || (event.target as HTMLElement).matches('select, textarea, input:not([type=checkbox])')) return
      const next = step === 1 ? row.nextElementSibling : row.previousElementSibling
      event.preventDefault()
      next?.querySelector<HTMLElement>('a, button, input')?.focus()
    }
    element.addEventListener('keydown', onKey)
    return () => element.removeEventListener('keydown', onKey)
  })
}
