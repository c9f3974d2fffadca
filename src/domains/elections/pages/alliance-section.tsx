// Beneath an alliance: the way to its posts and elections, for who keeps it or holds an office at a member.
import { useQuery } from '@tanstack/react-query'
import { alliancesApi } from '#domains/alliances/api.ts'
import type { AllianceFile } from '#domains/alliances/model.ts'
import { whyNotKeep } from '#domains/alliances/rules.ts'
import { organisationsOf } from '#platform/auth/viewer.ts'
import { ask } from '#web/client.ts'
import { useLocale, useText } from '#web/text.tsx'
import { ButtonLink } from '#web/ui/button.tsx'
import { Section } from '#web/ui/page.tsx'
import { useViewer } from '#web/viewer.ts'

export function AllianceSection({ alliance }: { alliance: AllianceFile }) {
  const [text, viewer, locale] = [useText(), useViewer(), useLocale()]
  const keeps = viewer !== null && !whyNotKeep(alliance, viewer)
  const { data } = useQuery({ ...ask(alliancesApi.members, { params: { id: alliance.id }, query: { limit: 200, standing: 'member', locale } }), enabled: viewer !== null && !keeps && organisationsOf(viewer).length > 0 })
  const inside = keeps || (viewer !== null && (data?.rows ?? []).some(({ organisation }) => organisationsOf(viewer).includes(organisation.id)))
  if (!inside) return null
  return (
    <Section title={text('elections.title')} aside={<ButtonLink small to={`/alliances/${alliance.id}/elections`}>{text('elections.to-offices')}</ButtonLink>}>
      <p className="quiet">{text('elections.what')}</p>
    </Section>
  )
}
