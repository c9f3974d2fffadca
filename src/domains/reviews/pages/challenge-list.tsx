// A challenge as a line: what hinders, why, who answers for it and with what, since when and until when.
import { Mark } from '#web/ui/mark.tsx'
import { Facts } from '#web/ui/page.tsx'
import type { Challenge } from '../challenge-model.ts'
import { useSay } from './say.ts'

export function ChallengeLine({ of: { what, cause, answer, since, resolvedOn }, owner }: { of: Pick<Challenge, 'what' | 'cause' | 'answer' | 'since' | 'resolvedOn'>; owner: string }) {
  const { text, said, day } = useSay()
  return (
    <>
      <h3><bdi>{said(what)}</bdi></h3>
      <p className="challenge-facts">
        {resolvedOn ? <Mark tone="jade" shape="disc">{text('reviews.challenge.resolved-on', { on: day(resolvedOn) })}</Mark> : <Mark tone="saffron" shape="square">{text('reviews.challenge.open')}</Mark>}
        <span className="quiet">{text('reviews.challenge.since')} <bdi>{day(since)}</bdi></span>
      </p>
      <Facts of={[
        [text('reviews.challenge.cause'), said(cause) && <bdi>{said(cause)}</bdi>],
        [text('reviews.challenge.owner'), owner ? <bdi>{owner}</bdi> : <span className="quiet">{text('reviews.challenge.nobody')}</span>],
        [text('reviews.challenge.answer'), said(answer) ? <bdi>{said(answer)}</bdi> : <span className="quiet">{text('reviews.challenge.no-answer')}</span>],
      ]} />
    </>
  )
}
