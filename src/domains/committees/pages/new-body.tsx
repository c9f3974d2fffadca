// Sets a body up: its name, its kind, what it belongs to, and the rules it adopts, shown with their sources before one chooses.
import { useState } from 'react'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { agreementsApi } from '#domains/agreements/api.ts'
import { alliancesApi } from '#domains/alliances/api.ts'
import { nameIn } from '#domains/organisations/model.ts'
import type { Locale } from '#platform/kinds.ts'
import { one, useAddress } from '#web/address.ts'
import { ask, call, useDeed } from '#web/client.ts'
import type { Arriving } from '#web/site.ts'
import { useLocale, useText } from '#web/text.tsx'
import { Button } from '#web/ui/button.tsx'
import { Form } from '#web/ui/fields/field.tsx'
import { type Pick, PickerField } from '#web/ui/fields/picker.tsx'
import { SelectField, TextField } from '#web/ui/fields/text-field.tsx'
import { Go } from '#web/ui/link.tsx'
import { ErrorNote } from '#web/ui/notes.tsx'
import { Page as Frame } from '#web/ui/page.tsx'
import { bodiesApi } from '../api.ts'
import { type BodyKind, bodyKinds } from '../model.ts'
import { Rules } from './rules-shown.tsx'
import './committees.css'

export const load = ({ questions }: Arriving) => questions.ensureQueryData(ask(bodiesApi.ruleSets, {}))

export function Page() {
  const [text, locale, navigate] = [useText(), useLocale(), useNavigate()]
  const [address] = useAddress()
  const { data: sets } = useSuspenseQuery(ask(bodiesApi.ruleSets, {}))
  const draft = useDeed(bodiesApi.draft)
  const [name, setName] = useState('')
  const [kind, setKind] = useState<BodyKind>('joint-committee')
  const [rules, setRules] = useState<string>('joint-coordination-committee')
  const [of, setOf] = useState<Pick | null>(null)
  const given = { agreementId: one(address['agreement']) || null, allianceId: one(address['alliance']) || null, parentId: one(address['parent']) || null, unitId: one(address['unit']) || null }
  const known = Object.values(given).some(Boolean)
  const [where, id] = (of?.id ?? '').split(':') as [string, string | undefined]
  const belongs = known ? given : { agreementId: where === 'agreement' ? id ?? null : null, allianceId: where === 'alliance' ? id ?? null : null, parentId: null, unitId: null }
  const submit = () => draft.mutate({ body: { kind, name: { [locale]: name.trim() }, rules, ...belongs } }, { onSuccess: (body) => void navigate({ href: `/bodies/${body.id}` }) })
  const set = sets.find((each) => each.name === rules)!
  return (
    <Frame title={text('committees.set-up')} above={<Go to="/bodies">{text('committees.bodies')}</Go>} width="reading">
      <Form onSubmit={() => name.trim() && (known || of) && submit()} actions={<Button type="submit" look="primary" busy={draft.isPending}>{text('committees.set-up')}</Button>}>
        <TextField label={text('committees.name')} required value={name} onChange={setName} />
        {!known && <PickerField label={text('committees.belongs-to')} required value={of} find={(typed) => findRoot(typed, locale)} onChange={setOf} />}
        <SelectField label={text('committees.kind')} required value={kind} onChange={(value) => setKind(value as BodyKind)} options={bodyKinds.map((value) => ({ value, label: text(`committees.kinds.${value}`) }))} />
        <SelectField label={text('committees.rules-adopted')} hint={text('committees.rules-adopted.why')} required value={rules} onChange={setRules} options={sets.map((each) => ({ value: each.name, label: text(`committees.sets.${each.name}`) }))} />
        <Rules rules={set.rules} sources={set.sources} />
        {draft.error && <ErrorNote error={draft.error} />}
      </Form>
    </Frame>
  )
}

async function findRoot(typed: string, locale: Locale): Promise<Pick[]> {
  const [agreements, alliances] = await Promise.all([call(agreementsApi.list, { query: { text: typed, locale, limit: 10 } }), call(alliancesApi.list, { query: { text: typed, locale, limit: 5 } })])
  return [
    ...alliances.rows.map(({ id, organisation }) => ({ id: `alliance:${id}`, label: nameIn(organisation, locale), words: nameIn(organisation, locale) })),
    ...agreements.rows.map(({ id, title, parties }) => ({ id: `agreement:${id}`, label: title, words: title, about: parties.map(({ organisation }) => nameIn(organisation, locale)).join(' · ') })),
  ]
}
