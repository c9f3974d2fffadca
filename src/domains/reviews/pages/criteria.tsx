// The criteria, each with what the records say, the steps it gets, its points, and by how much the sides moved it and why.
import { useState } from 'react'
import { formatNumber } from '#platform/i18n/format.ts'
import { Button } from '#web/ui/button.tsx'
import { Sign } from '#web/ui/mark.tsx'
import { Section } from '#web/ui/page.tsx'
import type { Assessed, ReviewFile } from '../model.ts'
import { MoveDialog } from './move-dialog.tsx'
import { Steps } from './scale.tsx'
import { useSay } from './say.ts'

export function Criteria({ file }: { file: ReviewFile }) {
  const { text } = useSay()
  const { earned, assessed, total, criteria, ruleVersion } = file.of.reckoned
  return (
    <Section title={text('reviews.criteria')}>
      <ul className="review-criteria">{criteria.map((one) => <Criterion key={one.id} of={one} file={file} />)}</ul>
      <p className="quiet">{text(total === null ? 'reviews.arithmetic-none' : 'reviews.arithmetic', { earned, assessed, total: total ?? 0, version: ruleVersion })}</p>
    </Section>
  )
}

function Criterion({ of, file }: { of: Assessed; file: ReviewFile }) {
  const { text, locale, said, why } = useSay()
  const [moving, setMoving] = useState(false)
  const move = file.of.moves.find(({ criterion }) => criterion === of.id)
  const name = text(`reviews.criterion.${of.id}`)
  const number = (value: number) => formatNumber(value, locale, { maximumFractionDigits: 2 })
  return (
    <li>
      <div>
        <h3>{name}</h3>
        <p>{why(of.reason, of.asOf)}</p>
        {of.checks.length > 0 && (
          <ul className="review-checks">
            {of.checks.filter(({ status }) => status !== 'notApplicable').map((check) => (
              <li key={check.id} className={check.status === 'pass' ? 'jade' : 'garnet'}><Sign shape={check.status === 'pass' ? 'disc' : 'triangle'} /><span><span className="unseen">{text(`reviews.check-status.${check.status}`)}: </span>{why(check.reason, of.asOf)}</span></li>
            ))}
          </ul>
        )}
        {move && <p className="review-move">{text('reviews.move.by', { by: move.by > 0 ? 'up' : 'down', side: said(file.of.sides.find(({ id }) => id === move.sideId)?.names ?? {}), reason: move.reason })}</p>}
      </div>
      <Steps anchor={of.anchor} step={of.step} />
      <span className="figures review-points">{of.points === null ? '—' : <>{number(of.points)} <small className="quiet">/ {number(of.weight)}</small></>}</span>
      {file.whyNot.write === null && of.anchor !== null ? <span className="no-print"><Button small look="quiet" label={text('reviews.move-of', { criterion: name })} onPress={() => setMoving(true)}>{text('reviews.move')}</Button></span> : <span />}
      {moving && <MoveDialog file={file} of={of} move={move} onClose={() => setMoving(false)} />}
    </li>
  )
}
