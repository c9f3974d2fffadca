// What was found of one kind, and the way to all of it.
import { Fragment } from 'react'
import { useText } from '#web/text.tsx'
import { Go } from '#web/ui/link.tsx'
import { Section } from '#web/ui/page.tsx'
import type { Findings } from './findings.tsx'

export function Group({ group: { name, rows, all } }: { group: Findings }) {
  const text = useText()
  if (rows.length === 0) return null
  return (
    <Section title={text(`search.${name}`)} aside={all && <Go to={all}>{text('search.all')}</Go>}>
      <ul className="search-rows">
        {rows.map(({ id, to, title, about, mark }) => (
          <li key={id}>
            <Go to={to}>{title}</Go>
            {mark}
            {about.length > 0 && <small className="quiet">{about.map((part, at) => <Fragment key={at}>{at > 0 && ' · '}<bdi>{part}</bdi></Fragment>)}</small>}
          </li>
        ))}
      </ul>
    </Section>
  )
}
