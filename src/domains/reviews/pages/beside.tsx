// What stands beside the points: what was due with both counts, the challenges of the year, and its new areas.
import { ButtonLink } from '#web/ui/button.tsx'
import { Go } from '#web/ui/link.tsx'
import { Section } from '#web/ui/page.tsx'
import type { DueFact, ReviewFile } from '../model.ts'
import { ChallengeLine } from './challenge-list.tsx'
import { AreaMark } from './area-list.tsx'
import { useSay } from './say.ts'

const rounded = (value: number) => Math.round(value * 10) / 10

export function Promised({ due, agreementId }: { due: readonly DueFact[]; agreementId: string }) {
  const { text, said } = useSay()
  if (due.length === 0) return null
  return (
    <Section title={text('reviews.promised')}>
      <ul className="review-due">
        {due.map(({ id, what, confirmed, claimed, expected, pace }) => (
          <li key={id}>
            <Go to={`/agreements/${agreementId}/commitments/${id}`}><bdi>{said(what)}</bdi></Go>
            <span className="review-pace" aria-hidden="true"><i style={{ inlineSize: `${Math.min(100, Math.round(pace * 100))}%` }} /></span>
            <span className="quiet">{text('reviews.promised.of', { confirmed: rounded(confirmed), claimed: rounded(claimed), expected: rounded(expected) })}</span>
          </li>
        ))}
      </ul>
    </Section>
  )
}

export function Beside({ file: { agreementId, of } }: { file: ReviewFile }) {
  const { text, said } = useSay()
  const nameOf = (id: string | null) => said(of.sides.find((side) => side.id === id)?.names ?? {})
  return (
    <div className="review-beside">
      <Section title={text('reviews.challenges')} aside={<span className="no-print"><ButtonLink small to={`/agreements/${agreementId}/challenges`}>{text('reviews.challenge.record')}</ButtonLink></span>}>
        {of.challenges.length === 0 ? <p className="quiet">{text('reviews.challenges.none')}</p> : <ul className="challenges">{of.challenges.map((one) => <li key={one.id}><ChallengeLine of={one} owner={nameOf(one.ownerId)} /></li>)}</ul>}
      </Section>
      <Section title={text('reviews.areas')} aside={<span className="no-print"><ButtonLink small to={`/agreements/${agreementId}/new-areas`}>{text('reviews.area.propose')}</ButtonLink></span>}>
        {of.areas.length === 0 ? <p className="quiet">{text('reviews.areas.none')}</p> : (
          <ul className="challenges">{of.areas.map(({ id, what, state, sideId, because }) => <li key={id}><h3><bdi>{said(what)}</bdi></h3><p className="challenge-facts"><AreaMark state={state} /><bdi className="quiet">{nameOf(sideId)}</bdi>{because && <bdi>{because}</bdi>}</p></li>)}</ul>
        )}
      </Section>
    </div>
  )
}
