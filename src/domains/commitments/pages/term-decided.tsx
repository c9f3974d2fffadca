// What the sides have decided about the term, and what still waits for whom.
import { nameIn } from '#domains/organisations/model.ts'
import { formatInstant } from '#platform/i18n/format.ts'
import { useDeed } from '#web/client.ts'
import { Go } from '#web/ui/link.tsx'
import { Mark } from '#web/ui/mark.tsx'
import { useToast, useToastTrouble } from '#web/ui/toast.tsx'
import { useViewer } from '#web/viewer.ts'
import { holds, recordKeepers } from '#platform/auth/viewer.ts'
import { termsApi } from '../api.ts'
import type { TermFile } from '../term-model.ts'
import { useSay } from './say.ts'
import { AskWhy } from './withdraw.tsx'

const looks = { proposed: ['saffron', 'square'], done: ['jade', 'disc'], withdrawn: ['quiet', 'dash'] } as const

export function TermDecided({ of }: { of: TermFile }) {
  const { text } = useSay()
  if (of.acts.length === 0) return <p className="quiet">{text('commitments.term.decided-none')}</p>
  return <ol className="evidence-list">{of.acts.map((act) => <Decided key={act.id} of={of} act={act} />)}</ol>
}

function Decided({ of: { agreementId }, act }: { of: TermFile; act: TermFile['acts'][number] }) {
  const { text, locale, day } = useSay()
  const [say, trouble, viewer] = [useToast(), useToastTrouble(), useViewer()]
  const withdraw = useDeed(termsApi.withdrawAct, ['/today', '/confirmations'])
  return (
    <li>
      <span>
        <strong>{text(`commitments.term.${act.act}`)}</strong>{act.effectiveOn && <> · <bdi>{act.untilOn ? text('commitments.claim.days', { from: day(act.effectiveOn), until: day(act.untilOn) }) : day(act.effectiveOn)}</bdi></>}
        <small className="quiet"> <bdi>{nameIn(act.side, locale)}</bdi>, <bdi>{act.by}</bdi> · <bdi>{formatInstant(act.actedAt, locale)}</bdi></small>
        {act.reason && <><br /><q dir="auto">{act.reason}</q></>}
      </span>
      <span className="end row">
        <Mark tone={looks[act.state][0]} shape={looks[act.state][1]}>{text(`commitments.term.state.${act.state}`)}</Mark>
        {act.claim && <Go to={`/confirmations/${act.claim.id}`}>{text('commitments.term.to-confirm')}</Go>}
        {act.draftId && <Go to={`/agreements/${act.draftId}`}>{text('commitments.term.draft')}</Go>}
        {act.state === 'proposed' && viewer && holds(viewer, act.sideId, ...recordKeepers) && <AskWhy small step={text('commitments.withdraw')} title={text(`commitments.term.${act.act}`)} busy={withdraw.isPending}
          onSay={(because, close) => withdraw.mutate({ params: { id: agreementId, actId: act.id }, body: { because } }, { onSuccess: () => (say(text('commitments.withdrawn-done')), close()), onError: trouble })} />}
      </span>
    </li>
  )
}
