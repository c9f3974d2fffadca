// Taking something back asks why; the reason stays with it.
import { useState } from 'react'
import { useDeed } from '#web/client.ts'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { TextField } from '#web/ui/fields/text-field.tsx'
import { useToast, useToastTrouble } from '#web/ui/toast.tsx'
import type { ActivityShown } from '../activity-model.ts'
import { activitiesApi } from '../api.ts'
import { useSay } from './say.ts'

export function Withdraw({ of: { id } }: { of: ActivityShown }) {
  const { text } = useSay()
  const [say, trouble] = [useToast(), useToastTrouble()]
  const withdraw = useDeed(activitiesApi.withdrawActivity, ['/agreements'])
  return <div className="row no-print"><AskWhy step={text('commitments.withdraw')} title={text('commitments.withdraw-activity')} busy={withdraw.isPending}
    onSay={(because, close) => withdraw.mutate({ params: { id }, body: { because } }, { onSuccess: () => (say(text('commitments.withdrawn-done')), close()), onError: trouble })} /></div>
}

type Props = { step: string; title: string; busy: boolean; small?: boolean; onSay: (because: string, close: () => void) => void }
export function AskWhy({ step, title, busy, small = false, onSay }: Props) {
  const { text } = useSay()
  const [open, setOpen] = useState(false)
  const [because, setBecause] = useState('')
  const close = () => setOpen(false)
  return (
    <>
      <Button look="quiet" small={small} onPress={() => setOpen(true)}>{step}</Button>
      <Dialog open={open} onClose={close} title={title} actions={<><Button look="quiet" onPress={close}>{text('confirmations.cancel')}</Button><Button look="danger" busy={busy} {...(because.trim() ? {} : { whyNot: 'commitments.because-missing' })} onPress={() => onSay(because, close)}>{step}</Button></>}>
        <TextField label={text('commitments.because')} required lines={3} value={because} onChange={setBecause} />
      </Dialog>
    </>
  )
}
