// Who is invited, who comes and how, side by side; one's own answer, and answers noted for those who gave them by mouth.
import { useState } from 'react'
import { useDeed } from '#web/client.ts'
import { useText } from '#web/text.tsx'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { SelectField } from '#web/ui/fields/text-field.tsx'
import { Mark } from '#web/ui/mark.tsx'
import { ErrorNote } from '#web/ui/notes.tsx'
import { Section } from '#web/ui/page.tsx'
import { useToastTrouble } from '#web/ui/toast.tsx'
import { useViewer } from '#web/viewer.ts'
import { meetingsApi } from '../../api.ts'
import type { Coming } from '../../meeting-model.ts'
import type { MeetingFile } from '../../session-model.ts'
import { SideName } from '../pieces.tsx'

const ways = ['room', 'online', 'maybe', 'no'] as const
const looks = { room: ['jade', 'disc'], online: ['lapis', 'disc'], maybe: ['saffron', 'half'], no: ['quiet', 'cross'] } as const
type Invited = MeetingFile['invited'][number]

export function Replies({ meeting }: { meeting: MeetingFile }) {
  const [text, viewer, trouble] = [useText(), useViewer(), useToastTrouble()]
  const [noting, setNoting] = useState(false)
  const reply = useDeed(meetingsApi.reply)
  const { id, replies, invited, sides, may } = meeting
  const valid = replies.filter((one) => one.valid)
  const mine = valid.find(({ personId }) => personId === viewer?.id)?.coming
  const groups = [...sides.map((side) => ({ side, people: invited.filter(({ sideId }) => sideId === side.id) })), { side: null, people: invited.filter(({ sideId }) => sideId === null) }].filter(({ people }) => people.length > 0)
  return (
    <Section title={text('committees.coming')} aside={<span className="quiet">{text('committees.so-many-replied', { count: valid.length, of: invited.length })}</span>}>
      {may.sits && <div className="ballot-buttons no-print" role="group" aria-label={text('committees.do-you-come')}>{ways.map((coming) => <Button key={coming} look={mine === coming ? 'primary' : 'plain'} busy={reply.isPending} onPress={() => reply.mutate({ params: { id }, body: { coming } }, { onError: trouble })}>{text(`committees.modes.${coming}`)}</Button>)}</div>}
      <div className="sides">{groups.map(({ side, people }) => <section key={side?.id ?? ''} className="side">{side && <h3><SideName side={side} /></h3>}<ul className="plain-list invited">{people.map((one) => <Line key={one.personId} one={one} meeting={meeting} />)}</ul></section>)}</div>
      {may.arrange && <div className="row no-print"><Button small look="quiet" onPress={() => setNoting(true)}>{text('committees.note-reply')}</Button></div>}
      {noting && <NoteDialog id={id} invited={invited} onClose={() => setNoting(false)} />}
    </Section>
  )
}

function Line({ one: { personId, name, as, written }, meeting: { replies } }: { one: Invited; meeting: MeetingFile }) {
  const text = useText()
  const said = replies.find((each) => each.personId === personId)
  const [tone, shape] = said?.valid ? looks[said.coming] : ['quiet', 'ring'] as const
  return (
    <li>
      <span><bdi>{name}</bdi>{as === 'alternate' && <small className="quiet"> {text('committees.alternate')}</small>}</span>
      <span><Mark tone={tone} shape={shape}>{text(said?.valid ? `committees.modes.${said.coming}` : said ? 'committees.answered-before' : written ? 'committees.invited' : 'committees.without-letter')}</Mark>{said?.valid && said.via !== 'app' && <small className="quiet"> {text(`committees.via.${said.via}`)}</small>}</span>
    </li>
  )
}

function NoteDialog({ id, invited, onClose }: { id: string; invited: readonly Invited[]; onClose: () => void }) {
  const text = useText()
  const [personId, setPerson] = useState(invited[0]?.personId ?? '')
  const [coming, setComing] = useState<Coming>('room')
  const reply = useDeed(meetingsApi.reply)
  return (
    <Dialog open onClose={onClose} title={text('committees.note-reply')} actions={<Button look="primary" busy={reply.isPending} onPress={() => reply.mutate({ params: { id }, body: { coming, personId } }, { onSuccess: onClose })}>{text('committees.record')}</Button>}>
      <SelectField label={text('committees.member')} required value={personId} onChange={setPerson} options={invited.map((one) => ({ value: one.personId, label: one.name }))} />
      <SelectField label={text('committees.coming')} required value={coming} onChange={(value) => setComing(value as Coming)} options={ways.map((value) => ({ value, label: text(`committees.modes.${value}`) }))} />
      {reply.error && <ErrorNote error={reply.error} />}
    </Dialog>
  )
}
