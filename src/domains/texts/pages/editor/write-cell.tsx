// One wording under one's hands: the editor, how it is saved, and what to do when another was quicker.
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import type { Locale } from '#platform/kinds.ts'
import { ask } from '#web/client.ts'
import { useText } from '#web/text.tsx'
import { Button } from '#web/ui/button.tsx'
import { ErrorNote } from '#web/ui/notes.tsx'
import { textsApi } from '../../api.ts'
import type { ClauseShown } from '../../model.ts'
import type { TextFile } from '../../negotiation-model.ts'
import { RichView } from '../rich-view.tsx'
import type { ProseProps } from './prose.tsx'
import { type Saving, useSaving } from './use-saving.ts'

export const LazyProse = lazy(() => import('./prose.tsx'))

type Props = Pick<ProseProps, 'onLeave' | 'onNext'> & { text: TextFile; clause: ClauseShown; lang: Locale; label: string }

export function WriteCell({ text, clause, lang, label, onLeave, onNext }: Props) {
  const { saving, change, save, keepMine } = useSaving(text.agreementId, clause, lang)
  const left = (then: () => void) => void save().then(then)
  return (
    <div className="write-cell">
      <Suspense fallback={<RichView rich={clause.wordings[lang]?.content ?? []} lang={lang} values={text.values} />}>
        <LazyProse start={clause.wordings[lang]?.content ?? []} lang={lang} label={label} values={text.values} onChange={change} onLeave={() => left(onLeave)} onNext={(step) => left(() => onNext(step))} />
      </Suspense>
      <Told saving={saving} onLeave={() => left(onLeave)} />
      {saving.state === 'overtaken' && <Overtaken text={text} clause={clause} lang={lang} onMine={() => void keepMine()} onTheirs={onLeave} />}
    </div>
  )
}

function Told({ saving: { state, error }, onLeave }: { saving: Saving; onLeave: () => void }) {
  const text = useText()
  return (
    <div className="write-told no-print">
      {state === 'failed' ? <ErrorNote error={error} /> : <small className="quiet" role="status">{text(`texts.saving.${state}`)}</small>}
      <Button small look="quiet" onPress={onLeave}>{text('texts.done')}</Button>
    </div>
  )
}

function Overtaken({ text: { agreementId, values }, clause: { id }, lang, onMine, onTheirs }: { text: TextFile; clause: ClauseShown; lang: Locale; onMine: () => void; onTheirs: () => void }) {
  const text = useText()
  const { data } = useQuery({ ...ask(textsApi.read, { params: { id: agreementId } }), staleTime: 0, refetchOnMount: 'always' })
  const theirs = data?.clauses.find((one) => one.id === id)?.wordings[lang]
  return (
    <div className="note saffron" role="alert">
      <div>
        <p><strong>{text('texts.changed-meanwhile')}</strong> {theirs?.who && <bdi>{theirs.who}</bdi>}</p>
        {theirs && <RichView rich={theirs.content} lang={lang} values={values} />}
        <p>{text('texts.changed-meanwhile.next')}</p>
        <div className="row"><Button small look="primary" onPress={onMine}>{text('texts.keep-mine')}</Button><Button small onPress={onTheirs}>{text('texts.take-theirs')}</Button></div>
      </div>
    </div>
  )
}
