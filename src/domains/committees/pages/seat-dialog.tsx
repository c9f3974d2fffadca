// Adds a seat or changes who sits there, and who sits for them.
import { useState } from 'react'
import { useDeed } from '#web/client.ts'
import { useText } from '#web/text.tsx'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { DayField, type KnownDay } from '#web/ui/fields/day-field.tsx'
import { type Pick, PickerField } from '#web/ui/fields/picker.tsx'
import { SelectField } from '#web/ui/fields/text-field.tsx'
import { ErrorNote } from '#web/ui/notes.tsx'
import { bodiesApi } from '../api.ts'
import type { SeatShown } from '../model.ts'
import { findPerson, picked } from './people.ts'

type Office = 'chair' | 'vice-chair' | 'secretary'
type Role = 'member' | 'secretary' | 'observer'
type Props = { bodyId: string; sideId: string | null; seat: SeatShown | null; onClose: () => void }

export function SeatDialog({ bodyId, sideId, seat, onClose }: Props) {
  const text = useText()
  const [member, setMember] = useState<Pick | null>(picked(seat?.member ?? null))
  const [alternate, setAlternate] = useState<Pick | null>(picked(seat?.alternate ?? null))
  const [role, setRole] = useState<Role>(seat?.role ?? 'member')
  const [office, setOffice] = useState<string>(seat?.office ?? '')
  const [until, setUntil] = useState<KnownDay | null>(seat?.untilOn ? { value: seat.untilOn, precision: 'day' } : null)
  const [add, change, end] = [useDeed(bodiesApi.addSeat), useDeed(bodiesApi.changeSeat), useDeed(bodiesApi.endSeat)]
  const said = { memberId: member?.id ?? null, alternateId: alternate?.id ?? null, office: (office || null) as Office | null, untilOn: until?.value ?? null, terms: seat?.terms ?? 1 }
  const done = { onSuccess: onClose }
  const save = () => (seat ? change.mutate({ params: { id: bodyId, seatId: seat.id }, body: said }, done) : add.mutate({ params: { id: bodyId }, body: { ...said, sideId, role } }, done))
  const error = add.error ?? change.error ?? end.error
  const busy = add.isPending || change.isPending || end.isPending
  return (
    <Dialog open onClose={onClose} title={text(seat ? 'committees.change-seat' : 'committees.add-seat')} actions={(
      <>
        {seat && <Button look="danger" busy={busy} onPress={() => end.mutate({ params: { id: bodyId, seatId: seat.id } }, done)}>{text('committees.end-seat')}</Button>}
        <Button look="primary" busy={busy} onPress={save}>{text('committees.record')}</Button>
      </>
    )}>
      <PickerField label={text('committees.member')} value={member} onChange={setMember} find={findPerson} />
      <PickerField label={text('committees.alternate')} hint={text('committees.alternate.why')} value={alternate} onChange={setAlternate} find={findPerson} />
      {!seat && <SelectField label={text('committees.role')} required value={role} onChange={(value) => setRole(value as Role)} options={(['member', 'secretary', 'observer'] as const).map((value) => ({ value, label: text(`committees.roles.${value}`) }))} />}
      <SelectField label={text('committees.office')} value={office} onChange={setOffice} none={text('committees.no-office')} options={(['chair', 'vice-chair', 'secretary'] as const).map((value) => ({ value, label: text(`committees.offices.${value}`) }))} />
      <DayField label={text('committees.until-day')} precise value={until} onChange={setUntil} />
      {error && <ErrorNote error={error} />}
    </Dialog>
  )
}
