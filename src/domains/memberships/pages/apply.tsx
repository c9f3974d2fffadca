// An office applies for its own organisation: for which one, whom to write to, why.
import { useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { nameIn } from '#domains/organisations/model.ts'
import { useParam } from '#web/address.ts'
import { ask, Refusal, useDeed } from '#web/client.ts'
import type { Arriving } from '#web/site.ts'
import { useLocale, useText } from '#web/text.tsx'
import { Button } from '#web/ui/button.tsx'
import { Form } from '#web/ui/fields/field.tsx'
import { SelectField, TextField } from '#web/ui/fields/text-field.tsx'
import { Go } from '#web/ui/link.tsx'
import { Empty, ErrorNote } from '#web/ui/notes.tsx'
import { Page as Frame, Section } from '#web/ui/page.tsx'
import { useViewer } from '#web/viewer.ts'
import { admissionApi } from '../api.ts'
import { RuleLines } from './rule-lines.tsx'

export const load = ({ questions, params }: Arriving) => questions.ensureQueryData(ask(admissionApi.admission, { params: { id: params['id']! } }))

export function Page() {
  const [text, locale, id, viewer, navigate] = [useText(), useLocale(), useParam('id'), useViewer(), useNavigate()]
  const { data: { alliance, rules, may, bodies } } = useSuspenseQuery(ask(admissionApi.admission, { params: { id } }))
  const apply = useDeed(admissionApi.apply, ['/alliances', '/today'])
  const [organisationId, setOrganisation] = useState(may.applyFor[0]?.id ?? '')
  const [contact, setContact] = useState({ name: viewer?.name ?? '', officeName: '', email: '' })
  const [letter, setLetter] = useState('')
  const fields = apply.error instanceof Refusal ? apply.error.fields : {}
  const put = (change: Partial<typeof contact>) => setContact({ ...contact, ...change })
  const send = () => apply.mutate({ params: { id }, body: { organisationId, contact: { ...contact, officeName: contact.officeName || null, locale }, letter: letter.trim() || null } }, { onSuccess: (made) => void navigate({ href: `/applications/${made.id}` }) })
  const name = nameIn(alliance.organisation, locale)
  return (
    <Frame title={text('memberships.apply.title', { alliance: name })} above={<Go to={`/alliances/${id}/admission`}>{text('memberships.admission')}</Go>} width="reading">
      {may.applyFor.length === 0 ? <Empty title={text('memberships.apply.nothing')}>{text('memberships.apply.nothing-what')}</Empty> : (
        <Form onSubmit={send} actions={<Button type="submit" look="primary" busy={apply.isPending}>{text('memberships.apply.send')}</Button>}>
          <SelectField label={text('memberships.organisation')} required value={organisationId} onChange={setOrganisation} options={may.applyFor.map((one) => ({ value: one.id, label: nameIn(one, locale) }))} />
          <TextField label={text('memberships.contact.name')} required value={contact.name} onChange={(to) => put({ name: to })} wrong={fields['contact.name']} autoComplete="name" />
          <TextField label={text('memberships.contact.office')} value={contact.officeName} onChange={(to) => put({ officeName: to })} autoComplete="organization-title" />
          <TextField label={text('memberships.contact.email')} required type="email" value={contact.email} onChange={(to) => put({ email: to })} wrong={fields['contact.email']} autoComplete="email" />
          <TextField label={text('memberships.letter')} hint={text('memberships.letter.hint')} lines={6} value={letter} onChange={setLetter} />
          {apply.error && Object.keys(fields).length === 0 ? <ErrorNote error={apply.error} /> : null}
        </Form>
      )}
      <Section title={text('memberships.rules')}><RuleLines rules={rules} bodies={bodies} /></Section>
    </Frame>
  )
}
