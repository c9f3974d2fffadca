// Marks: a shape, a colour and a word together, so that none of them has to be trusted alone.
import type { ReactNode } from 'react'
import { useText } from '../text.tsx'
import './mark.css'

export type Tone = 'jade' | 'saffron' | 'garnet' | 'lapis' | 'quiet'
export type Shape = 'disc' | 'ring' | 'half' | 'diamond' | 'square' | 'dash' | 'triangle' | 'cross'

const drawings: Record<Shape, ReactNode> = {
  disc: <circle cx="6" cy="6" r="4.5" fill="currentColor" />,
  ring: <circle cx="6" cy="6" r="4.25" fill="none" stroke="currentColor" strokeWidth="1.5" />,
  half: <><circle cx="6" cy="6" r="4.25" fill="none" stroke="currentColor" strokeWidth="1.5" /><path d="M6 1.750a4.250 4.250 0 0 1 0 8.500Z" fill="currentColor" /></>,
  diamond: <path d="m6 .8 5.200 5.200L6 11.200.8 6Z" fill="currentColor" />,
  square: <rect x="2" y="2" width="8" height="8" fill="none" stroke="currentColor" strokeWidth="1.5" />,
  dash: <path d="M1.500 6h9" stroke="currentColor" strokeWidth="1.800" />,
  triangle: <path d="M6 1.300 11.200 10.500H.8Z" fill="currentColor" />,
  cross: <path d="m2 2 8 8M10 2l-8 8" stroke="currentColor" strokeWidth="1.800" />,
}

export const Sign = ({ shape }: { shape: Shape }) =>
  <svg className="sign" width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">{drawings[shape]}</svg>

export function Mark({ tone, shape, children }: { tone: Tone; shape: Shape; children: ReactNode }) {
  return <span className={`mark ${tone}`}><Sign shape={shape} /><span>{children}</span></span>
}

export type AgreementState = 'draft' | 'in-force' | 'expiring' | 'lapsed' | 'ended' | 'unclear' | 'not-yet'

const states: Record<AgreementState, { tone: Tone; shape: Shape }> = {
  draft: { tone: 'quiet', shape: 'ring' },
  'in-force': { tone: 'jade', shape: 'disc' },
  expiring: { tone: 'saffron', shape: 'half' },
  lapsed: { tone: 'garnet', shape: 'triangle' },
  ended: { tone: 'quiet', shape: 'square' },
  unclear: { tone: 'quiet', shape: 'dash' },
  'not-yet': { tone: 'lapis', shape: 'ring' },
}

export function StateMark({ state }: { state: AgreementState }) {
  return <Mark {...states[state]}>{useText()(`web.states.${state}`)}</Mark>
}

/** How sure a reading is: a filling ring and a word. */
export function SureMark({ decision }: { decision: 'matched' | 'offered' | 'new' | 'unread' }) {
  const look = {
    matched: { tone: 'jade', shape: 'disc' }, offered: { tone: 'saffron', shape: 'half' }, new: { tone: 'lapis', shape: 'ring' },
    unread: { tone: 'garnet', shape: 'cross' },
  } as const
  return <Mark {...look[decision]}>{useText()(`web.sure.${decision}`)}</Mark>
}
