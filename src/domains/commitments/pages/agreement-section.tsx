// Beneath an agreement: how lively it is and why, what it promises with both counts, and what was done.
import { useQuery } from '@tanstack/react-query'
import type { AgreementFile } from '#domains/agreements/model.ts'
import { ask } from '#web/client.ts'
import { ButtonLink } from '#web/ui/button.tsx'
import { ErrorNote } from '#web/ui/notes.tsx'
import { Section } from '#web/ui/page.tsx'
import { Skeleton } from '#web/ui/skeleton.tsx'
import { commitmentsApi } from '../api.ts'
import { ActivityList } from './activity-list.tsx'
import './commitments.css'
import { PromiseRow } from './promise-row.tsx'
import { PulseLine } from './pulse-line.tsx'
import { useSay } from './say.ts'

export function AgreementSection({ agreement: { id, draft } }: { agreement: AgreementFile }) {
  const { text } = useSay()
  const { data: promises, error, refetch } = useQuery(ask(commitmentsApi.promises, { params: { id } }))
  if (error) return <ErrorNote error={error} onRetry={() => void refetch()} />
  if (!promises) return <Skeleton lines={4} />
  const steps = promises.mayRecord && <><ButtonLink small to={`/agreements/${id}/term`}>{text('commitments.term.decide')}</ButtonLink><ButtonLink small to={`/agreements/${id}/commitments/new`}>{text('commitments.record')}</ButtonLink></>
  return (
    <>
      <Section title={text('commitments.promises')} aside={<span className="row no-print">{steps}</span>}>
        {!draft && <PulseLine promises={promises} />}
        {promises.commitments.length === 0 ? <p className="quiet">{text('commitments.none')}</p>
          : <ul className="promises">{promises.commitments.map((one) => <PromiseRow key={one.id} of={one} promises={promises} />)}</ul>}
      </Section>
      {!draft && (
        <Section title={text('commitments.activity')} aside={promises.mayLog && <ButtonLink small look="primary" to={`/activities/new?agreement=${id}`}>{text('commitments.log')}</ButtonLink>}>
          <ActivityList agreementId={id} />
        </Section>
      )}
    </>
  )
}
