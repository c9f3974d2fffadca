// A short word at the foot of the page after a deed, with the way to undo it. It waits while it is being read.
import { createContext, type ReactNode, use, useCallback, useEffect, useRef, useState } from 'react'
import { useText } from '../text.tsx'
import { Button } from './button.tsx'
import { useTrouble } from './notes.tsx'
import './toast.css'

type Toast = { words: string; undo?: () => unknown; tone?: 'garnet' }
type Say = (words: string, options?: { undo?: () => unknown }) => void

const ToastContext = createContext<(toast: Toast) => void>(() => {})

/** `const say = useToast(); say(text('…'), { undo: () => … })` */
export function useToast(): Say {
  const show = use(ToastContext)
  return useCallback((words, options = {}) => show({ words, ...options }), [show])
}

/** For `onError`: says what went wrong and what to do. */
export function useToastTrouble(): (error: unknown) => void {
  const show = use(ToastContext)
  const trouble = useTrouble()
  return (error) => {
    const { what, next } = trouble(error)
    show({ words: `${what} ${next}`, tone: 'garnet' })
  }
}

export function ToastProvider({ children }: { children: ReactNode }) {
  const text = useText()
  const [toast, setToast] = useState<Toast>()
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const stay = () => clearTimeout(timer.current)
  const leave = () => {
    stay()
    timer.current = setTimeout(() => setToast(undefined), 8000)
  }
  useEffect(() => (toast ? (leave(), stay) : undefined), [toast])
  const close = () => setToast(undefined)
  const undo = () => {
    void toast?.undo?.()
    close()
  }
  return (
    <ToastContext value={setToast}>
      {children}
      <div className="toasts no-print" aria-live="polite">
        {toast && (
          <div className={`toast ${toast.tone ?? ''}`} onPointerEnter={stay} onPointerLeave={leave} onFocus={stay} onBlur={leave}>
            <span>{toast.words}</span>
            {toast.undo && <Button small look="quiet" onPress={undo}>{text('web.undo')}</Button>}
            <Button small look="quiet" onPress={close}>{text('web.close')}</Button>
          </div>
        )}
      </div>
    </ToastContext>
  )
}
