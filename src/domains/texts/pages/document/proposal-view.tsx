// A proposal where it would stand: what it changes, word by word, and the answer to it.
import { useState } from 'react'
import type { Locale } from '#platform/kinds.ts'
import { formatInstant } from '#platform/i18n/format.ts'
import { useDeed } from '#web/client.ts'
import { useLocale, useText } from '#web/text.tsx'
import { Button } from '#web/ui/button.tsx'
import { TextField } from '#web/ui/fields/text-field.tsx'
import { Mark } from '#web/ui/mark.tsx'
import { useToastTrouble } from '#web/ui/toast.tsx'
import { useViewer } from '#web/viewer.ts'
import { textsApi } from '../../api.ts'
import type { ProposalShown, TextFile } from '../../negotiation-model.ts'
import { whyNot, whyNotAccept, whyNotAnswer, whyNotWithdraw } from '../../rules.ts'
import { PiecesView } from '../pieces-view.tsx'
import { placeSaid } from './places.ts'
import { judgedOf, useSideName } from '../use-text.ts'

export function ProposalView({ text, proposal, shown }: { text: TextFile; proposal: ProposalShown; shown: Locale[] }) {
  const [say, locale] = [useText(), useLocale()]
  const sideName = useSideName(text)
  const within = text.proposals.filter(({ underId }) => underId === proposal.id)
  const langs = [...new Set([...shown, ...(Object.keys(proposal.pieces) as Locale[])])].filter((lang) => shown.includes(lang) || proposal.pieces[lang])
  return (
    <div className="proposal">
      <header>
        <Mark tone="saffron" shape="diamond">{say(`texts.proposal.${kindOf(proposal)}`, { side: sideName(proposal.sideId), place: proposal.what === 'move' ? placeSaid(text, proposal, say, locale) : '' })}</Mark>
        <small className="quiet"><bdi>{proposal.who}</bdi>, <bdi>{formatInstant(proposal.at, locale)}</bdi>{proposal.fromFile && <>, <bdi>{proposal.fromFile}</bdi></>}</small>
      </header>
      {proposal.because && <p className="proposal-because"><bdi>{proposal.because}</bdi></p>}
      <div className="proposal-pieces">{langs.map((lang) => (proposal.pieces[lang] ? <PiecesView key={lang} pieces={proposal.pieces[lang]} lang={lang} /> : <span key={lang} />))}</div>
      <Answering text={text} proposal={proposal} />
      {within.length > 0 && <div className="proposal-within">{within.map((one) => <ProposalView key={one.id} text={text} proposal={one} shown={shown} />)}</div>}
    </div>
  )
}

/** An article is proposed with its heading, a part of the text without number as what opens it. */
const kindOf = ({ what, articleId, underId, numbered }: ProposalShown): string => (what !== 'addition' || articleId || underId ? what : numbered ? 'article' : 'opening')

function Answering({ text, proposal }: { text: TextFile; proposal: ProposalShown }) {
  const [say, viewer, trouble] = [useText(), useViewer(), useToastTrouble()]
  const [because, setBecause] = useState('')
  const [refusing, setRefusing] = useState(false)
  const [answer, withdraw] = [useDeed(textsApi.answerProposal), useDeed(textsApi.withdrawProposal)]
  if (!viewer || text.mine.length === 0 || whyNot('answer', judgedOf(text), viewer)) return null
  const params = { id: text.agreementId, proposalId: proposal.id }
  const clause = text.clauses.find(({ id }) => id === proposal.clauseId)
  const seen = Object.fromEntries((Object.keys(proposal.wordings) as Locale[]).map((lang) => [lang, clause?.wordings[lang]?.edition ?? 0]))
  const reply = (accepted: boolean) => answer.mutate({ params, body: { accepted, because: because.trim() || null, seen } }, { onError: trouble })
  if (whyNotAnswer(proposal, judgedOf(text), viewer)) {
    return whyNotWithdraw(proposal, judgedOf(text), viewer) ? null : <Button small look="quiet" busy={withdraw.isPending} onPress={() => withdraw.mutate({ params }, { onError: trouble })}>{say('texts.proposal.withdraw')}</Button>
  }
  return (
    <div className="row no-print">
      <Button small look="primary" busy={answer.isPending} whyNot={whyNotAccept(proposal, text.proposals)} onPress={() => reply(true)}>{say('texts.proposal.accept')}</Button>
      {refusing
        ? <><TextField label={say('texts.proposal.because')} required value={because} onChange={setBecause} /><Button small look="danger" busy={answer.isPending} onPress={() => reply(false)}>{say('texts.proposal.refuse')}</Button></>
        : <Button small onPress={() => setRefusing(true)}>{say('texts.proposal.refuse')}</Button>}
    </div>
  )
}
