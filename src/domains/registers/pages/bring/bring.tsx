// The file and its owner. Nothing is imported by it: the file is read, and the person sees what was understood.
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { Id } from '#platform/kinds.ts'
import { useText } from '#web/text.tsx'
import { upload } from '#web/client.ts'
import { Button } from '#web/ui/button.tsx'
import { Form } from '#web/ui/fields/field.tsx'
import { FileField } from '#web/ui/fields/file-field.tsx'
import { ErrorNote, Progress } from '#web/ui/notes.tsx'
import { registersApi } from '../../api.ts'
import { OwnerField, useOwners } from './owner-field.tsx'

const spreadsheets = '.xlsx,.csv,.tsv,.txt,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

export function Bring() {
  const text = useText()
  const owners = useOwners()
  const [ownerId, setOwner] = useState<Id | null>(owners[0]?.id ?? null)
  const [file, setFile] = useState<File | null>(null)
  const sending = useSending()
  const whyNot = !ownerId ? 'registers.bring.whose-first' : file ? undefined : 'registers.bring.file-first'
  const send = <Button look="primary" type="submit" busy={sending.share !== undefined} {...(whyNot ? { whyNot } : {})}>{text('registers.bring.read')}</Button>
  return (
    <Form onSubmit={() => { if (ownerId && file) void sending.send(ownerId, file) }} actions={send}>
      <OwnerField owners={owners} value={ownerId} onChange={setOwner} />
      <FileField label={text('registers.bring.file')} hint={text('registers.bring.file-hint')} required accept={spreadsheets} file={file} onChange={(next) => { setFile(next); sending.forget() }} />
      {sending.share !== undefined && <Progress label={text('registers.bring.sending')} share={sending.share} />}
      {sending.error !== undefined && <ErrorNote error={sending.error} />}
    </Form>
  )
}

/** Sends the file and goes to its run. What was chosen stays when it is refused. */
function useSending() {
  const [share, setShare] = useState<number>()
  const [error, setError] = useState<unknown>()
  const [navigate, questions] = [useNavigate(), useQueryClient()]
  async function send(ownerId: Id, file: File) {
    setError(undefined)
    setShare(0)
    try {
      const run = await upload(registersApi.begin, { file, body: { ownerId } }, setShare)
      void questions.invalidateQueries({ queryKey: [registersApi.runs.path] })
      await navigate({ to: `/import/${run.id}` as never })
    } catch (trouble) {
      setError(trouble)
    }
    setShare(undefined)
  }
  return { share, error, send, forget: () => setError(undefined) }
}
