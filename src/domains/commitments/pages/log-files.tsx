// Evidence for what was done: photographs and files from this device, or the address of a page.
import { useRef } from 'react'
import { Button } from '#web/ui/button.tsx'
import { TextField } from '#web/ui/fields/text-field.tsx'
import type { Filled } from './log-state.ts'
import { useSay } from './say.ts'

export const accepted = '.pdf,.png,.jpg,.jpeg,.tif,.tiff,.webp,.docx,.xlsx,image/jpeg,image/png,image/webp'

export function LogFiles({ filled: { files, link }, onChange, wrong }: { filled: Filled; onChange: (to: Partial<Filled>) => void; wrong: string[] | undefined }) {
  const { text } = useSay()
  const input = useRef<HTMLInputElement>(null)
  return (
    <div className="stack">
      <span className="field-label">{text('commitments.log.evidence')}</span>
      <ul className="log-files">
        {files.map((file, at) => <li key={`${file.name} ${at}`} className="row"><bdi>{file.name}</bdi> <Button small look="quiet" label={text('web.remove-one', { what: file.name })} onPress={() => onChange({ files: files.filter((_, place) => place !== at) })}>{text('web.remove')}</Button></li>)}
      </ul>
      <div className="row"><Button onPress={() => input.current?.click()}>{text('commitments.log.add-file')}</Button></div>
      <small className="quiet">{text('commitments.log.stripped')}</small>
      <input ref={input} type="file" multiple accept={accepted} className="unseen" tabIndex={-1} aria-label={text('commitments.log.add-file')} onChange={({ target }) => (onChange({ files: [...files, ...(target.files ?? [])] }), (target.value = ''))} />
      <TextField label={text('commitments.log.link')} type="url" value={link} onChange={(to) => onChange({ link: to })} wrong={wrong} />
    </div>
  )
}
