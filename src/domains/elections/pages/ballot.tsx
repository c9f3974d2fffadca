// The paper of a member: one of those who stand, or none. What is sent is written down without a name.
import { useState } from 'react'
import { nameIn } from '#domains/organisations/model.ts'
import { useDeed } from '#web/client.ts'
import { useLocale, useText } from '#web/text.tsx'
import { Button } from '#web/ui/button.tsx'
import { Form } from '#web/ui/fields/field.tsx'
import { SelectField } from '#web/ui/fields/text-field.tsx'
import { ErrorNote } from '#web/ui/notes.tsx'
import { Section } from '#web/ui/page.tsx'
import { useToast } from '#web/ui/toast.tsx'
import { electionsApi } from '../api.ts'
import type { ElectionFile } from '../model.ts'

export function Ballot({ election }: { election: ElectionFile }) {
  const [text, locale, say] = [useText(), useLocale(), useToast()]
  const open = election.voters.filter(({ mine, votedAt }) => mine && !votedAt)
  const [organisationId, choose] = useState(open[0]!.organisation.id)
  const [chosen, setChosen] = useState<string>()
  const deed = useDeed(electionsApi.vote)
  const voter = open.some(({ organisation }) => organisation.id === organisationId) ? organisationId : open[0]!.organisation.id
  const rests = open.find(({ organisation }) => organisation.id === voter)!.rests
  const send = () => deed.mutate({ params: { id: election.id }, body: { organisationId: voter, candidateId: chosen === 'blank' ? null : chosen! } }, { onSuccess: () => (say(text('elections.voted')), setChosen(undefined)) })
  const papers = [...election.candidates.filter(({ standing }) => standing).map((one) => ({ value: one.id, label: one.name, hint: nameIn(one.organisation, locale) })), { value: 'blank', label: text('elections.blank'), hint: text('elections.blank-what') }]
  return (
    <Section title={text('elections.your-vote')}>
      <Form onSubmit={send} actions={<Button look="primary" type="submit" busy={deed.isPending} {...(rests ? { whyNot: 'elections.vote-rests' } : chosen ? {} : { whyNot: 'elections.choose-first' })}>{text('elections.vote')}</Button>}>
        {open.length > 1 && <SelectField label={text('elections.vote-for-member')} required value={voter} onChange={choose} options={open.map(({ organisation }) => ({ value: organisation.id, label: nameIn(organisation, locale) }))} />}
        <fieldset className="election-choices">
          <legend>{text('elections.paper', { member: nameIn(open.find(({ organisation }) => organisation.id === voter)!.organisation, locale) })}</legend>
          {papers.map(({ value, label, hint }) => (
            <div key={value} className="check">
              <input id={`paper-${value}`} type="radio" name="paper" checked={chosen === value} onChange={() => setChosen(value)} />
              <label htmlFor={`paper-${value}`}><bdi>{label}</bdi><small><bdi>{hint}</bdi></small></label>
            </div>
          ))}
        </fieldset>
        <p className="quiet">{text('elections.secret')}</p>
        {deed.error ? <ErrorNote error={deed.error} /> : null}
      </Form>
    </Section>
  )
}
