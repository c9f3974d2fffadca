// Plans as lines: what they are called, whose they are, and whether they are approved.
import { formatDays } from '#platform/i18n/format.ts'
import { useLocale, useText } from '#web/text.tsx'
import { Go } from '#web/ui/link.tsx'
import { Mark } from '#web/ui/mark.tsx'
import type { PlanLine } from '../plan-model.ts'
import { saidIn } from './said.ts'

export function PlanLines({ plans, named = false }: { plans: PlanLine[]; named?: boolean }) {
  const locale = useLocale()
  return (
    <ul className="plan-lines of-plans">
      {plans.map(({ id, title, about, startsOn, endsOn, approved }) => (
        <li key={id}>
          <span><Go to={`/plans/${id}`}><bdi>{saidIn(title, locale)}</bdi></Go>{named && <small className="quiet"><bdi>{saidIn(about.name, locale)}</bdi></small>}</span>
          <bdi className="quiet">{formatDays(startsOn, endsOn, locale)}</bdi>
          <ApprovedMark approved={approved} />
        </li>
      ))}
    </ul>
  )
}

export function ApprovedMark({ approved }: Pick<PlanLine, 'approved'>) {
  const text = useText()
  return approved ? <Mark tone="jade" shape="disc">{text('plans.approved-version', { number: approved })}</Mark> : <Mark tone="quiet" shape="ring">{text('plans.not-approved')}</Mark>
}
