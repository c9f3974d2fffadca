// Reviews as lines: of which agreement or year, how far it is, by when, what came of it, and the next step.
import { Mark } from '#web/ui/mark.tsx'
import { ButtonLink } from '#web/ui/button.tsx'
import { Go } from '#web/ui/link.tsx'
import type { ReviewLine } from '../model.ts'
import { useSay } from './say.ts'

const looks = { due: ['quiet', 'ring'], open: ['lapis', 'half'], laid: ['saffron', 'square'], agreed: ['jade', 'disc'] } as const
export function StateMark({ state }: Pick<ReviewLine, 'state'>) {
  const { text } = useSay()
  const [tone, shape] = looks[state]
  return <Mark tone={tone} shape={shape}>{text(`reviews.states.${state}`)}</Mark>
}

export function ReviewLines({ lines, named = false }: { lines: readonly ReviewLine[]; named?: boolean }) {
  return <ul className="review-lines">{lines.map((line) => <Line key={`${line.agreementId}${line.year}`} of={line} named={named} />)}</ul>
}

function Line({ of, named }: { of: ReviewLine; named: boolean }) {
  const { text, said, day } = useSay()
  const title = named ? said(of.names) : text('reviews.title-short', { year: String(of.year) })
  return (
    <li>
      <span>{of.reviewId ? <Go to={`/reviews/${of.reviewId}`}><bdi>{title}</bdi></Go> : named ? <Go to={`/agreements/${of.agreementId}`}><bdi>{title}</bdi></Go> : title}</span>
      <StateMark state={of.state} />
      <span className="quiet">
        {of.outcome && <>{text(`reviews.outcomes.${of.outcome}`)}{of.total !== null && <> · {text('reviews.points-of', { points: of.total })}</>}</>}
        {!of.outcome && of.state !== 'agreed' && (of.late ? <Mark tone="garnet" shape="triangle">{text('reviews.late', { on: day(of.dueOn) })}</Mark> : text('reviews.due-by', { on: day(of.dueOn) }))}
      </span>
      <span className="no-print">{of.mayBegin && <ButtonLink small to={`/reviews/new?agreement=${of.agreementId}&year=${of.year}`}>{text('reviews.begin')}</ButtonLink>}</span>
    </li>
  )
}
