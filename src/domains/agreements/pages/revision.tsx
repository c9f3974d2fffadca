// Revises the record of an agreement. Of two who revise at once the second is told, and keeps what was typed.
import { useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useParam } from '#web/address.ts'
import { ask, useDeed } from '#web/client.ts'
import type { Arriving } from '#web/site.ts'
import { useLocale, useText } from '#web/text.tsx'
import { Go } from '#web/ui/link.tsx'
import { ButtonLink } from '#web/ui/button.tsx'
import { Note } from '#web/ui/notes.tsx'
import { Page as Frame } from '#web/ui/page.tsx'
import { useToast } from '#web/ui/toast.tsx'
import { agreementsApi } from '../api.ts'
import { titleIn } from '../model.ts'
import { AgreementForm } from './form/agreement-form.tsx'
import { filledFrom } from './form/state.ts'

export const load = ({ questions, params }: Arriving) => questions.ensureQueryData(ask(agreementsApi.read, { params: { id: params['id']! } }))

export function Page() {
  const [text, locale, say, navigate] = [useText(), useLocale(), useToast(), useNavigate()]
  const id = useParam('id')
  const { data: agreement } = useSuspenseQuery(ask(agreementsApi.read, { params: { id } }))
  // What was seen when the form was opened: the answer may be asked again meanwhile.
  const [seen] = useState(agreement.changedAt)
  const revise = useDeed(agreementsApi.revise)
  const back = `/agreements/${id}`
  const onSave = (body: object) => revise.mutate({ params: { id }, body: { ...body, seen } as never },
    { onSuccess: () => (say(text('agreements.saved')), void navigate({ href: back })) })
  return (
    <Frame title={text('agreements.form.edit')} above={<Go to={back}>{titleIn(agreement, locale)}</Go>}>
      {agreement.sealedAt && <Note tone="saffron"><div className="row">{text('agreements.is-sealed')} <ButtonLink small to={`/drafts/new?amends=${id}`}>{text('agreements.amend')}</ButtonLink></div></Note>}
      {!agreement.sealedAt && <AgreementForm start={filledFrom(agreement, locale)} back={back} busy={revise.isPending} error={revise.error} but={id} onSave={onSave} />}
    </Frame>
  )
}
