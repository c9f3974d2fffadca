// Calling a session off: those invited are written to at once, so one reads first what follows.
import { useState } from 'react'
import { useDeed } from '#web/client.ts'
import { useText } from '#web/text.tsx'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { ErrorNote } from '#web/ui/notes.tsx'
import { meetingsApi } from '../../api.ts'

export function CallOff({ id }: { id: string }) {
  const text = useText()
  const [asking, setAsking] = useState(false)
  const off = useDeed(meetingsApi.callOff, ['/bodies'])
  const go = () => off.mutate({ params: { id } }, { onSuccess: () => setAsking(false) })
  return (
    <>
      <Button look="quiet" onPress={() => setAsking(true)}>{text('committees.call-off')}</Button>
      <Dialog open={asking} onClose={() => setAsking(false)} title={text('committees.call-off')}
        actions={<><Button look="danger" busy={off.isPending} onPress={go}>{text('committees.call-off.now')}</Button><Button look="quiet" onPress={() => setAsking(false)}>{text('committees.call-off.not')}</Button></>}>
        <p>{text('committees.call-off.what')}</p>
        {off.error ? <ErrorNote error={off.error} /> : null}
      </Dialog>
    </>
  )
}
