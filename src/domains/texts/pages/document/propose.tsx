// Proposes what another side is to accept: another wording of a clause, a new one behind it, another place, or that it goes.
import { useState } from 'react'
import { useDeed } from '#web/client.ts'
import { useLocale, useText } from '#web/text.tsx'
import { Button } from '#web/ui/button.tsx'
import { SelectField, TextField } from '#web/ui/fields/text-field.tsx'
import { useToast, useToastTrouble } from '#web/ui/toast.tsx'
import { textsApi } from '../../api.ts'
import type { ClauseShown, Place, Wordings } from '../../model.ts'
import type { ProposalDraft, TextFile } from '../../negotiation-model.ts'
import { isEmpty } from '../../variable-rules.ts'
import { placesFor } from './places.ts'
import { ProposeWords } from './propose-words.tsx'

const ways = ['wording', 'addition', 'article', 'move', 'removal'] as const
type Way = (typeof ways)[number]

export function Propose({ text, clause, onDone }: { text: TextFile; clause: ClauseShown; onDone: () => void }) {
  const say = useText()
  const [way, setWay] = useState<Way>('wording')
  const isArticle = clause.articleId === null
  const last = isArticle ? text.clauses.findLast(({ articleId }) => articleId === clause.id)?.id ?? null : clause.id
  return (
    <div className="stack">
      <div className="language-switch propose-ways" role="group" aria-label={say('texts.propose.how')}>
        {ways.filter((one) => one !== 'article' || isArticle).map((one) => <button key={one} type="button" aria-pressed={way === one} onClick={() => setWay(one)}>{say(`texts.propose.${one}`)}</button>)}
      </div>
      {way === 'wording' && <Wording text={text} clause={clause} onDone={onDone} />}
      {way === 'addition' && <Addition text={text} place={{ articleId: clause.articleId ?? clause.id, afterId: last }} onDone={onDone} />}
      {way === 'article' && <Addition text={text} place={{ articleId: null, afterId: clause.id }} onDone={onDone} />}
      {way === 'move' && <Move text={text} clause={clause} onDone={onDone} />}
      {way === 'removal' && <Removal text={text} clause={clause} onDone={onDone} />}
    </div>
  )
}

type Sending = { text: TextFile; onDone: () => void }
function useSend({ text, onDone }: Sending) {
  const [say, tell, trouble] = [useText(), useToast(), useToastTrouble()]
  const propose = useDeed(textsApi.propose)
  const send = (body: ProposalDraft) => propose.mutate({ params: { id: text.agreementId }, body: body as never }, { onSuccess: () => (tell(say('texts.proposed')), onDone()), onError: trouble })
  return { send, busy: propose.isPending }
}

/** Every proposal may say why, and is sent by one button. */
function Send({ word, busy, whyNot, onSend }: { word: string; busy: boolean; whyNot?: string | undefined; onSend: (because: string | null) => void }) {
  const say = useText()
  const [because, setBecause] = useState('')
  return (
    <>
      <TextField label={say('texts.proposal.because')} value={because} onChange={setBecause} />
      <div className="row"><Button small look="primary" busy={busy} whyNot={whyNot} onPress={() => onSend(because.trim() || null)}>{say(word)}</Button></div>
    </>
  )
}

const nothingIn = (wordings: Wordings) => (Object.values(wordings).every((rich) => isEmpty(rich)) ? 'texts.nothing-proposed' : undefined)
const worded = (wordings: Wordings): Wordings => Object.fromEntries(Object.entries(wordings).filter(([, rich]) => !isEmpty(rich)))

function Wording({ text, clause, onDone }: Sending & { clause: ClauseShown }) {
  const say = useText()
  const { send, busy } = useSend({ text, onDone })
  const [wordings, setWordings] = useState<Wordings>({})
  const countered = text.proposals.find((one) => one.clauseId === clause.id && one.what === 'change' && !text.mine.includes(one.sideId))
  const start = Object.fromEntries(text.languages.map((lang) => [lang, countered?.wordings[lang] ?? clause.wordings[lang]?.content ?? []]))
  return (
    <>
      <ProposeWords text={text} label={say('texts.propose.wording')} start={start} wordings={wordings} onChange={setWordings} />
      <Send word={countered ? 'texts.counter' : 'texts.propose-change'} busy={busy} whyNot={nothingIn(wordings)}
        onSend={(because) => send({ what: 'change', clauseId: clause.id, wordings: worded(wordings), countersId: countered?.id ?? null, because })} />
    </>
  )
}

export function Addition({ text, place, onDone }: Sending & { place: Place }) {
  const say = useText()
  const { send, busy } = useSend({ text, onDone })
  const [wordings, setWordings] = useState<Wordings>({})
  const what = place.articleId === null ? 'article' : 'addition'
  return (
    <>
      <ProposeWords text={text} label={say(`texts.propose.${what}`)} start={{}} wordings={wordings} onChange={setWordings} />
      <Send word={`texts.propose-${what}`} busy={busy} whyNot={nothingIn(wordings)} onSend={(because) => send({ what: 'addition', ...place, wordings: worded(wordings), because })} />
    </>
  )
}

function Move({ text, clause, onDone }: Sending & { clause: ClauseShown }) {
  const [say, locale] = [useText(), useLocale()]
  const { send, busy } = useSend({ text, onDone })
  const places = placesFor(text, clause, say, locale)
  const [chosen, setChosen] = useState('')
  const place = places[Number(chosen)]?.place
  return (
    <>
      <SelectField label={say('texts.place.where')} required value={chosen} options={[{ value: '', label: '' }, ...places.map(({ words }, at) => ({ value: String(at), label: words }))]} onChange={setChosen} />
      <Send word="texts.propose-move" busy={busy} whyNot={chosen === '' ? 'texts.stands-there' : undefined} onSend={(because) => place && send({ what: 'move', clauseId: clause.id, ...place, because })} />
    </>
  )
}

function Removal({ text, clause, onDone }: Sending & { clause: ClauseShown }) {
  const say = useText()
  const { send, busy } = useSend({ text, onDone })
  return <><p className="quiet">{say('texts.propose.removal-what')}</p><Send word="texts.propose-removal" busy={busy} onSend={(because) => send({ what: 'removal', clauseId: clause.id, because })} /></>
}
