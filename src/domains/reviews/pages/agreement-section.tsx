// Beneath an agreement, for those of its sides: its reviews by year, and the way to its challenges and new areas.
import { useQuery } from '@tanstack/react-query'
import type { AgreementFile } from '#domains/agreements/model.ts'
import { ask } from '#web/client.ts'
import { Go } from '#web/ui/link.tsx'
import { Section } from '#web/ui/page.tsx'
import { reviewsApi } from '../api.ts'
import { ReviewLines } from './review-lines.tsx'
import { useSay } from './say.ts'
import './reviews.css'

export function AgreementSection({ agreement: { id, draft } }: { agreement: AgreementFile }) {
  const { text } = useSay()
  // Who is not of its sides is answered that there is nothing, and sees nothing.
  const { data } = useQuery({ ...ask(reviewsApi.ofAgreement, { params: { id } }), enabled: !draft, retry: false })
  if (draft || !data) return null
  const { lines, open } = data
  return (
    <Section title={text('reviews.section')} aside={<Go to="/reviews">{text('reviews.section.all')}</Go>}>
      {lines.length === 0 ? <p className="quiet">{text('reviews.section.none')}</p> : <ReviewLines lines={lines} />}
      <p className="review-ways no-print"><Go to={`/agreements/${id}/challenges`}>{text('reviews.section.challenges', { count: open.challenges })}</Go><Go to={`/agreements/${id}/new-areas`}>{text('reviews.section.areas', { count: open.areas })}</Go></p>
    </Section>
  )
}
