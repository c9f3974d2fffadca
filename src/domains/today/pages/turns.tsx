// What waits, kind by kind: what it is, since when or until when, and the step that settles it.
import type { ReactNode } from 'react'
import { type AgreementLine, titleIn } from '#domains/agreements/model.ts'
import { expiringWithin } from '#domains/agreements/rules.ts'
import type { Duplicate } from '#domains/organisations/api.ts'
import { nameIn } from '#domains/organisations/model.ts'
import type { Run } from '#domains/registers/model.ts'
import { organisationsOf } from '#platform/auth/viewer.ts'
import { formatDay, formatNumber } from '#platform/i18n/format.ts'
import { useLocale, useText } from '#web/text.tsx'
import { Go } from '#web/ui/link.tsx'
import { Mark } from '#web/ui/mark.tsx'
import { Section } from '#web/ui/page.tsx'
import { useViewer } from '#web/viewer.ts'

const today = (): string => new Date().toISOString().slice(0, 10)

type Name = 'expiring' | 'lapsed' | 'unclear'

export function AgreementTurns({ name, rows, count, all }: { name: Name; rows: AgreementLine[]; count: number; all: string }) {
  const [text, locale] = [useText(), useLocale()]
  if (rows.length === 0) return null
  const more = count > rows.length && <Go to={all}>{text('today.all', { count: formatNumber(count, locale) })}</Go>
  return (
    <Turns title={text(`today.${name}`, { days: expiringWithin })} aside={more}>
      {rows.map((row) => (
        <Turn key={row.id} to={name === 'expiring' ? `/agreements/${row.id}` : `/agreements/${row.id}/revision`} step={text(`today.${name}.do`)}
          what={<Go to={`/agreements/${row.id}`}><bdi>{titleIn(row, locale)}</bdi></Go>} about={<Partners of={row} />} when={<When name={name} of={row} />} />
      ))}
    </Turns>
  )
}

function Partners({ of: { parties } }: { of: AgreementLine }) {
  const [locale, viewer] = [useLocale(), useViewer()]
  const own = viewer ? organisationsOf(viewer) : []
  const others = parties.filter(({ organisation }) => !own.includes(organisation.id))
  return (others.length > 0 ? others : parties).slice(0, 3).map(({ organisation }, at) => <span key={`${organisation.id} ${at}`}>{at > 0 && ' · '}<bdi>{nameIn(organisation, locale)}</bdi></span>)
}

function When({ name, of: { holdsUntil, since, problems } }: { name: Name; of: AgreementLine }) {
  const [text, locale] = [useText(), useLocale()]
  if (name === 'unclear') return problems.map((problem) => <Mark key={problem} tone="saffron" shape="diamond">{text(`agreements.problems.${problem}`)}</Mark>)
  if (name === 'lapsed') return since && <Mark tone="garnet" shape="triangle">{text('today.lapsed-on', { day: formatDay(since, 'day', locale) })}</Mark>
  const days = holdsUntil ? Math.round((Date.parse(holdsUntil) - Date.parse(today())) / 86_400_000) : 0
  return <Mark tone="saffron" shape="half">{text('today.left', { days })}</Mark>
}

export function ImportTurns({ runs }: { runs: Run[] }) {
  const text = useText()
  if (runs.length === 0) return null
  return (
    <Turns title={text('today.imports')}>
      {runs.map(({ id, fileName, ownerName, state, needs }) => (
        <Turn key={id} to={`/import/${id}`} step={text('today.imports.do')} what={<Go to={`/import/${id}`}><bdi>{fileName}</bdi></Go>} about={<bdi>{ownerName}</bdi>}
          when={<Mark tone="saffron" shape="half">{state === 'review' ? text('today.imports.needs', { count: needs }) : text('today.imports.reading')}</Mark>} />
      ))}
    </Turns>
  )
}

export function DuplicateTurns({ pairs, count }: { pairs: Duplicate[]; count: number }) {
  const [text, locale] = [useText(), useLocale()]
  if (pairs.length === 0) return null
  const more = count > pairs.length && <Go to="/organisations/duplicates">{text('today.all', { count: formatNumber(count, locale) })}</Go>
  return (
    <Turns title={text('today.duplicates')} aside={more}>
      {pairs.map(({ id, one, other }) => (
        <Turn key={id} to="/organisations/duplicates" step={text('today.duplicates.do')}
          what={text('today.duplicates.pair', { one: nameIn(one, locale), other: nameIn(other, locale) })} about={null} when={null} />
      ))}
    </Turns>
  )
}

export const Turns = ({ title, aside, children }: { title: string; aside?: ReactNode; children: ReactNode }) =>
  <Section title={title} aside={aside}><ul className="turns">{children}</ul></Section>

export function Turn({ to, step, what, about, when }: { to: string; step: string; what: ReactNode; about: ReactNode; when: ReactNode }) {
  return (
    <li>
      <div className="turn-what">{what}<small className="quiet">{about}</small></div>
      <div className="turn-when">{when}</div>
      <Go to={to} className="turn-step">{step}</Go>
    </li>
  )
}
