// New areas: what the sides propose to do together beyond what is promised; one step makes a commitment or a draft agreement of a proposal.
import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { nameIn } from '#domains/organisations/model.ts'
import { useParam } from '#web/address.ts'
import { ask, useDeed } from '#web/client.ts'
import type { Arriving } from '#web/site.ts'
import { Button } from '#web/ui/button.tsx'
import { Go } from '#web/ui/link.tsx'
import { Page as Frame } from '#web/ui/page.tsx'
import { useToast, useToastTrouble } from '#web/ui/toast.tsx'
import { areasApi } from '../api.ts'
import type { AreaShown } from '../area-model.ts'
import { AreaDialog, AsideDialog } from './area-dialog.tsx'
import { AreaMark } from './area-list.tsx'
import { useSay } from './say.ts'
import { alsoChanged } from './writing.ts'
import './reviews.css'

export const load = ({ questions, params }: Arriving) => questions.ensureQueryData(ask(areasApi.areas, { params: { id: params['id']! } }))

export function Page() {
  const { text, said } = useSay()
  const { data: register } = useSuspenseQuery(ask(areasApi.areas, { params: { id: useParam('id') } }))
  const [proposing, setProposing] = useState(false)
  const { agreement, areas, mayPropose, mayTakeUp } = register
  return (
    <Frame title={text('reviews.areas')} above={<Go to={`/agreements/${agreement.id}`}><bdi>{said(agreement.names)}</bdi></Go>} about={<p className="review-about">{text('reviews.areas.about')}</p>}
      actions={mayPropose && <Button look="primary" onPress={() => setProposing(true)}>{text('reviews.area.propose')}</Button>}>
      {areas.length === 0 ? <p className="quiet">{text('reviews.areas.none')}</p> : <ul className="challenges">{areas.map((one) => <Area key={one.id} of={one} mayTakeUp={mayTakeUp} />)}</ul>}
      {proposing && <AreaDialog agreementId={agreement.id} onClose={() => setProposing(false)} />}
    </Frame>
  )
}

function Area({ of, mayTakeUp }: { of: AreaShown; mayTakeUp: boolean }) {
  const { text, said, day, locale } = useSay()
  const measure = `${text(`commitments.claim.measures.${of.unit}`, { amount: of.target })} · ${text(`commitments.claim.per.${of.per}${of.eachWay ? '-each-way' : ''}`)}`
  return (
    <li>
      <h3><bdi>{said(of.what)}</bdi></h3>
      <p className="challenge-facts"><AreaMark state={of.state} /><span className="quiet">{text('reviews.area.by', { side: nameIn(of.side, locale), on: day(of.proposedAt.slice(0, 10)) })}</span></p>
      <p className="quiet">{measure}{of.dueOn && <> · {text('reviews.due-by', { on: day(of.dueOn) })}</>}</p>
      {said(of.why) && <p className="review-words"><bdi>{said(of.why)}</bdi></p>}
      {of.because && <p>{text('reviews.area.because')}: <bdi>{of.because}</bdi></p>}
      {of.commitmentId && <p><Go to={`/agreements/${of.agreementId}/commitments/${of.commitmentId}`}>{text('reviews.area.see-commitment')}</Go></p>}
      {of.draftId && <p><Go to={`/agreements/${of.draftId}`}>{text('reviews.area.see-draft')}</Go></p>}
      {of.state === 'open' && mayTakeUp && <TakeUp of={of} />}
    </li>
  )
}

function TakeUp({ of: { id, what } }: { of: AreaShown }) {
  const { text, said } = useSay()
  const [say, trouble] = [useToast(), useToastTrouble()]
  const [aside, setAside] = useState(false)
  const [commitment, draft] = [useDeed(areasApi.toCommitment, alsoChanged), useDeed(areasApi.toDraft, alsoChanged)]
  const labelled = (key: string) => ({ label: `${text(key)}: ${said(what)}`, children: text(key) })
  return (
    <div className="row no-print">
      <Button small look="primary" busy={commitment.isPending} {...labelled('reviews.area.to-commitment')} onPress={() => commitment.mutate({ params: { id } }, { onSuccess: () => say(text('reviews.area.is-commitment')), onError: trouble })} />
      <Button small busy={draft.isPending} {...labelled('reviews.area.to-draft')} onPress={() => draft.mutate({ params: { id } }, { onSuccess: () => say(text('reviews.area.is-draft')), onError: trouble })} />
      <Button small look="quiet" {...labelled('reviews.area.set-aside')} onPress={() => setAside(true)} />
      {aside && <AsideDialog id={id} onClose={() => setAside(false)} />}
    </div>
  )
}
