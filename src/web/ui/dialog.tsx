// A dialog over the page: the browser's own, so that focus stays in it, Escape closes it, and the page behind is out of reach.
import { type ReactNode, useEffect, useId, useRef } from 'react'
import { useText } from '../text.tsx'
import './dialog.css'
import { Icon } from './icon.tsx'

type Props = { open: boolean; onClose: () => void; title: string; children: ReactNode; actions?: ReactNode; side?: boolean }

/** `side` is a sheet at the end edge, for filling in while the page stays in sight. */
export function Dialog({ open, onClose, title, children, actions, side = false }: Props) {
  const text = useText()
  const titleId = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  /** What was typed is not lost by a press beside the sheet; Escape and the cross still mean it. */
  const typed = useRef(false)
  useEffect(() => {
    if (!open) return
    const element = dialog.current
    const before = document.activeElement
    typed.current = false
    element?.showModal()
    return () => {
      element?.close()
      if (before instanceof HTMLElement) before.focus()
    }
  }, [open])
  if (!open) return null
  return (
    <dialog ref={dialog} className={side ? 'dialog side' : 'dialog'} aria-labelledby={titleId}
      onCancel={(event) => (event.preventDefault(), onClose())} onInput={() => { typed.current = true }} onMouseDown={(event) => event.target === event.currentTarget && !typed.current && onClose()}>
      <div className="dialog-sheet">
        <header>
          <h2 id={titleId}>{title}</h2>
          <button type="button" className="dialog-close" aria-label={text('web.close')} onClick={onClose}><Icon name="close" size={18} /></button>
        </header>
        <div className="dialog-body">{children}</div>
        {actions && <footer className="row">{actions}</footer>}
      </div>
    </dialog>
  )
}
