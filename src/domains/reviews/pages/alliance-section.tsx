// Beneath an alliance: the way to how far the reviews of its members' agreements are.
import type { AllianceFile } from '#domains/alliances/model.ts'
import { ButtonLink } from '#web/ui/button.tsx'
import { Section } from '#web/ui/page.tsx'
import { Glance } from '#web/ui/parts.tsx'
import { useViewer } from '#web/viewer.ts'
import { useSay } from './say.ts'

export function AllianceGlance({ alliance: { id } }: { alliance: AllianceFile }) {
  const { text } = useSay()
  return useViewer() && <Glance title={text('reviews.reviews')} to={`/reviews?alliance=${id}`}>{text('reviews.alliance.about')}</Glance>
}

export function AllianceSection({ alliance: { id } }: { alliance: AllianceFile }) {
  const { text } = useSay()
  if (!useViewer()) return null
  return <Section title={text('reviews.reviews')} aside={<ButtonLink small to={`/reviews?alliance=${id}`}>{text('reviews.alliance.open')}</ButtonLink>}><p className="quiet">{text('reviews.alliance.about')}</p></Section>
}
