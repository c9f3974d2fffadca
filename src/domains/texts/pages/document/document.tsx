// The text as a well-set treaty: articles and clauses, one column for each language, notes in the margin.
import { useState } from 'react'
import { dir, langTag, localeNames } from '#platform/i18n/locale.ts'
import type { Id, Locale } from '#platform/kinds.ts'
import { useText } from '#web/text.tsx'
import { Empty } from '#web/ui/notes.tsx'
import { useViewer } from '#web/viewer.ts'
import type { ClauseShown } from '../../model.ts'
import type { CommentShown, TextFile } from '../../negotiation-model.ts'
import { whyNot } from '../../rules.ts'
import { judgedOf } from '../use-text.ts'
import { AddStep } from './add-step.tsx'
import { ClauseRow, homeOf } from './clause-row.tsx'
import { ClauseSheet } from './clause-sheet.tsx'
import { ProposalView } from './proposal-view.tsx'
import { ProposeStep } from './propose-step.tsx'

/** Where one writes: a clause in a language, or nowhere. */
export type Spot = { clauseId: Id; lang: Locale } | null

export function Document({ text, shown, comments }: { text: TextFile; shown: Locale[]; comments: CommentShown[] }) {
  const say = useText()
  const viewer = useViewer()
  const [spot, setSpot] = useState<Spot>(null)
  const [sheet, setSheet] = useState<Id | null>(null)
  const mayWrite = viewer !== null && whyNot('write', judgedOf(text), viewer) === undefined
  const mayPropose = viewer !== null && whyNot('propose', judgedOf(text), viewer) === undefined
  const opened = text.clauses.find(({ id }) => id === sheet)
  return (
    <div className="document" style={{ '--languages': shown.length } as React.CSSProperties}>
      <div className="document-heads" aria-hidden={shown.length < 2}>
        {shown.map((lang) => <div key={lang} lang={langTag(lang)} dir={dir(lang)}><bdi>{localeNames[lang]}</bdi> <Standing text={text} lang={lang} /></div>)}
      </div>
      <header className="document-title">
        {shown.map((lang) => <p key={lang} lang={langTag(lang)} dir={dir(lang)}>{text.title[lang]}</p>)}
      </header>
      {text.clauses.length === 0 && <Empty title={say('texts.empty')}>{say('texts.empty-what')}</Empty>}
      {text.proposals.filter((one) => homeOf(one, text) === 'beginning').map((proposal) => <ProposalView key={proposal.id} text={text} proposal={proposal} shown={shown} />)}
      {text.clauses.map((clause) => (
        <ClauseRow key={clause.id} text={text} clause={clause} shown={shown} spot={spot} mayWrite={mayWrite} onSpot={setSpot} onSheet={() => setSheet(clause.id)}
          said={comments.filter(({ clauseId }) => clauseId === clause.id)} onNext={(lang, step) => setSpot(nextSpot(text.clauses, shown, { clauseId: clause.id, lang }, step))} />
      ))}
      <Homeless text={text} shown={shown} />
      {mayPropose && !mayWrite && <ProposeStep text={text} />}
      {mayWrite && <AddStep text={text} articleId={null} afterId={text.clauses.findLast(({ articleId }) => articleId === null)?.id ?? null} />}
      {opened && <ClauseSheet text={text} clause={opened} comments={comments.filter(({ clauseId }) => clauseId === opened.id)} mayWrite={mayWrite} onClose={() => setSheet(null)} />}
    </div>
  )
}

/** Proposals without a clause under which they could stand: it has gone meanwhile. */
function Homeless({ text, shown }: { text: TextFile; shown: Locale[] }) {
  const say = useText()
  const there = new Set<string | null>([...text.clauses.map(({ id }) => id), 'beginning', 'article'])
  const homeless = text.proposals.filter((one) => !there.has(homeOf(one, text)))
  if (homeless.length === 0) return null
  return <section><p className="quiet">{say('texts.propose.gone')}</p>{homeless.map((proposal) => <ProposalView key={proposal.id} text={text} proposal={proposal} shown={shown} />)}</section>
}

/** Whether a language is authentic, prevails, or is for reading only. */
function Standing({ text: { authentic, prevailing }, lang }: { text: TextFile; lang: Locale }) {
  const text = useText()
  const word = prevailing === lang ? 'prevails' : authentic.includes(lang) ? 'authentic' : 'translation'
  return <small className="quiet">{text(`texts.languages.${word}`)}</small>
}

function nextSpot(clauses: ClauseShown[], shown: Locale[], { clauseId, lang }: { clauseId: Id; lang: Locale }, step: 'next' | 'before' | 'beside'): Spot {
  if (step === 'beside') return { clauseId, lang: shown[(shown.indexOf(lang) + 1) % shown.length]! }
  const next = clauses[clauses.findIndex(({ id }) => id === clauseId) + (step === 'next' ? 1 : -1)]
  return next ? { clauseId: next.id, lang } : null
}
