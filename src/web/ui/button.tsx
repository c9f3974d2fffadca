// A button that cannot be pressed stays reachable, and says why. `primary` is the one next step of a page.
import { type ReactNode, useId } from 'react'
import { useText } from '../text.tsx'
import './button.css'
import { Go } from './link.tsx'

export type ButtonLook = 'primary' | 'plain' | 'quiet' | 'danger'
type Props = {
  children: ReactNode
  onPress?: () => void
  whyNot?: string | undefined
  facts?: Record<string, unknown>
  busy?: boolean
  look?: ButtonLook
  type?: 'button' | 'submit'
  small?: boolean
  label?: string
}

export function Button({ children, onPress, whyNot, facts, busy = false, look = 'plain', type = 'button', small = false, label }: Props) {
  const text = useText()
  const reasonId = useId()
  const closed = busy || whyNot !== undefined
  const button = (
    <button type={closed ? 'button' : type} className={`button ${look}${small ? ' small' : ''}`} aria-disabled={closed || undefined}
      aria-busy={busy || undefined} aria-describedby={whyNot ? reasonId : undefined} aria-label={label}
      onClick={closed ? undefined : onPress}>
      {children}
    </button>
  )
  if (!whyNot) return button
  return (
    <span className="button-closed">
      {button}
      <small id={reasonId}>{text(whyNot, facts)}</small>
    </span>
  )
}

/** A link that looks like a button: it goes somewhere and changes nothing. */
export function ButtonLink({ to, look = 'plain', small = false, children }: { to: string; look?: ButtonLook; small?: boolean; children: ReactNode }) {
  return <Go to={to} className={`button ${look}${small ? ' small' : ''}`}>{children}</Go>
}
