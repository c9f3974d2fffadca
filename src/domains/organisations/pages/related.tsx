// Where an organisation stands among others: the units within it, what it followed, what followed it, whom it is related to.
import { type ReactNode, useState } from 'react'
import { useText } from '#web/text.tsx'
import { Button } from '#web/ui/button.tsx'
import { Go } from '#web/ui/link.tsx'
import { Facts, Section } from '#web/ui/page.tsx'
import { Figure } from '#web/ui/whole.tsx'
import type { Organisation, OrganisationBrief } from '../model.ts'
import './organisation.css'
import { OrganisationLink, OrganisationName } from './organisation-name.tsx'

const atFirst = 24

export function Units({ of: { id, units, unitCount } }: { of: Organisation }) {
  const text = useText()
  const [all, setAll] = useState(false)
  if (unitCount === 0) return null
  return (
    <Section title={text('organisations.page.units')} aside={<span className="quiet"><Figure of={unitCount} /></span>}>
      <ul className="plain-list organisation-units">
        {(all ? units : units.slice(0, atFirst)).map((unit) => (
          <li key={unit.id}><Go to={`/organisations/${unit.id}`}><OrganisationName of={unit} /></Go><small className="quiet">{text(`organisations.kinds.${unit.kind}`)}</small></li>
        ))}
      </ul>
      {!all && units.length > atFirst && <div className="row"><Button small onPress={() => setAll(true)}>{text('web.table.more')}</Button></div>}
      {(all || units.length <= atFirst) && unitCount > units.length && <p><Go to={`/organisations?parentId=${id}`}>{text('organisations.page.units-more', { count: unitCount - units.length })}</Go></p>}
    </Section>
  )
}

export function Related({ of: { id, relations, parent } }: { of: Organisation }) {
  const text = useText()
  const others = relations.map(({ kind, from, to }) => ({ word: wordOf(kind, from.id === id), other: from.id === id ? to : from }))
    .filter(({ word, other }) => !(word === 'part-of' && other.id === parent?.id))
  if (others.length === 0) return null
  const byWord = Map.groupBy(others, ({ word }) => word)
  return (
    <Section title={text('organisations.page.relations')}>
      <Facts of={[...byWord].map(([word, of]): [string, ReactNode] => [text(`organisations.page.${word}`), <List key={word} of={of.map(({ other }) => other)} />])} />
    </Section>
  )
}

const wordOf = (kind: Organisation['relations'][number]['kind'], mine: boolean) =>
  kind === 'successor-of' ? (mine ? 'follows' : 'followed-by') : kind

const List = ({ of }: { of: OrganisationBrief[] }) => <ul className="plain-list">{of.map((one) => <li key={one.id}><OrganisationLink of={one} /></li>)}</ul>
