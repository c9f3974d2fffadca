// One promise: its ring, what and how much, when it is due, who answers for it on each side, and the arithmetic on demand.
import { nameIn } from '#domains/organisations/model.ts'
import { formatNumber } from '#platform/i18n/format.ts'
import { useViewer } from '#web/viewer.ts'
import { Go } from '#web/ui/link.tsx'
import { Mark, type Shape, type Tone } from '#web/ui/mark.tsx'
import { StandingRing } from '#web/ui/standing.tsx'
import type { CommitmentShown, OfficeShown, Promises, Status } from '../model.ts'
import { Arithmetic } from './arithmetic.tsx'
import { useSay } from './say.ts'

export function PromiseRow({ of, promises }: { of: CommitmentShown; promises: Promises }) {
  const { text, what, promised, why, day } = useSay()
  const { standing, claim, offices, clauseId, kind } = of
  const { inputs } = standing
  const before = promises.commitments.find(({ id }) => id === of.afterId)
  return (
    <li>
      <StandingRing promised={wholeOf(of, promises)} claimed={countedOf(standing.inputs, 'claimed')} confirmed={countedOf(standing.inputs, 'confirmed')} />
      <div className="promise">
        <div className="promise-head">
          <strong><bdi>{what(of.what)}</bdi></strong>
          <StatusMark status={standing.status} />
          {claim && claim.state !== 'confirmed' && <Go to={`/confirmations/${claim.id}`}><Mark tone={claim.state === 'disputed' ? 'garnet' : 'saffron'} shape={claim.state === 'disputed' ? 'cross' : 'square'}>{text(`commitments.is-one.${claim.state}`)}</Mark></Go>}
        </div>
        <div className="promise-facts quiet">
          <span>{text(`commitments.kinds.${kind}`)}</span><span>{promised(of)}</span>
          {inputs.dueOn && <span>{text('commitments.due-on', { on: day(inputs.dueOn) })}</span>}
          {before && <span>{text('commitments.after', { what: what(before.what) })}</span>}
          <Money of={of} promises={promises} />
          {clauseId && <Go to={`/agreements/${of.agreementId}/text#${clauseId}`}>{text('commitments.clause')}</Go>}
        </div>
        <div className="promise-counts">
          <Mark tone="saffron" shape="square">{text('commitments.claimed-count', { count: inputs.claimed })}</Mark>
          <Mark tone="jade" shape="disc">{text('commitments.confirmed-count', { count: inputs.confirmed })}</Mark>
          <span className="quiet">{why(standing.reason)}</span>
        </div>
        <Offices of={offices} />
        <Arithmetic of={of} promises={promises} />
      </div>
    </li>
  )
}

const looks: Record<Status, [Tone, Shape]> = { green: ['jade', 'disc'], amber: ['saffron', 'half'], red: ['garnet', 'triangle'], grey: ['quiet', 'ring'] }
export const StatusMark = ({ status }: { status: Status }) => <Mark tone={looks[status][0]} shape={looks[status][1]}>{useSay().text(`commitments.status.${status}`)}</Mark>

/** What the ring is held against: the target, for each side that owes it; of what is due each year, the running one. */
const wholeOf = ({ target, eachWay }: CommitmentShown, { sides }: Promises): number => target * (eachWay ? sides.length : 1)
const countedOf = ({ per, sides, claimed, confirmed }: CommitmentShown['standing']['inputs'], what: 'claimed' | 'confirmed'): number =>
  (per === 'year' ? sides.reduce((sum, { years }) => sum + (years.at(-1)?.[what] ?? 0), 0) : { claimed, confirmed }[what])

function Money({ of: { amount, currency, payerId }, promises }: { of: CommitmentShown; promises: Promises }) {
  const { text, locale } = useSay()
  if (amount === null) return null
  const payer = promises.sides.find(({ id }) => id === payerId)
  return <span>{text(payer ? 'commitments.paid-by' : 'commitments.claim.sum', { amount: formatNumber(amount, locale), currency, payer: payer ? nameIn(payer, locale) : '' })}</span>
}

function Offices({ of }: { of: OfficeShown[] }) {
  const { text, locale } = useSay()
  const viewer = useViewer()
  if (!viewer) return null
  return (
    <ul className="promise-offices">
      {of.map(({ organisation, role, title, holders }) => (
        <li key={`${organisation.id} ${role}`}>
          <bdi>{nameIn(organisation, locale)}</bdi>: <span className="quiet">{title ?? text(`people.roles.${role}`)}</span>{' '}
          {holders.length > 0 ? <bdi>{holders.map(({ name }) => name).join(', ')}</bdi> : <Mark tone="garnet" shape="dash">{text('commitments.vacant')}</Mark>}
        </li>
      ))}
    </ul>
  )
}
