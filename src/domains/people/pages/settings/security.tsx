// How one signs in, and where one is signed in.
import { useSuspenseQuery } from '@tanstack/react-query'
import { ask } from '#web/client.ts'
import type { Arriving } from '#web/site.ts'
import { useText } from '#web/text.tsx'
import { Section } from '#web/ui/page.tsx'
import { peopleApi } from '../../api.ts'
import { SettingsFrame } from './frame.tsx'
import { Passkeys } from './passkeys.tsx'
import { Password } from './password.tsx'
import { Sessions } from './sessions.tsx'

export const load = ({ questions }: Arriving) => Promise.all([
  questions.ensureQueryData(ask(peopleApi.profile, {})), questions.ensureQueryData(ask(peopleApi.sessions, {})), questions.ensureQueryData(ask(peopleApi.ways, {})),
])

export function Page() {
  const text = useText()
  const { data: profile } = useSuspenseQuery(ask(peopleApi.profile, {}))
  return (
    <SettingsFrame place="security">
      <Section title={text('people.password')}><Password profile={profile} /></Section>
      <Section title={text('people.passkeys')}><Passkeys profile={profile} /></Section>
      {profile.providers.length > 0 && (
        <Section title={text('people.providers')}><ul className="lines">{profile.providers.map((issuer) => <li key={issuer}><bdi dir="ltr">{issuer}</bdi></li>)}</ul></Section>
      )}
      <Sessions />
    </SettingsFrame>
  )
}
