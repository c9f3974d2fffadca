// Before a review is begun: of which agreement and year, what will happen, and by which scorecard.
import { useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { titleIn } from '#domains/agreements/model.ts'
import { agreementsApi } from '#domains/agreements/api.ts'
import { formatNumber } from '#platform/i18n/format.ts'
import { one, useAddress } from '#web/address.ts'
import { ask, useDeed } from '#web/client.ts'
import { Button, ButtonLink } from '#web/ui/button.tsx'
import { Go } from '#web/ui/link.tsx'
import { Empty, Note } from '#web/ui/notes.tsx'
import { Page as Frame, Section } from '#web/ui/page.tsx'
import { useToastTrouble } from '#web/ui/toast.tsx'
import { reviewsApi } from '../api.ts'
import { criteria } from '../model.ts'
import { rulesNow } from '../rule-model.ts'
import { useSay } from './say.ts'
import { alsoChanged } from './writing.ts'
import './reviews.css'

export function Page() {
  const { text } = useSay()
  const [address] = useAddress()
  const agreement = one(address['agreement'])
  const year = /^\d{4}$/.test(one(address['year'])) ? Number(one(address['year'])) : new Date().getFullYear() - 1
  if (!agreement) return <Frame title={text('reviews.begin')}><Empty title={text('reviews.reviews.none')} action={<ButtonLink to="/reviews">{text('reviews.section.all')}</ButtonLink>} /></Frame>
  return <Begin id={agreement} year={year} />
}

function Begin({ id, year }: { id: string; year: number }) {
  const { text, locale } = useSay()
  const [navigate, trouble] = [useNavigate(), useToastTrouble()]
  const { data: agreement } = useSuspenseQuery(ask(agreementsApi.read, { params: { id } }))
  const deed = useDeed(reviewsApi.begin, alsoChanged)
  const begin = () => deed.mutate({ params: { id }, body: { year } }, { onSuccess: (file) => void navigate({ href: `/reviews/${file.id}` }), onError: trouble })
  return (
    <Frame title={text('reviews.begin-of', { year: String(year) })} width="reading" above={<Go to={`/agreements/${id}`}><bdi>{titleIn(agreement, locale)}</bdi></Go>}>
      <p>{text('reviews.begin.about')}</p>
      <div><Button look="primary" busy={deed.isPending} onPress={begin}>{text('reviews.begin')}</Button></div>
      <Section title={text('reviews.criteria')}>
        <ul className="review-weights">{criteria.map((name) => <li key={name}><span>{text(`reviews.criterion.${name}`)}</span><span className="figures">{formatNumber(rulesNow.weights[name]!, locale)}</span></li>)}</ul>
      </Section>
      <Note><p>{text('reviews.own-scorecard')}</p></Note>
    </Frame>
  )
}
