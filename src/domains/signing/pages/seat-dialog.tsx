// Who signs in a place, and in what rank.
import { useState } from 'react'
import { useDeed } from '#web/client.ts'
import { useText } from '#web/text.tsx'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { SelectField, TextField } from '#web/ui/fields/text-field.tsx'
import { ErrorNote } from '#web/ui/notes.tsx'
import { signingApi } from '../api.ts'
import { type Rank, ranks, type Seat, type SigningFile } from '../model.ts'

export function SeatDialog({ seat, signing: { agreementId }, onClose }: { seat: Seat; signing: SigningFile; onClose: () => void }) {
  const text = useText()
  const [name, setName] = useState(seat.name ?? '')
  const [title, setTitle] = useState(seat.title ?? '')
  const [rank, setRank] = useState<string>(seat.rank ?? '')
  const put = useDeed(signingApi.nameSeat)
  const send = () => put.mutate({ params: { id: agreementId, seatId: seat.id }, body: { name: name.trim() || null, title: title.trim() || null, rank: (rank || null) as Rank | null } }, { onSuccess: onClose })
  return (
    <Dialog open onClose={onClose} title={text('signing.name-seat')} actions={<><Button look="quiet" onPress={onClose}>{text('signing.cancel')}</Button><Button look="primary" busy={put.isPending} onPress={send}>{text('signing.record')}</Button></>}>
      <TextField label={text('signing.name')} value={name} onChange={setName} />
      <TextField label={text('signing.title')} value={title} onChange={setTitle} />
      <SelectField label={text('signing.rank')} hint={text('signing.rank.why')} value={rank} onChange={setRank} none={text('signing.rank.unknown')} options={ranks.map((one) => ({ value: one, label: text(`signing.ranks.${one}`) }))} />
      {put.error && <ErrorNote error={put.error} />}
    </Dialog>
  )
}
