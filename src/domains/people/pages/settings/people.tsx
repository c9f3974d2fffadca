// People and the offices they hold: searched, filtered, invited.
import { useState } from 'react'
import { roles } from '#platform/auth/viewer.ts'
import { one, useAddress } from '#web/address.ts'
import { useText } from '#web/text.tsx'
import { Button } from '#web/ui/button.tsx'
import { FilterBar } from '#web/ui/filters.tsx'
import { Mark } from '#web/ui/mark.tsx'
import { Empty } from '#web/ui/notes.tsx'
import type { Column } from '#web/ui/table/columns.ts'
import { DataTable } from '#web/ui/table/table.tsx'
import { useRegister } from '#web/ui/table/use-register.ts'
import { useViewer } from '#web/viewer.ts'
import { peopleApi } from '../../api.ts'
import type { PersonRow } from '../../model.ts'
import { useOfficeWords } from '../office-words.ts'
import { SettingsFrame } from './frame.tsx'
import { Invite } from './invite.tsx'

export function Page() {
  const text = useText()
  const [inviting, setInviting] = useState(false)
  const columns = useColumns()
  const [address] = useAddress()
  const asked = Object.fromEntries(['search', 'role', 'standing', 'organisationId'].map((name) => [name, one(address[name])]).filter(([, value]) => value))
  const register = useRegister(peopleApi.list, { query: asked })
  const nothing = Object.keys(asked).length > 0 ? <Empty title={text('people.none-found')}>{text('people.none-found-next')}</Empty> : <Empty title={text('people.none-yet')}>{text('people.none-yet-next')}</Empty>
  return (
    <SettingsFrame place="people" width="register" actions={<InviteButton onPress={() => setInviting(true)} />}>
      <FilterBar filters={useFilters()} search="search" searchLabel={text('people.search')} />
      <DataTable label={text('people.settings.people')} columns={columns} register={register} rowKey={({ id }) => id} rowTo={({ id }) => `/people/${id}`} empty={nothing} />
      <Invite open={inviting} onClose={() => setInviting(false)} />
    </SettingsFrame>
  )
}

function InviteButton({ onPress }: { onPress: () => void }) {
  const text = useText()
  const viewer = useViewer()
  const may = viewer?.admin || viewer?.offices.some(({ role }) => role === 'director' || role === 'secretariat')
  return <Button look="primary" whyNot={may ? undefined : 'people.only-directors-invite'} onPress={onPress}>{text('people.invite')}</Button>
}

function useFilters() {
  const text = useText()
  return [
    { kind: 'one' as const, name: 'role', label: text('people.role'), choices: roles.map((role) => ({ value: role, label: text(`people.roles.${role}`) })) },
    { kind: 'one' as const, name: 'standing', label: text('people.standing'), choices: (['invited', 'joined'] as const).map((value) => ({ value, label: text(`people.standings.${value}`) })) },
  ]
}

const looks = {
  joined: { tone: 'jade', shape: 'disc' }, invited: { tone: 'saffron', shape: 'half' }, 'invitation-over': { tone: 'garnet', shape: 'triangle' },
  'cannot-sign-in': { tone: 'quiet', shape: 'ring' }, closed: { tone: 'quiet', shape: 'square' },
} as const

export function Standing({ standing }: { standing: PersonRow['standing'] }) {
  const text = useText()
  return standing && <Mark {...looks[standing]}>{text(`people.standings.${standing}`)}</Mark>
}

function Names({ of: { name, nameNative, example } }: { of: PersonRow }) {
  const text = useText()
  return (
    <span className="line-words">
      <bdi>{name}</bdi>
      {(nameNative || example) && <small className="quiet row">{nameNative && <bdi>{nameNative}</bdi>}{example && <span>{text('people.example')}</span>}</small>}
    </span>
  )
}

function useColumns(): Column<PersonRow>[] {
  const text = useText()
  const officeWords = useOfficeWords()
  return [
    { key: 'name', head: text('people.name'), cell: (person) => <Names of={person} /> },
    { key: 'offices', head: text('people.offices'), cell: ({ offices }) => <ul>{offices.map((office) => <li key={office.id}>{officeWords(office)}</li>)}</ul> },
    { key: 'email', head: text('people.email'), phone: 'hide', cell: ({ email }) => email && <bdi dir="ltr">{email}</bdi> },
    { key: 'standing', head: text('people.standing'), cell: ({ standing }) => <Standing standing={standing} /> },
  ]
}
