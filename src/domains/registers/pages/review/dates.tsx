// When a row's agreement was signed, how long it holds, and how it stands today.
import { Mark, type Shape, type Tone } from '#web/ui/mark.tsx'
import type { RunRow } from '../../model.ts'
import { useSay } from '../say.ts'

const looks: Record<string, { tone: Tone; shape: Shape }> = {
  'in-force': { tone: 'jade', shape: 'disc' }, expiring: { tone: 'saffron', shape: 'half' }, lapsed: { tone: 'garnet', shape: 'triangle' },
  ended: { tone: 'quiet', shape: 'square' }, 'not-yet': { tone: 'lapis', shape: 'ring' }, unclear: { tone: 'quiet', shape: 'dash' },
}

export function StandingMark({ state }: { state: string }) {
  const { text } = useSay()
  return <Mark {...(looks[state] ?? looks['unclear']!)}>{text(`agreements.states.${state}`)}</Mark>
}

export const signedOn = (row: RunRow) => (row.decided.signedOn === undefined ? row.signedOn : row.decided.signedOn)

export function Dates({ row }: { row: RunRow }) {
  const { text, day, term } = useSay()
  const signed = signedOn(row)
  if (row.decided.skip) return null
  return (
    <div className="dates">
      <span>{signed ? <bdi>{day(signed)}</bdi> : <span className="quiet">{text('registers.no-date')}</span>}</span>
      {row.term.kind !== 'not-stated' && <small>{term(row.term)}</small>}
      <small><StandingMark state={row.state} /></small>
    </div>
  )
}
