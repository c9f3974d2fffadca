// The versions of a plan: which text was laid before the sides when, and what they answered.
import { formatInstant } from '#platform/i18n/format.ts'
import { useLocale, useText } from '#web/text.tsx'
import { Go } from '#web/ui/link.tsx'
import { Mark, type Shape, type Tone } from '#web/ui/mark.tsx'
import { Empty } from '#web/ui/notes.tsx'
import type { PlanFile } from '../plan-model.ts'

const looks: Record<string, [Tone, Shape]> = { open: ['saffron', 'square'], confirmed: ['jade', 'disc'], disputed: ['garnet', 'cross'], withdrawn: ['quiet', 'dash'] }

export function Versions({ plan: { versions } }: { plan: PlanFile }) {
  const [text, locale] = [useText(), useLocale()]
  if (versions.length === 0) return <Empty title={text('plans.version.none')} />
  return (
    <ul className="plan-lines of-versions">
      {versions.map(({ id, number, note, laidAt, approvedAt, decisionId, hash, claim }) => (
        <li key={id}>
          <span><strong>{text('plans.version', { number })}</strong>{note && <> · <bdi>{note}</bdi></>}
            <small className="quiet">{text('plans.version.laid-on', { on: formatInstant(laidAt, locale) })}{approvedAt && <> · {text('plans.version.approved-on', { on: formatInstant(approvedAt, locale) })}</>}{decisionId && <> · {text('plans.version.by-decision')}</>}</small>
            <small className="quiet plan-hash">{text('plans.version.hash')} <code dir="ltr">{hash}</code></small></span>
          {claim && <span><Mark tone={looks[claim.state]![0]} shape={looks[claim.state]![1]}>{text(`confirmations.states.${claim.state}`)}</Mark> <Go to={`/confirmations/${claim.id}`}>{text('plans.version.answers')}</Go></span>}
        </li>
      ))}
    </ul>
  )
}
