// Moves a criterion by one step, with a reason that the other sides read; or leaves it as the records give it.
import { useState } from 'react'
import { Refusal } from '#web/client.ts'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { ChoiceField, TextField } from '#web/ui/fields/text-field.tsx'
import { ErrorNote } from '#web/ui/notes.tsx'
import { useToast } from '#web/ui/toast.tsx'
import type { Assessed, Move, ReviewFile } from '../model.ts'
import { steps } from '../rules.ts'
import { useSay } from './say.ts'
import { useWriting } from './writing.ts'

type Props = { file: ReviewFile; of: Assessed; move: Move | undefined; onClose: () => void }
export function MoveDialog({ file, of, move, onClose }: Props) {
  const { text } = useSay()
  const say = useToast()
  const [by, setBy] = useState(String(move?.by ?? 0))
  const [reason, setReason] = useState(move?.reason ?? '')
  const { deed, save } = useWriting(file)
  const others = file.moves.filter(({ criterion }) => criterion !== of.id).map(({ criterion, by: how, reason: why }) => ({ criterion, by: how, reason: why }))
  const wrong = deed.error instanceof Refusal ? deed.error.fields : {}
  const send = () => save({ moves: by === '0' ? others : [...others, { criterion: of.id, by: by === '1' ? 1 : -1, reason }] }, () => (say(text('reviews.saved')), onClose()))
  return (
    <Dialog open side onClose={onClose} title={text('reviews.move-of', { criterion: text(`reviews.criterion.${of.id}`) })} actions={<Button look="primary" busy={deed.isPending} onPress={send}>{text('reviews.save')}</Button>}>
      <p>{text('reviews.move.about', { step: of.anchor })}</p>
      <ChoiceField label={text('reviews.column.moved')} value={by} onChange={setBy} options={[
        { value: '1', label: text('reviews.move.up'), closed: of.anchor === steps }, { value: '0', label: text('reviews.move.none') }, { value: '-1', label: text('reviews.move.down'), closed: of.anchor === 0 },
      ]} />
      {by !== '0' && <TextField label={text('reviews.move.reason')} required maxLength={500} lines={3} value={reason} onChange={setReason} wrong={Object.entries(wrong).find(([field]) => field.startsWith('moves'))?.[1]} />}
      {deed.error && Object.keys(wrong).length === 0 ? <ErrorNote error={deed.error} /> : null}
    </Dialog>
  )
}
