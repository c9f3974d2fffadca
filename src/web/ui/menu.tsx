// A button that opens a short list of things to do or to choose from.
import { useClickOutside } from '@mantine/hooks'
import { createContext, type KeyboardEvent, type ReactNode, use, useEffect, useId, useRef, useState } from 'react'
import { Sign } from './mark.tsx'
import './menu.css'

const CloseContext = createContext<() => void>(() => {})

type Props = { label: string; face: ReactNode; children: ReactNode; upwards?: boolean; className?: string }

export function Menu({ label, face, children, upwards = false, className = 'menu-button' }: Props) {
  const [open, setOpen] = useState(false)
  const id = useId()
  const button = useRef<HTMLButtonElement>(null)
  const outside = useClickOutside(() => setOpen(false))
  const close = () => {
    setOpen(false)
    button.current?.focus()
  }
  return (
    <div ref={outside} className="menu" onBlur={(event) => !event.currentTarget.contains(event.relatedTarget) && event.relatedTarget && setOpen(false)}>
      <button ref={button} type="button" className={className} aria-haspopup="menu" aria-expanded={open} aria-controls={id}
        onClick={() => setOpen(!open)} onKeyDown={(event) => event.key === 'ArrowDown' && (event.preventDefault(), setOpen(true))}>
        <span className="unseen">{label}</span>
        {face}
      </button>
      {open && <CloseContext value={close}><List id={id} label={label} upwards={upwards} onClose={close}>{children}</List></CloseContext>}
    </div>
  )
}

type ListProps = { id: string; label: string; upwards: boolean; onClose: () => void; children: ReactNode }

function List({ id, label, upwards, onClose, children }: ListProps) {
  const list = useRef<HTMLDivElement>(null)
  const items = () => [...(list.current?.querySelectorAll<HTMLElement>('[role^=menuitem]') ?? [])]
  useEffect(() => items()[0]?.focus(), [])
  const onKey = (event: KeyboardEvent) => {
    const all = items()
    const here = all.indexOf(document.activeElement as HTMLElement)
    const to = { ArrowDown: (here + 1) % all.length, ArrowUp: (here - 1 + all.length) % all.length, Home: 0, End: all.length - 1 }[event.key]
    if (event.key === 'Escape') onClose()
    else if (to !== undefined) all[to]?.focus()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return <div ref={list} id={id} role="menu" aria-label={label} className={upwards ? 'menu-list upwards' : 'menu-list'} onKeyDown={onKey}>{children}</div>
}

export const MenuHead = ({ children }: { children?: ReactNode }) =>
  children ? <div className="menu-head" role="presentation">{children}</div> : <div className="menu-line" role="separator" />

export function MenuItem({ onPick, children }: { onPick: () => void; children: ReactNode }) {
  const close = use(CloseContext)
  return <button type="button" role="menuitem" tabIndex={-1} className="menu-item" onClick={() => (close(), onPick())}>{children}</button>
}

export function MenuChoice({ chosen, onPick, children }: { chosen: boolean; onPick: () => void; children: ReactNode }) {
  const close = use(CloseContext)
  return (
    <button type="button" role="menuitemradio" aria-checked={chosen} tabIndex={-1} className="menu-item" onClick={() => (close(), onPick())}>
      <span className="menu-sign">{chosen && <Sign shape="disc" />}</span>
      {children}
    </button>
  )
}
