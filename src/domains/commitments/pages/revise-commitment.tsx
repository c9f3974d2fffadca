// Revises a promise, or takes it back. What the other sides had confirmed they are asked anew.
import { useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useParam } from '#web/address.ts'
import { ask, useDeed } from '#web/client.ts'
import type { Arriving } from '#web/site.ts'
import { Go } from '#web/ui/link.tsx'
import { Page as Frame } from '#web/ui/page.tsx'
import { useToast, useToastTrouble } from '#web/ui/toast.tsx'
import { NotFound } from '#web/shell/trouble.tsx'
import { commitmentsApi } from '../api.ts'
import { bodyOf, CommitmentForm, filledFrom } from './commitment-form.tsx'
import { useSay } from './say.ts'
import { AskWhy } from './withdraw.tsx'

export const load = ({ questions, params }: Arriving) => questions.ensureQueryData(ask(commitmentsApi.promises, { params: { id: params['id']! } }))

export function Page() {
  const { text, what } = useSay()
  const [say, trouble, navigate, id, commitment] = [useToast(), useToastTrouble(), useNavigate(), useParam('id'), useParam('commitment')]
  const { data: promises } = useSuspenseQuery(ask(commitmentsApi.promises, { params: { id } }))
  const [revise, withdraw] = [useDeed(commitmentsApi.revise, ['/agreements']), useDeed(commitmentsApi.withdraw, ['/agreements'])]
  const one = promises.commitments.find((each) => each.id === commitment)
  if (!one) return <NotFound />
  const back = `/agreements/${id}`
  const done = (words: string) => ({ onSuccess: () => (say(text(words)), void navigate({ href: back })) })
  const actions = <AskWhy step={text('commitments.withdraw')} title={text('commitments.withdraw-commitment')} busy={withdraw.isPending}
    onSay={(because) => withdraw.mutate({ params: { id: commitment }, body: { because } }, { ...done('commitments.withdrawn-done'), onError: trouble })} />
  return (
    <Frame title={what(one.what)} above={<Go to={back}>{text('commitments.back')}</Go>} about={<span>{text('commitments.form.revise-what')}</span>} actions={actions}>
      <CommitmentForm start={filledFrom(one, promises)} promises={promises} but={commitment} back={back} busy={revise.isPending} error={revise.error}
        onSave={(filled) => revise.mutate({ params: { id: commitment }, body: { ...bodyOf(filled, one.clauseId), seen: one.changedAt } }, done('commitments.form.revised'))} />
    </Frame>
  )
}
