// Puts a run away without importing it. The file stays known, the agreements stay as they are.
import { useNavigate } from '@tanstack/react-router'
import { useDeed } from '#web/client.ts'
import { useText } from '#web/text.tsx'
import { Button } from '#web/ui/button.tsx'
import { useToast, useToastTrouble } from '#web/ui/toast.tsx'
import { registersApi } from '../../api.ts'
import type { Run } from '../../model.ts'

export function PutAway({ run }: { run: Run }) {
  const [text, say, trouble, navigate] = [useText(), useToast(), useToastTrouble(), useNavigate()]
  const discard = useDeed(registersApi.discard)
  const putAway = () => discard.mutate({ params: { id: run.id } }, {
    onSuccess: () => { say(text('registers.put-away.done', { file: run.fileName })); void navigate({ to: '/import' as never }) },
    onError: trouble,
  })
  return <Button look="quiet" busy={discard.isPending} onPress={putAway}>{text('registers.put-away')}</Button>
}
