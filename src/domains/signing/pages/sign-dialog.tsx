// Signing here: exactly what is signed, by which certificate, and a password or passkey once more.
import { useState } from 'react'
import { linkTo, useDeed } from '#web/client.ts'
import { passkeyAgain } from '#web/passkey-again.ts'
import { useText } from '#web/text.tsx'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { TextField } from '#web/ui/fields/text-field.tsx'
import { ErrorNote } from '#web/ui/notes.tsx'
import { Facts } from '#web/ui/page.tsx'
import { useToast } from '#web/ui/toast.tsx'
import { useViewer } from '#web/viewer.ts'
import { signingApi } from '../api.ts'
import type { Proof, Seat, SideShown, SigningFile } from '../model.ts'
import { Hashes } from './hashes.tsx'

type Props = { seat: Seat; side: SideShown; signing: SigningFile; onClose: () => void }

export function SignDialog({ seat, side, signing, onClose }: Props) {
  const [text, say, viewer] = [useText(), useToast(), useViewer()]
  const [title, setTitle] = useState(seat.title ?? '')
  const [place, setPlace] = useState('')
  const [password, setPassword] = useState('')
  const [turnedAway, setTurnedAway] = useState<Error | null>(null)
  const sign = useDeed(signingApi.sign, ['/ceremonies'])
  const send = (proof: Proof) => sign.mutate(
    { params: { id: signing.agreementId }, body: { seatId: seat.id, paperSha256: signing.paperSha256, title: title.trim() || null, place: place.trim() || null, proof } },
    { onSuccess: ({ stage }) => (say(text(stage === 'sealed' ? 'signing.sealed-now' : 'signing.signed-now')), onClose()) },
  )
  const withPasskey = () => void passkeyAgain().then((passkey) => send({ passkey })).catch(setTurnedAway)
  return (
    <Dialog open onClose={onClose} title={text('signing.sign')} actions={
      <><Button look="quiet" onPress={onClose}>{text('signing.cancel')}</Button><Button onPress={withPasskey}>{text('signing.with-passkey')}</Button><Button look="primary" busy={sign.isPending} onPress={() => send({ password })}>{text('signing.sign')}</Button></>
    }>
      <What signing={signing} name={viewer?.name ?? ''} side={side} />
      <TextField label={text('signing.title')} value={title} onChange={setTitle} />
      <TextField label={text('signing.place')} value={place} onChange={setPlace} />
      <TextField label={text('signing.password-again')} type="password" autoComplete="current-password" required value={password} onChange={setPassword} />
      {(sign.error ?? turnedAway) && <ErrorNote error={sign.error ?? turnedAway} />}
      <p className="quiet">{text('signing.no-promise')}</p>
    </Dialog>
  )
}

function What({ signing: { agreementId, versionNumber, hashes, paperSha256 }, name, side }: { signing: SigningFile; name: string; side: SideShown }) {
  const text = useText()
  return (
    <>
      <p>{versionNumber === null ? text('signing.what-pdf') : text('signing.what-version', { version: versionNumber })} <a href={linkTo(signingApi.paper, { params: { id: agreementId } })} download>{text('signing.read-first')}</a></p>
      <Facts of={[
        [text('signing.signs-as'), <bdi key="n">{name}</bdi>],
        [text('signing.certificate'), side.certificate ? text(`signing.certificate.${side.certificate.origin}-short`, { issuer: side.certificate.issuer }) : text('signing.certificate.will-issue')],
        [text('signing.hashes'), <Hashes key="h" of={hashes} paper={paperSha256} />],
      ]} />
    </>
  )
}
