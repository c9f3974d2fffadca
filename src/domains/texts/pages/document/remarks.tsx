// Remarks on a clause or on the whole text: to every side, or within one's own.
import { useState } from 'react'
import { formatInstant } from '#platform/i18n/format.ts'
import type { Id } from '#platform/kinds.ts'
import { useDeed } from '#web/client.ts'
import { useLocale, useText } from '#web/text.tsx'
import { Button } from '#web/ui/button.tsx'
import { Form } from '#web/ui/fields/field.tsx'
import { CheckField, TextField } from '#web/ui/fields/text-field.tsx'
import { Mark } from '#web/ui/mark.tsx'
import { useToastTrouble } from '#web/ui/toast.tsx'
import { textsApi } from '../../api.ts'
import type { CommentShown, TextFile } from '../../negotiation-model.ts'
import { useSideName } from '../use-text.ts'

export function Remarks({ text, clauseId, comments }: { text: TextFile; clauseId: Id | null; comments: CommentShown[] }) {
  return (
    <>
      <ol className="remark-list">{comments.map((comment) => <Remark key={comment.id} text={text} comment={comment} />)}</ol>
      {text.mine.length > 0 && <Say text={text} clauseId={clauseId} />}
    </>
  )
}

function Remark({ text, comment: { id, who, sideId, at, body, internal, mine, settledAt } }: { text: TextFile; comment: CommentShown }) {
  const [say, locale, trouble, sideName] = [useText(), useLocale(), useToastTrouble(), useSideName(text)]
  const [settle, open, remove] = [useDeed(textsApi.settleComment), useDeed(textsApi.openComment), useDeed(textsApi.removeComment)]
  const params = { id: text.agreementId, commentId: id }
  return (
    <li className={settledAt ? 'settled' : undefined}>
      <small className="quiet"><bdi>{[who, sideName(sideId)].filter(Boolean).join(', ')}</bdi> · <bdi>{formatInstant(at, locale)}</bdi></small>
      {internal && <> <Mark tone="quiet" shape="square">{say('texts.internal')}</Mark></>}
      <p dir="auto">{body}</p>
      {text.mine.length > 0 && (
        <div className="row">
          {settledAt
            ? <Button small look="quiet" onPress={() => open.mutate({ params }, { onError: trouble })}>{say('texts.open-again')}</Button>
            : <Button small look="quiet" onPress={() => settle.mutate({ params }, { onError: trouble })}>{say('texts.settle')}</Button>}
          {mine && <Button small look="quiet" onPress={() => remove.mutate({ params }, { onError: trouble })}>{say('web.remove')}</Button>}
        </div>
      )}
    </li>
  )
}

function Say({ text: { agreementId }, clauseId }: { text: TextFile; clauseId: Id | null }) {
  const [say, trouble] = [useText(), useToastTrouble()]
  const [body, setBody] = useState('')
  const [internal, setInternal] = useState(false)
  const comment = useDeed(textsApi.comment)
  const onSubmit = () => body.trim() && comment.mutate({ params: { id: agreementId }, body: { clauseId, body, internal } }, { onSuccess: () => setBody(''), onError: trouble })
  return (
    <Form onSubmit={onSubmit} actions={<Button type="submit" small busy={comment.isPending}>{say('texts.say')}</Button>}>
      <TextField label={say('texts.remark')} required lines={2} value={body} onChange={setBody} />
      <CheckField label={say('texts.internal-only')} hint={say('texts.internal-hint')} checked={internal} onChange={setInternal} />
    </Form>
  )
}
