// What a pack shall hold: a period, and which agreements.
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { agreementsApi } from '#domains/agreements/api.ts'
import { kinds, states } from '#domains/agreements/model.ts'
import { alliancesApi } from '#domains/alliances/api.ts'
import { nameIn } from '#domains/organisations/model.ts'
import { collator, countryName } from '#platform/i18n/format.ts'
import { type Locale, localeNames, locales } from '#platform/i18n/locale.ts'
import { ask, useDeed } from '#web/client.ts'
import { useLocale, useText } from '#web/text.tsx'
import { Button } from '#web/ui/button.tsx'
import { DayField } from '#web/ui/fields/day-field.tsx'
import { Form } from '#web/ui/fields/field.tsx'
import { OrganisationPicker, type Pick } from '#web/ui/fields/picker.tsx'
import { SelectField } from '#web/ui/fields/text-field.tsx'
import { ErrorNote } from '#web/ui/notes.tsx'
import { reportsApi } from '../api.ts'
import { useFindPartner } from './find-partner.ts'

type Filled = { from: string | null; until: string | null; locale: Locale; organisation: Pick | null; alliance: string; country: string; state: string; kind: string }

export function NewPack() {
  const [text, locale] = [useText(), useLocale()]
  const [filled, setFilled] = useState<Filled>({ from: null, until: null, locale, organisation: null, alliance: '', country: '', state: '', kind: '' })
  const set = (change: Partial<Filled>) => setFilled((before) => ({ ...before, ...change }))
  const make = useDeed(reportsApi.askForPack, ['/work'])
  const day = (name: 'from' | 'until') => (
    <DayField label={text(`reports.packs.${name}`)} precise value={filled[name] ? { value: filled[name], precision: 'day' } : null} onChange={(next) => set({ [name]: next?.value ?? null })} />
  )
  const actions = <Button look="primary" type="submit" busy={make.isPending}>{text('reports.packs.make')}</Button>
  return (
    <Form onSubmit={() => make.mutate({ body: bodyOf(filled) })} actions={actions}>
      <div className="brief-choice">{day('from')}{day('until')}
        <SelectField label={text('reports.packs.language')} required value={filled.locale} onChange={(next) => set({ locale: next as Locale })} options={locales.map((value) => ({ value, label: localeNames[value] }))} />
      </div>
      <OrganisationPicker label={text('reports.packs.organisation')} value={filled.organisation} onChange={(organisation) => set({ organisation })} find={useFindPartner()} />
      <Narrow filled={filled} set={set} />
      {make.error && <ErrorNote error={make.error} />}
    </Form>
  )
}

const bodyOf = ({ organisation, alliance, country, state, kind, ...rest }: Filled) =>
  ({ ...rest, organisation: organisation?.id ?? null, alliance: alliance || null, country: country || null, state: state ? [state as never] : [], kind: kind ? [kind as never] : [] })

function Narrow({ filled, set }: { filled: Filled; set: (change: Partial<Filled>) => void }) {
  const [text, locale] = [useText(), useLocale()]
  const { data: counts } = useQuery(ask(agreementsApi.counts, { query: {} as never }))
  const { data: alliances } = useQuery(ask(alliancesApi.list, { query: {} as never }))
  const countries = (counts?.countries ?? []).map(({ country }) => ({ value: country, label: countryName(country, locale) })).toSorted((a, b) => collator(locale).compare(a.label, b.label))
  const choice = (name: 'alliance' | 'country' | 'state' | 'kind', options: { value: string; label: string }[]) =>
    <SelectField label={text(`reports.packs.${name}`)} value={filled[name]} onChange={(value) => set({ [name]: value })} options={options} none={text('reports.packs.any')} />
  return (
    <div className="brief-choice">
      {choice('alliance', (alliances?.rows ?? []).map(({ id, organisation }) => ({ value: id, label: nameIn(organisation, locale) })))}
      {choice('country', countries)}
      {choice('state', states.filter((state) => state !== 'draft').map((value) => ({ value, label: text(`agreements.states.${value}`) })))}
      {choice('kind', kinds.map((value) => ({ value, label: text(`agreements.kinds.${value}`) })))}
    </div>
  )
}
