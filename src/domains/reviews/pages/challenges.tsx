// The challenge register of an agreement: open ones first, those that were resolved below.
import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { nameIn } from '#domains/organisations/model.ts'
import { useParam } from '#web/address.ts'
import { ask } from '#web/client.ts'
import type { Arriving } from '#web/site.ts'
import { Button } from '#web/ui/button.tsx'
import { Go } from '#web/ui/link.tsx'
import { Page as Frame, Section } from '#web/ui/page.tsx'
import { challengesApi } from '../api.ts'
import type { Challenge, ChallengeRegister } from '../challenge-model.ts'
import { ChallengeDialog } from './challenge-dialog.tsx'
import { ChallengeLine } from './challenge-list.tsx'
import { useSay } from './say.ts'
import './reviews.css'

export const load = ({ questions, params }: Arriving) => questions.ensureQueryData(ask(challengesApi.challenges, { params: { id: params['id']! } }))

export function Page() {
  const { text, said } = useSay()
  const { data: register } = useSuspenseQuery(ask(challengesApi.challenges, { params: { id: useParam('id') } }))
  const [open, setOpen] = useState<Challenge | 'new' | null>(null)
  const [unresolved, resolved] = [register.challenges.filter(({ resolvedOn }) => resolvedOn === null), register.challenges.filter(({ resolvedOn }) => resolvedOn !== null)]
  return (
    <Frame title={text('reviews.challenges')} above={<Go to={`/agreements/${register.agreement.id}`}><bdi>{said(register.agreement.names)}</bdi></Go>} about={<p className="review-about">{text('reviews.challenges.about')}</p>}
      actions={register.mayRecord && <Button look="primary" onPress={() => setOpen('new')}>{text('reviews.challenge.record')}</Button>}>
      {unresolved.length === 0 ? <p className="quiet">{text('reviews.challenges.empty')}</p> : <Lines register={register} of={unresolved} onChange={setOpen} />}
      {resolved.length > 0 && <Section title={text('reviews.challenges.resolved')}><Lines register={register} of={resolved} onChange={setOpen} /></Section>}
      {open && <ChallengeDialog register={register} of={open === 'new' ? null : open} onClose={() => setOpen(null)} />}
    </Frame>
  )
}

function Lines({ register: { sides, mayRecord }, of, onChange }: { register: ChallengeRegister; of: readonly Challenge[]; onChange: (one: Challenge) => void }) {
  const { text, locale, said } = useSay()
  const owner = (id: string | null) => { const side = sides.find((one) => one.id === id); return side ? nameIn(side, locale) : '' }
  return (
    <ul className="challenges">
      {of.map((one) => (
        <li key={one.id}>
          <ChallengeLine of={one} owner={owner(one.ownerId)} />
          {mayRecord && <div className="no-print"><Button small look="quiet" label={`${text('reviews.challenge.change')}: ${said(one.what)}`} onPress={() => onChange(one)}>{text('reviews.challenge.change')}</Button></div>}
        </li>
      ))}
    </ul>
  )
}
