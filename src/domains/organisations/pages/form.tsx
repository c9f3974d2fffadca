// The form in which an organisation is written down: names in their scripts first, then what it is and where, then its identifiers.
import { countriesIn } from '#web/ui/countries.ts'
import { useState } from 'react'
import { Refusal } from '#web/client.ts'
import { useLocale, useText } from '#web/text.tsx'
import { Button, ButtonLink } from '#web/ui/button.tsx'
import { Form } from '#web/ui/fields/field.tsx'
import { SelectField, TextField } from '#web/ui/fields/text-field.tsx'
import { ErrorNote } from '#web/ui/notes.tsx'
import { Section } from '#web/ui/page.tsx'
import { kinds, type Organisation } from '../model.ts'
import { filledOf, type FormState, plainFacts, stateOf, wrongAt } from './filled.ts'
import { IdentifierRows, NameRows } from './form-rows.tsx'
import { OrganisationPicker } from './organisation-picker.tsx'
import './organisation.css'

type Props = { organisation?: Organisation; typed?: string; busy: boolean; error: unknown; back: string; onSave: (filled: ReturnType<typeof filledOf>) => void }
export type Part = { state: FormState; change: (to: Partial<FormState>) => void; wrong: (path: string) => string[] | undefined }

export function OrganisationForm({ organisation, typed, busy, error, back, onSave }: Props) {
  const text = useText()
  const [state, setState] = useState(() => stateOf(organisation, typed))
  const fields = error instanceof Refusal ? error.fields ?? {} : {}
  const part: Part = { state, change: (to) => setState((before) => ({ ...before, ...to })), wrong: (path) => wrongAt(fields, path) }
  return (
    <Form onSubmit={() => onSave(filledOf(state))} actions={<><Button type="submit" look="primary" busy={busy}>{text('organisations.form.save')}</Button><ButtonLink look="quiet" to={back}>{text('organisations.form.cancel')}</ButtonLink></>}>
      <NameRows {...part} />
      <Section title={text('organisations.page.facts')}><FactFields {...part} but={organisation ? [organisation.id] : []} /></Section>
      <IdentifierRows {...part} />
      {error ? <ErrorNote error={error} /> : null}
      {organisation && organisation.source === 'ror' && <p className="quiet">{text('organisations.form.stays')}</p>}
    </Form>
  )
}

function FactFields({ state, change, wrong, but }: Part & { but: string[] }) {
  const [text, locale] = [useText(), useLocale()]
  const label = (name: string) => text(`organisations.facts.${name}`)
  return (
    <div className="fact-fields">
      <SelectField label={label('kind')} required value={state.kind} onChange={(kind) => change({ kind: kind as FormState['kind'] })} options={kinds.map((value) => ({ value, label: text(`organisations.kinds.${value}`) }))} />
      <SelectField label={label('country')} none={text('organisations.form.not-stated')} value={state.country} wrong={wrong('country')} onChange={(country) => change({ country })} options={countriesIn(locale)} />
      {plainFacts.map((name) => (
        <TextField key={name} label={label(name)} value={state[name]} wrong={wrong(name)} onChange={(value) => change({ [name]: value })} {...(typeOf[name] ? { type: typeOf[name] } : {})} />
      ))}
      <OrganisationPicker label={label('parentId')} value={state.parent} onChange={(parent) => change({ parent })} but={but} wrong={wrong('parentId')} />
      <OrganisationPicker label={label('successorId')} value={state.successor} onChange={(successor) => change({ successor })} but={but} wrong={wrong('successorId')} />
      <SelectField label={label('status')} required value={state.status} onChange={(status) => change({ status: status as FormState['status'] })}
        options={(['active', 'inactive'] as const).map((value) => ({ value, label: text(`organisations.statuses.${value}`) }))} />
    </div>
  )
}

const typeOf: Partial<Record<(typeof plainFacts)[number], 'url'>> = { website: 'url' }
