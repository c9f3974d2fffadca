// One person: names, how they stand with signing in, the offices they hold and held, and what happened.
import { useSuspenseQuery } from '@tanstack/react-query'
import { useParam } from '#web/address.ts'
import { ask } from '#web/client.ts'
import type { Arriving } from '#web/site.ts'
import { useText } from '#web/text.tsx'
import { Go } from '#web/ui/link.tsx'
import { Facts, Page as Frame, Section } from '#web/ui/page.tsx'
import { useViewer } from '#web/viewer.ts'
import { peopleApi } from '../../api.ts'
import type { PersonFile } from '../../model.ts'
import { whyNotEdit } from '../../rules.ts'
import { Standing } from '../settings/people.tsx'
import '../settings/settings.css'
import { Account } from './account.tsx'
import { History } from './history.tsx'
import { GiveOffice, Offices } from './offices.tsx'

const question = (id: string) => ask(peopleApi.read, { params: { id } })
export const load = ({ questions, params }: Arriving) => questions.ensureQueryData(question(params['id']!))

export function Page() {
  const text = useText()
  const viewer = useViewer()
  const { data: person } = useSuspenseQuery(question(useParam('id')))
  const keeps = viewer && !whyNotEdit(person, viewer)
  return (
    <Frame title={person.name} above={<Go to="/settings/people">{text('people.settings.people')}</Go>} about={<About person={person} />}>
      <Facts of={[[text('people.email'), person.email && code(person.email)], [text('people.source'), person.source]]} />
      <Section title={text('people.offices')} aside={viewer && !person.closedAt ? <GiveOffice person={person} /> : null}><Offices person={person} /></Section>
      {keeps && <Account person={person} viewer={viewer} />}
      {keeps && <History id={person.id} />}
    </Frame>
  )
}

const code = (words: string) => <bdi dir="ltr">{words}</bdi>

const About = ({ person }: { person: PersonFile }) => (
  <>
    {person.nameNative && <bdi>{person.nameNative}</bdi>}
    <Standing standing={person.standing} />
  </>
)
