// A clause across its languages, with what is proposed for it beneath and what was said about it in the margin.
import type { Id, Locale } from '#platform/kinds.ts'
import { useText } from '#web/text.tsx'
import type { ClauseShown } from '../../model.ts'
import type { CommentShown, ProposalShown, TextFile } from '../../negotiation-model.ts'
import { Cell } from './cell.tsx'
import type { Spot } from './document.tsx'
import { ProposalView } from './proposal-view.tsx'

type Props = {
  text: TextFile; clause: ClauseShown; shown: Locale[]; spot: Spot; mayWrite: boolean; said: CommentShown[]
  onSpot: (spot: Spot) => void; onSheet: () => void; onNext: (lang: Locale, step: 'next' | 'before' | 'beside') => void
}

export function ClauseRow({ text, clause, shown, spot, mayWrite, said, onSpot, onSheet, onNext }: Props) {
  const proposals = text.proposals.filter((one) => homeOf(one, text) === clause.id)
  return (
    <section className={clause.articleId === null ? 'clause article' : 'clause'} id={`clause-${clause.id}`}>
      {shown.map((lang) => (
        <Cell key={lang} text={text} clause={clause} lang={lang} writing={spot?.clauseId === clause.id && spot.lang === lang} mayWrite={mayWrite}
          onWrite={() => onSpot({ clauseId: clause.id, lang })} onLeave={() => onSpot(null)} onNext={(step) => onNext(lang, step)} />
      ))}
      <Margin clause={clause} said={said} onSheet={onSheet} />
      {proposals.map((proposal) => <ProposalView key={proposal.id} text={text} proposal={proposal} shown={shown} />)}
    </section>
  )
}

/** The clause under which a proposal is shown: the one it is about, or the one behind which a new one would stand; that of an article in which it would stand has it. */
export const homeOf = ({ what, clauseId, afterId, articleId, underId }: ProposalShown, { clauses, proposals }: Pick<TextFile, 'clauses' | 'proposals'>): Id | 'beginning' | 'article' | null => {
  if (underId && proposals.some(({ id }) => id === underId)) return 'article'
  if (what !== 'addition') return clauseId
  if (!afterId && !articleId) return 'beginning'
  return articleId ? afterId ?? articleId : clauses.findLast((one) => one.articleId === afterId)?.id ?? afterId
}

function Margin({ clause, said, onSheet }: { clause: ClauseShown; said: CommentShown[]; onSheet: () => void }) {
  const text = useText()
  const open = said.filter(({ settledAt }) => !settledAt)
  const number = clause.number ?? ''
  return (
    <aside className="clause-margin no-print">
      <button type="button" className="margin-button" onClick={onSheet} aria-description={text('texts.about-clause', { number })}>
        {open.length > 0 ? text('texts.remarks-open', { count: open.length }) : text('texts.remark')}
      </button>
      {open.slice(-2).map(({ id, who, body, internal }) => (
        <p key={id} className={internal ? 'margin-note internal' : 'margin-note'}><bdi className="quiet">{who}</bdi> <bdi>{body}</bdi></p>
      ))}
    </aside>
  )
}
