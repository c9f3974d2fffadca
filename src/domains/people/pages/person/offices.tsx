// The offices a person holds, will hold and held; giving one, ending one.
import { useState } from 'react'
import { useDeed } from '#web/client.ts'
import { useText } from '#web/text.tsx'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { Form } from '#web/ui/fields/field.tsx'
import { Mark } from '#web/ui/mark.tsx'
import { useToastTrouble } from '#web/ui/toast.tsx'
import { useViewer } from '#web/viewer.ts'
import { peopleApi } from '../../api.ts'
import type { Office, PersonFile } from '../../model.ts'
import { whyNotOffice } from '../../rules.ts'
import { besides, DoorTrouble, wrongIn } from '../door/trouble.tsx'
import { OfficeFields, officeOf, useOfficeDraft } from '../office-form.tsx'
import { useOfficeWords, useTermWords } from '../office-words.ts'

const today = (): string => new Date().toISOString().slice(0, 10)

export function Offices({ person }: { person: PersonFile }) {
  const text = useText()
  if (person.offices.length === 0) return <p className="quiet">{text('people.holds-none')}</p>
  return <ul className="lines">{person.offices.map((office) => <Line key={office.id} office={office} lastAdministrator={person.lastAdministrator} />)}</ul>
}

function Line({ office, lastAdministrator }: { office: Office; lastAdministrator: boolean }) {
  const text = useText()
  const viewer = useViewer()
  const [officeWords, termWords] = [useOfficeWords(), useTermWords()]
  const trouble = useToastTrouble()
  const end = useDeed(peopleApi.endOffice, ['/people', '/me'])
  const over = office.vacatedAt !== null || (office.endsOn !== null && office.endsOn < today())
  const whyNot = viewer ? whyNotOffice('end', office, viewer, { lastAdministrator, today: today() }) : undefined
  return (
    <li>
      <span className={over ? 'line-words over' : 'line-words'}><bdi>{officeWords(office)}</bdi><small className="quiet">{termWords(office)}</small></span>
      {over
        ? <Mark tone="quiet" shape="square">{text('people.over')}</Mark>
        : (!whyNot || whyNot === 'people.last-administrator') && <Button small look="quiet" whyNot={whyNot} busy={end.isPending} onPress={() => end.mutate({ params: { id: office.id }, body: {} }, { onError: trouble })}>{text('people.end-office')}</Button>}
    </li>
  )
}

export function GiveOffice({ person }: { person: PersonFile }) {
  const text = useText()
  const viewer = useViewer()
  const [open, setOpen] = useState(false)
  const may = viewer?.admin || viewer?.offices.some(({ role }) => role === 'director' || role === 'secretariat')
  if (!may) return null
  return (
    <>
      <Button small onPress={() => setOpen(true)}>{text('people.give-office')}</Button>
      <Dialog side open={open} onClose={() => setOpen(false)} title={text('people.give-office')}><GiveForm id={person.id} onDone={() => setOpen(false)} /></Dialog>
    </>
  )
}

function GiveForm({ id, onDone }: { id: string; onDone: () => void }) {
  const text = useText()
  const [office, setOffice] = useOfficeDraft()
  const give = useDeed(peopleApi.giveOffice, ['/me'])
  return (
    <Form onSubmit={() => give.mutate({ params: { id }, body: officeOf(office) }, { onSuccess: onDone })} actions={<Button type="submit" look="primary" busy={give.isPending}>{text('people.give-office')}</Button>}>
      <OfficeFields value={office} onChange={setOffice} wrong={(field) => wrongIn(give.error, field)} />
      <DoorTrouble error={besides(give.error)} />
    </Form>
  )
}
