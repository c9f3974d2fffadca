// An organisation's ways of signing: its certificate, what it asks for before it signs, and who may sign for its units.
import { useSuspenseQuery } from '@tanstack/react-query'
import { organisationsApi } from '#domains/organisations/api.ts'
import { nameIn } from '#domains/organisations/model.ts'
import { useParam } from '#web/address.ts'
import { ask } from '#web/client.ts'
import type { Arriving } from '#web/site.ts'
import { useLocale, useText } from '#web/text.tsx'
import { Go } from '#web/ui/link.tsx'
import { Page as Frame, Section } from '#web/ui/page.tsx'
import { authorityApi } from '../api.ts'
import { Certificate } from './certificate.tsx'
import { Delegations } from './delegations.tsx'
import { Rules } from './rules.tsx'
import './signing.css'

export const load = ({ questions, params }: Arriving) => Promise.all([
  questions.ensureQueryData(ask(organisationsApi.read, { params: { id: params['id']! } })), questions.ensureQueryData(ask(authorityApi.certificate, { params: { id: params['id']! } })),
])

export function Page() {
  const [text, locale, id] = [useText(), useLocale(), useParam('id')]
  const { data: organisation } = useSuspenseQuery(ask(organisationsApi.read, { params: { id } }))
  return (
    <Frame title={text('signing.ways')} above={<Go to={`/organisations/${id}`}><bdi>{nameIn(organisation, locale)}</bdi></Go>}>
      <Section title={text('signing.certificate')}><Certificate id={id} /></Section>
      <Section title={text('signing.rules')}><Rules id={id} /></Section>
      <Section title={text('signing.delegations')}><Delegations id={id} /></Section>
      <p className="quiet">{text('signing.no-promise')}</p>
    </Frame>
  )
}
