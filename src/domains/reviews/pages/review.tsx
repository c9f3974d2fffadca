// The review of a year: its points with their arithmetic, what hinders and what could come next beside them, the outcome and where it leads.
import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { formatDays, formatInstant } from '#platform/i18n/format.ts'
import { useParam } from '#web/address.ts'
import { ask } from '#web/client.ts'
import type { Arriving } from '#web/site.ts'
import { Button } from '#web/ui/button.tsx'
import { Go } from '#web/ui/link.tsx'
import { Note } from '#web/ui/notes.tsx'
import { Facts, Page as Frame, Section } from '#web/ui/page.tsx'
import { reviewsApi } from '../api.ts'
import type { ReviewFile } from '../model.ts'
import { rulesOf } from '../rule-model.ts'
import { Beside, Promised } from './beside.tsx'
import { Criteria } from './criteria.tsx'
import { OutcomeDialog } from './outcome-dialog.tsx'
import { StateMark } from './review-lines.tsx'
import { ReviewFiles, ReviewSteps } from './review-steps.tsx'
import { Scale } from './scale.tsx'
import { useSay } from './say.ts'
import './reviews.css'

export const load = ({ questions, params }: Arriving) => questions.ensureQueryData(ask(reviewsApi.review, { params: { id: params['id']! } }))

export function Page() {
  const { text, said, day } = useSay()
  const { data: file } = useSuspenseQuery(ask(reviewsApi.review, { params: { id: useParam('id') } }))
  const { year, agreementId, state, of, dueOn } = file
  return (
    <Frame title={text('reviews.title-short', { year: String(year) })} above={<Go to={`/agreements/${agreementId}`}><bdi>{said(of.agreement.names)}</bdi></Go>} actions={<ReviewSteps file={file} />}
      about={<><StateMark state={state} /><span>{text('reviews.as-of', { on: day(of.facts.asOf) })}</span>{state !== 'agreed' && <span>{text('reviews.due-by', { on: day(dueOn) })}</span>}</>}>
      <section className="review-first">
        <Scale total={of.reckoned.total} version={of.reckoned.ruleVersion} />
        <p>{text(of.reckoned.reason.key, of.reckoned.reason.facts)}</p>
      </section>
      <OutcomeSection file={file} />
      <Before file={file} />
      <Criteria file={file} />
      <Promised due={of.facts.due} agreementId={agreementId} />
      <Beside file={file} />
      <Standing file={file} />
      <History of={file.history} year={year} />
      <Note><p>{text('reviews.own-scorecard')}</p><details><summary>{text('reviews.sources')}</summary><ul className="review-sources">{rulesOf(of.reckoned.ruleVersion).sources.map((source) => <li key={source} lang="en" dir="ltr">{source}</li>)}</ul></details></Note>
    </Frame>
  )
}

function OutcomeSection({ file }: { file: ReviewFile }) {
  const { text, said, day } = useSay()
  const [writing, setWriting] = useState(false)
  const { outcome, because, conditions, summary, hearingOn, reckoned } = file.of
  const words = (texts: ReviewFile['because']) => said(texts) && <bdi className="review-words">{said(texts)}</bdi>
  return (
    <Section title={text('reviews.outcome')} aside={file.whyNot.write === null && <span className="no-print"><Button small look={outcome ? 'plain' : 'primary'} onPress={() => setWriting(true)}>{text(outcome ? 'reviews.outcome.change' : 'reviews.outcome.write')}</Button></span>}>
      {outcome === null ? <p className="quiet">{text('reviews.outcome.none')}</p> : (
        <div className="review-outcome">
          <p><strong>{text(`reviews.outcomes.${outcome}`)}</strong> <span className="quiet">({text(outcome === reckoned.outcome ? 'reviews.outcome.as-proposed' : 'reviews.outcome.otherwise')})</span></p>
          <p>{text(`reviews.leads-to.${outcome}`)}</p>
        </div>
      )}
      <Facts of={[[text('reviews.fact.hearing-on'), outcome === 'hearing' && hearingOn && <bdi>{day(hearingOn)}</bdi>], [text('reviews.because'), words(because)], [text('reviews.conditions'), words(conditions)], [text('reviews.summary'), words(summary)]].map(([label, value]) => [label as string, value || null])} />
      {writing && <OutcomeDialog file={file} onClose={() => setWriting(false)} />}
    </Section>
  )
}

/** What was agreed the year before, and under which conditions. */
function Before({ file: { before } }: { file: ReviewFile }) {
  const { text, said } = useSay()
  if (!before) return null
  const conditions = said(before.conditions)
  return (
    <Note>
      <p><Go to={`/reviews/${before.id}`}>{text('reviews.before', { year: String(before.year), outcome: text(`reviews.outcomes.${before.outcome}`) })}</Go></p>
      {conditions && <p>{text('reviews.before.conditions')}: <bdi>{conditions}</bdi></p>}
    </Note>
  )
}

function History({ of, year }: { of: ReviewFile['history']; year: number }) {
  const { text, locale } = useSay()
  return (
    <Section title={text('reviews.history')}>
      <ol className="review-history">
        {of.map(({ id, at, what, who, office, because, outcome }) => (
          <li key={id}><time dateTime={at} className="quiet">{formatInstant(at, locale)}</time><span>{text(`reviews.history.${what}`, { year: String(year), because: because ?? '' })}{outcome && <> <span className="quiet">({text(`reviews.outcomes.${outcome}`)})</span></>} <bdi className="quiet">{[who, office].filter(Boolean).join(' · ')}</bdi></span></li>
        ))}
      </ol>
    </Section>
  )
}

function Standing({ file: { id, of, claim, laidAt, agreedAt, decisionId, hash } }: { file: ReviewFile }) {
  const { text, said, locale } = useSay()
  const at = (instant: string | null) => instant && <bdi>{formatInstant(instant, locale)}</bdi>
  return (
    <Section title={text('reviews.state-and-answers')}>
      <Facts of={[
        [text('reviews.fact.sides'), <bdi key="sides">{of.sides.map(({ names }) => said(names)).join(' · ')}</bdi>],
        [text('reviews.fact.span'), <bdi key="span">{formatDays(of.facts.from, of.facts.asOf, locale)}</bdi>],
        [text('reviews.fact.laid'), at(laidAt)],
        [text('reviews.fact.answers'), claim && <Go to={`/confirmations/${claim.id}`}>{text(`confirmations.states.${claim.state}`)}</Go>],
        [text('reviews.fact.agreed'), agreedAt && <>{at(agreedAt)}{decisionId && <> · {text('reviews.by-decision')}</>}</>],
        [text('reviews.fact.hash'), hash && <code key="hash" dir="ltr" className="review-hash">{hash}</code>],
      ]} />
      <ReviewFiles id={id} />
    </Section>
  )
}
