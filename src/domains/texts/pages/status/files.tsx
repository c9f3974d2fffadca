// The text as a file to take away, and an edited Word copy brought back.
import { useState } from 'react'
import { linkTo, useDeed } from '#web/client.ts'
import { useLocale, useText } from '#web/text.tsx'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { FileField } from '#web/ui/fields/file-field.tsx'
import { SelectField } from '#web/ui/fields/text-field.tsx'
import { Menu, MenuItem } from '#web/ui/menu.tsx'
import { ErrorNote, Note } from '#web/ui/notes.tsx'
import { useViewer } from '#web/viewer.ts'
import { textsApi } from '../../api.ts'
import type { TakenIn, TextFile } from '../../negotiation-model.ts'
import { whyNot } from '../../rules.ts'
import { judgedOf, sideName } from '../use-text.ts'

const ways = [['pdf', 'beside'], ['pdf', 'after'], ['docx', 'beside'], ['docx', 'after']] as const

export function FilesStep({ text }: { text: TextFile }) {
  const [say, viewer] = [useText(), useViewer()]
  const [open, setOpen] = useState(false)
  const take = (form: 'pdf' | 'docx', layout: 'beside' | 'after') => { window.location.href = linkTo(textsApi.file, { params: { id: text.agreementId }, query: { form, layout } }) }
  const some = text.languages.length > 1 ? ways : ways.filter(([, layout]) => layout === 'after')
  return (
    <>
      <Menu label={say('texts.files')} face={<span>{say('texts.files')}</span>} className="button quiet">
        {some.map(([form, layout]) => <MenuItem key={form + layout} onPick={() => take(form, layout)}>{say(text.languages.length > 1 ? `texts.files.${form}-${layout}` : `texts.files.${form}`)}</MenuItem>)}
        {viewer && whyNot('propose', judgedOf(text), viewer) === undefined && <MenuItem onPick={() => setOpen(true)}>{say('texts.files.bring')}</MenuItem>}
      </Menu>
      {open && <BringDialog text={text} onClose={() => setOpen(false)} />}
    </>
  )
}

function BringDialog({ text, onClose }: { text: TextFile; onClose: () => void }) {
  const [say, locale] = [useText(), useLocale()]
  const [file, setFile] = useState<File | null>(null)
  const [sideId, setSide] = useState(text.sides.find(({ id }) => !text.mine.includes(id))?.id ?? text.sides[0]!.id)
  const take = useDeed(textsApi.takeWord)
  const onTake = () => file && take.mutate({ params: { id: text.agreementId }, body: { sideId }, file })
  const actions = take.data ? <Button look="primary" onPress={onClose}>{say('texts.done')}</Button> : <><Button onPress={onClose}>{say('texts.cancel')}</Button><Button look="primary" busy={take.isPending} onPress={onTake}>{say('texts.files.read')}</Button></>
  return (
    <Dialog open title={say('texts.files.bring')} onClose={onClose} actions={actions}>
      {take.data ? <Taken taken={take.data} /> : (
        <div className="stack">
          <p>{say('texts.files.bring-what')}</p>
          <FileField label={say('texts.files.file')} required file={file} onChange={setFile} accept=".docx" />
          <SelectField label={say('texts.files.whose')} required value={sideId} options={text.sides.map((side) => ({ value: side.id, label: sideName(side, locale) }))} onChange={setSide} />
          {take.error && <ErrorNote error={take.error} />}
        </div>
      )}
    </Dialog>
  )
}

function Taken({ taken: { changed, added, removed, outside, problems } }: { taken: TakenIn }) {
  const say = useText()
  return (
    <div className="stack" role="status">
      <p>{say('texts.files.taken', { changed, added, removed })}</p>
      {problems.length > 0 && <Note tone="saffron"><ul>{problems.map(({ key, count }) => <li key={key}>{say(key, { count })}</li>)}</ul></Note>}
      {outside.length > 0 && <details><summary>{say('texts.files.outside', { count: outside.length })}</summary>{outside.map((words, at) => <p key={at} dir="auto" className="quiet">{words}</p>)}</details>}
    </div>
  )
}
