// How a standing was worked out: by side and by year, with the rule it follows. Also the way to change the promise.
import { nameIn } from '#domains/organisations/model.ts'
import { formatNumber, formatShare } from '#platform/i18n/format.ts'
import { ButtonLink } from '#web/ui/button.tsx'
import { Days } from '#web/ui/whole.tsx'
import type { CommitmentShown, Promises, SideSum } from '../model.ts'
import { ruleSets } from '../rule-model.ts'
import { useSay } from './say.ts'

export function Arithmetic({ of, promises }: { of: CommitmentShown; promises: Promises }) {
  const { text, locale, day } = useSay()
  const { standing: { inputs, ruleVersion, asOf } } = of
  const rules = ruleSets.find(({ version }) => version === ruleVersion)
  const number = (value: number) => formatNumber(value, locale, { maximumFractionDigits: 2 })
  return (
    <details className="arithmetic">
      <summary>{text('commitments.arithmetic')}</summary>
      <p>{inputs.pace === null ? text('commitments.arithmetic.nothing-expected', { on: day(asOf) })
        : text('commitments.arithmetic.pace', { on: day(asOf), pace: formatShare(inputs.pace, locale), claimed: formatShare(inputs.claimedPace ?? 0, locale) })}</p>
      <div className="register-scroll" role="region" tabIndex={0} aria-label={text('commitments.arithmetic')}>
        <table>
          <thead><tr>{['time', 'expected', 'claimed', 'confirmed', 'counted'].map((name) => <th key={name} scope="col">{text(`commitments.arithmetic.${name}`)}</th>)}</tr></thead>
          <tbody>{inputs.sides.map((side) => <Side key={side.side ?? 'all'} side={side} of={of} promises={promises} number={number} />)}</tbody>
        </table>
      </div>
      {rules && <p className="quiet">{text('commitments.arithmetic.rule', { version: rules.version, green: rules.pace.green * 100, amber: rules.pace.amber * 100, lastGreen: rules.lastYear.green * 100, lastAmber: rules.lastYear.amber * 100 })}</p>}
      {rules && <ul className="quiet" lang="en" dir="ltr">{rules.sources.map((source) => <li key={source}>{source}</li>)}</ul>}
      {promises.mayRecord && of.origin === 'recorded' && <ButtonLink small to={`/agreements/${of.agreementId}/commitments/${of.id}`}>{text('commitments.revise')}</ButtonLink>}
    </details>
  )
}

type Props = { side: SideSum; of: CommitmentShown; promises: Promises; number: (value: number) => string }
function Side({ side: { side, years, expected, claimed, confirmed, counted }, of: { target, standing: { inputs } }, promises, number }: Props) {
  const { text, locale } = useSay()
  const whose = promises.sides.find(({ id }) => id === side)
  return (
    <>
      {whose && <tr><th colSpan={5} scope="rowgroup"><bdi>{nameIn(whose, locale)}</bdi></th></tr>}
      {years.map((year) => (
        <tr key={year.year}><td><Days from={year.from} until={year.until} /></td><td>{number(year.expected)}</td><td>{number(year.claimed)}</td><td>{number(year.confirmed)}</td><td>{number(Math.min(year.confirmed, target))}</td></tr>
      ))}
      <tr className="sum"><td>{years.length === 0 && inputs.startsOn && inputs.endsOn && !inputs.dueOn ? <Days from={inputs.startsOn} until={inputs.endsOn} /> : text('commitments.arithmetic.sum')}</td><td>{number(expected)}</td><td>{number(claimed)}</td><td>{number(confirmed)}</td><td>{number(counted)}</td></tr>
    </>
  )
}
