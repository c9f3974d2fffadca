// Beneath an alliance: the ways to its dues and to who hosts what, for those who have to do with them.
import type { AllianceFile } from '#domains/alliances/model.ts'
import { whyNotKeep } from '#domains/alliances/rules.ts'
import { alliancesApi } from '#domains/alliances/api.ts'
import { useQuery } from '@tanstack/react-query'
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
    <Section title={text('dues.and-hosting')} aside={<span className="row"><ButtonLink small to={`/alliances/${alliance.id}/dues`}>{text('dues.title')}</ButtonLink><ButtonLink small to={`/alliances/${alliance.id}/hosting`}>{text('dues.hosting')}</ButtonLink></span>}>
      <p className="quiet">{text('dues.and-hosting-what')}</p>
    </Section>
  )
}
