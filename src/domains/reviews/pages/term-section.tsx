// Where one decides on a term: the last reviews of the agreement, and what hinders it.
import { useQuery } from '@tanstack/react-query'
import { ask } from '#web/client.ts'
import { Go } from '#web/ui/link.tsx'
import { reviewsApi } from '../api.ts'
import { ReviewLines } from './review-lines.tsx'
import { useSay } from './say.ts'
import './reviews.css'

export function TermSection({ id }: { id: string }) {
  const { text } = useSay()
  const { data } = useQuery({ ...ask(reviewsApi.ofAgreement, { params: { id } }), retry: false })
  if (!data || data.lines.length === 0) return null
  return (
    <div>
      <h3>{text('reviews.beside-renewal')}</h3>
      <ReviewLines lines={data.lines.slice(0, 3)} />
      {data.open.challenges > 0 && <p className="review-ways"><Go to={`/agreements/${id}/challenges`}>{text('reviews.section.challenges', { count: data.open.challenges })}</Go></p>}
    </div>
  )
}
