// Small pieces of a ceremony: its title, how far it is, who a person is, what an agreement is called to this viewer.
import { Fragment } from 'react'
import { nameIn } from '#domains/organisations/model.ts'
import type { Locale } from '#platform/kinds.ts'
import { useLocale, useText } from '#web/text.tsx'
import { Mark } from '#web/ui/mark.tsx'
import type { Ceremony, ItemShown, PersonShown } from '../../ceremony-model.ts'

export const titleOf = (title: Partial<Record<Locale, string>>, locale: Locale): string => title[locale] ?? title.en ?? Object.values(title)[0] ?? ''

export function StateMark({ ceremony: { begunAt, endedAt, publishedAt, done } }: { ceremony: Pick<Ceremony, 'begunAt' | 'endedAt' | 'publishedAt' | 'done'> }) {
  const text = useText()
  if (publishedAt) return <Mark tone="jade" shape="disc">{text('signing.ceremony.published')}</Mark>
  if (endedAt) return <Mark tone="jade" shape="ring">{text('signing.ceremony.over')}</Mark>
  return begunAt && done > 0 ? <Mark tone="saffron" shape="half">{text('signing.ceremony.running')}</Mark> : <Mark tone="quiet" shape="ring">{text('signing.ceremony.ahead')}</Mark>
}

/** «李东升 · 校长 · Zaozhuang University»; where nobody is named yet, the organisation alone. */
export function Person({ person }: { person: PersonShown }) {
  const named = isNamed(person)
  return <>{named && <><bdi>{person.name}</bdi> </>}<Where person={person} dot={named} /></>
}

const isNamed = ({ name, organisation }: PersonShown) => name !== organisation?.name

/** In what office, for whom, and whether from afar. */
export function Where({ person: { title, organisation, remote }, dot = false }: { person: PersonShown; dot?: boolean }) {
  const [text, locale] = [useText(), useLocale()]
  const parts = [title, organisation && nameIn(organisation, locale), remote && text('signing.ceremony.remote')].filter((one): one is string => Boolean(one))
  return <>{parts.map((part, at) => <Fragment key={part}>{(dot || at > 0) && '· '}<bdi>{part}</bdi> </Fragment>)}</>
}

/** The name alone, large; the organisation where nobody is named yet. */
export function NameOnly({ person }: { person: PersonShown }) {
  const locale = useLocale()
  return <bdi>{isNamed(person) || !person.organisation ? person.name : nameIn(person.organisation, locale)}</bdi>
}

/** What it is called where this viewer may know it; else only what kind of agreement it is. */
export function ItemTitle({ item: { title, titleLang, kind } }: { item: ItemShown }) {
  const text = useText()
  return title ? <bdi lang={titleLang ?? undefined}>{title}</bdi> : <>{text(`agreements.kinds.${kind}`)}</>
}

export function Sides({ item: { sides } }: { item: ItemShown }) {
  const locale = useLocale()
  return <span>{sides.map(({ organisation, unit }, at) => <Fragment key={at}>{at > 0 && ' — '}<bdi>{[unit, nameIn(organisation, locale)].filter(Boolean).join(', ')}</bdi></Fragment>)}</span>
}
