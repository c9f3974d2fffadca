// The papers of an application: what is required, what is there, and the way to hand one in.
import { useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { formatNumber } from '#platform/i18n/format.ts'
import { linkTo } from '#web/client.ts'
import { sendOrKeep } from '#web/offline/entry.ts'
import { useOutbox } from '#web/offline/use-outbox.ts'
import { WaitingList } from '#web/offline/waiting-list.tsx'
import { useLocale, useText } from '#web/text.tsx'
import { Button } from '#web/ui/button.tsx'
import { Mark } from '#web/ui/mark.tsx'
import { useToast, useToastTrouble } from '#web/ui/toast.tsx'
import { Day } from '#web/ui/whole.tsx'
import { useViewer } from '#web/viewer.ts'
import { admissionApi } from '../api.ts'
import type { ApplicationFile } from '../admission-model.ts'
import { whyNot } from '../admission-rules.ts'
import { said, standsOf } from './pieces.tsx'

export function Papers({ file }: { file: ApplicationFile }) {
  const [text, locale] = [useText(), useLocale()]
  const waiting = useOutbox().filter((one) => one.view === `/applications/${file.id}`)
  const open = !whyNot('hand-in', standsOf(file))
  return (
    <>
      <WaitingList of={waiting} />
      <ul className="papers">
        {file.rules.rules.requirements.map(({ key, what, optional }) => {
          const paper = file.papers.find(({ requirement }) => requirement === key)
          return (
            <li key={key}>
              <span><strong><bdi>{said(what, locale)}</bdi></strong>{optional && <span className="quiet"> ({text('memberships.optional')})</span>}</span>
              {paper ? <Mark tone="jade" shape="disc">{text('memberships.paper.there')}</Mark> : file.asked.includes(key) ? <Mark tone="saffron" shape="diamond">{text('memberships.paper.asked')}</Mark> : <Mark tone="quiet" shape="ring">{text('memberships.paper.missing')}</Mark>}
              {(paper || open) && (
                <div className="row">
                  {paper && <a href={linkTo(admissionApi.openPaper, { params: { id: file.id, paperId: paper.id } })} download><bdi>{paper.name}</bdi></a>}
                  {paper && <small className="quiet"><bdi>{formatNumber(Math.max(1, Math.round(paper.size / 1000)), locale, { style: 'unit', unit: 'kilobyte' })}</bdi> · <Day day={paper.addedAt.slice(0, 10)} short /></small>}
                  {open && <HandIn file={file} requirement={key} what={said(what, locale)} again={Boolean(paper)} />}
                </div>
              )}
            </li>
          )
        })}
      </ul>
    </>
  )
}

/** Goes the way of everything that is sent from here: kept first, then piece by piece. */
function HandIn({ file: { id }, requirement, what, again }: { file: ApplicationFile; requirement: string; what: string; again: boolean }) {
  const [text, say, trouble, viewer, questions] = [useText(), useToast(), useToastTrouble(), useViewer()!, useQueryClient()]
  const input = useRef<HTMLInputElement>(null)
  const add = async (file: File) => {
    if (await sendOrKeep(viewer.id, what, { files: [file], view: `/applications/${id}`, deliver: `/applications/${id}/requirements/${requirement}/uploads` })) return
    await questions.invalidateQueries()
    say(text('memberships.paper.added'))
  }
  return (
    <>
      <Button small onPress={() => input.current?.click()} label={`${text(again ? 'memberships.paper.replace' : 'memberships.paper.add')}: ${what}`}>{text(again ? 'memberships.paper.replace' : 'memberships.paper.add')}</Button>
      <input ref={input} type="file" accept=".pdf,.png,.jpg,.jpeg,.tif,.tiff,.webp,.docx,.xlsx" className="unseen" tabIndex={-1} aria-label={what} data-requirement={requirement}
        onChange={({ target }) => { if (target.files?.[0]) add(target.files[0]).catch(trouble); target.value = '' }} />
    </>
  )
}
