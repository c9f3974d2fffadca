// A deed that cannot be taken back, such as calling a session off: one reads first what follows.
import { useState } from 'react'
import { useText } from '#web/text.tsx'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { ErrorNote } from '#web/ui/notes.tsx'

/** `what` is the word of the deed; beside it stand `.what` follows, to do it `.now` and `.not`. */
type Asked = { what: 'call-off' | 'dissolve'; id: string; deed: { isPending: boolean; error: Error | null; mutate: (input: { params: { id: string } }, then: { onSuccess: () => void }) => void } }

export function AskedFirst({ what, id, deed }: Asked) {
  const text = useText()
  const [asking, setAsking] = useState(false)
  const go = () => deed.mutate({ params: { id } }, { onSuccess: () => setAsking(false) })
  return (
    <>
      <Button look="quiet" onPress={() => setAsking(true)}>{text(`committees.${what}`)}</Button>
      <Dialog open={asking} onClose={() => setAsking(false)} title={text(`committees.${what}`)}
        actions={<><Button look="danger" busy={deed.isPending} onPress={go}>{text(`committees.${what}.now`)}</Button><Button look="quiet" onPress={() => setAsking(false)}>{text(`committees.${what}.not`)}</Button></>}>
        <p>{text(`committees.${what}.what`)}</p>
        {deed.error ? <ErrorNote error={deed.error} /> : null}
      </Dialog>
    </>
  )
}
