// Everybody at a ceremony: in what role, for which agreement, at which place, or from afar.
import { useState } from 'react'
import { useText } from '#web/text.tsx'
import { Button } from '#web/ui/button.tsx'
import { CheckField, SelectField, TextField } from '#web/ui/fields/text-field.tsx'
import { personRoles } from '../../ceremony-model.ts'
import type { Chosen, PersonFilled } from './state.ts'

type Props = { people: PersonFilled[]; agreements: Chosen[]; onChange: (people: PersonFilled[]) => void }

export function People({ people, agreements, onChange }: Props) {
  const text = useText()
  const blank = (): PersonFilled => ({ key: crypto.randomUUID(), agreementId: null, organisationId: null, name: '', title: '', role: 'witness', seat: '', remote: false })
  return (
    <>
      <p className="quiet">{text('signing.ceremony.people.why')}</p>
      {people.map((person) => <One key={person.key} person={person} agreements={agreements} onChange={(change) => onChange(people.map((one) => (one === person ? { ...one, ...change } : one)))} onRemove={() => onChange(people.filter((one) => one !== person))} />)}
      <div className="row"><Button small onPress={() => onChange([...people, blank()])}>{text('signing.ceremony.add-person')}</Button></div>
    </>
  )
}

type OneProps = { person: PersonFilled; agreements: Chosen[]; onChange: (change: Partial<PersonFilled>) => void; onRemove: () => void }

function One({ person, agreements, onChange, onRemove }: OneProps) {
  const text = useText()
  // Whoever is there already is one line; a new person is open to be written.
  const [begun] = useState(person.name === '')
  const agreement = agreements.find(({ id }) => id === person.agreementId)
  return (
    <details className="person-fold" open={begun}>
      <summary><bdi>{person.name || text('signing.ceremony.add-person')}</bdi> <span className="quiet">{[text(`signing.ceremony.roles.${person.role}`), agreement?.words, agreement?.sides.find(({ value }) => value === person.organisationId)?.label, person.seat, person.remote && text('signing.ceremony.remote')].filter(Boolean).join(' · ')}</span></summary>
      <fieldset className="person-form">
        <legend className="unseen">{person.name || text('signing.ceremony.add-person')}</legend>
        <TextField label={text('signing.ceremony.form.name')} required value={person.name} onChange={(name) => onChange({ name })} />
        <TextField label={text('signing.title')} value={person.title} onChange={(title) => onChange({ title })} />
        <SelectField label={text('signing.ceremony.form.role')} required value={person.role} onChange={(role) => onChange({ role: role as PersonFilled['role'] })} options={personRoles.map((value) => ({ value, label: text(`signing.ceremony.roles.${value}`) }))} />
        <SelectField label={text('signing.ceremony.form.for')} value={person.agreementId ?? ''} none={text('signing.ceremony.form.for-all')} onChange={(id) => onChange({ agreementId: id || null, organisationId: null })} options={agreements.map(({ id, words }) => ({ value: id, label: words }))} />
        {agreement && <SelectField label={text('signing.ceremony.form.side')} hint={person.role === 'signatory' ? text('signing.ceremony.form.side.hint') : undefined} none={text('signing.ceremony.form.side.none')} value={person.organisationId ?? ''} onChange={(id) => onChange({ organisationId: id || null })} options={agreement.sides} />}
        <TextField label={text('signing.ceremony.form.seat')} value={person.seat} onChange={(seat) => onChange({ seat })} />
        <CheckField label={text('signing.ceremony.remote')} checked={person.remote} onChange={(remote) => onChange({ remote })} />
        <div className="row"><Button small look="quiet" onPress={onRemove}>{text('signing.rules.drop')}</Button></div>
      </fieldset>
    </details>
  )
}
