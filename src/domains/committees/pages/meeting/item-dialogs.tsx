// Puts an item on the agenda, adds a paper, declares an interest, records consensus, opens a vote.
import { useRef, useState } from 'react'
import { useDeed } from '#web/client.ts'
import { useLocale, useText } from '#web/text.tsx'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { CheckField, SelectField, TextField } from '#web/ui/fields/text-field.tsx'
import { ErrorNote } from '#web/ui/notes.tsx'
import { useToastTrouble } from '#web/ui/toast.tsx'
import { meetingsApi } from '../../api.ts'
import { aims } from '../../meeting-model.ts'
import type { Titles } from '../../model.ts'
import { type Matter, matters } from '../../rule-model.ts'
import type { MeetingFile } from '../../session-model.ts'
import { AboutField, aboutOf } from '../about-field.tsx'
import { inLocale } from '../pieces.tsx'

/** A new item, or one that changes: its words in each language, what it is for, and where it stands. A changed item is agreed to anew. */
export function ItemDialog({ meeting: { id, may, body, items }, item, onClose }: { meeting: MeetingFile; item?: MeetingFile['items'][number]; onClose: () => void }) {
  const [text, locale] = [useText(), useLocale()]
  const [title, setTitle] = useState<Titles>(item?.title ?? {})
  const [notes, setNotes] = useState(item ? inLocale(item.notes, locale) : '')
  const [aim, setAim] = useState<(typeof aims)[number]>(item?.aim ?? 'decision')
  const [matter, setMatter] = useState<Matter>(item?.matter ?? 'programme')
  const [about, setAbout] = useState(item?.aboutId ?? '')
  const [place, setPlace] = useState(item ? items.findIndex((one) => one.id === item.id) : 0)
  const [add, change] = [useDeed(meetingsApi.addItem), useDeed(meetingsApi.changeItem)]
  const said = { title, aim, matter, notes: { ...item?.notes, ...(notes.trim() ? { [locale]: notes.trim() } : {}) } }
  const done = { onSuccess: onClose }
  const send = () => inLocale(title, locale).trim() && (item ? change.mutate({ params: { id, itemId: item.id }, body: { ...said, place } }, done) : add.mutate({ params: { id }, body: { ...said, sideId: may.speaksFor[0] ?? null, ...(aim === 'decision' ? aboutOf(matter, about) : {}) } }, done))
  const error = add.error ?? change.error
  return (
    <Dialog open onClose={onClose} title={text(item ? 'committees.change-item' : 'committees.add-item')} actions={<Button look="primary" busy={add.isPending || change.isPending} onPress={send}>{text('committees.record')}</Button>}>
      <TextField label={text('committees.item-title')} required value={title[locale] ?? (item ? inLocale(title, locale) : '')} onChange={(typed) => setTitle({ ...title, [locale]: typed })} />
      <TextField label={text('committees.item-notes')} lines={3} value={notes} onChange={setNotes} />
      <SelectField label={text('committees.aim')} required value={aim} onChange={(value) => setAim(value as typeof aim)} options={aims.map((value) => ({ value, label: text(`committees.aims.${value}`) }))} />
      {aim === 'decision' && <SelectField label={text('committees.matter')} hint={text('committees.matter.why')} required value={matter} onChange={(value) => (setMatter(value as Matter), setAbout(''))} options={matters.map((value) => ({ value, label: text(`committees.matters.${value}`) }))} />}
      {aim === 'decision' && !item && <AboutField root={body} matter={matter} value={about} onChange={setAbout} />}
      {item && <SelectField label={text('committees.item-after')} required value={String(place)} onChange={(to) => setPlace(Number(to))} options={placesFor(items, item, text('committees.item-stays'), text('committees.item-first'), (one) => inLocale(one.title, locale))} />}
      {error && <ErrorNote error={error} />}
    </Dialog>
  )
}

type Line = MeetingFile['items'][number]
/** Behind which other item it would stand. */
function placesFor(items: readonly Line[], item: Line, stays: string, first: string, name: (one: Line) => string) {
  const others = items.filter((one) => one.id !== item.id)
  const now = items.findIndex((one) => one.id === item.id)
  const all = [{ value: '0', label: first }, ...others.map((one, at) => ({ value: String(at + 1), label: name(one) }))]
  return [{ value: String(now), label: stays }, ...all.filter(({ value }) => value !== String(now))]
}

export function PaperButton({ meetingId, itemId }: { meetingId: string; itemId: string }) {
  const [text, trouble] = [useText(), useToastTrouble()]
  const picker = useRef<HTMLInputElement>(null)
  const add = useDeed(meetingsApi.addPaper)
  return (
    <>
      <input ref={picker} type="file" hidden aria-label={text('committees.add-paper')} onChange={({ target }) => { const [file] = target.files ?? []; if (file) add.mutate({ params: { id: meetingId, itemId }, file }, { onError: trouble }); target.value = '' }} />
      <Button small look="quiet" busy={add.isPending} onPress={() => picker.current?.click()}>{text('committees.add-paper')}</Button>
    </>
  )
}

export function DeclareDialog({ meetingId, itemId, onClose }: { meetingId: string; itemId: string; onClose: () => void }) {
  const text = useText()
  const [what, setWhat] = useState('')
  const [recused, setRecused] = useState(true)
  const declare = useDeed(meetingsApi.declare)
  const send = () => what.trim() && declare.mutate({ params: { id: meetingId, itemId }, body: { what: what.trim(), recused } }, { onSuccess: onClose })
  return (
    <Dialog open onClose={onClose} title={text('committees.declare')} actions={<Button look="primary" busy={declare.isPending} onPress={send}>{text('committees.declare')}</Button>}>
      <TextField label={text('committees.interest')} required value={what} onChange={setWhat} />
      <CheckField label={text('committees.stand-back')} hint={text('committees.stand-back.why')} checked={recused} onChange={setRecused} />
      {declare.error && <ErrorNote error={declare.error} />}
    </Dialog>
  )
}

export type Deciding = 'consensus' | 'vote'
type Props = { deciding: Deciding; meeting: MeetingFile; item: MeetingFile['items'][number]; onClose: () => void }
export function DecideDialog({ deciding, meeting: { id }, item, onClose }: Props) {
  const [text, locale] = [useText(), useLocale()]
  const [said, setSaid] = useState(inLocale(item.title, locale))
  const [secret, setSecret] = useState(false)
  const [consensus, vote] = [useDeed(meetingsApi.consensus, ['/bodies']), useDeed(meetingsApi.openBallot)]
  const at = { params: { id, itemId: item.id } }
  const done = { onSuccess: onClose }
  const send = () => said.trim() && (deciding === 'vote' ? vote.mutate({ ...at, body: { text: { [locale]: said.trim() }, secret } }, done) : consensus.mutate({ ...at, body: { outcome: 'reached', text: { [locale]: said.trim() } } }, done))
  const error = consensus.error ?? vote.error
  const title = text(deciding === 'vote' ? 'committees.open-vote' : 'committees.consensus.record')
  return (
    <Dialog open onClose={onClose} title={title} actions={<Button look="primary" busy={consensus.isPending || vote.isPending} onPress={send}>{title}</Button>}>
      <TextField label={text('committees.decision-text')} required lines={4} value={said} onChange={setSaid} />
      {deciding === 'vote' && <CheckField label={text('committees.secret')} checked={secret} onChange={setSecret} />}
      {error && <ErrorNote error={error} />}
    </Dialog>
  )
}
