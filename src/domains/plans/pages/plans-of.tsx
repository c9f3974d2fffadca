// The plans of an alliance or an agreement, on its page.
import { useQuery } from '@tanstack/react-query'
import { ask } from '#web/client.ts'
import { useText } from '#web/text.tsx'
import { ButtonLink } from '#web/ui/button.tsx'
import { ErrorNote } from '#web/ui/notes.tsx'
import { Section } from '#web/ui/page.tsx'
import { Skeleton } from '#web/ui/skeleton.tsx'
import { plansApi } from '../api.ts'
import { PlanLines } from './plan-lines.tsx'
import './plans.css'

type Of = { alliance: string } | { agreement: string }
export function PlansOf({ of, mayBegin }: { of: Of; mayBegin: boolean }) {
  const text = useText()
  const { data: plans, error, refetch } = useQuery(ask(plansApi.list, { query: of }))
  return (
    <Section title={text('plans.plans')} aside={mayBegin && <ButtonLink small to={`/plans/new?${new URLSearchParams(of)}`}>{text('plans.begin')}</ButtonLink>}>
      {error ? <ErrorNote error={error} onRetry={() => void refetch()} /> : !plans ? <Skeleton lines={1} /> : plans.length === 0 ? <p className="quiet">{text('plans.none')}</p> : <PlanLines plans={plans} />}
    </Section>
  )
}
