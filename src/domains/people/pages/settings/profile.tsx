// One's own profile: names, language, the office in whose name one acts.
import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { localeNames, locales } from '#platform/i18n/locale.ts'
import type { Locale } from '#platform/kinds.ts'
import { ask, useDeed } from '#web/client.ts'
import type { Arriving } from '#web/site.ts'
import { useSetLocale, useText } from '#web/text.tsx'
import { Button } from '#web/ui/button.tsx'
import { Form } from '#web/ui/fields/field.tsx'
import { ChoiceField, SelectField, TextField } from '#web/ui/fields/text-field.tsx'
import { Empty } from '#web/ui/notes.tsx'
import { Facts, Section } from '#web/ui/page.tsx'
import { useToast, useToastTrouble } from '#web/ui/toast.tsx'
import { useViewerChanged } from '#web/viewer.ts'
import { peopleApi } from '../../api.ts'
import type { Profile } from '../../model.ts'
import { besides, DoorTrouble, wrongIn } from '../door/trouble.tsx'
import { useOfficeWords, useTermWords } from '../office-words.ts'
import { SettingsFrame } from './frame.tsx'

export const load = ({ questions }: Arriving) => questions.ensureQueryData(ask(peopleApi.profile, {}))

export function Page() {
  const text = useText()
  const { data: profile } = useSuspenseQuery(ask(peopleApi.profile, {}))
  return (
    <SettingsFrame place="profile">
      <Names key={profile.id} profile={profile} />
      <Section title={text('people.offices')}><Offices profile={profile} /></Section>
    </SettingsFrame>
  )
}

function Names({ profile }: { profile: Profile }) {
  const text = useText()
  const say = useToast()
  const [setLocale, changed] = [useSetLocale(), useViewerChanged()]
  const [name, setName] = useState(profile.name)
  const [nameNative, setNative] = useState(profile.nameNative ?? '')
  const [locale, setOwn] = useState<Locale | ''>(profile.locale ?? '')
  const change = useDeed(peopleApi.changeProfile)
  const done = async () => {
    say(text('people.saved'))
    await changed()
    if (locale) await setLocale(locale)
  }
  const submit = () => change.mutate({ body: { name, nameNative: nameNative || null, locale: locale || null } }, { onSuccess: () => void done() })
  return (
    <Form onSubmit={submit} actions={<Button type="submit" look="primary" busy={change.isPending}>{text('people.save')}</Button>}>
      <TextField label={text('people.name')} name="name" autoComplete="name" value={name} onChange={setName} required wrong={wrongIn(change.error, 'name')} />
      <TextField label={text('people.name-native')} hint={text('people.name-native-hint')} name="name-native" value={nameNative} onChange={setNative} wrong={wrongIn(change.error, 'nameNative')} />
      <SelectField label={text('people.language')} hint={text('people.language-hint')} value={locale} onChange={(next) => setOwn(next as Locale)} none={text('people.language-browser')}
        options={locales.map((each) => ({ value: each, label: localeNames[each] }))} />
      <Facts of={[[text('people.email'), profile.email && code(profile.email)]]} />
      <DoorTrouble error={besides(change.error)} />
    </Form>
  )
}

const code = (words: string) => <bdi dir="ltr">{words}</bdi>

/** With several offices one says in whose name one acts; with one there is nothing to choose. */
function Offices({ profile: { offices, acting } }: { profile: Profile }) {
  const text = useText()
  const [officeWords, termWords] = [useOfficeWords(), useTermWords()]
  const trouble = useToastTrouble()
  const changed = useViewerChanged()
  const act = useDeed(peopleApi.act)
  const choose = (officeId: string) => act.mutate({ body: { officeId } }, { onSuccess: () => void changed(), onError: trouble })
  if (offices.length === 0) return <Empty title={text('people.no-offices')}>{text('people.no-offices-next')}</Empty>
  if (offices.length === 1) return <p>{officeWords(offices[0]!)}<br /><small className="quiet">{termWords(offices[0]!)}</small></p>
  return (
    <ChoiceField label={text('people.act-as')} value={acting ?? ''} onChange={choose}
      options={offices.map((office) => ({ value: office.id, label: officeWords(office), hint: termWords(office) }))} />
  )
}
