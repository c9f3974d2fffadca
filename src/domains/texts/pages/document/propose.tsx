// Proposes another wording of a clause in one of its languages, or that it goes.
import { Suspense, useState } from 'react'
import type { Rich } from '#platform/documents/rich.ts'
import { languageName } from '#platform/i18n/format.ts'
import type { Locale } from '#platform/kinds.ts'
import { useDeed } from '#web/client.ts'
import { useLocale, useText } from '#web/text.tsx'
import { Button } from '#web/ui/button.tsx'
import { SelectField, TextField } from '#web/ui/fields/text-field.tsx'
import { Skeleton } from '#web/ui/skeleton.tsx'
import { useToast, useToastTrouble } from '#web/ui/toast.tsx'
import { textsApi } from '../../api.ts'
import type { ClauseShown, Wordings } from '../../model.ts'
import type { ProposalDraft, TextFile } from '../../negotiation-model.ts'
import { LazyProse } from '../editor/write-cell.tsx'

export function Propose({ text, clause, onDone }: { text: TextFile; clause: ClauseShown; onDone: () => void }) {
  const [say, locale, tell, trouble] = [useText(), useLocale(), useToast(), useToastTrouble()]
  const [lang, setLang] = useState<Locale>(text.languages.includes(locale) ? locale : text.languages[0]!)
  const [wordings, setWordings] = useState<Wordings>({})
  const [because, setBecause] = useState('')
  const propose = useDeed(textsApi.propose)
  const countered = text.proposals.find((one) => one.clauseId === clause.id && one.what === 'change' && !text.mine.includes(one.sideId))
  const send = (body: ProposalDraft) => propose.mutate({ params: { id: text.agreementId }, body }, { onSuccess: () => (tell(say('texts.proposed')), onDone()), onError: trouble })
  const reason = { because: because.trim() || null }
  const put = (content: Rich) => setWordings((before) => ({ ...before, [lang]: content }))
  return (
    <div className="stack">
      {text.languages.length > 1 && <SelectField label={say('texts.language')} required value={lang} options={text.languages.map((value) => ({ value, label: languageName(value, locale) }))} onChange={(next) => setLang(next as Locale)} />}
      <Suspense fallback={<Skeleton lines={3} />}>
        <LazyProse key={lang} start={wordings[lang] ?? countered?.wordings[lang] ?? clause.wordings[lang]?.content ?? []} lang={lang} label={say('texts.propose')} values={text.values} onChange={put} onLeave={() => {}} onNext={() => {}} />
      </Suspense>
      <TextField label={say('texts.proposal.because')} value={because} onChange={setBecause} />
      <div className="row">
        <Button small look="primary" busy={propose.isPending} whyNot={Object.keys(wordings).length === 0 ? 'texts.nothing-proposed' : undefined}
          onPress={() => send({ what: 'change', clauseId: clause.id, wordings, countersId: countered?.id ?? null, ...reason })}>{say(countered ? 'texts.counter' : 'texts.propose-change')}</Button>
        <Button small onPress={() => send({ what: 'removal', clauseId: clause.id, ...reason })}>{say('texts.propose-removal')}</Button>
      </div>
    </div>
  )
}
