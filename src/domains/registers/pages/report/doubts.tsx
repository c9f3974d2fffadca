// What is doubtful in a register: written twice, not readable, one partner under several names, countries that contradict.
import type { ReactNode } from 'react'
import { Go } from '#web/ui/link.tsx'
import { Section } from '#web/ui/page.tsx'
import { Figure } from '#web/ui/whole.tsx'
import { useText } from '#web/text.tsx'
import type { Figures, Run, Summary } from '../../model.ts'
import { useSay } from '../say.ts'
import { figureWords } from './figure-words.ts'
import { RowLink, RowsLink, toFigure } from './row-link.tsx'
import type { Named } from './use-named.ts'

type Props = { run: Run; summary: Summary; figures: Figures; named: Named }
const shown = 12

export function Doubts(props: Props) {
  const text = useText()
  const { summary, figures } = props
  const { duplicateGroups: groups, unreadableDates, partnersUnderSeveralNames, contradictingCountries } = summary
  const twice = groups.filter(({ relation }) => relation === 'duplicate')
  const beside = groups.filter(({ relation }) => relation === 'related')
  const none = twice.length + unreadableDates.length + partnersUnderSeveralNames.length + contradictingCountries.length + figures.of.problems.length === 0
  return (
    <Section title={text('registers.report.doubts')}>
      {none && <p className="quiet">{text('registers.report.no-doubts')}</p>}
      <Part title={text('registers.report.duplicates', { groups: twice.length })} of={twice.map((group) => <Twice key={group.rows.join()} {...props} group={group} />)} />
      <Part title={text('registers.report.related', { groups: beside.length })} of={beside.map((group) => <Twice key={group.rows.join()} {...props} group={group} />)} />
      <Part title={text('registers.report.unreadable', { count: unreadableDates.length })} of={unreadableDates.map((row) => <Unreadable key={row} {...props} row={row} />)} />
      <Part title={text('registers.report.several-names', { count: partnersUnderSeveralNames.length })} of={partnersUnderSeveralNames.map((one) => <SeveralNames key={one.id ?? one.name} {...props} one={one} />)} />
      <Part title={text('registers.report.countries-contradict', { count: contradictingCountries.length })} of={contradictingCountries.map((one) => <Contradicting key={one.partner} {...props} one={one} />)} />
      <Problems {...props} />
    </Section>
  )
}

function Part({ title, of }: { title: string; of: ReactNode[] }) {
  const text = useText()
  if (of.length === 0) return null
  return (
    <div className="doubt">
      <h3>{title}</h3>
      <ul>{of.slice(0, shown)}</ul>
      {of.length > shown && <p className="quiet">{text('registers.report.and-more', { count: of.length - shown })}</p>}
    </div>
  )
}

function Twice({ run, named, group: { rows, key, facts } }: Props & { group: Summary['duplicateGroups'][number] }) {
  const { text, reason } = useSay()
  return <li><bdi>{named(rows[0]!).name}</bdi> · <RowsLink run={run} rows={rows}>{text('registers.rows-of', { rows: rows.join(', '), count: rows.length })}</RowsLink> · <span className="quiet">{reason(key, facts)}</span></li>
}

function Unreadable({ run, named, row }: Props & { row: number }) {
  const problem = named(row).row?.problems.find(({ key }) => /date-(unreadable|impossible)$/.test(key))
  const { problem: say } = useSay()
  return <li>{problem && <><q dir="auto">{problem.text}</q> {say(problem)} </>}<RowLink run={run} named={named} number={row} /></li>
}

function SeveralNames({ run, one: { id, name, perhaps, texts } }: Props & { one: Summary['partnersUnderSeveralNames'][number] }) {
  const { text } = useSay()
  return (
    <li>
      {id ? <Go to={`/organisations/${id}`}><bdi>{name}</bdi></Go> : <bdi>{name}</bdi>}{perhaps && <span className="quiet"> · {text('registers.report.perhaps-one')}</span>}
      <ul>{texts.map(({ text: written, rows }) => <li key={written}><q dir="auto">{written}</q> <RowsLink run={run} rows={rows}>{text('registers.rows-of', { rows: rows.join(', '), count: rows.length })}</RowsLink></li>)}</ul>
    </li>
  )
}

function Contradicting({ run, one: { partner, countries } }: Props & { one: Summary['contradictingCountries'][number] }) {
  const { text, country } = useSay()
  return (
    <li><bdi>{partner}</bdi>: {countries.map(({ country: code, rows }, at) => (
      <span key={code}>{at > 0 && ' · '}{country(code)} {rows.length > 0 ? <RowsLink run={run} rows={rows}>{text('registers.rows-of', { rows: rows.join(', '), count: rows.length })}</RowsLink> : <span className="quiet">{text('registers.report.by-register')}</span>}</span>
    ))}</li>
  )
}

/** Every sort of problem with how often it occurs. */
function Problems({ run, figures }: Props) {
  const { text, locale } = useSay()
  if (figures.of.problems.length === 0) return null
  return (
    <div className="doubt">
      <h3>{text('registers.report.problems')}</h3>
      <ul className="counted">{figures.of.problems.map(({ value, rows }) => (
        <li key={value}><Go to={toFigure(run, 'problems', value)}>{figureWords('problems', value, text, locale)}</Go> <Figure of={rows} /></li>
      ))}</ul>
    </div>
  )
}
