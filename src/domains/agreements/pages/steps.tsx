// What may be done with an agreement: revise or, once it is sealed, amend; end early, take the end back, remove with the way back.
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useDeed } from '#web/client.ts'
import { useText } from '#web/text.tsx'
import { Button, ButtonLink } from '#web/ui/button.tsx'
import { useToast, useToastTrouble } from '#web/ui/toast.tsx'
import { useViewer } from '#web/viewer.ts'
import { agreementsApi } from '../api.ts'
import type { AgreementFile } from '../model.ts'
import { whyNot } from '../rules.ts'
import { EndDialog } from './end-dialog.tsx'

export function Steps({ agreement }: { agreement: AgreementFile }) {
  const [text, viewer] = [useText(), useViewer()]
  const [ending, setEnding] = useState(false)
  if (!viewer || !agreement.mayWrite) return null
  return (
    <>
      <Remove agreement={agreement} />
      {agreement.endedOn
        ? <TakeBack agreement={agreement} />
        : <Button look="quiet" whyNot={whyNot('end', agreement, viewer)} onPress={() => setEnding(true)}>{text('agreements.end')}</Button>}
      {agreement.sealedAt ? <ButtonLink look="primary" to={`/drafts/new?amends=${agreement.id}`}>{text('agreements.amend')}</ButtonLink>
        : <ButtonLink look="primary" to={`/agreements/${agreement.id}/revision`}>{text('agreements.revise')}</ButtonLink>}
      <EndDialog agreement={agreement} open={ending} onClose={() => setEnding(false)} />
    </>
  )
}

function TakeBack({ agreement: { id } }: { agreement: AgreementFile }) {
  const [text, say, trouble] = [useText(), useToast(), useToastTrouble()]
  const takeBack = useDeed(agreementsApi.takeBackEnd)
  const onPress = () => takeBack.mutate({ params: { id } }, { onSuccess: () => say(text('agreements.take-back-end.done')), onError: trouble })
  return <Button look="quiet" busy={takeBack.isPending} onPress={onPress}>{text('agreements.take-back-end')}</Button>
}

function Remove({ agreement: { id } }: { agreement: AgreementFile }) {
  const [text, say, trouble, navigate] = [useText(), useToast(), useToastTrouble(), useNavigate()]
  const [remove, restore] = [useDeed(agreementsApi.remove), useDeed(agreementsApi.restore)]
  const back = () => restore.mutateAsync({ params: { id } }).then(() => navigate({ href: `/agreements/${id}` })).catch(trouble)
  const onPress = () => remove.mutate({ params: { id } }, {
    onSuccess: ({ title }) => (say(text('agreements.removed', { title }), { undo: back }), void navigate({ href: '/agreements' })), onError: trouble,
  })
  return <Button look="quiet" busy={remove.isPending} onPress={onPress}>{text('agreements.remove')}</Button>
}
