// How lively an agreement is, with every reason: "Asleep: no activity for 14 months; both responsible offices vacant; 0 of 9 commitments started".
import { Mark, type Shape, type Tone } from '#web/ui/mark.tsx'
import type { Promises, PulseKind } from '../model.ts'
import { useSay } from './say.ts'

const looks: Record<PulseKind, [Tone, Shape]> = { active: ['jade', 'disc'], quiet: ['saffron', 'half'], asleep: ['garnet', 'triangle'], none: ['quiet', 'dash'] }

export function PulseLine({ promises: { pulse } }: { promises: Promises }) {
  const { text, why } = useSay()
  return (
    <div className="pulse">
      <Mark tone={looks[pulse.pulse][0]} shape={looks[pulse.pulse][1]}>{text(`commitments.pulse.${pulse.pulse}`)}</Mark>
      <span className="pulse-reasons">{pulse.reasons.map(why).join(text('commitments.reasons-joined-by'))}</span>
      <span className="pulse-counts">
        <Mark tone="saffron" shape="square">{text('commitments.claimed-count', { count: pulse.claimed })}</Mark>
        <Mark tone="jade" shape="disc">{text('commitments.confirmed-count', { count: pulse.confirmed })}</Mark>
        {pulse.disputed > 0 && <Mark tone="garnet" shape="cross">{text('commitments.disputed-count', { count: pulse.disputed })}</Mark>}
      </span>
      {pulse.proposeClosure && <span className="quiet">{text('commitments.propose-closure')}</span>}
    </div>
  )
}
