// At the top of a text: whose turn it is, since when, what is waited for, and the one next step.
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { formatAgo } from '#platform/i18n/format.ts'
import { useDeed } from '#web/client.ts'
import { useLocale, useText } from '#web/text.tsx'
import { Button } from '#web/ui/button.tsx'
import { Mark } from '#web/ui/mark.tsx'
import { useToast, useToastTrouble } from '#web/ui/toast.tsx'
import { useViewer } from '#web/viewer.ts'
import { textsApi } from '../../api.ts'
import type { TextFile } from '../../negotiation-model.ts'
import { nextStep, whyNot } from '../../rules.ts'
import { judgedOf, sideName, useSideName } from '../use-text.ts'
import { HandOverDialog, ReopenDialog } from './dialogs.tsx'

export function StatusLine({ text }: { text: TextFile }) {
  const [say, locale, viewer] = [useText(), useLocale(), useViewer()]
  const sideName = useSideName(text)
  const { turn, mine, stage } = text
  const ours = turn.sideId !== null && mine.includes(turn.sideId)
  const since = formatAgo(turn.since, new Date().toISOString(), locale)
  const words = turn.sideId === null ? say(`texts.stage.${stage}.long`) : say(ours ? 'texts.our-turn' : 'texts.their-turn', { side: sideName(turn.sideId), since })
  return (
    <div className={ours ? 'status-line ours' : 'status-line'} role="status">
      <div>
        <p><Mark tone={turn.sideId === null ? 'jade' : ours ? 'saffron' : 'quiet'} shape={turn.sideId === null ? 'disc' : ours ? 'diamond' : 'ring'}><strong>{words}</strong></Mark> {turn.sideId && <span className="quiet">{say('texts.waited-for', { what: say(`texts.waiting.${turn.waitingFor}`) })}</span>}</p>
        {turn.note && <p className="status-note" dir="auto">{turn.note}</p>}
        <p className="quiet status-counts">{counts(text).map(([word, count]) => <span key={word}>{say(`texts.counts.${word}`, { count })}</span>)}</p>
      </div>
      {viewer && <Steps text={text} />}
    </div>
  )
}

const counts = ({ proposals, behind, missing, unresolved }: TextFile): [string, number][] =>
  ([['proposals', proposals.length], ['behind', behind], ['missing', missing], ['unresolved', unresolved.length]] as [string, number][]).filter(([, count]) => count > 0)

function Steps({ text }: { text: TextFile }) {
  const [say, viewer, tell, trouble] = [useText(), useViewer()!, useToast(), useToastTrouble()]
  const [dialog, setDialog] = useState<'hand-over' | 'reopen' | null>(null)
  const [consent, takeConsent, takeTurn] = [useDeed(textsApi.consent), useDeed(textsApi.takeConsentBack), useDeed(textsApi.takeTurnBack)]
  const params = { id: text.agreementId }
  const judged = judgedOf(text)
  const consented = text.latest?.consents.map(({ sideId }) => sideId) ?? []
  const next = nextStep({ text: { ...judged, turnFor: text.turn.waitingFor }, open: text.proposals, behind: text.behind, missing: text.missing, consented, current: !text.changedSince }, viewer)
  const may = (step: Parameters<typeof whyNot>[0]) => whyNot(step, judged, viewer) === undefined
  const agreeable = may('consent') && text.latest !== null && !text.changedSince && text.mine.some((side) => !consented.includes(side))
  const onConsent = () => consent.mutate({ params, body: { versionId: text.latest!.id } }, { onSuccess: () => tell(say('texts.agreed-to', { number: text.latest!.number })), onError: trouble })
  return (
    <div className="status-steps no-print">
      {may('take-back-turn') && <Button small look="quiet" busy={takeTurn.isPending} onPress={() => takeTurn.mutate({ params }, { onError: trouble })}>{say('texts.take-turn-back')}</Button>}
      {may('withdraw-consent') && text.mine.some((side) => consented.includes(side)) && <Button small look="quiet" onPress={() => takeConsent.mutate({ params }, { onError: trouble })}>{say('texts.take-consent-back')}</Button>}
      {may('consent') && <AskByLink text={text} />}
      {may('reopen') && <Button small onPress={() => setDialog('reopen')}>{say('texts.reopen')}</Button>}
      {agreeable && <Button look={next === 'consent' ? 'primary' : 'plain'} busy={consent.isPending} onPress={onConsent}>{say('texts.agree', { number: text.latest!.number })}</Button>}
      {may('hand-over') && <Button look={next === 'consent' ? 'plain' : 'primary'} onPress={() => setDialog('hand-over')}>{say('texts.hand-over')}</Button>}
      {dialog === 'hand-over' && <HandOverDialog text={text} onClose={() => setDialog(null)} />}
      {dialog === 'reopen' && <ReopenDialog text={text} onClose={() => setDialog(null)} />}
    </div>
  )
}

/** A side without an account is asked, once one's own side has agreed, on the page of the claim: by a letter, or by a link to pass on. */
function AskByLink({ text: { agreementId, latest, changedSince, mine, sides } }: { text: TextFile }) {
  const [say, locale, trouble, navigate] = [useText(), useLocale(), useToastTrouble(), useNavigate()]
  const ask = useDeed(textsApi.askConsent, ['/confirmations'])
  const agreed = latest?.consents.map(({ sideId }) => sideId) ?? []
  if (!latest || changedSince || !mine.some((side) => agreed.includes(side))) return null
  const send = (sideId: string) => ask.mutate({ params: { id: agreementId }, body: { versionId: latest.id, sideId } }, { onError: trouble, onSuccess: ({ claim }) => void navigate({ href: `/confirmations/${claim}` }) })
  return sides.filter(({ id }) => !mine.includes(id) && !agreed.includes(id)).map((side) => <Button key={side.id} small look="quiet" busy={ask.isPending} onPress={() => send(side.id)}>{say('texts.ask-by-link', { side: sideName(side, locale) })}</Button>)
}
