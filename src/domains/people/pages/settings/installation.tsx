// What runs here: for the administrator, and for whoever helps them.
import { useSuspenseQuery } from '@tanstack/react-query'
import { formatNumber } from '#platform/i18n/format.ts'
import { ask } from '#web/client.ts'
import type { Arriving } from '#web/site.ts'
import { useLocale, useText } from '#web/text.tsx'
import { Facts } from '#web/ui/page.tsx'
import { peopleApi } from '../../api.ts'
import { SettingsFrame } from './frame.tsx'

export const load = ({ questions }: Arriving) => questions.ensureQueryData(ask(peopleApi.installation, {}))

export function Page() {
  const [text, locale] = [useText(), useLocale()]
  const { data: here } = useSuspenseQuery(ask(peopleApi.installation, {}))
  const number = (value: number) => formatNumber(value, locale)
  const code = (value: string) => <bdi dir="ltr">{value}</bdi>
  return (
    <SettingsFrame place="installation">
      <Facts of={[
        [text('people.here.name'), here.name],
        [text('people.here.address'), code(here.address)],
        [text('people.here.tls'), text(here.secure ? 'people.here.tls-on' : 'people.here.tls-off')],
        [text('people.here.version'), code(`Pamir ${here.version} · Node ${here.node} · PostgreSQL ${here.postgres}`)],
        [text('people.here.database'), text('people.here.megabytes', { size: number(Math.round(here.databaseSize / 1_000_000)) })],
        [text('people.here.mail'), here.lettersLeave ? text('people.here.mail-on', { from: here.from }) : text('people.no-mail-server')],
        [text('people.here.letters'), text('people.here.letter-counts', here.letters)],
        [text('people.here.provider'), here.provider ?? text('people.here.provider-none')],
        [text('people.here.people'), text('people.here.counts', { people: here.people, sessions: here.sessions })],
      ]} />
    </SettingsFrame>
  )
}
