// The agenda: what each item is for, its papers, who agreed to it, what was declared, voted and decided on it.
import { useState } from 'react'
import { linkTo, useDeed } from '#web/client.ts'
import { useLocale, useText } from '#web/text.tsx'
import { Button } from '#web/ui/button.tsx'
import { Mark } from '#web/ui/mark.tsx'
import { useToastTrouble } from '#web/ui/toast.tsx'
import { formatDay } from '#platform/i18n/format.ts'
import { meetingsApi } from '../../api.ts'
import { escalationDue } from '../../ballot-rules.ts'
import type { Tally } from '../../model.ts'
import type { MeetingFile } from '../../session-model.ts'
import { AboutLink } from '../about-field.tsx'
import { inLocale, Result, SideName, sideName } from '../pieces.tsx'
import { DecideDialog, DeclareDialog, type Deciding, ItemDialog, PaperButton } from './item-dialogs.tsx'

export type ItemFile = MeetingFile['items'][number]

export function Agenda({ meeting }: { meeting: MeetingFile }) {
  const text = useText()
  const [adding, setAdding] = useState(false)
  const may = meeting.may.arrange && (meeting.state === 'called' || meeting.state === 'open')
  return (
    <>
      {meeting.items.length === 0 && <p className="quiet">{text('committees.no-items')}</p>}
      <ol className="agenda">{meeting.items.map((item) => <Item key={item.id} item={item} meeting={meeting} />)}</ol>
      {may && <div className="row no-print"><Button small onPress={() => setAdding(true)}>{text('committees.add-item')}</Button></div>}
      {adding && <ItemDialog meeting={meeting} onClose={() => setAdding(false)} />}
    </>
  )
}

function Item({ item, meeting }: { item: ItemFile; meeting: MeetingFile }) {
  const [text, locale] = [useText(), useLocale()]
  const { aim, matter, papers, title, quorum, check, notes } = item
  const ballots = meeting.ballots.filter(({ itemId }) => itemId === item.id)
  return (
    <li>
      <div>
        <h3><bdi>{inLocale(title, locale)}</bdi></h3>
        <small className="quiet">{text(`committees.aims.${aim}`)}{aim === 'decision' && <> · {text(`committees.matters.${matter}`)} · {text(`committees.classes.${meeting.rules.rules.classes[matter]}`)}</>}</small>
        {Object.keys(notes).length > 0 && <p><bdi>{inLocale(notes, locale)}</bdi></p>}
        <AboutLink kind={item.aboutKind} id={item.aboutId} />
        {papers.map(({ id, name }) => <a key={id} href={linkTo(meetingsApi.paper, { params: { id: meeting.id, fileId: id } })} download><bdi>{name}</bdi></a>)}
        {aim === 'decision' && check.status === 'fail' && meeting.state !== 'closed' && <Mark tone="saffron" shape="half">{text('committees.fails-g15', check.inputs)}</Mark>}
        {quorum && !quorum.ok && <Mark tone="garnet" shape="cross">{text(`committees.wants.${quorum.wants}`, { side: quorum.wantsSide ? sideName(meeting.sides.find(({ id }) => id === quorum.wantsSide)!, locale) : '' })}</Mark>}
        <Declared item={item} meeting={meeting} />
        {ballots.filter(({ result }) => result).map((ballot) => <div key={ballot.id}><blockquote className="put-to-vote"><bdi>{inLocale(ballot.text, locale)}</bdi></blockquote><Result tally={ballot.result!} sides={meeting.sides} />{deadlocked(ballot.result!) && <p className="quiet">{text('committees.escalates', { on: formatDay(escalationDue(ballot.closedAt!, meeting.rules.rules).slice(0, 10), 'day', locale) })}</p>}</div>)}
        {item.consensus && <Mark tone={item.consensus === 'reached' ? 'jade' : 'saffron'} shape={item.consensus === 'reached' ? 'disc' : 'half'}>{text(`committees.consensus.${item.consensus}`)}</Mark>}
        <ItemSteps item={item} meeting={meeting} />
      </div>
    </li>
  )
}

/** Sides that do not come together at the table leave it to their heads, who have so many days. */
const deadlocked = ({ carried, why, sides }: Tally) => !carried && sides.length > 1 && (why === 'tie' || why === 'want-of-side' || why === 'no-majority')

function Declared({ item: { id }, meeting: { declarations, people } }: { item: ItemFile; meeting: MeetingFile }) {
  const text = useText()
  return <>{declarations.filter(({ itemId }) => itemId === id).map((one) => <p key={one.id} className="quiet">{text(one.recused ? 'committees.minutes.stood-back' : 'committees.minutes.declared', { name: people.find((person) => person.id === one.personId)?.name ?? '', what: one.what })}</p>)}</>
}

function ItemSteps({ item, meeting }: { item: ItemFile; meeting: MeetingFile }) {
  const [text, locale, trouble] = [useText(), useLocale(), useToastTrouble()]
  const name = inLocale(item.title, locale)
  const [doing, setDoing] = useState<Deciding | 'declare' | 'change' | null>(null)
  const [agree, fail, remove] = [useDeed(meetingsApi.agreeItem), useDeed(meetingsApi.consensus), useDeed(meetingsApi.removeItem)]
  const { id, state, may, sides } = meeting
  if (state === 'closed' || state === 'called-off') return null
  const at = { params: { id, itemId: item.id } }
  const open = state === 'open'
  const waiting = sides.filter((side) => may.speaksFor.includes(side.id) && !item.agreed.includes(side.id))
  return (
    <div className="row no-print">
      {waiting.map((side) => <Button key={side.id} small busy={agree.isPending} onPress={() => agree.mutate({ ...at, body: { sideId: side.id } }, { onError: trouble })}>{text('committees.agree-item')} <SideName side={side} /></Button>)}
      {may.arrange && <PaperButton meetingId={id} itemId={item.id} />}
      {may.arrange && <Button small look="quiet" label={`${text('committees.change-item')} ${name}`} onPress={() => setDoing('change')}>{text('web.change')}</Button>}
      {may.arrange && !open && item.standing === null && <Button small look="quiet" busy={remove.isPending} onPress={() => remove.mutate(at, { onError: trouble })}>{text('committees.remove-item')}</Button>}
      {open && may.arrange && item.aim === 'decision' && item.consensus !== 'reached' && <>
        <Button small onPress={() => setDoing('consensus')}>{text('committees.consensus.record')}</Button>
        {item.consensus !== 'failed' && <Button small look="quiet" busy={fail.isPending} onPress={() => fail.mutate({ ...at, body: { outcome: 'failed' } }, { onError: trouble })}>{text('committees.consensus.record-failed')}</Button>}
        <Button small onPress={() => setDoing('vote')}>{text('committees.open-vote')}</Button>
      </>}
      {open && may.sits && <Button small look="quiet" onPress={() => setDoing('declare')}>{text('committees.declare')}</Button>}
      {doing === 'declare' && <DeclareDialog meetingId={id} itemId={item.id} onClose={() => setDoing(null)} />}
      {doing === 'change' && <ItemDialog meeting={meeting} item={item} onClose={() => setDoing(null)} />}
      {doing && doing !== 'declare' && doing !== 'change' && <DecideDialog deciding={doing} meeting={meeting} item={item} onClose={() => setDoing(null)} />}
    </div>
  )
}
