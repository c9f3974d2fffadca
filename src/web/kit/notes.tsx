// Notes, errors, emptiness, long work, waiting, dialogs.
import { useState } from 'react'
import { Offline, Refusal } from '../client.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Empty, ErrorNote, Note, Progress } from '../ui/notes.tsx'
import { Section } from '../ui/page.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { useToast } from '../ui/toast.tsx'

export const NoteSamples = () => (
  <Section title="What a page says">
    <Note tone="saffron"><p>41 agreements have lapsed; 4 are the same agreement twice.</p></Note>
    <ErrorNote error={new Refusal(500, { error: 'web.our-mistake', requestId: '0199-7f3a-11' })} onRetry={() => {}} />
    <ErrorNote error={new Offline('offline')} />
    <Progress label="register.xlsx" share={0.62}>6,200 of 10,000 rows</Progress>
    <Progress label="Building the index" />
    <Skeleton />
    <Empty title="No agreements yet" action={<Button look="primary">Import a register</Button>}>Bring the spreadsheet you live in today.</Empty>
    <Dialogs />
  </Section>
)

function Dialogs() {
  const say = useToast()
  const [open, setOpen] = useState<'middle' | 'side'>()
  const close = () => setOpen(undefined)
  return (
    <div className="row">
      <Button onPress={() => setOpen('middle')}>Dialog</Button>
      <Button onPress={() => setOpen('side')}>Side sheet</Button>
      <Button onPress={() => say('3 rows accepted', { undo: () => say('As before') })}>Toast</Button>
      <Dialog open={open !== undefined} onClose={close} side={open === 'side'} title="Merge two organisations"
        actions={<><Button look="primary" onPress={close}>Merge</Button><Button look="quiet" onPress={close}>Leave as they are</Button></>}>
        <p>Their agreements, people and names come together. It can be undone.</p>
      </Dialog>
    </div>
  )
}
