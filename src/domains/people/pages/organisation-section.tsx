// On an organisation's page: the people who hold an office there.
import { useQuery } from '@tanstack/react-query'
import { ask } from '#web/client.ts'
import type { Arriving } from '#web/site.ts'
import { useText } from '#web/text.tsx'
import { ErrorNote } from '#web/ui/notes.tsx'
import { Go } from '#web/ui/link.tsx'
import { Section as Frame } from '#web/ui/page.tsx'
import { peopleApi } from '../api.ts'
import type { PersonRow } from '../model.ts'
import './settings/settings.css'

const holders = (organisationId: string) => ask(peopleApi.list, { query: { organisationId } })
export const load = ({ questions, params }: Arriving) => questions.prefetchQuery(holders(params['id']!))

export function Section({ id }: { id: string }) {
  const text = useText()
  const { data: people, error } = useQuery(holders(id))
  if (error) return <ErrorNote error={error} />
  if (!people?.rows.length) return null
  const more = people.next && <Go to={`/settings/people?organisationId=${id}`}>{text('web.table.more')}</Go>
  return (
    <Frame title={text('people.people')} aside={more}>
      <ul className="lines">{people.rows.map((person) => <Line key={person.id} person={person} at={id} />)}</ul>
    </Frame>
  )
}

function Line({ person: { id, name, nameNative, offices }, at }: { person: PersonRow; at: string }) {
  const text = useText()
  const here = offices.filter(({ organisationId }) => organisationId === at)
  return (
    <li>
      <span className="line-words"><Go to={`/people/${id}`}><bdi>{name}</bdi></Go>{nameNative && <small className="quiet"><bdi>{nameNative}</bdi></small>}</span>
      <span>{here.map((office) => office.title ?? text(`people.roles.${office.role}`)).join(' · ')}</span>
    </li>
  )
}
