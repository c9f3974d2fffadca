// Writes down an officer: a person, a post, a country, a term as far as it is known.
import { useState } from 'react'
import { nameIn } from '#domains/organisations/model.ts'
import { peopleApi } from '#domains/people/api.ts'
import { collator, countryName } from '#platform/i18n/format.ts'
import { call, useDeed } from '#web/client.ts'
import { useLocale, useText } from '#web/text.tsx'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { DayField, type KnownDay } from '#web/ui/fields/day-field.tsx'
import { OrganisationPicker, type Pick, PickerField } from '#web/ui/fields/picker.tsx'
import { SelectField } from '#web/ui/fields/text-field.tsx'
import { ErrorNote } from '#web/ui/notes.tsx'
import { useToast } from '#web/ui/toast.tsx'
import { useViewer } from '#web/viewer.ts'
import { alliancesApi } from '../api.ts'
import { type AllianceFile, type OfficerShown, type Post, posts } from '../model.ts'
import { whyNotAppoint } from '../rules.ts'
import { lookUp } from './brief.ts'

type Props = { alliance: AllianceFile; officer?: OfficerShown; onClose: () => void }

export function OfficerDialog({ alliance, officer, onClose }: Props) {
  const [text, locale, viewer] = [useText(), useLocale(), useViewer()]
  const [person, setPerson] = useState<Pick | null>(officer ? { id: officer.personId, label: officer.personName, words: officer.personName } : null)
  const [post, setPost] = useState<Post>(officer?.post ?? 'chair')
  const [country, setCountry] = useState(officer?.country ?? '')
  const [at, setAt] = useState<Pick | null>(officer?.organisation ? { id: officer.organisation.id, label: nameIn(officer.organisation, locale), words: nameIn(officer.organisation, locale) } : null)
  const [from, setFrom] = useState<KnownDay | null>(known(officer?.fromOn, officer?.fromPrecision))
  const [until, setUntil] = useState<KnownDay | null>(known(officer?.untilOn, officer?.untilPrecision))
  const isNew = person?.id === newPerson
  const term = { post, country: country || null, organisationId: at?.id ?? null, from, until, source: officer?.source ?? null }
  const why = viewer && person ? whyNotAppoint(alliance, alliance.officers, { ...term, ...(officer ? { id: officer.id } : {}), personId: isNew ? undefined : person.id }, viewer) : undefined
  const { save, remove, error, busy } = useSave(alliance, officer, onClose)
  return (
    <Dialog open onClose={onClose} title={text(officer ? 'alliances.change-officer' : 'alliances.appoint')} actions={(
      <>
        {officer && <Button look="danger" busy={busy} onPress={remove}>{text('alliances.remove-officer')}</Button>}
        <Button look="primary" busy={busy || !person} whyNot={why} onPress={() => person && save(isNew ? { name: person.words } : { personId: person.id }, term)}>{text('alliances.save')}</Button>
      </>
    )}>
      {!officer && <PickerField label={text('alliances.person')} required value={person} onChange={setPerson} find={findPerson} newWord={(name) => text('alliances.new-person', { name })}
        onNew={(typed) => setPerson({ id: newPerson, label: typed, words: typed })} />}
      <SelectField label={text('alliances.post')} required value={post} onChange={(value) => setPost(value as Post)} options={posts.map((value) => ({ value, label: text(`alliances.posts.${value}`) }))} />
      <SelectField label={text('alliances.country')} required={post === 'lead'} value={country} onChange={setCountry} none="–" options={useCountries(alliance)} />
      <OrganisationPicker label={text('alliances.organisation')} value={at} onChange={setAt} find={lookUp(locale)} />
      <DayField label={text('alliances.since')} value={from} onChange={setFrom} />
      <DayField label={text('alliances.until')} value={until} onChange={setUntil} />
      {error ? <ErrorNote error={error} /> : null}
    </Dialog>
  )
}

const newPerson = 'new'
const known = (value: string | null | undefined, precision: KnownDay['precision'] | null | undefined): KnownDay | null => (value ? { value, precision: precision ?? 'day' } : null)

async function findPerson(typed: string): Promise<Pick[]> {
  const { rows } = await call(peopleApi.list, { query: { search: typed } })
  return rows.map(({ id, name, nameNative, offices }) => ({ id, label: name, words: name, about: [nameNative, offices[0]?.organisation?.name].filter(Boolean).join(' · ') }))
}

/** The countries of the members first; then every other that is a country to the browser. */
function useCountries(alliance: AllianceFile) {
  const locale = useLocale()
  const near = alliance.countries.flatMap(({ country }) => country ?? [])
  const codes = [...new Set([...near, 'CN', 'PK', 'RU', 'KZ', 'KG', 'TJ', 'UZ', 'IN', 'IR', 'BY', ...(alliance.officers.flatMap(({ country }) => country ?? []))])]
  return codes.map((value) => ({ value, label: countryName(value, locale) })).toSorted((a, b) => collator(locale).compare(a.label, b.label))
}

type Term = { post: Post; country: string | null; organisationId: string | null; from: KnownDay | null; until: KnownDay | null; source: string | null }

function useSave(alliance: AllianceFile, officer: OfficerShown | undefined, onClose: () => void) {
  const [text, say] = [useText(), useToast()]
  const [appoint, change, remove] = [useDeed(alliancesApi.appoint), useDeed(alliancesApi.changeOfficer), useDeed(alliancesApi.removeOfficer)]
  const done = (key: string) => () => (say(text(key)), onClose())
  return {
    busy: appoint.isPending || change.isPending || remove.isPending, error: appoint.error ?? change.error ?? remove.error,
    save: (who: { personId: string } | { name: string }, term: Term) => officer
      ? change.mutate({ params: { id: alliance.id, officerId: officer.id }, body: term }, { onSuccess: done('alliances.officer-recorded') })
      : appoint.mutate({ params: { id: alliance.id }, body: { ...who, ...term } }, { onSuccess: done('alliances.officer-recorded') }),
    remove: () => officer && remove.mutate({ params: { id: alliance.id, officerId: officer.id } }, { onSuccess: done('alliances.officer-removed') }),
  }
}
