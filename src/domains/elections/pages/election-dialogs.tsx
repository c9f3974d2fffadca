// The small forms of an election: somebody is proposed, a round is counted, something is called off, protested or settled with its reason.
import { useState } from 'react'
import { nameIn } from '#domains/organisations/model.ts'
import { peopleApi } from '#domains/people/api.ts'
import { call, useDeed } from '#web/client.ts'
import { useLocale, useText } from '#web/text.tsx'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { DayField } from '#web/ui/fields/day-field.tsx'
import { type Pick, PickerField } from '#web/ui/fields/picker.tsx'
import { SelectField, TextField } from '#web/ui/fields/text-field.tsx'
import { ErrorNote } from '#web/ui/notes.tsx'
import { useToast } from '#web/ui/toast.tsx'
import { electionsApi } from '../api.ts'
import type { ElectionFile } from '../model.ts'
import { dayIn } from './said.ts'

type Closing = { onClose: () => void }
const rooms = ['/elections', '/alliances']

async function findPerson(typed: string): Promise<Pick[]> {
  const { rows } = await call(peopleApi.list, { query: { search: typed } })
  return rows.map(({ id, name, nameNative, offices }) => ({ id, label: name, words: name, about: [nameNative, offices[0]?.organisation?.name].filter(Boolean).join(' · ') }))
}

export function NominateDialog({ election, onClose }: { election: ElectionFile } & Closing) {
  const [text, locale, say] = [useText(), useLocale(), useToast()]
  const options = election.mine.map((one) => ({ value: one.id, label: nameIn(one, locale) }))
  const [person, setPerson] = useState<Pick | null>(null)
  const [filled, fill] = useState({ nominatedBy: options[0]!.value, statement: '' })
  const deed = useDeed(electionsApi.nominate, rooms)
  const who = person?.id === 'new' ? { name: person.words } : { personId: person?.id }
  const send = () => deed.mutate({ params: { id: election.id }, body: { ...who, organisationId: filled.nominatedBy, nominatedBy: filled.nominatedBy, statement: filled.statement.trim() ? { [locale]: filled.statement.trim() } : {} } }, { onSuccess: () => (say(text('elections.written-down')), onClose()) })
  return (
    <Dialog open side onClose={onClose} title={text('elections.nominate')} actions={<Button look="primary" busy={deed.isPending} {...(person ? {} : { whyNot: 'elections.person-first' })} onPress={send}>{text('elections.nominate')}</Button>}>
      <PickerField label={text('elections.person')} required value={person} onChange={setPerson} find={findPerson} newWord={(name) => text('elections.new-person', { name })} onNew={(typed) => setPerson({ id: 'new', label: typed, words: typed })} />
      {options.length > 1 && <SelectField label={text('elections.of-member')} required value={filled.nominatedBy} onChange={(nominatedBy) => fill({ ...filled, nominatedBy })} options={options} />}
      <TextField label={text('elections.statement')} lines={4} value={filled.statement} maxLength={5000} onChange={(statement) => fill({ ...filled, statement })} />
      {deed.error ? <ErrorNote error={deed.error} /> : null}
    </Dialog>
  )
}

export function CountDialog({ election, onClose }: { election: ElectionFile } & Closing) {
  const [text, say] = [useText(), useToast()]
  const [until, setUntil] = useState(dayIn(14))
  const deed = useDeed(electionsApi.count, rooms)
  const send = () => deed.mutate({ params: { id: election.id }, body: { voteUntil: until } }, { onSuccess: () => (say(text('elections.counted')), onClose()) })
  return (
    <Dialog open onClose={onClose} title={text('elections.count')} actions={<Button look="primary" busy={deed.isPending} onPress={send}>{text('elections.count')}</Button>}>
      <p>{text('elections.count-what')}</p>
      <DayField label={text('elections.next-until')} required precise value={{ value: until, precision: 'day' }} onChange={(day) => day && setUntil(day.value)} />
      {deed.error ? <ErrorNote error={deed.error} /> : null}
    </Dialog>
  )
}

type Reasoned = { election: ElectionFile; what: 'cancel' | 'protest' | 'upheld' | 'rejected'; protestId?: string }
export function ReasonDialog({ election, what, protestId, onClose }: Reasoned & Closing) {
  const [text, locale, say] = [useText(), useLocale(), useToast()]
  const [because, setBecause] = useState('')
  const [member, setMember] = useState(election.mine[0]?.id ?? '')
  const [cancel, protest, settle] = [useDeed(electionsApi.cancel, rooms), useDeed(electionsApi.protest, rooms), useDeed(electionsApi.settle, rooms)]
  const done = { onSuccess: () => (say(text('elections.written-down')), onClose()) }
  const send = () => {
    if (what === 'cancel') cancel.mutate({ params: { id: election.id }, body: { because } }, done)
    else if (what === 'protest') protest.mutate({ params: { id: election.id }, body: { organisationId: member, because } }, done)
    else settle.mutate({ params: { id: protestId! }, body: { answer: what, reason: because } }, done)
  }
  const error = cancel.error ?? protest.error ?? settle.error
  const title = text(what === 'upheld' || what === 'rejected' ? `elections.protest-${what}` : `elections.${what}`)
  return (
    <Dialog open onClose={onClose} title={title} actions={<Button look="primary" busy={cancel.isPending || protest.isPending || settle.isPending} {...(because.trim() ? {} : { whyNot: 'elections.reason-missing' })} onPress={send}>{title}</Button>}>
      {what === 'protest' && election.mine.length > 1 && <SelectField label={text('elections.of-member')} required value={member} onChange={setMember} options={election.mine.map((one) => ({ value: one.id, label: nameIn(one, locale) }))} />}
      <TextField label={text('elections.why')} required lines={3} value={because} maxLength={500} onChange={setBecause} />
      {error ? <ErrorNote error={error} /> : null}
    </Dialog>
  )
}
