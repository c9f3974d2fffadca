// The measures of a plan: what was to be reached, what is confirmed and what is claimed besides, the arithmetic in a sentence, why it lags, and what
// one can report oneself.
import { useState } from 'react'
import { formatDay, formatInstant, formatNumber } from '#platform/i18n/format.ts'
import { useLocale, useText } from '#web/text.tsx'
import { Button } from '#web/ui/button.tsx'
import { Go } from '#web/ui/link.tsx'
import { Mark } from '#web/ui/mark.tsx'
import { Empty, Note } from '#web/ui/notes.tsx'
import { Section } from '#web/ui/page.tsx'
import type { Measure, MeasureStanding, PlanFile } from '../plan-model.ts'
import { feedOf } from '../plan-rules.ts'
import { CommentDialog } from './comment-dialog.tsx'
import { Means } from './plan-framework.tsx'
import { StatusMark, TaskMark } from './plan-marks.tsx'
import { saidIn } from './said.ts'
import { type Reported, ValueDialog } from './value-dialog.tsx'

export function Measures({ plan }: { plan: PlanFile }) {
  const [text, locale] = [useText(), useLocale()]
  const [reporting, report] = useState<Reported | null>(null)
  const [explaining, explain] = useState<string | null>(null)
  const { content, standings, tasks, values, mayClaimFor, mayWrite } = plan
  if (content.measures.length === 0) return <Empty title={text('plans.no-measure')} />
  return (
    <>
      <ul className="plan-measures">
        {content.measures.map((measure) => (
          <OneMeasure key={measure.id} plan={plan} measure={measure} standing={standings.find(({ subject }) => subject === measure.id)!}
            onReport={mayClaimFor.length > 0 && !feedOf(measure) ? () => report({ id: measure.id, what: saidIn(measure.what, locale), measure }) : undefined}
            onExplain={mayWrite || mayClaimFor.length > 0 ? () => explain(measure.id) : undefined} />
        ))}
      </ul>
      {content.tasks.length > 0 && (
        <Section title={text('plans.parts.tasks')}>
          <ul className="plan-lines of-plans">{content.tasks.map((task) => (
            <li key={task.id}><bdi>{saidIn(task.what, locale)}</bdi><TaskMark of={tasks.find(({ id }) => id === task.id)!} />
              <span>{mayClaimFor.length > 0 && !['done', 'claimed'].includes(tasks.find(({ id }) => id === task.id)!.state) && <Button small label={`${text('plans.measure.report-task')}: ${saidIn(task.what, locale)}`} onPress={() => report({ id: task.id, what: saidIn(task.what, locale) })}>{text('plans.measure.report-task')}</Button>}</span></li>
          ))}</ul>
        </Section>
      )}
      <Section title={text('plans.measure.values')}><Values plan={plan} />{values.length === 0 && <p className="quiet">{text('plans.measure.no-values')}</p>}</Section>
      {reporting && <ValueDialog plan={plan} of={reporting} onClose={() => report(null)} />}
      {explaining && <CommentDialog plan={plan} measureId={explaining} onClose={() => explain(null)} />}
    </>
  )
}

type One = { plan: PlanFile; measure: Measure; standing: MeasureStanding; onReport: (() => void) | undefined; onExplain: (() => void) | undefined }
function OneMeasure({ plan, measure, standing, onReport, onExplain }: One) {
  const [text, locale] = [useText(), useLocale()]
  const { reason: { key, facts } } = standing
  const commentary = plan.commentaries.find(({ measureId }) => measureId === measure.id)
  const missing = plan.uncommented.includes(measure.id)
  const objective = plan.content.objectives.find(({ id }) => id === measure.objectiveId)
  const name = saidIn(measure.what, locale)
  return (
    <li>
      <div className="plan-measure-head"><h2><bdi>{name}</bdi></h2><StatusMark standing={standing} /></div>
      {objective && <small className="quiet">{text('plans.measure.of-objective', { what: saidIn(objective.what, locale) })}</small>}
      <Numbers measure={measure} standing={standing} />
      <p>{text(key, { ...facts, on: typeof facts['on'] === 'string' ? formatDay(facts['on'], 'day', locale) : '' })}</p>
      <div className="means"><Means measure={measure} /></div>
      {missing && <Note tone="saffron"><p>{text('plans.measure.commentary-missing')}</p></Note>}
      {commentary && <blockquote className="plan-commentary"><p lang={commentary.lang} dir="auto">{commentary.words}</p><small className="quiet"><StatusWords status={commentary.status} /> · {text('plans.measure.explained-by', { name: commentary.by ?? '—', on: formatInstant(commentary.writtenAt, locale) })}</small></blockquote>}
      <div className="row no-print">
        {onReport && <Button small look="primary" label={`${text('plans.measure.report')}: ${name}`} onPress={onReport}>{text('plans.measure.report')}</Button>}
        {onExplain && <Button small label={`${text('plans.measure.explain')}: ${name}`} onPress={onExplain}>{text('plans.measure.explain')}</Button>}
      </div>
    </li>
  )
}

const StatusWords = ({ status }: { status: MeasureStanding['status'] }) => <>{useText()(`plans.status.${status}`)}</>

/** A bar from nothing to the target: full where confirmed, outlined where claimed, a line where it should be today. The numbers stand beneath. */
function Numbers({ measure: { unit }, standing: { inputs: { baseline, actual, claimed, expected, target } } }: Pick<One, 'measure' | 'standing'>) {
  const [text, locale] = [useText(), useLocale()]
  const most = Math.max(target, actual ?? 0, claimed ?? 0, expected ?? 0, 1)
  const share = (of: number | null) => `${Math.min(100, ((of ?? 0) / most) * 100)}%`
  const number = (of: number | null) => (of === null ? text('plans.unknown') : `${formatNumber(of, locale, { maximumFractionDigits: 1 })}${unit === 'percent' ? ' %' : ''}`)
  const facts: [string, number | null][] = [['baseline', baseline], ['actual', actual], ...(claimed !== null && claimed !== actual ? [['claimed', claimed] as [string, number]] : []), ['expected', expected], ['target', target]]
  return (
    <>
      <span className="plan-progress" aria-hidden="true">{(claimed ?? 0) > 0 && <i className="is-claimed" style={{ inlineSize: share(claimed) }} />}<i className="is-confirmed"style={{ inlineSize: share(actual) }} />{expected !== null && <b style={{ insetInlineStart: share(expected) }} />}</span>
      <dl className="plan-numbers">{facts.map(([key, value]) => <div key={key}><dt>{text(`plans.measure.${key}`)}</dt><dd><bdi className="figures">{number(value)}</bdi></dd></div>)}<div><dt>{text('plans.write.unit')}</dt><dd>{text(`plans.units.${unit}`)}</dd></div></dl>
    </>
  )
}

const looks = { open: ['saffron', 'square'], confirmed: ['jade', 'disc'], disputed: ['garnet', 'cross'], withdrawn: ['quiet', 'dash'] } as const
function Values({ plan: { values, content } }: { plan: PlanFile }) {
  const [text, locale] = [useText(), useLocale()]
  const what = (id: string) => saidIn([...content.measures, ...content.tasks].find((one) => one.id === id)?.what ?? {}, locale)
  const isTask = (id: string) => content.tasks.some((task) => task.id === id)
  return (
    <ul className="plan-lines">
      {values.map(({ id, itemId, onDay, value, state, claimId, note }) => (
        <li key={id}>
          <bdi className="quiet">{formatDay(onDay, 'day', locale, 'short')}</bdi>
          <span><Go to={`/confirmations/${claimId}`}><bdi>{what(itemId)}</bdi></Go>{!isTask(itemId) && <>: <bdi className="figures">{formatNumber(value, locale)}</bdi></>}{note && <small className="quiet"><bdi>{note}</bdi></small>}</span>
          <Mark tone={looks[state][0]} shape={looks[state][1]}>{text(`confirmations.states.${state}`)}</Mark>
        </li>
      ))}
    </ul>
  )
}
