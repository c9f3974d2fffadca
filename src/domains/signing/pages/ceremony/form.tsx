// Preparing a ceremony: when and where, who hosts, the agreements in their order, and everybody who is there.
import { useState } from 'react'
import { agreementsApi } from '#domains/agreements/api.ts'
import { organisationsApi } from '#domains/organisations/api.ts'
import { nameIn } from '#domains/organisations/model.ts'
import type { Locale } from '#platform/kinds.ts'
import { call } from '#web/client.ts'
import { useLocale, useText } from '#web/text.tsx'
import { Button } from '#web/ui/button.tsx'
import { countriesIn } from '#web/ui/countries.ts'
import { DayField } from '#web/ui/fields/day-field.tsx'
import { Form } from '#web/ui/fields/field.tsx'
import { OrganisationPicker, type Pick, PickerField } from '#web/ui/fields/picker.tsx'
import { SelectField, TextField } from '#web/ui/fields/text-field.tsx'
import { ErrorNote } from '#web/ui/notes.tsx'
import { Section } from '#web/ui/page.tsx'
import type { CeremonyDraft } from '../../ceremony-model.ts'
import { People } from './people.tsx'
import { type Chosen, type Filled, sidesFrom } from './state.ts'

type Props = { begun: Filled; error: unknown; busy: boolean; onSubmit: (draft: Omit<CeremonyDraft, never>) => void; label: string }

export function CeremonyForm({ begun, error, busy, onSubmit, label }: Props) {
  const [text, locale] = [useText(), useLocale()]
  const [filled, setFilled] = useState(begun)
  const put = (change: Partial<Filled>) => setFilled({ ...filled, ...change })
  const field = (name: 'startsAt' | 'zone' | 'venue' | 'city', required = false) => <TextField label={text(`signing.ceremony.form.${name}`)} required={required} value={filled[name]} onChange={(value) => put({ [name]: value })} />
  return (
    <Form onSubmit={() => filled.heldOn && filled.host && onSubmit(draftOf(filled, locale))} actions={<Button type="submit" look="primary" busy={busy}>{label}</Button>}>
      <TextField label={text('signing.ceremony.form.title')} required value={filled.title[locale] ?? ''} onChange={(value) => put({ title: { ...filled.title, [locale]: value } })} />
      <OrganisationPicker label={text('signing.ceremony.host')} required value={filled.host} find={(typed) => findOrganisations(typed, locale)} onChange={(host) => put({ host })} />
      <DayField label={text('signing.ceremony.form.day')} precise required value={filled.heldOn} onChange={(heldOn) => put({ heldOn })} />
      {field('startsAt')}{field('zone', true)}{field('venue')}{field('city')}
      <SelectField label={text('signing.ceremony.form.country')} none={text('signing.ceremony.form.country.none')} value={filled.country} options={countriesIn(locale)} onChange={(country) => put({ country })} />
      <Section title={text('signing.ceremony.order')}><Agreements chosen={filled.agreements} onChange={(agreements) => put({ agreements })} locale={locale} /></Section>
      <Section title={text('signing.ceremony.people')}><People people={filled.people} agreements={filled.agreements} onChange={(people) => put({ people })} /></Section>
      <TextField label={text('signing.ceremony.form.words')} hint={text('signing.ceremony.form.words.hint')} lines={4} value={filled.words[locale] ?? ''} onChange={(value) => put({ words: { ...filled.words, [locale]: value } })} />
      {Boolean(error) && <ErrorNote error={error} />}
    </Form>
  )
}

function Agreements({ chosen, onChange, locale }: { chosen: Chosen[]; onChange: (next: Chosen[]) => void; locale: Locale }) {
  const text = useText()
  const find = async (typed: string): Promise<Chosen[]> => (await call(agreementsApi.list, { query: { text: typed, locale, limit: 20 } })).rows
    .filter(({ id }) => !chosen.some((one) => one.id === id)).map(({ id, title, parties }) => ({ id, label: title, words: title, about: parties.map(({ organisation }) => nameIn(organisation, locale)).join(' · '), sides: sidesFrom(parties.filter(({ role }) => role !== 'witness'), locale) }))
  const move = (at: number, by: number) => onChange(chosen.map((one, place) => (place === at ? chosen[at + by]! : place === at + by ? chosen[at]! : one)))
  return (
    <>
      <ol className="programme">
        {chosen.map(({ id, label, about }, at) => (
          <li key={id}>
            <div><bdi>{label}</bdi>{about && <small className="quiet"><bdi>{about}</bdi></small>}</div>
            <div className="row">
              {at > 0 && <Button small look="quiet" onPress={() => move(at, -1)}>{text('signing.ceremony.earlier')}</Button>}
              {at < chosen.length - 1 && <Button small look="quiet" onPress={() => move(at, 1)}>{text('signing.ceremony.later')}</Button>}
              <Button small look="quiet" onPress={() => onChange(chosen.filter((one) => one.id !== id))}>{text('signing.rules.drop')}</Button>
            </div>
          </li>
        ))}
      </ol>
      <PickerField label={text('signing.ceremony.form.agreement')} value={null} find={find} onChange={(pick) => pick && onChange([...chosen, pick as Chosen])} />
    </>
  )
}

const findOrganisations = async (typed: string, locale: Locale): Promise<Pick[]> =>
  (await call(organisationsApi.suggest, { query: { text: typed } as never })).map(({ id, ...names }) => ({ id, label: nameIn(names as never, locale), words: nameIn(names as never, locale) }))

function draftOf({ title, host, heldOn, startsAt, zone, venue, city, agreements, people, words, country }: Filled, _locale: Locale): CeremonyDraft {
  const said = (texts: Partial<Record<Locale, string>>) => Object.fromEntries(Object.entries(texts).filter(([, value]) => value?.trim())) as Partial<Record<Locale, string>>
  const plain = (value: string) => value.trim() || null
  return {
    title: said(title), hostId: host!.id, heldOn: heldOn!.value, startsAt: plain(startsAt), zone: zone.trim(), venue: plain(venue), city: plain(city), country: country || null, words: said(words), agreements: agreements.map(({ id }) => id),
    people: people.filter(({ name }) => name.trim()).map(({ key: _key, name, title: office, seat, ...person }) => ({ ...person, name: name.trim(), title: plain(office), seat: plain(seat) })),
  }
}
