// One box for everything. `/` brings the cursor here from any page; Enter shows all that was found.
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { one, useAddress } from '../address.ts'
import { useText } from '../text.tsx'
import { Icon } from '../ui/icon.tsx'

export function SearchBox() {
  const text = useText()
  const navigate = useNavigate()
  const [address] = useAddress()
  const box = useRef<HTMLInputElement>(null)
  useSlash(() => box.current?.focus())
  const onSubmit = (words: string) => void navigate({ to: '/search' as never, search: { q: words } as never })
  return (
    <search className="search-box">
      <form action="/search" onSubmit={(event) => (event.preventDefault(), onSubmit(box.current?.value.trim() ?? ''))}>
        <Icon name="search" size={18} />
        <input ref={box} type="search" name="q" aria-label={text('web.search.label')} placeholder={text('web.search.hint')} autoComplete="off"
          dir="auto" key={location.pathname === '/search' ? one(address['q']) : ''} maxLength={300}
          defaultValue={location.pathname === '/search' ? one(address['q']) : ''} aria-keyshortcuts="/" />
        <kbd aria-hidden="true">/</kbd>
      </form>
    </search>
  )
}

function useSlash(run: () => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const writing = event.target instanceof HTMLElement && (event.target.isContentEditable || event.target.matches('input, textarea, select'))
      if (event.key !== '/' || writing || event.ctrlKey || event.metaKey || event.altKey) return
      event.preventDefault()
      run()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  })
}
