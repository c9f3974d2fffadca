// Where a clause stands: another behind it, up, down, out, with the way back.
import { useState } from 'react'
import { useDeed } from '#web/client.ts'
import { useText } from '#web/text.tsx'
import { Button } from '#web/ui/button.tsx'
import { useToast, useToastTrouble } from '#web/ui/toast.tsx'
import { textsApi } from '../../api.ts'
import type { ClauseShown } from '../../model.ts'
import type { TextFile } from '../../negotiation-model.ts'
import { AddStep } from './add-step.tsx'
import { Library } from './library.tsx'

export function ClauseSteps({ text, clause, onDone }: { text: TextFile; clause: ClauseShown; onDone: () => void }) {
  const [say, tell, trouble] = [useText(), useToast(), useToastTrouble()]
  const [place, remove, restore] = [useDeed(textsApi.placeClause), useDeed(textsApi.removeClause), useDeed(textsApi.restoreClause)]
  const params = { id: text.agreementId, clauseId: clause.id }
  const beside = text.clauses.filter(({ articleId }) => articleId === clause.articleId)
  const at = beside.findIndex(({ id }) => id === clause.id)
  const move = (afterId: string | null) => place.mutate({ params, body: { articleId: clause.articleId, afterId } }, { onError: trouble })
  const back = () => restore.mutateAsync({ params }).catch(trouble)
  const onRemove = () => remove.mutate({ params }, { onSuccess: () => (onDone(), tell(say('texts.clause-removed'), { undo: back })), onError: trouble })
  const [looking, setLooking] = useState(false)
  const behind = { articleId: clause.articleId ?? clause.id, afterId: clause.articleId ? clause.id : text.clauses.findLast(({ articleId }) => articleId === clause.id)?.id ?? null }
  return (
    <>
      <div className="row">
        <AddStep text={text} {...behind} />
        <Button small look="quiet" onPress={() => setLooking(!looking)}>{say('texts.library')}</Button>
        {at > 0 && <Button small onPress={() => move(beside[at - 2]?.id ?? null)}>{say('texts.move-up')}</Button>}
        {at < beside.length - 1 && <Button small onPress={() => move(beside[at + 1]!.id)}>{say('texts.move-down')}</Button>}
        <Button small look="quiet" busy={remove.isPending} onPress={onRemove}>{say('web.remove')}</Button>
      </div>
      {looking && <Library text={text} place={behind} onDone={onDone} />}
    </>
  )
}
