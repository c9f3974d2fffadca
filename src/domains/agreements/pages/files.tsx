// The scans: opened by a link, dropped in, taken away.
import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { formatNumber } from '#platform/i18n/format.ts'
import type { Locale } from '#platform/kinds.ts'
import { linkTo, useDeed } from '#web/client.ts'
import { sendOrKeep } from '#web/offline/entry.ts'
import { useOutbox } from '#web/offline/use-outbox.ts'
import { WaitingList } from '#web/offline/waiting-list.tsx'
import { useLocale, useText } from '#web/text.tsx'
import { Button } from '#web/ui/button.tsx'
import { useToast, useToastTrouble } from '#web/ui/toast.tsx'
import { useViewer } from '#web/viewer.ts'
import { agreementsApi } from '../api.ts'
import { type AgreementFile, titleIn } from '../model.ts'

export function Files({ agreement }: { agreement: AgreementFile }) {
  const [text, locale, say, trouble] = [useText(), useLocale(), useToast(), useToastTrouble()]
  const remove = useDeed(agreementsApi.removeFile)
  const onRemove = (fileId: string) => remove.mutate({ params: { id: agreement.id, fileId } }, { onSuccess: () => say(text('agreements.files.removed')), onError: trouble })
  return (
    <>
      {agreement.files.length === 0 && <p className="quiet">{text('agreements.files.none')}</p>}
      <ul className="file-list">
        {agreement.files.map(({ id, name, size }) => (
          <li key={id}>
            <a href={linkTo(agreementsApi.openFile, { params: { id: agreement.id, fileId: id } })} download><bdi>{name}</bdi></a>
            <bdi className="quiet">{sizeOf(size, locale)}</bdi>
            {agreement.mayWrite && <span className="end no-print"><Button small look="quiet" busy={remove.isPending} label={text('agreements.files.remove', { name })} onPress={() => onRemove(id)}>{text('agreements.remove')}</Button></span>}
          </li>
        ))}
      </ul>
      {agreement.mayWrite && <Drop agreement={agreement} />}
    </>
  )
}

/** A scan goes piece by piece, kept on this device until it has arrived, with what waits shown beneath. */
function Drop({ agreement }: { agreement: AgreementFile }) {
  const [text, say, trouble, viewer, questions] = [useText(), useToast(), useToastTrouble(), useViewer()!, useQueryClient()]
  const locale = useLocale()
  const input = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  const view = `/agreements/${agreement.id}`
  const waiting = useOutbox().filter((one) => one.view === view)
  const send = async (file: File) => {
    if (await sendOrKeep(viewer.id, titleIn(agreement, locale), { files: [file], view, deliver: `${view}/uploads` })) return
    await questions.invalidateQueries()
    say(text('agreements.files.added'))
  }
  const add = (file: File | undefined) => { if (file) send(file).catch(trouble) }
  return (
    <div className={`file-drop no-print${over ? ' over' : ''}`} onDragOver={(event) => (event.preventDefault(), setOver(true))} onDragLeave={() => setOver(false)}
      onDrop={(event) => (event.preventDefault(), setOver(false), add(event.dataTransfer.files[0]))}>
      <WaitingList of={waiting} />
      <div className="row">
        <Button small onPress={() => input.current?.click()}>{text('agreements.files.add')}</Button>
        <span className="quiet">{text('agreements.files.hint', { size: 25 })}</span>
      </div>
      <input ref={input} type="file" className="unseen" tabIndex={-1} aria-label={text('agreements.files.add')} accept=".pdf,.png,.jpg,.jpeg,.tif,.tiff,.webp,.docx,.xlsx"
        onChange={(event) => (add(event.target.files?.[0]), (event.target.value = ''))} />
    </div>
  )
}

function sizeOf(bytes: number, locale: Locale): string {
  const [unit, size] = bytes < 1_000_000 ? ['kilobyte', bytes / 1000] as const : ['megabyte', bytes / 1_000_000] as const
  return formatNumber(size, locale, { style: 'unit', unit, maximumFractionDigits: 1 })
}
