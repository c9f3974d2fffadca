// Beneath an alliance: for its secretariat the way to its table, and to the signs of life of its sub-alliances.
import type { AllianceFile } from '#domains/alliances/model.ts'
import { whyNotKeep } from '#domains/alliances/rules.ts'
import { useText } from '#web/text.tsx'
import { ButtonLink } from '#web/ui/button.tsx'
import { Section } from '#web/ui/page.tsx'
import { useViewer } from '#web/viewer.ts'

export function AllianceSection({ alliance }: { alliance: AllianceFile }) {
  const [text, viewer] = [useText(), useViewer()]
  const keeps = viewer !== null && !whyNotKeep(alliance, viewer)
  if (!keeps && alliance.subAlliances.length === 0) return null
  return (
    <Section title={text(keeps ? 'secretariat.table' : 'secretariat.sub-alliances')}>
      {keeps && <p className="quiet">{text('secretariat.table.about')}</p>}
      <div className="row no-print">
        {keeps && <ButtonLink to={`/alliances/${alliance.id}/register`}>{text('secretariat.table.open')}</ButtonLink>}
        {alliance.subAlliances.length > 0 && <ButtonLink look="quiet" to={`/alliances/${alliance.id}/sub-alliances`}>{text('secretariat.signs')}</ButtonLink>}
      </div>
    </Section>
  )
}
