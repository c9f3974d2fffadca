// A signature given elsewhere comes as a file: a PDF that was signed, or the scan of the ink.
import { useState } from 'react'
import { useDeedWithFile } from '#web/offline/use-sent-file.ts'
import { useText } from '#web/text.tsx'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { DayField, type KnownDay } from '#web/ui/fields/day-field.tsx'
import { FileField } from '#web/ui/fields/file-field.tsx'
import { TextField } from '#web/ui/fields/text-field.tsx'
import { ErrorNote, Progress } from '#web/ui/notes.tsx'
import { useToast } from '#web/ui/toast.tsx'
import { signingApi } from '../api.ts'
import type { Seat, SigningFile } from '../model.ts'

type Props = { seat: Seat; signing: SigningFile; onClose: () => void }

function useSigned(seat: Seat, onClose: () => void) {
  const [text, say] = [useText(), useToast()]
  const [file, setFile] = useState<File | null>(null)
  const [name, setName] = useState(seat.name ?? '')
  const [title, setTitle] = useState(seat.title ?? '')
  const [place, setPlace] = useState('')
  const onSuccess = ({ stage }: SigningFile) => (say(text(stage === 'sealed' ? 'signing.sealed-now' : 'signing.signed-now')), onClose())
  const who = <><TextField label={text('signing.name')} required value={name} onChange={setName} /><TextField label={text('signing.title')} value={title} onChange={setTitle} /></>
  return { text, file, setFile, who, place, setPlace, onSuccess, given: { name: name.trim(), ...(title.trim() && { title: title.trim() }) } }
}

export function UploadDialog({ seat, signing: { agreementId, paperSha256 }, onClose }: Props) {
  const { text, file, setFile, who, place, setPlace, onSuccess, given } = useSigned(seat, onClose)
  const take = useDeedWithFile(signingApi.takeSignedUpload, ['/ceremonies'])
  const send = () => file && take.give(file, { params: { id: agreementId }, body: { seatId: seat.id, paperSha256, ...given, ...(place.trim() && { place: place.trim() }) } }, { onSuccess })
  return (
    <Dialog open onClose={onClose} title={text('signing.means.uploaded.do')} actions={<><Button look="quiet" onPress={onClose}>{text('signing.cancel')}</Button><Button look="primary" busy={take.busy} onPress={() => void send()}>{text('signing.check-and-take')}</Button></>}>
      <p className="quiet">{text('signing.means.uploaded.how')}</p>
      <FileField label={text('signing.signed-pdf')} required file={file} onChange={setFile} accept=".pdf" />
      {who}
      <TextField label={text('signing.place')} value={place} onChange={setPlace} />
      <Sending of={take} />
    </Dialog>
  )
}

export function InkDialog({ seat, signing: { agreementId, paperSha256 }, onClose }: Props) {
  const { text, file, setFile, who, place, setPlace, onSuccess, given } = useSigned(seat, onClose)
  const [day, setDay] = useState<KnownDay | null>(null)
  const [keptAt, setKeptAt] = useState('')
  const [seal, setSeal] = useState('')
  const ink = useDeedWithFile(signingApi.recordInkUpload, ['/ceremonies'])
  const send = () => file && day && ink.give(file, { params: { id: agreementId }, body: { seatId: seat.id, paperSha256, ...given, place, signedOn: day.value, keptAt, ...(seal.trim() && { seal: seal.trim() }) } }, { onSuccess })
  return (
    <Dialog open onClose={onClose} title={text('signing.means.ink.do')} actions={<><Button look="quiet" onPress={onClose}>{text('signing.cancel')}</Button><Button look="primary" busy={ink.busy} onPress={() => void send()}>{text('signing.record')}</Button></>}>
      <FileField label={text('signing.scan')} required file={file} onChange={setFile} accept=".pdf,.png,.jpg,.jpeg,.tif,.tiff,.webp" />
      {who}
      <TextField label={text('signing.place')} required value={place} onChange={setPlace} />
      <DayField label={text('signing.signed-on')} precise required value={day} onChange={setDay} />
      <TextField label={text('signing.kept-at')} hint={text('signing.kept-at.hint')} required lines={3} value={keptAt} onChange={setKeptAt} />
      <TextField label={text('signing.seal-label')} value={seal} onChange={setSeal} />
      <Sending of={ink} />
    </Dialog>
  )
}

/** How far the file is; it goes on by itself when the line breaks. */
export function Sending({ of: { share, error } }: { of: { share: number | null; error: unknown } }) {
  const text = useText()
  return <>{share !== null && <Progress label={text('web.outbox.sending')} share={share} />}{Boolean(error) && <ErrorNote error={error} />}</>
}
