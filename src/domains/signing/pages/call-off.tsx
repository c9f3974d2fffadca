// Calls a signing off, with the reason.
import { useState } from 'react'
import { useDeed } from '#web/client.ts'
import { useText } from '#web/text.tsx'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { TextField } from '#web/ui/fields/text-field.tsx'
import { ErrorNote } from '#web/ui/notes.tsx'
import { signingApi } from '../api.ts'
import type { SigningFile } from '../model.ts'

export function CallOff({ signing: { agreementId } }: { signing: SigningFile }) {
  const text = useText()
  const [open, setOpen] = useState(false)
  const [because, setBecause] = useState('')
  const off = useDeed(signingApi.callOff)
  const close = () => setOpen(false)
  const send = () => off.mutate({ params: { id: agreementId }, body: { because } }, { onSuccess: close })
  return (
    <div className="row no-print">
      <Button look="quiet" onPress={() => setOpen(true)}>{text('signing.call-off')}</Button>
      <Dialog open={open} onClose={close} title={text('signing.call-off')} actions={<><Button look="quiet" onPress={close}>{text('signing.cancel')}</Button><Button look="danger" busy={off.isPending} onPress={send}>{text('signing.call-off')}</Button></>}>
        <p>{text('signing.call-off.what')}</p>
        <TextField label={text('signing.because')} required lines={3} value={because} onChange={setBecause} />
        {off.error && <ErrorNote error={off.error} />}
      </Dialog>
    </div>
  )
}
