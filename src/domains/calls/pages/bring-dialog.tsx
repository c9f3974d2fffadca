// A workbook that came back: it is read, and nothing is changed before one has looked at what was understood.
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { upload } from '#web/client.ts'
import { useText } from '#web/text.tsx'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { FileField } from '#web/ui/fields/file-field.tsx'
import { ErrorNote, Progress } from '#web/ui/notes.tsx'
import { callsApi } from '../api.ts'

export function BringDialog({ callId, onClose }: { callId: string; onClose: () => void }) {
  const [text, navigate] = [useText(), useNavigate()]
  const [file, setFile] = useState<File | null>(null)
  const [share, setShare] = useState<number>()
  const [error, setError] = useState<unknown>()
  const send = async () => {
    setError(undefined)
    setShare(0)
    try {
      const reading = await upload(callsApi.bring, { params: { id: callId }, file: file! }, setShare)
      await navigate({ href: `/calls/${callId}/readings/${reading.id}` })
    } catch (trouble) { setError(trouble) } finally { setShare(undefined) }
  }
  return (
    <Dialog open onClose={onClose} title={text('calls.bring')} actions={<Button look="primary" busy={share !== undefined} {...(file ? {} : { whyNot: 'calls.file-first' })} onPress={() => void send()}>{text('calls.bring.read')}</Button>}>
      <p>{text('calls.bring.what')}</p>
      <FileField label={text('calls.bring.file')} required accept=".xlsx,.csv,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" file={file} onChange={(next) => { setFile(next); setError(undefined) }} />
      {share !== undefined && <Progress label={text('calls.bring.sending')} share={share} />}
      {error !== undefined && <ErrorNote error={error} />}
    </Dialog>
  )
}
