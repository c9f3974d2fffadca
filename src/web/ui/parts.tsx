// A large thing on several pages: the way from one part to another. And its state at a glance: what there is, how it stands, what can be done.
import type { ReactNode } from 'react'
import { Go } from './link.tsx'
import './parts.css'

/** The parts of a thing; the one that is shown is marked by the link itself. */
export function Parts({ label, of }: { label: string; of: { to: string; words: string }[] }) {
  return (
    <nav className="parts no-print" aria-label={label}>
      <ul>{of.map(({ to, words }) => <li key={to}><Go to={to} exact>{words}</Go></li>)}</ul>
    </nav>
  )
}

/** Lines of a part: each leads on, says how it stands, and has its step at the end edge. */
export const Glances = ({ children }: { children: ReactNode }) => <ul className="glances">{children}</ul>

export function Glance({ title, to, step, children }: { title: string; to?: string; step?: ReactNode; children?: ReactNode }) {
  return (
    <li>
      <span className="glance-what">{to ? <Go to={to}>{title}</Go> : title}</span>
      <div className="glance-state">{children}</div>
      {step ? <span className="glance-step no-print">{step}</span> : null}
    </li>
  )
}
